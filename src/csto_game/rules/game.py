"""The game: begin, step, options, refusals. Pure functions on frozen States."""

from __future__ import annotations

import sys
from array import array
from hashlib import blake2b
from operator import attrgetter

from attrs import fields, frozen

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import Refusal
from csto_game.model.rng import MASK
from csto_game.model.state import (
    Card,
    Climb,
    Due,
    Pledge,
    Sortie,
    State,
    Tabled,
    Troop,
    Waiting,
)
from csto_game.rules import parting, turn
from csto_game.rules.book import Book
from csto_game.rules.commands import KINDS, PHASE_OF
from csto_game.rules.commands.base import refuse
from csto_game.rules.draft import Draft
from csto_game.rules.events import read_log
from csto_game.rules.mechanisms import forces
from csto_game.rules.opening import opening_troops


@frozen
class Step:
    """What a command made: the new State and what happened."""

    state: State
    events: tuple[Event, ...]


# ── beginning ───────────────────────────────────────────────────────


def new_game(book: Book, seed: int, *, persons: tuple[str, ...] = (), difficulty: str = "") -> Step:
    """The State in phase ``plan`` of turn 1. ``persons`` are the seats that people play: only they
    feel the difficulty's effects.
    """
    blank = _blank(book, seed)
    draft = Draft(book, blank)
    turn.set_clock(draft)
    if draft.troops:
        forces.refresh(draft)
        draft.log = []  # the pool as it stands at the start is no change
    turn.remember(draft)
    chosen = book.scenario.difficulties.get(difficulty)
    if chosen is not None:
        deed = book.block(chosen.do, f"difficulty.{chosen.id}")
        none = book.layout.none
        for seat in persons:
            if deed is not None:
                deed(draft, book.layout.index[seat], none, none, 0)
    parting.remember_persons(draft, persons)
    turn.begin(draft)
    return Step(draft.freeze(), read_log(draft, begun=blank))


def _blank(book: Book, seed: int) -> State:
    troops = opening_troops(book)
    return State(
        seed=seed & MASK,
        turn=1,
        phase="start",
        active=book.seats[0],
        acts=0,
        ended=(),
        serial=len(troops),
        values=book.opening,
        troops=troops,
    )


# ── playing ─────────────────────────────────────────────────────────


def step(book: Book, state: State, command: Command) -> Step | Refusal:
    """Carry a command out, or say why not. A refused command changes nothing."""
    draft = Draft(book, state)
    refused = refusal_on(draft, command)
    if refused is not None:
        return refused
    apply(draft, command)
    return Step(draft.freeze(), read_log(draft, str(command), state))


def apply(draft: Draft, command: Command) -> None:
    """Carry a legal command out on a Draft."""
    draft.moves = 0
    KINDS[command.kind].apply(draft, command)


def refusal(book: Book, state: State, command: Command) -> Refusal | None:
    """Why the command cannot be done now; None if it can."""
    return refusal_on(Draft(book, state, log=False), command)


def refusal_on(draft: Draft, command: Command) -> Refusal | None:
    """The same for a Draft that is being played on."""
    layout = draft.book.layout
    if draft.phase == "over":
        return refuse("game_over")
    if command.seat not in layout.index or layout.index[command.seat] not in draft.book.seat_set:
        return refuse("unknown_target", word=command.seat)
    if command.kind not in KINDS:
        return refuse("unknown_word", word=command.kind)
    if layout.index[command.seat] != draft.active:
        return refuse("not_your_turn", active=layout.codes[draft.active])
    if PHASE_OF[command.kind] != draft.phase:
        return refuse("wrong_phase", phase=draft.phase, kind=command.kind)
    return KINDS[command.kind].refusal(draft, command)


def options(book: Book, state: State, seat: str) -> tuple[Command, ...]:
    """Every legal command of the seat now; empty when it is not asked."""
    draft = Draft(book, state, log=False)
    if book.layout.index.get(seat) != draft.active or draft.phase == "over":
        return ()
    found: list[Command] = []
    for name, kind in KINDS.items():
        if PHASE_OF[name] == draft.phase:
            found.extend(kind.options(draft, draft.active))
    return tuple(found)


def seats(book: Book) -> tuple[str, ...]:
    """Codes of all seats, in file order."""
    return tuple(book.layout.codes[seat] for seat in book.seats)


# ── sameness ────────────────────────────────────────────────────────


_LISTS = tuple(
    (name, attrgetter(*(field.name for field in fields(record))))
    for name, record in (
        ("cards", Card), ("dues", Due), ("waiting", Waiting), ("crises", Climb), ("promises", Pledge),
        ("motions", Tabled), ("sorties", Sortie), ("troops", Troop),
    )
)  # fmt: skip
"""The State's lists, and how a record of each becomes a plain tuple."""


def fingerprint(state: State) -> str:
    """16 hex digits that are the same wherever the same game stands at the same point.

    All numbers as 64-bit little-endian integers and all lists as text enter; of the tally, its size
    and the running sum of what was counted when.
    """
    digest = blake2b(digest_size=8)
    numbers = array("q", state.values)
    if sys.byteorder == "big":
        numbers.byteswap()
    digest.update(numbers.tobytes())
    lists = [[facts(record) for record in getattr(state, name)] for name, facts in _LISTS]
    head = (
        state.seed, state.turn, state.phase, state.active, state.acts, state.ended, state.serial, state.chapter,
        state.verdict, len(state.tally), state.counted,
    )  # fmt: skip
    digest.update(repr((head, lists)).encode())
    return digest.hexdigest()
