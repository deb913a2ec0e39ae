"""What a seat believes: the State with all it may not know replaced by what was public at the start.

Views, previews and programs work on this, so nothing they say can rest on a hidden number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from csto_game.model.scenario import Stat
from csto_game.model.state import State
from csto_game.rules.code.reading import words_in
from csto_game.rules.draft import Draft

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Test


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
    veiled = [
        slot
        for veil in book.veils_of(viewer)
        if veil.lifted is None or not veil.lifted(truth, veil.owner, veil.toward, viewer, 0)
        for slot in veil.slots
    ]
    if not veiled:
        return truth
    belief = truth.copy()
    _veil(belief.v, veiled, book.opening)
    if book.asks_the_past:
        past = [list(values) for values in truth.past]
        for values in past:
            _veil(values, veiled, book.opening)
        belief.past = tuple(tuple(values) for values in past)
    return belief


def _veil(values: list[int], slots: list[int], opening: tuple[int, ...]) -> None:
    for slot in slots:
        values[slot] = opening[slot]


def believed(book: Book, state: State, seat: str) -> State:
    """The State as the seat may think it to be."""
    return believe(Draft(book, state, log=False), book.layout.index[seat]).freeze()
