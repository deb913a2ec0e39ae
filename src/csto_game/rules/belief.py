"""What a seat believes: the State with all it may not know replaced by what was public at the start.

Views, previews and programs work on this, so nothing they say can rest on a hidden number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import frozen

from csto_game.model.scenario import Stat
from csto_game.model.state import State
from csto_game.rules.code.reading import words_in
from csto_game.rules.draft import Draft

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Test

Stretch = tuple[int, int]
"""The first slot, and the one after the last."""


def knows(draft: Draft, stat: Stat, owner: int | None, toward: int | None, viewer: int) -> bool:
    """May the viewer know this number?"""
    seen = stat.seen
    if isinstance(seen, str):
        return seen == "all" or (seen == "owner" and (owner is None or owner == viewer))
    none = draft.book.layout.none
    return owner == viewer or draft.book.seen_test(stat.id)(
        draft, none if owner is None else owner, none if toward is None else toward, viewer, 0
    )


@frozen
class Veil:
    """Slots of one owner that a viewer may not know, unless ``lifted(draft, owner, toward, viewer, 0)``."""

    owner: int
    toward: int
    slots: tuple[int, ...]
    lifted: Test | None


def veils(book: Book, viewer: int) -> tuple[Veil, ...]:
    """All veils between a viewer and a world. Whose condition does not ask for the second actor of a
    pair gets one veil for all of them.
    """
    found: list[Veil] = []
    for stat in book.scenario.stats.values():
        if stat.formula is None and stat.seen != "all":
            found.extend(_veils(book, stat, viewer))
    return tuple(found)


def _veils(book: Book, stat: Stat, viewer: int) -> list[Veil]:
    layout, seen = book.layout, stat.seen
    base = layout.base[stat.id]
    lifted = None if isinstance(seen, str) else book.seen_test(stat.id)
    each_pair = not isinstance(seen, str) and "target" in words_in(seen)
    groups: dict[tuple[int, int], list[int]] = {}
    for slot in range(base, base + layout.span(stat.id)):
        where = layout.slots[slot]
        owner = layout.none if where.owner is None else where.owner
        toward = layout.none if where.toward is None else where.toward
        if owner == viewer and seen != "nobody":
            continue
        if where.owner is None and seen == "owner":
            continue
        if layout.none in (where.owner, where.toward) or not _is_owner(book, stat, owner):
            continue
        groups.setdefault((owner, toward if each_pair else layout.none), []).append(slot)
    return [Veil(owner, toward, tuple(slots), lifted) for (owner, toward), slots in groups.items()]


def _is_owner(book: Book, stat: Stat, owner: int) -> bool:
    if stat.owner[0] not in ("country", "power"):
        return True
    return (owner < book.layout.countries) == (stat.owner[0] == "country")


def believe(truth: Draft, viewer: int) -> Draft:
    """A Draft of what the viewer believes, for thinking on; the truth itself where nothing is veiled."""
    book = truth.book
    veiled = book.veiled(truth, viewer)
    if not veiled:
        return truth
    belief = truth.copy()
    _veil(belief.v, veiled, book.opening)
    _veil_past(belief, veiled)
    return belief


@contextmanager
def believing(truth: Draft, viewer: int) -> Iterator[Draft]:
    """The same for a moment's thought, without a copy: the veiled numbers are put aside, and back after it."""
    book, v = truth.book, truth.v
    veiled = book.veiled(truth, viewer)
    belief = truth.shared()
    put_aside = [v[first:end] for first, end in veiled]
    _veil(v, veiled, book.opening)
    _veil_past(belief, veiled)
    try:
        yield belief
    finally:
        for (first, end), values in zip(veiled, put_aside, strict=True):
            v[first:end] = values


def _veil_past(belief: Draft, veiled: Sequence[Stretch]) -> None:
    if veiled and belief.book.asks_the_past:
        past = [list(values) for values in belief.past]
        for values in past:
            _veil(values, veiled, belief.book.opening)
        belief.past = tuple(tuple(values) for values in past)


def _veil(values: list[int], slots: Sequence[Stretch], opening: tuple[int, ...]) -> None:
    for first, end in slots:
        values[first:end] = opening[first:end]


class Curtain:
    """All veils between one viewer and a world, and the slots behind those that hang."""

    def __init__(self, book: Book, viewer: int) -> None:
        self.viewer = viewer
        found = veils(book, viewer)
        self._always = [slot for veil in found if veil.lifted is None for slot in veil.slots]
        self._asked = [(v.lifted, v.owner, v.toward, v.slots) for v in found if v.lifted]
        self._known: dict[tuple[bool, ...], tuple[Stretch, ...]] = {}

    def hides(self, truth: Draft) -> tuple[Stretch, ...]:
        """What the viewer may not know as things stand."""
        lifted = tuple(
            [
                bool(test(truth, owner, toward, self.viewer, 0))
                for test, owner, toward, _ in self._asked
            ]
        )
        found = self._known.get(lifted)
        if found is None:
            hidden = set(self._always)
            for is_lifted, (_, _, _, slots) in zip(lifted, self._asked, strict=True):
                if not is_lifted:
                    hidden.update(slots)
            found = self._known[lifted] = stretches(hidden)
        return found


def stretches(slots: Iterable[int]) -> tuple[Stretch, ...]:
    """Slots as stretches without a gap."""
    found: list[Stretch] = []
    for slot in sorted(slots):
        if found and found[-1][1] == slot:
            found[-1] = (found[-1][0], slot + 1)
        else:
            found.append((slot, slot + 1))
    return tuple(found)


def believed(book: Book, state: State, seat: str) -> State:
    """The State as the seat may think it to be."""
    return believe(Draft(book, state, log=False), book.layout.index[seat]).freeze()
