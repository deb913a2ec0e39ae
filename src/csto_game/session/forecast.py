"""Forecasts: how the headline numbers of a seat may go, as bands, and the chances of endings.

Bands come from forks (`forks`) of the world as the seat imagines it (`imagined`). A forecast of a
command uses the same luck as the one without it. Fewer forks than asked for are still a forecast,
only a coarser one; ``n`` says how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Lock

from attrs import frozen

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.players.leader import Likes
from csto_game.rules import Book, fingerprint, refusal, view
from csto_game.session.forks import Course, Crisis, Fork
from csto_game.session.imagined import imagined_world, unknown_to
from csto_game.session.outlook import POINTS, Band, Forecast, numbers
from csto_game.session.spread import middle, odds, quantiles
from csto_game.session.workers import Stop, Workers

FORKS = 100
AHEAD = 8
MOST_KEPT = 6
"""Courses whose forks are remembered: of a hundred forks, each takes a quarter of a megabyte."""


Tell = Callable[[Forecast], None]


@frozen
class Asked:
    """What forks are asked of crises alone: for which seat, after which command, how far ahead and how many.

    Leaders begin with what they would do in the world ``like``, which is worked out once.
    """

    seat: str
    command: Command | None
    ahead: int
    crises: tuple[Crisis, ...]
    count: int
    like: State


class Forecaster:
    """Makes forecasts of one game and remembers its forks. May be asked from another thread."""

    def __init__(
        self, book: Book, *, jobs: int | None = None, kinds: Mapping[str, str] | None = None
    ) -> None:
        self.book = book
        self.workers = Workers(book, jobs, kinds)
        self._known: dict[tuple[object, ...], dict[int, Fork]] = {}
        self._liked: tuple[tuple[str, str], tuple[Likes, ...]] | None = None
        self._lock = Lock()

    def ask(
        self,
        state: State,
        seat: str,
        command: Command | None = None,
        *,
        forks: int = FORKS,
        ahead: int = AHEAD,
        tell: Tell | None = None,
        stop: Stop | None = None,
    ) -> Forecast:
        """A forecast for the seat; with a command, of what may come after it.

        ``tell`` gets coarser forecasts while it is worked out; ``stop`` ends it early with what there is.
        """
        ahead = max(1, min(ahead, self.book.scenario.clock.turns + 1 - state.turn))
        course, now = self._course(state, seat, command, ahead, stop)
        refused = refusal(self.book, state, command) if command else None
        if refused is not None or state.phase == "over":
            return self._forecast(course, now, forks, {}, refused or Refusal("game_over"))
        key = (fingerprint(state), seat, str(command or ""), ahead)
        with self._lock:
            known = self._known.setdefault(key, {})
            self._forget()
            missing = [nonce for nonce in range(1, forks + 1) if nonce not in known]
            missing = missing if course.likes else []  # stopped before it began
            for fork in self._play(course, missing, stop):
                known[fork.nonce] = fork
                if tell and len(known) % max(4, forks // 10) == 0:
                    tell(self._forecast(course, now, forks, known))
            chosen = {nonce: known[nonce] for nonce in sorted(known)[:forks]}
        return self._forecast(course, now, forks, chosen)

    def forks(
        self,
        start: State,
        asked: Asked,
        *,
        tell: Callable[[int], None] | None = None,
        stop: Stop | None = None,
    ) -> list[Fork]:
        """Forks from a moment, in the order of their numbers; fewer if ``stop`` says so."""
        now = imagined_world(self.book, asked.like, asked.seat)
        likes = self._likes(asked.like, asked.seat, now, stop)
        course = Course(
            now if start is asked.like else imagined_world(self.book, start, asked.seat),
            asked.seat, asked.ahead, (), asked.command,
            is_blind=True, unknown=unknown_to(self.book, start, asked.seat), likes=likes,
            crises=asked.crises,
        )  # fmt: skip
        key = (fingerprint(start), asked.seat, str(asked.command or ""), asked.ahead, asked.crises)
        with self._lock:
            known = self._known.setdefault(key, {})
            self._forget()
            missing = [nonce for nonce in range(1, asked.count + 1) if nonce not in known]
            for fork in self._play(course, missing if likes else [], stop):
                known[fork.nonce] = fork
                if tell:
                    tell(len(known))
            return [known[nonce] for nonce in sorted(known)[: asked.count]]

    def _play(self, course: Course, nonces: Sequence[int], stop: Stop | None) -> Iterator[Fork]:
        return self.workers.play(course, nonces, stop)

    def warm(self) -> None:
        """Get ready for the first question."""
        self.workers.warm()

    def close(self) -> None:
        """Let the processes go."""
        self.workers.close()

    def _forget(self) -> None:
        while len(self._known) > MOST_KEPT:
            del self._known[next(iter(self._known))]

    def _course(
        self, state: State, seat: str, command: Command | None, ahead: int, stop: Stop | None = None
    ) -> tuple[Course, tuple[tuple[str, str, int], ...]]:
        now = headline(self.book, state, seat)
        paths = tuple(path for path, _, _ in now if path != POINTS)
        world = imagined_world(self.book, state, seat)
        likes, unknown = self._likes(state, seat, world, stop), unknown_to(self.book, state, seat)
        course = Course(
            world, seat, ahead, paths, command, is_blind=True, unknown=unknown, likes=likes
        )
        return course, now

    def _likes(self, state: State, seat: str, world: State, stop: Stop | None) -> tuple[Likes, ...]:
        """What leaders would do in the seat's imagined world; worked out once for all its courses."""
        key = (fingerprint(state), seat)
        if self._liked is None or self._liked[0] != key:
            found = self.workers.likes(world, stop)
            if found is None:
                return ()
            self._liked = (key, found)
        return self._liked[1]

    def _forecast(
        self,
        course: Course,
        now: tuple[tuple[str, str, int], ...],
        asked: int,
        known: dict[int, Fork],
        refused: Refusal | None = None,
    ) -> Forecast:
        forks = [known[nonce] for nonce in sorted(known)]
        turn, paths = course.state.turn, [path for path, _, _ in now]
        bands = [
            _band(fact, turn, [[row[n] for row in numbers(fork, paths)] for fork in forks])
            for n, fact in enumerate(now)
        ]
        won = sum(fork.won for fork in forks)
        return Forecast(
            seat=course.seat,
            turn=turn,
            ahead=course.ahead,
            n=len(forks),
            asked=asked,
            bands=tuple(bands) if forks else (),
            endings=odds([fork.ending for fork in forks]),
            winning=middle(100 * won, len(forks)),
            command=course.command,
            refusal=refused,
            forks=tuple(forks),
        )


def headline(book: Book, state: State, seat: str) -> tuple[tuple[str, str, int], ...]:
    """(path, label, value now) of the numbers that are forecast: the seat's points, its headline
    and the strip, as far as it may know them.
    """
    seen = view(book, state, seat)
    stats = book.scenario.stats
    figures = {
        figure.path: (figure.path, figure.label, figure.value)
        for figure in (*seen.headline, *seen.strip)
        if figure.known and stats[figure.stat].holds == "number"
    }
    scores = seen.ended.scores if seen.ended else (seen.score,)
    points = [(POINTS, POINTS, row.points) for row in scores if row and row.seat == seat]
    return (*points, *figures.values())


def _band(fact: tuple[str, str, int], turn: int, courses: list[list[int]]) -> Band:
    path, label, now = fact
    rows = tuple(
        (turn + n, *quantiles(values)) for n, values in enumerate(zip(*courses, strict=True), 1)
    )
    return Band(path, label, now, rows)
