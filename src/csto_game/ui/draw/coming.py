"""What is known to come: promises that fall due, dated changes, cards that wait."""

from __future__ import annotations

from csto_game.model.view import DueRow, View
from csto_game.ui.draw.ledger import promise_row
from csto_game.ui.draw.parts import plus
from csto_game.ui.figures import decimals, figure_of
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import Row, clip
from csto_game.ui.words import say

_SOON = 4
"""Turns ahead that are worth a row."""


def coming_rows(view: View, width: int, look: Look, *, has_promises: bool = True) -> list[Row]:
    """The soonest first; what concerns others only is left out."""
    found: list[tuple[int, Row]] = [
        (one.left, promise_row(view, one, width, look))
        for one in view.promises
        if has_promises and view.seat in (one.by, one.to) and one.left < _SOON
    ]
    for due in view.dues:
        owner = due.path.split(".")[0]
        soon = due.turn - view.turn
        if owner in (view.seat, "alliance", "world") and soon < _SOON:
            found.append((max(soon, 0), _due(view, due, width, look)))
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def _due(view: View, due: DueRow, width: int, look: Look) -> Row:
    figure = figure_of(view, due.path)
    owner = due.path.split(".")[0]
    name = figure.label if figure else actor_name(view, owner)
    places, good = (decimals(figure), figure.good) if figure else (0, "none")
    when = say("this turn") if due.turn <= view.turn else say("turn {n}", n=due.turn)
    row = (
        look.dim(f" {when}  "),
        look.text(f"{name} "),
        look.signed(due.amount, plus(due.amount, look, places), good),
        look.note(f"  {due.because}"),
    )
    return clip(row, width, ellipsis=look.glyphs.more)
