"""The world as a seat may imagine it: nothing in it rests on what the seat may not know.

Hidden numbers stand as everyone could read them at the opening (`rules.belief`), also in what is
remembered of earlier turns. Others' cards, what will be dealt to others, and dated changes that the
seat could not have read of are left out.
"""

from __future__ import annotations

from attrs import evolve

from csto_game.model.state import Due, State
from csto_game.rules import Book
from csto_game.rules.belief import knows
from csto_game.rules.draft import Draft
from csto_game.rules.news import is_secret


def imagined_world(book: Book, state: State, seat: str) -> State:
    """The State as the seat may think it is. Its seed is still the game's: imagine before use."""
    truth, viewer = Draft(book, state, log=False), book.layout.index[seat]
    hidden = veiled(truth, viewer)
    return evolve(
        state,
        values=_put_back(state.values, book.opening, hidden),
        past=tuple(_put_back(values, book.opening, hidden) for values in state.past),
        cards=tuple(card for card in state.cards if card.by == viewer),
        waiting=tuple(item for item in state.waiting if item.by == viewer),
        dues=tuple(due for due in state.dues if _may_know(truth, due, viewer)),
        tally={key: at for key, at in state.tally.items() if not _is_secret(book, key, viewer)},
    )


def veiled(truth: Draft, viewer: int) -> tuple[int, ...]:
    """Slots that the viewer may not know as things stand."""
    return tuple(
        slot for first, end in truth.book.veiled(truth, viewer) for slot in range(first, end)
    )


def _put_back(
    values: tuple[int, ...], opening: tuple[int, ...], slots: tuple[int, ...]
) -> tuple[int, ...]:
    if not slots:
        return values
    changed = list(values)
    for slot in slots:
        changed[slot] = opening[slot]
    return tuple(changed)


def _may_know(truth: Draft, due: Due, viewer: int) -> bool:
    """Could the seat have read of the dated change when it was set?"""
    book = truth.book
    if due.by != viewer and is_secret(book, book.causes[due.cause].thing):
        return False
    where = book.layout.slots[due.slot]
    stat = book.layout.stats.get(where.stat)
    return stat is not None and knows(truth, stat, where.owner, where.toward, viewer)


def _is_secret(book: Book, key: tuple[str, int, int], viewer: int) -> bool:
    return key[1] != viewer and is_secret(book, key[0])
