"""Forces, charter and log: pages that are read from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.model.view import Member, UnitRow, View
from csto_game.ui.draw.box import ROW
from csto_game.ui.draw.parts import bar
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join, tagged, wrap
from csto_game.ui.words import say


def units_of(view: View) -> tuple[tuple[Member, UnitRow], ...]:
    """Every unit with whose it is, as the page lists them: those that are pledged first."""
    units = [(member, unit) for member in view.members for unit in member.units]
    return tuple(sorted(units, key=lambda pair: not pair[1].pledged))


def forces_rows(view: View, at: int, width: int, look: Look) -> tuple[list[Row], int]:
    """Missions, pledged units, then what the members keep to themselves; and the row of the marked unit."""
    rows, marked, units = _missions(view, width, look), 0, units_of(view)
    for title, pledged in ((say("Pledged to the alliance"), True), (say("Kept at home"), False)):
        rows.append((look.head(f" {title}"),))
        mine = [(n, m.name, u) for n, (m, u) in enumerate(units) if u.pledged == pledged]
        for place, name, unit in mine:
            is_here = place == at
            marked = len(rows) if is_here else marked
            rows.append(tagged(_unit(name, unit, width, look, is_here=is_here), ROW, place))
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


def _unit(owner: str, unit: UnitRow, width: int, look: Look, *, is_here: bool) -> Row:
    rest = 100 - min(100, max(0, unit.fatigue))
    place = look.warn(say("away")) if unit.away else look.dim(say("at home"))
    label, more = max(24, width // 3), look.glyphs.more
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    row = join(
        cell(clip((cursor, look.text(f"  {unit.name}")), label - 1, ellipsis=more), label),
        cell(clip((look.dim(owner),), 15, ellipsis=more), 16),
        cell((look.strong(str(unit.strength)),), 5, "right"),
        (Span("  "), look.dim(say("rested "))),
        bar(rest * 10, 8, look, is_bad=rest < 40),
        (Span("  "), place),
    )
    return look.chosen(fit(row, width)) if is_here else row


def charter_rows(view: View, at: int, width: int, look: Look) -> tuple[list[Row], int]:
    """Every clause with its present word and what that means; then the alliance's numbers. And the row
    of the marked one.
    """
    rows: list[Row] = []
    marked = 0
    for place, clause in enumerate(view.clauses):
        marked = len(rows) if place == at else marked
        cursor = look.key(look.glyphs.cursor) if place == at else Span(" ")
        row: Row = (cursor, look.text(f"{clause.name}: "), look.key(clause.value))
        rows.append(tagged(look.chosen(fit(row, width)) if place == at else row, ROW, place))
        rows += [(look.note(f"   {line}"),) for line in wrap(clause.text, width - 6) if line]
        rows.append(EMPTY)
    if not view.clauses:
        rows += [(look.note(" " + say("There is no charter.")),), EMPTY]
    rows.append((look.head(f" {view.alliance_name}"),))
    for place, figure in enumerate(view.alliance.values(), len(view.clauses)):
        marked = len(rows) if place == at else marked
        cursor = look.key(look.glyphs.cursor) if place == at else Span(" ")
        shown = figure.shown if figure.known else "?"
        row = (cursor, *cell((look.text(f"  {figure.label}"),), 29), look.strong(shown))
        rows.append(tagged(look.chosen(fit(row, width)) if place == at else row, ROW, place))
    return rows, marked


def log_rows(messages: Sequence[str], width: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    for number, message in enumerate(messages, 1):
        lines = wrap(message, width - 7)
        rows += [(look.dim(f" {number:>3}  " if n == 0 else " " * 6), look.text(line))
                 for n, line in enumerate(lines)]  # fmt: skip
    return rows or [(look.note(" " + say("Nothing has been said yet.")),)]
