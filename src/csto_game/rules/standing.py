"""How a seat stands: its objectives and points now, and all seats' results at the end."""

from __future__ import annotations

from csto_game.model.view import Ended, ObjectiveRow, Score
from csto_game.rules import parting, score
from csto_game.rules.draft import Draft
from csto_game.rules.texts import fill

TIME = ("Time", "The last turn has passed.")
"""The built-in ending's name and text, for worlds that write none of their own."""


def score_row(draft: Draft, seat: str) -> Score | None:
    """The seat's role as if the game ended now; None for seats without a role."""
    role = draft.book.roles.get(seat)
    if role is None:
        return None
    own = parting.parted(draft, role.seat)
    if own is not None:
        return _row(draft, seat, parting.points_of(draft, own, role.seat), won=False)
    total = min(max(score.role_points(draft, role), 0), score.FULL)
    return _row(draft, seat, total, won=total >= role.role.win)


def _row(draft: Draft, seat: str, total: int, *, won: bool) -> Score:
    role = draft.book.roles[seat]
    rows = tuple(
        ObjectiveRow(
            id=code.objective.id,
            name=fill(draft, code.objective.name, role.seat, -1),
            text=fill(draft, code.objective.text, role.seat, -1),
            holds=score.holds(draft, code),
            points=score.points(draft, code),
            judged=code.objective.judged,
        )
        for code in role.objectives
    )
    return Score(seat, role.role.id, role.role.name, total, role.role.win, won, rows)


def ended_row(draft: Draft) -> Ended | None:
    """The verdict in words; None while play goes on."""
    verdict = draft.verdict
    if verdict is None:
        return None
    ending = draft.book.scenario.endings.get(verdict.ending)
    name, text = (ending.name, ending.text) if ending else TIME
    whose = parting.seat_of(draft, verdict.ending)
    return Ended(
        ending=verdict.ending,
        name=fill(draft, name, whose, -1),
        text=fill(draft, text, whose, -1),
        scores=tuple(
            _row(draft, seat, points, won=seat in verdict.won) for seat, points in verdict.scores
        ),
    )
