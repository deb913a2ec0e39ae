"""What moved a number, event by event.

A kept number's changes are its own events. A derived number has none: the events of the numbers
it is made of are gone through in order, and what each moves the formula by is its part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from csto_game.model.event import Event
from csto_game.model.scenario import Stat
from csto_game.model.state import State
from csto_game.model.tree import Read
from csto_game.rules import Book
from csto_game.rules.draft import Draft
from csto_game.rules.layout import Slot
from csto_game.rules.walk import nodes
from csto_game.session.numbers import Place, derived


@frozen
class Part:
    """What one event moved a number by."""

    amount: int
    event: Event


def parts_of(book: Book, place: Place, begin: State, events: Sequence[Event]) -> list[Part]:
    """The parts of a number's change from ``begin`` on, in the order of the events."""
    changes = [event for event in events if event.kind == "change"]
    return _derived(book, place, begin, changes) if place.is_derived else _kept(place, changes)


def _kept(place: Place, changes: Iterable[Event]) -> list[Part]:
    paths = _paths(place)
    return [Part(e.after - e.before, e) for e in changes if e.path in paths and e.after != e.before]


def _paths(place: Place) -> tuple[str, ...]:
    """A number of a pair that both hold alike is told of once, either way round."""
    if not place.stat.mutual:
        return (place.path,)
    first, second, stat = place.path.split(".")
    return (place.path, f"{second}.{first}.{stat}")


def _derived(book: Book, place: Place, begin: State, changes: Iterable[Event]) -> list[Part]:
    draft = Draft(book, begin, log=False)
    slots, named = _slots(book), _named(book, place.stat)
    parts: list[Part] = []
    last = derived(book, draft, place)
    for event in changes:
        if event.path not in slots:
            continue
        is_new_turn = event.turn != draft.turn
        _move(book, draft, slots, event)
        if not is_new_turn and _is_beside(book, slots[event.path], named):
            continue
        now = derived(book, draft, place)
        if now != last:
            parts.append(Part(now - last, event))
        last = now
    return parts


def _is_beside(book: Book, slot: int, named: frozenset[str]) -> bool:
    """Can the change of a slot not matter? Flags and membership always can: groups rest on them."""
    stat = book.layout.slots[slot].stat
    return stat in book.layout.stats and stat not in named and stat != "membership"


def _named(book: Book, stat: Stat) -> frozenset[str]:
    """Stats that a formula reads, those of the formulas that it reads included."""
    found: set[str] = set()
    left = [stat]
    while left:
        for node in nodes(left.pop().formula):
            if isinstance(node, Read) and node.stat not in found:
                found.add(node.stat)
                left.append(book.layout.stats[node.stat])
    return frozenset(found)


def _move(book: Book, draft: Draft, slots: Mapping[str, int], event: Event) -> None:
    draft.v[slots[event.path]] = event.after
    place = book.layout.slots[slots[event.path]]
    stat = book.layout.stats.get(place.stat)
    if stat and stat.mutual and place.toward is not None:
        draft.v[book.layout.find(place.stat, place.toward, place.owner or 0)] = event.after
    if place.stat == "membership":
        draft.regroup()
    if event.turn != draft.turn:
        draft.turn = event.turn


_known: tuple[Book | None, dict[str, int]] = (None, {})


def _slots(book: Book) -> Mapping[str, int]:
    """Path → slot, for all kept numbers and flags of the book asked about last."""
    global _known  # noqa: PLW0603  # one book is asked about at a time; the table costs 10 ms
    if _known[0] is not book:
        slots: dict[str, int] = {}
        for number, place in enumerate(book.layout.slots):
            if _is_somebodys(book, place):
                slots.setdefault(book.layout.path(place), number)
        _known = (book, slots)
    return _known[1]


def _is_somebodys(book: Book, place: Slot) -> bool:
    """Rows of ``none`` and their like hold nothing and have no path."""
    stat = book.layout.stats.get(place.stat)
    if stat and stat.owner == ("place",):
        return bool(book.layout.places)
    if stat and stat.owner == ("country", "pole") and place.toward == len(book.layout.poles):
        return False
    return book.layout.none not in (place.owner, place.toward)


def opening_of(state: State) -> State:
    """The state with the numbers that its turn was planned on."""
    return evolve(state, values=state.past[-1]) if state.past else state


def files_of(first: State) -> State:
    """The first state with the numbers of the files, before anything happened."""
    return evolve(first, values=first.past[0]) if first.past else first
