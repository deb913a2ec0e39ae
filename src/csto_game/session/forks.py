"""Forks: how a game might go on. Programs play every seat, chance is imagined.

A fork begins in a world as a seat imagines it and draws from a seed of its own; the same number
gives the same luck whatever is done first, so that two courses can be compared fork by fork.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from functools import cached_property

from attrs import evolve, frozen

from csto_game.model.command import Command
from csto_game.model.rng import imagined
from csto_game.model.state import ANYBODY, State
from csto_game.players import DEFAULT_SKILL, KINDS, Player
from csto_game.players.base import Dice, choose_on
from csto_game.players.leader import GREEDY, PLANNER, Habits, Leader, Likes
from csto_game.rules import Book, new_game, score
from csto_game.rules.belief import believing
from csto_game.rules.draft import Draft
from csto_game.rules.game import apply, refusal_on
from csto_game.rules.mechanisms.deck import guess_hands
from csto_game.rules.texts import value_of
from csto_game.session.numbers import Place, find, slot
from csto_game.session.programs import wave_by
from csto_game.session.rote import Given, Rote

HURRIED: Mapping[str, Habits] = {
    "greedy": evolve(GREEDY, looks=10),
    "planner": evolve(PLANNER, looks=7, liked=60, bills=1, rank_once=True),
}
"""Leaders in a hurry: a fork of eight turns must cost some 50 ms. They look at few acts, but begin with
what a leader with time would do in this situation (`likes`)."""

CAREFUL: Mapping[str, Habits] = {
    "greedy": GREEDY,
    "planner": evolve(PLANNER, looks=14, liked=60, bills=3, rank_once=True),
}
"""In the seat that asks, whose numbers are forecast, time is better spent."""

USUAL = "planner"
"""Who is thought to sit where nothing else is known, and in place of persons."""

MOST_COMMANDS = 100
"""After so many commands of one seat in a turn its planning is ended."""

TOLD = ("crisis", "motion", "incident", "ending")
"""Kinds of things whose happening in a fork may explain where it went."""


Crisis = tuple[str, str, str]
"""A crisis, by whom and towards whom."""


@frozen
class Course:
    """What forks are asked: from which world, for whom, what is done first, which numbers count.

    ``command`` is the words of the seat's command (a vote, a verb …), or None for what its program
    would do; ``skip`` has the seat do nothing where the command would be.
    """

    state: State
    seat: str
    ahead: int
    paths: tuple[str, ...]
    command: Command | None = None
    skip: bool = False
    is_blind: bool = False
    """Is it a world as a seat imagines it? Then each fork guesses what the seat cannot know."""
    unknown: tuple[int, ...] = ()
    """Slots that the seat knows nothing of: each fork takes them from another game's opening."""
    script: tuple[Given, ...] = ()
    """What the seat gives by heart; without it a program plays on."""
    crises: tuple[Crisis, ...] = ()
    """Crises whose steps are asked for."""
    likes: tuple[Likes, ...] = ()
    """What each seat, in the order of seats, would do with time to think."""


@frozen
class Fork:
    """One way it might go. ``rows`` are the numbers of the course's paths at the start of each turn
    after the present one, ``points`` the seat's points there; after an ending the last ones stay.
    """

    nonce: int
    rows: tuple[tuple[int, ...], ...]
    points: tuple[int, ...]
    ending: str
    won: bool
    facts: tuple[str, ...] = ()
    steps: tuple[tuple[int, ...], ...] = ()
    """Where the course's crises stand at the same moments: 0 for over, 1 for the first rung."""


