"""The doctor's findings: a mark, a name and a sentence each; the marked one with all its lines."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.machine.finding import Finding
from csto_game.text.catalog import say as sentence
from csto_game.ui.draw.box import ROW, rule
from csto_game.ui.draw.samples import sample_rows
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, tagged, wrap
from csto_game.ui.words import say

_NAME = 18


def doctor_rows(
    findings: Sequence[Finding] | None, at: int, width: int, look: Look
) -> tuple[list[Row], int]:
    """The rows, and which of them is the marked one."""
    if findings is None:
        return [(look.note(" " + say("The doctor looks at everything …")),)], 0
    rows: list[Row] = []
    marked, part = 0, ""
    for place, one in enumerate(findings):
        if part and one.part != part:
            rows += [rule(width, look), *(clip(row, width) for row in sample_rows(look))]
            rows.append(rule(width, look))
        part = one.part
        is_here = place == at
        marked = len(rows) if is_here else marked
        rows += [tagged(row, ROW, place) for row in _finding(one, width, look, is_here=is_here)]
    return rows, marked


def _finding(one: Finding, width: int, look: Look, *, is_here: bool) -> list[Row]:
    """In one row; the marked one in as many as it takes."""
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    head = join(
        (cursor, _mark(one, look), Span(" ")), cell((look.strong(sentence(one.name)),), _NAME)
    )
    lines = wrap(one.text, max(width - _NAME - 4, 20))
    if not is_here:
        more = look.glyphs.more if len(lines) > 1 or one.details else ""
        row = join(head, (look.text(lines[0] if lines else ""), look.dim(f" {more}")))
        return [clip(row, width, ellipsis=look.glyphs.more)]
    rows = [look.chosen(cell(join(head, (look.text(lines[0]),)), width))] if lines else []
    gap = Span(" " * (_NAME + 3))
    rows += [(gap, look.text(line)) for line in lines[1:]]
    rows += [
        clip((look.dim(f"    {line}"),), width, ellipsis=look.glyphs.more) for line in one.details
    ]
    return [*rows, EMPTY] if one.details else rows


def _mark(one: Finding, look: Look) -> Span:
    glyphs = look.glyphs
    if one.state == "bad":
        return look.danger(glyphs.alert)
    return look.warn(glyphs.warn) if one.state == "note" else look.good(glyphs.yes)


def summary(findings: Sequence[Finding] | None) -> str:
    """For the strip: how it stands in a few words."""
    if findings is None:
        return ""
    bad = sum(one.state == "bad" for one in findings)
    notes = sum(one.state == "note" for one in findings)
    if bad:
        return say("{count} {count|thing keeps|things keep} the game from playing", count=bad)
    return say("{count} {count|thing|things} to note", count=notes) if notes else say("all is well")
