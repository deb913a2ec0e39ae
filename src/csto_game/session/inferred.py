"""Hidden numbers as what can be seen betrays them.

A seat that does not know a neighbour's grievance still sees its unrest. Where a number that the seat
may see is worked out from hidden ones, those are moved, as little as possible, until it comes out as
it is seen. Nothing hidden is asked: only formulas, and what they show.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from attrs import frozen

from csto_game.model.scenario import Stat
from csto_game.rules import Book
from csto_game.rules.belief import knows
from csto_game.rules.code.resting import ground
from csto_game.rules.draft import Draft

MOST_HIDDEN = 2
"""Kinds of hidden numbers behind one that is seen; more say nothing of each."""

FARTHEST = 100
"""How far a hidden number is moved at most."""


@frozen
class Clue:
    """A number of a country that may be seen, and the slots it is worked out from."""

    stat: Stat
    owner: int
    slots: frozenset[int]


_CLUES: WeakKeyDictionary[Book, tuple[Clue, ...]] = WeakKeyDictionary()


def clues(book: Book) -> tuple[Clue, ...]:
    """All numbers of countries that are shown and worked out from others."""
    if book not in _CLUES:
        _CLUES[book] = tuple(
            Clue(stat, owner, ground(stat.formula, book.layout, owner).slots)
            for stat in book.scenario.stats.values()
            if stat.formula is not None and stat.owner == ("country",) and stat.show != "hidden"
            for owner in range(book.layout.countries)
        )
    return _CLUES[book]


def infer(truth: Draft, belief: Draft, viewer: int, hidden: Collection[int]) -> None:
    """Move the hidden numbers of ``belief`` so that what the viewer sees of the truth comes out."""
    unknown = frozenset(hidden)
    for clue in clues(truth.book):
        behind = clue.slots & unknown
        if behind and knows(truth, clue.stat, clue.owner, None, viewer):
            kinds = _kinds(truth.book, behind, clue.owner)
            if len(kinds) <= MOST_HIDDEN:
                _fit(belief, clue, _shown(truth, clue), kinds)


def _kinds(book: Book, slots: Collection[int], owner: int) -> Mapping[str, list[int]]:
    """The owner's own slots among them, by stat."""
    found: dict[str, list[int]] = {}
    for slot in sorted(slots):
        where = book.layout.slots[slot]
        if where.owner == owner and where.toward != book.layout.none:
            found.setdefault(where.stat, []).append(slot)
    return found


def _shown(draft: Draft, clue: Clue) -> int:
    none = draft.book.layout.none
    return draft.book.formula(clue.stat.id)(draft.v, draft, clue.owner, none)


def _fit(belief: Draft, clue: Clue, seen: int, kinds: Mapping[str, Sequence[int]]) -> None:
    """Move one kind after another until the number comes out; the least move that comes nearest."""
    for slots in kinds.values():
        start = [belief.v[slot] for slot in slots]
        best, nearest = 0, abs(_shown(belief, clue) - seen)
        for move in _moves():
            if nearest == 0:
                break
            _put(belief, slots, start, move)
            gap = abs(_shown(belief, clue) - seen)
            if gap < nearest:
                best, nearest = move, gap
        _put(belief, slots, start, best)


def _put(belief: Draft, slots: Sequence[int], start: Sequence[int], move: int) -> None:
    """Raise the highest of these numbers, or hold them all so far below it: it carries what is seen."""
    low, high, top = belief.book.layout.low, belief.book.layout.high, max(start)
    highest = start.index(top)
    for n, (slot, value) in enumerate(zip(slots, start, strict=True)):
        moved = min(value, top + move) if move < 0 else value + move * (n == highest)
        belief.v[slot] = min(max(moved, low[slot]), high[slot])


def _moves() -> Iterator[int]:
    """One up, one down, two up, and so on."""
    for size in range(1, FARTHEST + 1):
        yield size
        yield -size
