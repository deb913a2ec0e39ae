"""The steps of a game in little room: of older States, only what set them apart from the one before.

A State holds some thousand numbers, of which a step changes a few; whole, a campaign's would take 60 MB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import ne
from typing import overload

from attrs import define, evolve, field, frozen

from csto_game.model.state import State, TallyKey
from csto_game.rules import Step

WHOLE = 16
"""So many of the last States at least are kept as they are."""

BLOCK = 32
"""So many are made thin at a time, but for the first of them and of each turn, which others are counted from."""


@frozen
class _Thin:
    """A State without its numbers and tally, and how these differ from the State before."""

    rest: State
    values: tuple[tuple[int, int], ...]
    tally: tuple[tuple[TallyKey, tuple[int, int]], ...]


@define(eq=False, repr=False)
class Steps(Sequence[Step]):
    """Steps since the start of a game, as a sequence of them.

    They are made thin by `settle` only: who merely replays a game has no time to lose.
    """

    _states: list[State | _Thin] = field(factory=list, alias="states")
    _steps: list[Step] = field(factory=list, alias="steps")
    """The steps as they came; those made thin, with what is left of their State."""
    _settled: int = field(default=0, alias="settled")
    """So many have been looked at by `settle`."""

    def __len__(self) -> int:
        return len(self._states)

    def append(self, step: Step) -> None:
        self._states.append(step.state)
        self._steps.append(step)

    def extend(self, steps: Iterable[Step]) -> None:
        for step in steps:
            self.append(step)

    def settle(self, most: int = 4) -> None:
        """Make what is old thin: so many blocks at most, for this takes a while."""
        while most and len(self) - self._settled >= BLOCK + WHOLE:
            # From behind, so that the State before is whole when it is compared.
            for place in range(self._settled + BLOCK - 1, self._settled, -1):
                self._thin(place)
            self._settled += BLOCK
            most -= 1

    def cut(self, length: int) -> None:
        """Forget what came after the first ``length``."""
        del self._states[length:], self._steps[length:]
        self._settled = min(self._settled, length)

    def upto(self, length: int) -> Steps:
        """The first ``length``, kept as they are kept here."""
        settled = min(self._settled, length)
        return Steps(self._states[:length], self._steps[:length], settled)

    def told(self) -> Sequence[Step]:
        """The steps for who asks for events, turns and the like, but not for numbers: nothing is made whole."""
        return self._steps

    @overload
    def __getitem__(self, place: int) -> Step: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Step]: ...
    def __getitem__(self, place: int | slice) -> Step | Sequence[Step]:
        if isinstance(place, slice):
            places = range(*place.indices(len(self)))
            is_start = (places.start, places.step) == (0, 1)
            return self.upto(len(places)) if is_start else [self[one] for one in places]
        at = range(len(self))[place]
        return Step(self._whole(at), self._steps[at].events)

    def __iter__(self) -> Iterator[Step]:
        before: State | None = None
        steps = tuple(self._steps)  # before the States, which are added to first
        for state, step in zip(tuple(self._states), steps, strict=False):
            if isinstance(state, _Thin):
                assert before is not None, "the first is never thin"
                before = _thickened(before, (state,))
            else:
                before = state
            yield Step(before, step.events)

    def _whole(self, place: int) -> State:
        # Each is looked at once: another thread may be settling.
        thin: list[_Thin] = []
        while isinstance(one := self._states[place], _Thin):
            thin.append(one)
            place -= 1
        return _thickened(one, thin[::-1]) if thin else one

    def _thin(self, place: int) -> None:
        before, state = self._states[place - 1], self._states[place]
        if isinstance(before, _Thin) or isinstance(state, _Thin):
            return
        if state.turn != before.turn:
            return  # the opening of a turn is often asked for
        if len(state.values) != len(before.values) or before.tally.keys() - state.tally.keys():
            return  # another world, read anew while it was played
        rest = evolve(state, values=(), tally={})
        moved = compress(count(), map(ne, before.values, state.values))
        values = tuple((slot, state.values[slot]) for slot in moved)
        self._states[place] = _Thin(rest, values, _counted(before, state))
        self._steps[place] = Step(rest, self._steps[place].events)


def kept(steps: Iterable[Step]) -> Steps:
    """The same steps, as a sequence of their own."""
    if isinstance(steps, Steps):
        return steps.upto(len(steps))
    made = Steps()
    made.extend(steps)
    return made


def _counted(before: State, state: State) -> tuple[tuple[TallyKey, tuple[int, int]], ...]:
    if state.tally == before.tally:
        return ()
    return tuple((key, one) for key, one in state.tally.items() if before.tally.get(key) != one)


def _thickened(full: State, thin: Sequence[_Thin]) -> State:
    """What the last of some States in a row was, the first of them coming after a whole one."""
    values, tally = list(full.values), dict(full.tally)
    for one in thin:
        for slot, value in one.values:
            values[slot] = value
        tally.update(one.tally)
    return evolve(thin[-1].rest, values=tuple(values), tally=tally)
