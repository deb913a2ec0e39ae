"""What a seat believes: the State with all it may not know replaced by what was public at the start.

Views, previews and programs work on this, so nothing they say can rest on a hidden number.
"""

from __future__ import annotations

from attrs import evolve

from csto_game.model.scenario import Stat
from csto_game.model.state import State
from csto_game.rules.book import Book
from csto_game.rules.draft import Draft


def knows(draft: Draft, stat: Stat, owner: int | None, toward: int | None, viewer: int) -> bool:
    """May the viewer know this number?"""
    seen = stat.seen
    if isinstance(seen, str):
        return seen == "all" or (seen == "owner" and (owner is None or owner == viewer))
    none = draft.book.layout.none
    return owner == viewer or draft.book.seen_test(stat.id)(
        draft, none if owner is None else owner, none if toward is None else toward, viewer, 0
    )


def hidden_stats(book: Book) -> tuple[Stat, ...]:
    """Stored stats that somebody may not know."""
    return tuple(
        stat for stat in book.scenario.stats.values() if stat.formula is None and stat.seen != "all"
    )


def believed(book: Book, state: State, seat: str) -> State:
    """The State as the seat may think it to be."""
    stats = hidden_stats(book)
    if not stats:
        return state
    draft = Draft(book, state, log=False)
    viewer = book.layout.index[seat]
    values = list(state.values)
    for stat in stats:
        base = book.layout.base[stat.id]
        for slot in range(base, base + book.layout.span(stat.id)):
            where = book.layout.slots[slot]
            if not knows(draft, stat, where.owner, where.toward, viewer):
                values[slot] = book.opening[slot]
    return evolve(state, values=tuple(values))
