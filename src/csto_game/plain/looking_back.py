"""``debrief``: after the verdict, what came of it; on request, which decisions mattered."""

from __future__ import annotations

from csto_game.plain.desk import Desk
from csto_game.session.debrief import debrief, rivals, turning_points
from csto_game.session.debrief.words import debrief_lines, turning_lines
from csto_game.text.catalog import say


def tell_debrief(desk: Desk) -> None:
    """What needs no playing again, for every person here; told by itself after the verdict."""
    for n, seat in enumerate(_persons(desk)):
        _tell(desk, seat, with_others=n == 0)


def ask_debrief(desk: Desk, rest: str) -> None:
    """The whole debrief, the decisions that mattered included: of one's own seat, of all persons here, or of
    the seat that was named.
    """
    match = desk.match
    if not match.over:
        desk.complain(say("debrief.running"))
        return
    seats, named = tuple(match.header.seats), rest.strip().upper()
    if named and named not in seats:
        desk.complain(say("debrief.no_seat", seat=rest.strip(), seats=", ".join(seats)))
        return
    for n, seat in enumerate((named,) if named else _persons(desk)):
        _tell(desk, seat, with_others=n == 0)
        progress = _Tenths(desk) if desk.prompts else None
        workers = desk.forecaster.workers
        found = turning_points(match.table, match.header, workers, seat=seat, tell=progress)
        points = debrief(match.table, match.header, seat).points
        desk.write(*turning_lines(desk.scenario, found, points))


def _persons(desk: Desk) -> tuple[str, ...]:
    """Who is told: by mail whoever opened the file, at one machine everybody at it."""
    return (desk.seat,) if desk.only else desk.match.persons or (desk.seat,)


def _tell(desk: Desk, seat: str, *, with_others: bool) -> None:
    match = desk.match
    found = debrief(match.table, match.header, seat)
    has_folder = with_others and match.path is not None
    others = (
        rivals(match.path.parent, match.header, match.path.stem)
        if has_folder and match.path
        else ()
    )
    desk.write(*debrief_lines(desk.scenario, found, others))


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
