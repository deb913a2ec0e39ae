"""``debrief``: after the verdict, what came of it; on request, which decisions mattered."""

from __future__ import annotations

from csto_game.plain.desk import Desk
from csto_game.session.debrief import debrief, rivals, turning_points
from csto_game.session.debrief.words import debrief_lines, turning_lines
from csto_game.text.catalog import say


def tell_debrief(desk: Desk) -> None:
    """What needs no playing again; told by itself after the verdict."""
    match = desk.match
    found = debrief(match.table, match.header, desk.seat)
    others = rivals(match.path.parent, match.header, match.path.stem) if match.path else ()
    desk.write(*debrief_lines(desk.scenario, found, others))


def ask_debrief(desk: Desk, rest: str) -> None:
    """The whole debrief, the decisions that mattered included."""
    match = desk.match
    if not match.over:
        desk.complain(say("debrief.running"))
        return
    tell_debrief(desk)
    workers = desk.forecaster.workers
    progress = _Tenths(desk) if desk.prompts else None
    found = turning_points(match.table, match.header, workers, seat=desk.seat, tell=progress)
    points = debrief(match.table, match.header, desk.seat).points
    desk.write(*turning_lines(desk.scenario, found, points))


class _Tenths:
    """A line for each quarter of the work."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.last = 0

    def __call__(self, done: int, of: int) -> None:
        percent = 100 * done // max(1, of) // 25 * 25
        if percent > self.last:
            self.desk.write(say("debrief.progress", percent=percent))
        self.last = percent
