"""What is known to come: promises that fall due, dated changes, cards that wait."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from csto_game.model.view import DueRow, View
from csto_game.ui.draw.dues import due_spans
from csto_game.ui.draw.ledger import promise_row
from csto_game.ui.look import Look
from csto_game.ui.names import turn_name
from csto_game.ui.rows import Row, Span, clip
from csto_game.ui.words import say

_SOON = 4
"""Turns ahead that are worth a row."""


def coming_rows(view: View, width: int, look: Look, *, has_promises: bool = True) -> list[Row]:
    """The soonest first; what concerns others only is left out, what is alike stands in one row."""
    found: list[tuple[int, Row]] = [
        (one.left, promise_row(view, one, width, look))
        for one in view.promises
        if has_promises and view.seat in (one.by, one.to) and one.left < _SOON
    ]
    for due in _together(view.dues):
        owner = due.path.split(".")[0]
        soon = due.turn - view.turn
        if owner in (view.seat, "alliance", "world") and soon < _SOON:
            found.append((max(soon, 0), _due(view, due, width, look)))
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def _together(dues: Sequence[DueRow]) -> list[DueRow]:
    """One row for changes of one number at one time for one reason."""
    found: dict[tuple[int, str, str], DueRow] = {}
    for due in dues:
        key = (due.turn, due.path, due.because)
        before = found.get(key)
        found[key] = evolve(due, amount=due.amount + before.amount) if before else due
    return list(found.values())


def _due(view: View, due: DueRow, width: int, look: Look) -> Row:
    when = say("this turn") if due.turn <= view.turn else turn_name(view, due.turn)
    row = (Span(" "), look.dim(f"{when}  "), *due_spans(view, due, look))
    return clip(row, width, ellipsis=look.glyphs.more)
