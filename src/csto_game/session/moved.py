"""Numbers that differ between two states, perhaps of two Books of one world."""

from __future__ import annotations

from csto_game.model.state import State
from csto_game.rules import Book


def moved(
    old_book: Book, old: State, new_book: Book, new: State
) -> tuple[tuple[str, int, int], ...]:
    """(path, before, after) of numbers that both worlds know, the largest change first."""
    before, after = _numbers(old_book, old), _numbers(new_book, new)
    rows = [
        (path, before[path], after[path])
        for path in before
        if path in after and before[path] != after[path]
    ]
    return tuple(sorted(rows, key=lambda row: -abs(row[2] - row[1])))


def _numbers(book: Book, state: State) -> dict[str, int]:
    """Every number that somebody has, by its path."""
    layout = book.layout
    return {
        layout.path(layout.slots[slot]): value
        for stat, base in layout.base.items()
        for slot, value in enumerate(state.values[base : base + layout.span(stat)], base)
        if _is_somebodys(book, slot)
    }


def _is_somebodys(book: Book, slot: int) -> bool:
    layout = book.layout
    where = layout.slots[slot]
    kinds = layout.stats[where.stat].owner
    if kinds == ("place",):
        return bool(layout.places)
    if kinds == ("country", "pole") and where.toward == len(layout.poles):
        return False
    return where.owner != layout.none and (len(kinds) == 1 or where.toward != layout.none)
