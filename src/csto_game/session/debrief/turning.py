"""Which decisions mattered: each is taken back in imagined games, and the end compared.

From the moment of a decision programs play on, in pairs with the same luck: once with the command as
it was given, once with none (a card by its default, a vote abstained). The mean difference of the
seat's points some turns later is the decision's worth; so few pairs are played that its error is
shown. Much later one could not tell: by then chance has made other games of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from csto_game.model.command import Command
from csto_game.model.scenario import Scenario
from csto_game.rules import Book, new_game
from csto_game.rules.draft import Draft
from csto_game.rules.names import command_name
from csto_game.session.debrief.deeds import Deed, deeds
from csto_game.session.debrief.script import script_of
from csto_game.session.forks import Course, Fork
from csto_game.session.header import Header
from csto_game.session.rote import Given
from csto_game.session.spread import mean_of, quantiles
from csto_game.session.table import Table
from csto_game.session.workers import Stop, Task, Workers
from csto_game.text.numbers import stat_of

CANDIDATES = 24
"""Decisions looked at closely: those that moved numbers most at once."""
FIRST_LOOK = (2, 8)
"""Pairs and turns of the first, short comparison."""
FINALISTS = 6
PAIRS = 16
LATER = 12
"""Turns after which the points are compared, as the mean over the last of them."""
SMOOTHED = 4
MOST = 3
USUAL = 12
"""Games from the start with other luck, in which a program has the seat."""


@frozen
class Decision:
    """``effect`` points, `LATER` turns on or at the end, came of it, give or take ``error`` (95 %),
    from ``pairs`` pairs of imagined games. ``sure``: the error leaves no doubt about the sign.
    """

    turn: int
    command: Command
    name: str
    effect: float
    error: float
    pairs: int

    @property
    def sure(self) -> bool:
        return abs(self.effect) > self.error


@frozen
class Turning:
    """``usual`` are the 10, 50 and 90 % of the points that programs reach in the seat with other
    luck, of ``games`` games; ``rote`` those of the seat's own commands given again, with the same luck as
    the programs had. None until played.
    """

    decisions: tuple[Decision, ...]
    usual: tuple[int, int, int] | None
    games: int
    rote: tuple[int, int, int] | None = None

    def luck(self, points: int) -> int | None:
        """By how many points the dice of the real game were kinder than others; None until played."""
        return points - self.rote[1] if self.rote else None


Tell = Callable[[int, int], None]
"""Told (imagined games done, of how many)."""


def turning_points(
    table: Table,
    header: Header,
    workers: Workers,
    *,
    seat: str = "",
    tell: Tell | None = None,
    stop: Stop | None = None,
) -> Turning:
    """The decisions of a finished game that mattered most, largest effect first; the usual result, and
    what the same commands come to with other dice.

    Takes some seconds; ``stop`` ends it with what there is.
    """
    seat = seat or next(iter(header.persons), "")
    done = _weighty(table, seat)
    pairs, ahead = FIRST_LOOK
    last_look = 2 * PAIRS * min(FINALISTS, len(done))
    work = _Work(workers, tell, stop, 2 * pairs * len(done) + last_look + 2 * USUAL)
    first = work.compare(table, seat, done, pairs, ahead)
    first.sort(key=lambda found: (-abs(found[1].effect), found[1].turn))
    finalists = first[:FINALISTS]
    last = work.compare(table, seat, [deed for deed, _ in finalists], PAIRS, LATER)
    looked = {id(deed) for deed, _ in last}
    # Stopped early, the first look is better than none; its error says how coarse it is.
    decisions = [decision for deed, decision in finalists if id(deed) not in looked]
    decisions += [decision for _, decision in last]
    decisions.sort(key=lambda decision: (-abs(decision.effect), decision.turn))
    ends = work.usual(table.book, header, seat)
    usual = quantiles(ends) if ends else None
    again = work.usual(table.book, header, seat, script_of(table, seat))
    rote = quantiles(again) if again else None
    return Turning(tuple(decisions[:MOST]), usual, len(ends), rote)


class _Work:
    """Plays tasks and counts their forks."""

    def __init__(self, workers: Workers, tell: Tell | None, stop: Stop | None, of: int) -> None:
        self.workers, self.tell, self.stop, self.of = workers, tell, stop, of
        self.done = 0

    def play(self, tasks: Sequence[Task]) -> dict[int, list[Fork]]:
        found: dict[int, list[Fork]] = {}
        for number, forks in self.workers.play_all(tasks, self.stop):
            found.setdefault(number, []).extend(forks)
            self.done += len(forks)
            if self.tell:
                self.tell(min(self.done, self.of), self.of)
        return found

    def compare(
        self, table: Table, seat: str, done: Sequence[Deed], pairs: int, ahead: int
    ) -> list[tuple[Deed, Decision]]:
        nonces = tuple(range(1, pairs + 1))
        courses = [course for deed in done for course in _pair(table.book, deed, seat, ahead)]
        found = self.play([(course, nonces) for course in courses])
        rows: list[tuple[Deed, Decision]] = []
        for n, deed in enumerate(done):
            with_it, without = (_ends(found.get(2 * n + side, [])) for side in (0, 1))
            both = [with_it[nonce] - without[nonce] for nonce in with_it if nonce in without]
            if both:
                effect, error = (number / SMOOTHED for number in mean_of(both))
                rows.append((deed, _decision(table.book, deed, effect, error, len(both))))
        return rows

    def usual(
        self, book: Book, header: Header, seat: str, script: tuple[Given, ...] = ()
    ) -> list[int]:
        """The points at the end of games with other luck; with a script the seat gives that by heart."""
        first = new_game(book, header.seed, persons=header.persons, difficulty=header.difficulty)
        course = Course(first.state, seat, book.scenario.clock.turns, (), script=script)
        tasks = [(course, (n, n + 1)) for n in range(1, USUAL + 1, 2)]
        return [fork.points[-1] for forks in self.play(tasks).values() for fork in forks]


def _ends(forks: Sequence[Fork]) -> dict[int, int]:
    """The points of the last turns together, by fork."""
    found = {}
    for fork in forks:
        last = fork.points[-SMOOTHED:]
        found[fork.nonce] = sum(last) + last[-1] * (SMOOTHED - len(last))
    return found


def _decision(book: Book, deed: Deed, effect: float, error: float, pairs: int) -> Decision:
    name = command_name(Draft(book, deed.before, log=False), deed.command)
    return Decision(deed.before.turn, deed.command, name, effect, error, pairs)


def _pair(book: Book, deed: Deed, seat: str, ahead: int) -> tuple[Course, Course]:
    """The course with the command, and the one without."""
    ahead = min(ahead, book.scenario.clock.turns + 1 - deed.before.turn)
    course = Course(deed.before, seat, ahead, (), deed.command)
    other = instead(book, deed.command)
    return course, evolve(course, command=other, skip=other is None)


def instead(book: Book, command: Command) -> Command | None:
    """What stands for not having given the command; None: the act is passed."""
    if command.kind == "option":
        return evolve(command, choice=book.scenario.incidents[command.thing].default)
    return evolve(command, choice="abstain") if command.kind == "vote" else None


def _weighty(table: Table, seat: str) -> list[Deed]:
    """Decisions that another could have been taken for, those that moved most first."""
    found = [d for d in deeds(table, seat) if instead(table.book, d.command) != d.command]
    scenario = table.book.scenario
    found.sort(key=lambda deed: (-_moved(scenario, deed), deed.before.turn))
    return found[:CANDIDATES]


def _moved(scenario: Scenario, deed: Deed) -> int:
    """How much changed at once or was set for later, in per cent of the numbers' ranges."""
    total = 0
    for event in deed.step.events:
        stat = stat_of(scenario, event.path) if event.kind in ("change", "later") else None
        # The step that ends a turn holds what happens by itself, too.
        if stat is not None and event.turn == deed.before.turn and event.phase == deed.before.phase:
            size = event.asked if event.kind == "later" else event.after - event.before
            total += 100 * abs(size) // max(1, stat.max - stat.min)
    return total
