"""Forks: how a game might go on. Programs play every seat, chance is imagined.

A fork begins in a world as a seat imagines it and draws from a seed of its own; the same number
gives the same luck whatever is done first, so that two courses can be compared fork by fork.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cached_property

from attrs import evolve, frozen

from csto_game.model.command import Command
from csto_game.model.rng import imagined
from csto_game.model.state import ANYBODY, State
from csto_game.players import DEFAULT_SKILL
from csto_game.players.base import Dice, choose_on
from csto_game.players.leader import GREEDY, Leader
from csto_game.rules import Book, score
from csto_game.rules.draft import Draft
from csto_game.rules.game import apply, refusal_on
from csto_game.rules.texts import value_of
from csto_game.session.numbers import Place, find, slot
from csto_game.session.programs import wave_by

HURRIED = evolve(GREEDY, looks=6)
"""Greedy leaders that look at half as many acts: a fork of eight turns must cost some 50 ms."""

MOST_COMMANDS = 100
"""After so many commands of one seat in a turn its planning is ended."""

TOLD = ("crisis", "motion", "incident", "ending")
"""Kinds of things whose happening in a fork may explain where it went."""


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


class Crowd:
    """Greedy programs for every seat, made once and begun anew for each fork."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @cached_property
    def _models(self) -> dict[int, Leader]:
        return {s: Leader(self.book, s, 0, DEFAULT_SKILL, HURRIED) for s in self.book.seats}

    def sit_down(self, seed: int) -> dict[int, Leader]:
        """Programs that have not thought yet, with dice from this seed."""
        players = {}
        for seat, model in self._models.items():
            players[seat] = player = copy(model)
            player.dice = Dice.of(seed, f"leader.{player.code}")
        return players

    def fork(self, course: Course, nonce: int) -> Fork:
        """Play one way on."""
        draft = Draft(self.book, course.state, log=False)
        draft.imagine(nonce)
        first = draft.turn
        places = [find(self.book, path) for path in course.paths]
        players = self.sit_down(draft.seed ^ imagined(nonce, first))
        _begin(draft, course)
        rows: list[tuple[int, ...]] = []
        points: list[int] = []
        count, moment = 0, (0, 0)
        while len(rows) < course.ahead:
            if draft.turn != first + len(rows) or draft.phase == "over":
                rows.append(tuple(_value(draft, place) for place in places))
                points.append(_points(draft, course.seat))
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
        )

    def forks(self, course: Course, nonces: Sequence[int]) -> list[Fork]:
        """Several, one after another."""
        return [self.fork(course, nonce) for nonce in nonces]


def _begin(draft: Draft, course: Course) -> None:
    if course.skip:
        draft.acts += 1
    elif course.command is not None and refusal_on(draft, course.command) is None:
        apply(draft, course.command)


def _choice(draft: Draft, player: Leader, *, is_long: bool) -> Command:
    """What the program wants; if that cannot be, it waves its turn by."""
    if not is_long:
        wish = choose_on(player, draft)
        if refusal_on(draft, wish) is None:
            return wish
    return wave_by(draft, player.code)


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
