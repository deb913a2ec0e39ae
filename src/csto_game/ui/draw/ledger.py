"""Promises owed and owing."""

from __future__ import annotations

from csto_game.model.view import PromiseRow, View
from csto_game.ui.draw.box import ROW
from csto_game.ui.look import Look
from csto_game.ui.names import turn_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, row_width, spread, tagged
from csto_game.ui.words import say


def promise_row(view: View, promise: PromiseRow, width: int, look: Look) -> Row:
    """One line of a panel: who to whom, what, and how long it runs. We are left out."""
    arrow = look.glyphs.arrow
    by, to = ("" if code == view.seat else code for code in (promise.by, promise.to))
    who = " ".join(part for part in (by, arrow, to) if part)
    left = (look.dim(f" {who}  "), look.text(promise.name))
    right = (*_due(promise, look), Span(" "))
    room = width - row_width(right) - 1
    return spread(clip(left, room, ellipsis=look.glyphs.more), right, width)


def _due(promise: PromiseRow, look: Look) -> Row:
    if promise.left < 0:
        return (look.bad(say("late")),)
    if promise.left <= 1:
        return (look.warn(say("due now") if promise.left == 0 else say("due in 1")),)
    return (look.dim(say("due in {count}", count=promise.left)),)


def in_order(view: View) -> tuple[PromiseRow, ...]:
    """All promises as the ledger lists them: ours, those made to us, those between others."""
    ours = [one for one in view.promises if one.by == view.seat]
    due_us = [one for one in view.promises if one.to == view.seat]
    others = [one for one in view.promises if view.seat not in (one.by, one.to)]
    return (*ours, *due_us, *others)


def between(view: View, one: str, other: str) -> tuple[str, ...]:
    """Paths of the numbers that two have with one another, as far as we know them."""
    pairs = {member.code: member.pairs for member in view.members}
    found = (*pairs.get(one, {}).get(other, ()), *pairs.get(other, {}).get(one, ()))
    return tuple(figure.path for figure in found if figure.known)


def ledger_rows(view: View, at: int, width: int, look: Look) -> tuple[list[Row], int]:
    """All promises in three parts: ours, those made to us, those between others."""
    ours = [one for one in view.promises if one.by == view.seat]
    due_us = [one for one in view.promises if one.to == view.seat]
    others = [one for one in view.promises if view.seat not in (one.by, one.to)]
    rows: list[Row] = []
    marked = place = 0
    for title, part, empty in (
        (say("You owe"), ours, say("You have promised nothing.")),
        (say("Owed to you"), due_us, say("Nobody has promised you anything.")),
        (say("Between others"), others, say("None that you know of.")),
    ):
        rows += [EMPTY] if rows else []
        rows.append((look.head(f" {title}"),))
        if not part:
            rows.append((look.note(f"   {empty}"),))
        for promise in part:
            row = _line(view, promise, width, look)
            marked = len(rows) if place == at else marked
            rows.append(tagged(look.chosen(row) if place == at else row, ROW, place))
            place += 1
    return rows, marked


def _line(view: View, promise: PromiseRow, width: int, look: Look) -> Row:
    names = {member.code: member.name for member in view.members}
    names |= {power.code: power.name for power in view.powers}
    arrow = look.glyphs.arrow
    who = f"{names.get(promise.by, promise.by)} {arrow} {names.get(promise.to, promise.to)}"
    label = max(width // 3, 20)
    name = clip((look.text(promise.name),), label - 1, ellipsis=look.glyphs.more)
    made = look.dim(say("made {when}", when=turn_name(view, promise.made)) + "   ")
    right = (made, *_due(promise, look), Span(" "))
    room = width - row_width(right) - 1
    left = join((Span("   "),), cell(name, label), (look.dim(who),))
    if row_width(left) > room:
        short = f"{promise.by} {arrow} {promise.to}"
        left = join((Span("   "),), cell(name, label), (look.dim(short),))
    return spread(clip(left, room, ellipsis=look.glyphs.more), right, width)