class Crowd:
    """Programs for every seat, made once and begun anew for each fork. ``kinds`` says who is known to
    sit where (code → kind); whoever is not there, and persons, are played by the usual kind.
    """

    def __init__(self, book: Book, kinds: Mapping[str, str] | None = None) -> None:
        self.book = book
        codes = book.layout.codes
        self.kinds = {
            seat: kind if (kind := (kinds or {}).get(codes[seat], USUAL)) in KINDS else USUAL
            for seat in book.seats
        }

    @cached_property
    def _models(self) -> dict[tuple[int, bool], Player]:
        return {
            (seat, asks): self._model(seat, kind, CAREFUL if asks else HURRIED)
            for seat, kind in self.kinds.items()
            for asks in (False, True)
        }

    def _model(self, seat: int, kind: str, habits: Mapping[str, Habits]) -> Player:
        if kind in habits:
            return Leader(self.book, seat, 0, DEFAULT_SKILL, habits[kind])
        return KINDS[kind].make(self.book, seat, 0, DEFAULT_SKILL)

    def sit_down(self, seed: int, asker: int, likes: Sequence[Likes] = ()) -> dict[int, Player]:
        """Programs that have not thought yet, with dice from this seed."""
        players = {}
        for n, seat in enumerate(self.kinds):
            players[seat] = player = copy(self._models[seat, seat == asker])
            if hasattr(player, "dice"):
                player.dice = Dice.of(seed, f"leader.{self.book.layout.codes[seat]}")
            if likes and isinstance(player, Leader):
                player.take_up(likes[n] if seat == asker else _some(likes[n], player.dice))
        return players

    def likes(self, state: State) -> tuple[Likes, ...]:
        """What each seat would do in this world if it planned now and had time."""
        return tuple(self._likes(state, seat) for seat in self.book.seats)

    def _likes(self, state: State, seat: int) -> Likes:
        # Only planners look at everything; what others have hit upon so far nobody knows.
        if self.kinds[seat] != "planner" or state.phase == "over":
            return Likes((), ())
        draft = Draft(self.book, state, log=False)
        draft.acts, draft.phase = 0, "plan"
        leader = Leader(self.book, seat, 0, DEFAULT_SKILL, PLANNER)
        leader.noise = 0
        with believing(draft, seat) as belief:
            return leader.wishes(belief)

    def fork(self, course: Course, nonce: int) -> Fork:
        """Play one way on."""
        draft = Draft(self.book, course.state, log=False)
        draft.imagine(nonce)
        _guess(draft, course)
        first = draft.turn
        places = [find(self.book, path) for path in course.paths]
        players = self.sit_down(
            draft.seed ^ imagined(nonce, first),
            self.book.layout.index[course.seat],
            course.likes,
        )
        if course.script:
            asker = self.book.layout.index[course.seat]
            players[asker] = Rote(self.book, asker, course.script)
        _begin(draft, course)
        rows: list[tuple[int, ...]] = []
        points: list[int] = []
        steps: list[tuple[int, ...]] = []
        index = self.book.layout.index
        crises = [(name, index[by], index[to]) for name, by, to in course.crises]
        count, moment = 0, (0, 0)
        while len(rows) < course.ahead:
            if draft.turn != first + len(rows) or draft.phase == "over":
                rows.append(tuple(_value(draft, place) for place in places))
                points.append(_points(draft, course.seat))
                steps.append(tuple(draft.rung(*crisis) for crisis in crises))
                continue
            count = count + 1 if moment == (draft.turn, draft.active) else 0
            moment = (draft.turn, draft.active)
            apply(draft, _choice(draft, players[draft.active], is_long=count > MOST_COMMANDS))
        verdict = draft.verdict
        return Fork(
            nonce,
            tuple(rows),
            tuple(points),
            ending=verdict.ending if verdict else "",
            won=course.seat in verdict.won if verdict else _would_win(draft, course.seat),
            facts=_facts(draft, course.state),
            steps=tuple(steps) if crises else (),
        )

    def warm(self) -> None:
        """Play two turns from the beginning, so that the world's rules are compiled before they are needed."""
        start = new_game(self.book, 0).state
        self.fork(Course(start, self.book.layout.codes[self.book.seats[0]], 2, ()), 1)

    def forks(self, course: Course, nonces: Sequence[int]) -> list[Fork]:
        """Several, one after another."""
        return [self.fork(course, nonce) for nonce in nonces]


def _guess(draft: Draft, course: Course) -> None:
    """What was drawn in secret as the game began is drawn anew, and so are the hands of others."""
    if course.unknown:
        opening = new_game(draft.book, draft.seed).state.values
        for slot in course.unknown:
            draft.v[slot] = opening[slot]
    if course.is_blind and draft.phase == "plan":
        guess_hands(draft, draft.book.layout.index[course.seat])


def _begin(draft: Draft, course: Course) -> None:
    if course.skip:
        draft.acts += 1
    elif course.command is not None and refusal_on(draft, course.command) is None:
        apply(draft, course.command)


def _some(likes: Likes, dice: Dice) -> Likes:
    """Four acts of five: leaders are not of one mind in every fork."""
    return Likes(tuple(act for act in likes.acts if dice.below(5)), likes.bills)


def _choice(draft: Draft, player: Player, *, is_long: bool) -> Command:
    """What the program wants; if that cannot be, it waves its turn by."""
    if not is_long:
        wish = choose_on(player, draft)
        if refusal_on(draft, wish) is None:
            return wish
    return wave_by(draft, draft.book.layout.codes[player.seat])


def _value(draft: Draft, place: Place) -> int:
    if place.is_derived:
        owners = [owner for owner in (place.owner, place.toward) if owner is not None]
        return value_of(draft, place.stat, owners)
    return draft.v[slot(draft.book, place)]


def _points(draft: Draft, seat: str) -> int:
    """The seat's points as if the game ended now, or as it did end."""
    if draft.verdict:
        return dict(draft.verdict.scores).get(seat, 0)
    role = draft.book.roles.get(seat)
    return min(max(score.role_points(draft, role), 0), score.FULL) if role else 0


def _would_win(draft: Draft, seat: str) -> bool:
    role = draft.book.roles.get(seat)
    return role is not None and _points(draft, seat) >= role.role.win


def _facts(draft: Draft, begun: State) -> tuple[str, ...]:
    """What happened in the fork that may be told of: addresses, and ``left CODE``, ``joined CODE``."""
    found = [
        thing
        for (thing, by, _), (_, last) in draft.tally.items()
        if by == ANYBODY
        and last >= begun.turn
        and _is_told(thing)
        and begun.tally.get((thing, by, ANYBODY)) != draft.tally[thing, by, ANYBODY]
    ]
    base = draft.book.layout.base["membership"]
    for n in range(draft.book.layout.countries):
        before, after = begun.values[base + n] == 0, draft.v[base + n] == 0
        if before != after:
            found.append(f"{'left' if before else 'joined'} {draft.book.layout.codes[n]}")
    return tuple(sorted(found))


def _is_told(thing: str) -> bool:
    kind, _, rest = thing.partition(".")
    return kind in TOLD and "." not in rest
