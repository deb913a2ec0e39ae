"""A turn of a game put away in a few kilobytes: its opening, and what each step changed and told.

Numbers and plain tuples go through `marshal`, which is the fastest, records through `pickle`. What is
packed here never leaves this process.
"""

from __future__ import annotations

import marshal
import pickle
import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, compress, count, pairwise
from operator import attrgetter, is_not, ne
from typing import Any

from attrs import evolve, fields, frozen

from csto_game.model.event import Cause, Event
from csto_game.model.state import State, TallyKey
from csto_game.rules import Step

_LEVEL = 1
_NAMES = tuple(field.name for field in fields(Event))
_CAUSE = _NAMES.index("cause")
_row = attrgetter(*_NAMES)
_event: Callable[..., Event] = Event


@frozen
class Moved:
    """A State as what sets it apart from the one before it or, alone, from nothing. ``rest`` has no numbers."""

    rest: State
    is_alone: bool
    _moves: bytes

    @classmethod
    def of(cls, after: State, before: State | None) -> Moved:
        """Without ``before``, or where that is of another world (read anew in play), it stands alone."""
        is_alone = before is None or not _is_of_one_world(before, after)
        if before is None or is_alone:
            before = _nothing(after, len(after.values))
        shared = _shared(before.past, after.past)
        moves = (
            len(after.values),
            _changes(before.values, after.values),
            _counted(before, after),
            len(before.past) - shared,
            [_changes(after.values, one) for one in after.past[shared:]],
        )
        rest = _nothing(after, 0)
        plain = marshal.dumps(moves)
        return cls(rest, is_alone, zlib.compress(plain, _LEVEL) if is_alone else plain)

    def after(self, before: State | None) -> State:
        """The State itself, by the one before it."""
        plain = zlib.decompress(self._moves) if self.is_alone else self._moves
        size, changes, counted, dropped, newer = marshal.loads(plain)  # noqa: S302  # ours
        if before is None or self.is_alone:
            before = _nothing(self.rest, size)
        values = _changed(before.values, changes)
        return evolve(
            self.rest,
            values=values,
            past=(*before.past[dropped:], *(_changed(values, one) for one in newer)),
            tally={**before.tally, **counted},
        )


@frozen(eq=False)
class Packed:
    """Steps of one turn. Its opening counts from that of the packed turn before it, or stands alone."""

    turn: int
    opening: Moved
    _planned_on: bytes
    _later: bytes
    """The States after the first, each counted from the one before."""
    _events: bytes
    _causes: tuple[Cause, ...]

    @classmethod
    def of(cls, steps: Sequence[Step], before: State | None) -> Packed:
        """Put the steps of a turn away; ``before`` is the opening of the turn before, None to do without."""
        states = [step.state for step in steps]
        known: dict[int, int] = {}
        causes: list[Cause] = []
        rows = [tuple(_written(one, known, causes) for one in step.events) for step in steps]
        return cls(
            states[0].turn,
            Moved.of(states[0], before),
            zlib.compress(_bytes(planned_on(states[0])), _LEVEL),
            _packed([Moved.of(two, one) for one, two in pairwise(states)]),
            zlib.compress(marshal.dumps(rows), _LEVEL),
            tuple(causes),
        )

    @property
    def numbers(self) -> Sequence[int]:
        """Numbers that the turn was planned on."""
        return _numbers(zlib.decompress(self._planned_on))

    def states(self, opening: State, last: int | None = None) -> tuple[State, ...]:
        """After each step, the opening first; those after ``last`` are left out."""
        later = _unpacked(self._later)[:last]
        return tuple(accumulate(later, lambda state, one: one.after(state), initial=opening))

    def events(self) -> tuple[tuple[Event, ...], ...]:
        """Of each step."""
        rows = marshal.loads(zlib.decompress(self._events))  # noqa: S302  # ours
        return tuple(tuple(_told(row, self._causes) for row in one) for one in rows)


def _packed(moved: Sequence[Moved]) -> bytes:
    return zlib.compress(pickle.dumps(moved, pickle.HIGHEST_PROTOCOL), _LEVEL)


def _unpacked(packed: bytes) -> list[Moved]:
    found: list[Moved] = pickle.loads(zlib.decompress(packed))  # noqa: S301  # it never left this process
    return found


def planned_on(opening: State) -> tuple[int, ...]:
    """Numbers that a turn was planned on."""
    return opening.past[-1] if opening.past else opening.values


def _written(event: Event, known: dict[int, int], causes: list[Cause]) -> tuple[object, ...]:
    """An event as a row of plain things, its cause as a number: causes are a Book's, few and shared."""
    row = _row(event)
    number = known.setdefault(id(event.cause), len(causes))
    if number == len(causes):
        causes.append(event.cause)
    return (*row[:_CAUSE], number, *row[_CAUSE + 1 :])


def _told(row: tuple[Any, ...], causes: Sequence[Cause]) -> Event:
    return _event(*row[:_CAUSE], causes[row[_CAUSE]], *row[_CAUSE + 1 :])


def _is_of_one_world(before: State, after: State) -> bool:
    return len(before.values) == len(after.values) and before.tally.keys() <= after.tally.keys()


def _nothing(state: State, size: int) -> State:
    return evolve(state, values=(0,) * size, past=(), tally={})


def _shared(before: Sequence[object], after: Sequence[object]) -> int:
    """How many items at the end of one list another goes on with."""
    lengths = range(min(len(before), len(after)), 0, -1)
    return next((n for n in lengths if before[-n:] == after[:n]), 0)


def _counted(before: State, after: State) -> dict[TallyKey, tuple[int, int]]:
    """What was counted anew. What stayed is the same object in both."""
    is_new = map(is_not, after.tally.values(), map(before.tally.get, after.tally))
    return dict(compress(after.tally.items(), is_new))


_Changes = tuple[bytes, bytes]
"""Places, and what stands there; no places where all is told."""


def _changes(before: tuple[int, ...], after: tuple[int, ...]) -> _Changes:
    if len(before) != len(after):
        return b"", _bytes(after)
    places = tuple(compress(count(), map(ne, before, after)))
    return _bytes(places), _bytes(after[place] for place in places)


def _changed(before: tuple[int, ...], changes: _Changes) -> tuple[int, ...]:
    places, numbers = map(_numbers, changes)
    if len(places) != len(numbers):
        return tuple(numbers)
    values = list(before)
    for place, number in zip(places, numbers, strict=True):
        values[place] = number
    return tuple(values)


def _bytes(numbers: Iterable[int]) -> bytes:
    return array("q", numbers).tobytes()


def _numbers(written: bytes) -> array[int]:
    found = array("q")
    found.frombytes(written)
    return found
