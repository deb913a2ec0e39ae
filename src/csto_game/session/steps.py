"""The steps of a game in little room: turns that are over are put away, and made whole for who asks.

A State holds some thousand numbers and a turn some hundred events; whole, a campaign's would take 70 MB.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

from attrs import define, evolve, field, frozen

from csto_game.model.event import Event
from csto_game.model.state import State
from csto_game.rules import Step
from csto_game.session.packing import Packed, planned_on

WHOLE = 1
"""So many of the last turns are kept as they are."""

STRIDE = 8
"""Every so many turns an opening is kept as it is, for those after it to count from."""

_READ = 2
"""So many packed turns stay open for who reads on in them."""


@frozen(eq=False)
class _Store:
    """``old`` are turns put away, ``first`` the places of their first steps; ``new`` came after them."""

    old: tuple[Packed, ...] = ()
    first: tuple[int, ...] = ()
    packed: int = 0
    """Steps in ``old``."""
    new: list[Step] = field(factory=list)
    last: State | None = None
    """The opening that was put away last, itself: what has not changed since is the same object."""


@define(eq=False, repr=False)
class Steps(Sequence[Step]):
    """Steps since the start of a game, as a sequence of them.

    They are put away by `settle` only: who merely replays a game has no time to lose. Only one
    thread changes them; others may read meanwhile, so the store is looked at once and replaced whole.
    """

    _store: _Store = field(factory=_Store, alias="store")
    _turns: array[int] = field(factory=lambda: array("q"), alias="turns")
    _read: dict[Packed, tuple[tuple[Event, ...], ...]] = field(factory=dict, init=False)

    def __len__(self) -> int:
        store = self._store
        return store.packed + len(store.new)

    def append(self, step: Step) -> None:
        self._store.new.append(step)
        self._turns.append(step.state.turn)

    def extend(self, steps: Iterable[Step]) -> None:
        for step in steps:
            self.append(step)

    def settle(self, most: int = 4) -> None:
        """Put turns away that are over: so many at most, for this takes a while."""
        while most and self._is_full():
            self._pack()
            most -= 1

    def cut(self, length: int) -> None:
        """Forget what came after the first ``length``."""
        self._store = self._upto(length)
        del self._turns[length:]
        self._read.clear()

    def upto(self, length: int) -> Steps:
        """The first ``length``, kept as they are kept here."""
        return Steps(self._upto(length), self._turns[:length])

    # ── asking ──

    @property
    def turns(self) -> Sequence[int]:
        """The turn of each, in order. Nothing is made whole for it."""
        return self._turns

    @overload
    def __getitem__(self, place: int) -> Step: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Step]: ...
    def __getitem__(self, place: int | slice) -> Step | Sequence[Step]:
        if isinstance(place, slice):
            places = range(*place.indices(len(self)))
            is_start = (places.start, places.step) == (0, 1)
            return self.upto(len(places)) if is_start else [self[one] for one in places]
        store, at = self._store, range(len(self))[place]
        if at >= store.packed:
            return store.new[at - store.packed]
        number = bisect_right(store.first, at) - 1
        one, within = store.old[number], at - store.first[number]
        state = one.states(_opening(store.old, number), within)[-1]
        return Step(state, self._events(one)[within])

    def __iter__(self) -> Iterator[Step]:
        store = self._store
        for one, opening in zip(store.old, _openings(store.old), strict=True):
            yield from map(Step, one.states(opening), one.events())
        yield from tuple(store.new)

    def events(self, place: int) -> tuple[Event, ...]:
        """Those of one step; its State is not made whole."""
        store = self._store
        if place >= store.packed:
            return store.new[place - store.packed].events
        number = bisect_right(store.first, place) - 1
        return self._events(store.old[number])[place - store.first[number]]

    def opening(self, turn: int) -> State | None:
        """The first State of a turn, or None."""
        store = self._store
        number = bisect_left(store.old, turn, key=lambda one: one.turn)
        if number < len(store.old):
            return _opening(store.old, number) if store.old[number].turn == turn else None
        return next((step.state for step in store.new if step.state.turn == turn), None)

    def openings(self) -> Iterator[State]:
        """The first State of each turn; one at a time, for together they are large."""
        store, turn = self._store, 0
        for state in chain(_openings(store.old), [step.state for step in store.new]):
            if state.turn != turn:
                yield state
            turn = state.turn

    def numbers(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Each turn, and the numbers that it was planned on."""
        store, turn = self._store, 0
        for one in store.old:
            yield one.turn, one.numbers
            turn = one.turn
        for step in [*store.new]:
            if step.state.turn != turn:
                yield step.state.turn, planned_on(step.state)
            turn = step.state.turn

    # ── putting away ──

    def _is_full(self) -> bool:
        new = self._store.new
        return bool(new) and new[0].state.turn < new[-1].state.turn - WHOLE + 1

    def _pack(self) -> None:
        store = self._store
        turn = store.new[0].state.turn
        count = next(n for n, step in enumerate(store.new) if step.state.turn != turn)
        packed = Packed.of(store.new[:count], store.last if len(store.old) % STRIDE else None)
        self._store = _Store(
            (*store.old, packed),
            (*store.first, store.packed),
            store.packed + count,
            store.new[count:],
            store.new[0].state,
        )

    def _upto(self, length: int) -> _Store:
        store = self._store
        if length >= store.packed:
            return evolve(store, new=store.new[: length - store.packed])
        number = max(0, bisect_right(store.first, length) - 1)
        first, one = store.first[number], store.old[number]
        new = list(map(Step, one.states(_opening(store.old, number)), one.events()))
        return _Store(store.old[:number], store.first[:number], first, new[: length - first])

    def _events(self, one: Packed) -> tuple[tuple[Event, ...], ...]:
        found = self._read.get(one)
        if found is None:
            found = one.events()
            while len(self._read) >= _READ:
                self._read.pop(next(iter(self._read), one), None)
            self._read[one] = found
        return found


def kept(steps: Iterable[Step]) -> Steps:
    """The same steps, as a sequence of their own."""
    if isinstance(steps, Steps):
        return steps.upto(len(steps))
    made = Steps()
    made.extend(steps)
    return made


def _opening(old: Sequence[Packed], number: int) -> State:
    """The opening of a packed turn, from the last one that is kept as it is."""
    first = next(n for n in range(number, -1, -1) if old[n].opening.is_alone)
    return [*_openings(old[first : number + 1])][-1]


def _openings(old: Iterable[Packed]) -> Iterator[State]:
    state: State | None = None
    for one in old:
        state = one.opening.after(state)
        yield state
