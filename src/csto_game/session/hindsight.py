"""Forecast and fact: what was to be expected of a turn once a seat had given its orders, and what came.

The forecast is as blind as any: from what the seat knew at that moment, on imagined dice. It is made
afterwards, so that nobody waits for it while playing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import define, field, frozen

from csto_game.model.state import State
from csto_game.session.forecast import Forecaster, headline
from csto_game.session.table import Table
from csto_game.session.workers import Stop

FORKS = 24
"""Imagined turns: a forecast of one turn needs fewer than one of eight."""
BACK = 8
"""Turns over which it is counted how often the band held."""


@frozen
class Outcome:
    """One number: its 10, 50 and 90 % for the start of the next turn, and what it was then."""

    path: str
    before: int
    low: int
    half: int
    high: int
    fact: int

    @property
    def side(self) -> int:
        """-1 below the band, 1 above it, 0 inside."""
        return -1 if self.fact < self.low else 1 if self.fact > self.high else 0


@frozen
class Judgement:
    """One turn of one seat, from ``n`` imagined ones."""

    turn: int
    n: int
    outcomes: tuple[Outcome, ...]

    @property
    def held(self) -> int:
        """How many numbers came out inside their bands."""
        return sum(not one.side for one in self.outcomes)


@define
class Hindsight:
    """Judges turns of one seat at one table; a turn that is over is judged once."""

    table: Table
    seat: str
    _forecaster: Forecaster = field(init=False)
    _known: dict[int, tuple[int, Judgement]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        # In this process: some 200 ms of it, which is less than a second process takes to start.
        self._forecaster = Forecaster(self.table.book, jobs=0)

    def judge(self, turn: int, stop: Stop | None = None) -> Judgement | None:
        """That turn; None while it is not over, where the seat was not asked, or if ``stop`` said so."""
        place, end = self._committed(turn), self._after(turn)
        if place is None or end is None:
            return None
        known = self._known.get(turn)
        if known and known[0] == place:
            return known[1]
        book, seat = self.table.book, self.seat
        start = self.table.log.steps[place].state
        said = self._forecaster.ask(start, seat, forks=FORKS, ahead=1, stop=stop)
        if said.n < FORKS or not said.bands:
            return None
        facts = {path: value for path, _, value in headline(book, end, seat)}
        outcomes = tuple(
            Outcome(band.path, band.now, *band.last[1:], facts[band.path])
            for band in said.bands
            if band.path in facts
        )
        judgement = Judgement(turn, said.n, outcomes)
        self._known[turn] = (place, judgement)
        return judgement

    def turns(self) -> tuple[int, ...]:
        """Turns that are over, the last first, as far back as counts."""
        last = self.table.state.turn - (self.table.state.verdict is None)
        return tuple(range(last, max(0, last - BACK), -1))

    def _committed(self, turn: int) -> int | None:
        """The step after which the seat had ended its planning; if that ended the turn, was asked last."""
        viewer = self.table.book.layout.index[self.seat]
        steps = self.table.log.steps
        first = bisect_left(steps.turns, turn)
        asked = None
        for place in range(first, bisect_right(steps.turns, turn)):
            state = steps[place].state
            if state.phase == "over":
                continue
            if viewer in state.ended:
                return place
            if state.active == viewer and state.phase == "plan":
                asked = place
        return asked

    def _after(self, turn: int) -> State | None:
        """Where the next turn's planning began, or the end of the game."""
        table = self.table
        if table.state.verdict is not None and turn == table.state.turn:
            return table.state
        return table.log.opening(turn + 1)
