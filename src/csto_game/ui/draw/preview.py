"""What a command would do: sure changes as bands, branches with their chance, what comes later."""

from __future__ import annotations

from typing import Protocol

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.view import Branch, DueRow, Preview, View
from csto_game.ui.costs import cost_spans
from csto_game.ui.draw.dues import due_span, due_spans
from csto_game.ui.draw.parts import bounds_of
from csto_game.ui.draw.ranges import range_rows, ranges_rows
from csto_game.ui.look import Look
from csto_game.ui.names import turn_name
from csto_game.ui.rows import Row, Span, clip, join, wrap
from csto_game.ui.words import say


class Sentence(Protocol):
    """Says why not; ``command`` is what was refused, if it is known."""

    def __call__(self, refusal: Refusal, command: Command | None = None) -> str: ...


def preview_rows(
    view: View, preview: Preview, width: int, look: Look, sentence: Sentence
) -> list[Row]:
    rows: list[Row] = []
    if preview.refusal:
        rows += _told(sentence(preview.refusal, preview.command), width, look, look.glyphs.alert)
    if preview.warn:
        rows += _told(preview.warn, width, look, look.glyphs.warn)
    if preview.cost:
        rows.append(join((look.dim(f" {say('costs')}  "),), cost_spans(view, preview.cost, look)))
    rows += ranges_rows(view, preview, width, look)
    for branch in preview.branches:
        rows += _branch(view, branch, width, look)
    if preview.later:
        rows.append((look.head(f" {say('LATER')}"),))
        rows += [_due(view, due, width, look) for due in preview.later]
    for note in preview.notes:
        rows += [(look.text(f" {line}"),) for line in wrap(note, width - 2)]
    return rows or [(look.note(" " + say("Nothing that can be foreseen.")),)]


def _told(text: str, width: int, look: Look, sign: str) -> list[Row]:
    lines = wrap(text, width - 4)
    return [(look.warn(f" {sign if n == 0 else ' '} {line}"),) for n, line in enumerate(lines)]


def _branch(view: View, branch: Branch, width: int, look: Look) -> list[Row]:
    if branch.chance >= 100 and not branch.hidden:
        head: Row = (look.head(f" {say('THEN')} "), look.text(branch.name))
    else:
        name = say("something you may not know") if branch.hidden else branch.name
        head = (look.key(f" {branch.chance:>3} % "), look.strong(name))
    rows = [clip(head, width, ellipsis=look.glyphs.more)]
    rows += [(look.text(f"       {line}"),) for line in wrap(branch.text, width - 9) if line]
    shown = bounds_of(branch.changes)
    for one in branch.changes:
        rows += range_rows(view, one, shown, width, look)
    return rows


def _due(view: View, due: DueRow, width: int, look: Look) -> Row:
    when = due_span(view, due, turn_name(view, due.turn), look)
    row = (Span(" "), when, Span("  "), *due_spans(view, due, look))
    return clip(row, width, ellipsis=look.glyphs.more)
