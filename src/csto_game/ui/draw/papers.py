"""Forces, charter and log: pages that are read from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.model.view import Figure, Member, UnitRow, View
from csto_game.ui.draw.box import ROW
from csto_game.ui.draw.parts import bar, change, trend
from csto_game.ui.figures import share, worth
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join, tagged, wrap
from csto_game.ui.words import say

_DRAWN = 28
"""Cells of a number's value, bar, change and trend."""


def units_of(view: View) -> tuple[tuple[Member, UnitRow, int], ...]:
    """Units with whose they are and how many of them are alike, as the page lists them: those that are
    pledged first.
    """
    found: dict[tuple[object, ...], tuple[Member, UnitRow, int]] = {}
    for member in view.members:
        for one in member.units:
            key = (member.code, one.name, one.strength, one.pledged, one.away, one.fatigue)
            found[key] = (member, one, found[key][2] + 1 if key in found else 1)
    return tuple(sorted(found.values(), key=lambda entry: not entry[1].pledged))


def forces_rows(view: View, at: int, width: int, look: Look) -> tuple[list[Row], int]:
    """Missions, pledged units, then what the members keep to themselves; and the row of the marked unit."""
    rows, marked, units = _missions(view, width, look), 0, units_of(view)
    for title, pledged in ((say("Pledged to the alliance"), True), (say("Kept at home"), False)):
        rows.append((look.head(f" {title}"),))
        mine = [(n, *one) for n, one in enumerate(units) if one[1].pledged == pledged]
        for place, member, unit, count in mine:
            is_here = place == at
            marked = len(rows) if is_here else marked
            row = _unit(member.name, unit, count, width, look, is_here=is_here)
            rows.append(tagged(row, ROW, place))
        if not mine:
            rows.append((look.note("   " + say("None that you know of.")),))
        rows.append(EMPTY)
    return rows[:-1], marked


def _missions(view: View, width: int, look: Look) -> list[Row]:
    rows: list[Row] = [(look.head(f" {say('Missions')}"),)]
    for mission in view.missions:
        who = f"{actor_name(view, mission.by)} {look.glyphs.arrow} {actor_name(view, mission.to)}"
        left = say("{count} {count|turn|turns} left", count=mission.left)
        troops = ", ".join(mission.troops)
        row = (look.strong(f"   {mission.name}  "), look.dim(f"{who}  {left}  "), look.text(troops))
        rows.append(clip(row, width, ellipsis=look.glyphs.more))
    if not view.missions:
        rows.append((look.note("   " + say("No mission is under way.")),))
    return [*rows, EMPTY]


def _unit(owner: str, unit: UnitRow, count: int, width: int, look: Look, *, is_here: bool) -> Row:
    tired = min(100, max(0, unit.fatigue))
    state: Row = (look.dim(say("rested")),)
    if tired:
        state = (look.text(f"{say('tired')} "), *bar(tired * 10, 8, look, is_bad=tired > 60))
    many = f" ×{count}" if count > 1 else ""
    place = look.warn(say("away")) if unit.away else look.dim(say("at home"))
    label, more = max(24, width // 3), look.glyphs.more
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    row = join(
        cell(
            clip(
                (cursor, look.text(f"  {unit.name}"), look.strong(many)), label - 1, ellipsis=more
            ),
            label,
        ),
        cell(clip((look.dim(owner),), 15, ellipsis=more), 16),
        cell((look.strong(str(unit.strength)),), 5, "right"),
        (Span("  "), place, Span("  ")),
        state,
    )
    return look.chosen(fit(row, width)) if is_here else row


def charter_rows(view: View, at: int, width: int, look: Look) -> tuple[list[Row], int]:
    """Every clause, then the alliance's numbers; and the row of the marked one."""
    rows, marked = clause_rows(view, at, width, look)
    numbers, below = alliance_rows(view, at - len(view.clauses), width, look)
    head = [EMPTY, (look.head(f" {view.alliance_name}"),)]
    if at >= len(view.clauses):
        marked = len(rows) + len(head) + below
    return [*rows, *head, *numbers], marked


def clause_rows(view: View, at: int, width: int, look: Look) -> tuple[list[Row], int]:
    """Every clause with its present word and what that means; and the row of the marked one."""
    rows: list[Row] = []
    marked = 0
    for place, clause in enumerate(view.clauses):
        rows += [EMPTY] if rows else []
        marked = len(rows) if place == at else marked
        cursor = look.key(look.glyphs.cursor) if place == at else Span(" ")
        row: Row = (cursor, look.text(f"{clause.name}: "), look.key(clause.value))
        rows.append(tagged(look.chosen(fit(row, width)) if place == at else row, ROW, place))
        rows += [(look.note(f"   {line}"),) for line in wrap(clause.text, width - 6) if line]
    return rows or [(look.note(" " + say("There is no charter.")),)], marked


def alliance_figures(view: View) -> tuple[Figure, ...]:
    """The alliance's numbers but those that are words of its charter."""
    clauses = {clause.name for clause in view.clauses}
    return tuple(one for one in view.alliance.values() if one.label not in clauses)


def alliance_rows(view: View, at: int, width: int, look: Look) -> tuple[list[Row], int]:
    """The alliance's numbers, drawn where there is room; `at` counts them. And the row of the marked one."""
    rows: list[Row] = []
    has_bars = width >= _DRAWN + 24
    label = min(40, width - _DRAWN) if has_bars else min(29, width - 10)
    for place, figure in enumerate(alliance_figures(view)):
        cursor = look.key(look.glyphs.cursor) if place == at else Span(" ")
        name = clip((cursor, look.text(f" {figure.label}")), label - 1, ellipsis=look.glyphs.more)
        shown = cell((look.strong(figure.shown if figure.known else "?"),), 9, "right")
        row = join(cell(name, label), shown)
        if has_bars and figure.known and len(figure.trend) > 1:
            line = bar(share(figure), 5, look, is_bad=worth(figure) < 0)
            moved = cell((Span(" "), *change(figure, look, quiet=True)), 5)
            row = join(row, (Span(" "),), line, moved, trend(figure, 8, look))
        row = look.chosen(fit(row, width)) if place == at else row
        rows.append(tagged(row, ROW, place + len(view.clauses)))
    return rows, max(at, 0)


def log_rows(messages: Sequence[str], width: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    for number, message in enumerate(messages, 1):
        lines = wrap(message, width - 7)
        rows += [(look.dim(f" {number:>3}  " if n == 0 else " " * 6), look.text(line))
                 for n, line in enumerate(lines)]  # fmt: skip
    return rows or [(look.note(" " + say("Nothing has been said yet.")),)]
