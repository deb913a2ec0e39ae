"""What everybody has heard of, the gravest first: beside pages on wide screens."""

from __future__ import annotations

from collections.abc import Callable

from csto_game.model.event import Event
from csto_game.model.view import View
from csto_game.ui.draw.planning import aim_row
from csto_game.ui.draw.report import event_sign, happenings
from csto_game.ui.look import Look
from csto_game.ui.rows import Row, Span, wrap
from csto_game.ui.words import say


def heard_rows(
    view: View, width: int, height: int, look: Look, told: Callable[[Event], str]
) -> list[Row]:
    """As many whole entries as there is room for."""
    rows: list[Row] = []
    for event in happenings(view):
        lines = wrap(told(event), width - 5)
        if len(rows) + len(lines) > height:
            break
        signs = [event_sign(event, look)] + [Span("  ")] * len(lines)
        rows += [
            (Span(" "), sign, look.text(line)) for sign, line in zip(signs, lines, strict=False)
        ]
    return rows or [(look.note(" " + say("A quiet turn.")),)]


def aims_rows(view: View, width: int, look: Look) -> list[Row]:
    """What the seat is judged by, as it stands."""
    if view.score is None:
        return []
    points = say("{points} points, {win} to win", points=view.score.points, win=view.score.win)
    return [
        (look.strong(f" {points}"),),
        *(aim_row(one, width, look) for one in view.score.objectives),
    ]
