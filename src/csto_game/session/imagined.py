"""The world as a seat may imagine it: nothing in it rests on what the seat may not know.

Hidden numbers stand as everyone could read them at the opening (`rules.belief`), or as what can be
seen betrays them (`inferred`), also in what is remembered of earlier turns. Others' cards, what will
be dealt to others, and dated changes that the seat could not have read of are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from csto_game.model.state import ANYBODY, Due, State, TallyKey
from csto_game.rules import Book
from csto_game.rules.belief import knows
from csto_game.rules.draft import Draft
from csto_game.rules.news import is_secret
from csto_game.session.inferred import clues, infer


def imagined_world(book: Book, state: State, seat: str) -> State:
    """The State as the seat may think it is. Its seed is still the game's: imagine before use."""
    truth, viewer = Draft(book, state, log=False), book.layout.index[seat]
    hidden = veiled(truth, viewer)
    belief = truth.copy()
    belief.v = list(_put_back(state.values, book.opening, hidden))
    infer(truth, belief, viewer, hidden)
    return evolve(
        state,
        values=tuple(belief.v),
        past=tuple(_put_back(values, belief.v, hidden) for values in state.past),
        cards=tuple(card for card in state.cards if card.by == viewer),
        waiting=tuple(item for item in state.waiting if item.by == viewer),
        dues=tuple(due for due in state.dues if _may_know(truth, due, viewer)),
        tally=_known_tally(book, state, viewer),
    )


def unknown_to(book: Book, state: State, seat: str) -> tuple[int, ...]:
    """Slots that the seat may not know, and that nothing betrays which it sees."""
    truth, viewer = Draft(book, state, log=False), book.layout.index[seat]
    betrayed = {slot for clue in clues(book) for slot in clue.slots}
    return tuple(slot for slot in veiled(truth, viewer) if slot not in betrayed)


def veiled(truth: Draft, viewer: int) -> tuple[int, ...]:
    """Slots that the viewer may not know as things stand."""
    return tuple(
        slot for first, end in truth.book.veiled(truth, viewer) for slot in range(first, end)
    )


def _put_back(
    values: tuple[int, ...], opening: Sequence[int], slots: tuple[int, ...]
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


def _known_tally(book: Book, state: State, viewer: int) -> dict[TallyKey, tuple[int, int]]:
    """What has happened, without others' secrets and without cards that still lie in others' hands."""
    held = {(f"incident.{c.incident}", c.by) for c in state.cards if c.by != viewer}
    things = {thing for thing, _ in held}
    return {
        key: at
        for key, at in state.tally.items()
        if not _is_secret(book, key, viewer)
        and not (at[0] == 1 and (key[:2] in held or (key[0] in things and key[1] == ANYBODY)))
    }


def _is_secret(book: Book, key: tuple[str, int, int], viewer: int) -> bool:
    return key[1] != viewer and is_secret(book, key[0])
