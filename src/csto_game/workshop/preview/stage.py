"""The first turn of a world with one card dealt, or one seat asked."""

from __future__ import annotations

import attrs
from attrs import frozen

from csto_game.model.event import Event
from csto_game.model.refusal import GameError
from csto_game.model.state import State
from csto_game.rules import Book, new_game
from csto_game.rules.draft import Draft
from csto_game.rules.events import read_log
from csto_game.rules.things import OutcomeCode
from csto_game.text.catalog import say

Odds = tuple[tuple[OutcomeCode, int], ...]


@frozen
class Stage:
    """``events`` are what dealing did by itself, ``odds`` what may come of it at once."""

    book: Book
    state: State
    seat: str
    events: tuple[Event, ...] = ()
    odds: Odds = ()
    notes: tuple[str, ...] = ()


def deal(book: Book, incident: str, seat: str) -> Stage:
    """Deal a card in the first turn, to a seat or the first that it fits."""
    card = book.scenario.incidents[incident]
    draft = Draft(book, new_game(book, 1).state)
    draft.cards = ()
    none = book.layout.none
    by = none
    notes: tuple[str, ...] = ()
    if card.by is not None:
        fits = book.has(card.by, "self", f"incident.{incident}")
        able = [index for index in book.seats if fits(draft, index, index)]
        by, notes = _pick(book, seat, able)
    draft.unsettled = []
    draft.moves = 0
    draft.move("start", "incident", incident, by, none, 0, None, book.engine_cause("deck"))
    odds = tuple(pair for group, *_ in draft.unsettled for pair in group)
    draft.active = by if by != none else draft.active
    held = [other.incident for other in draft.freeze().cards]
    if card.options and incident not in held:
        notes = (*notes, say("preview.no_target"))
    return Stage(book, draft.freeze(), book.layout.code(by), read_log(draft), odds, notes)


def ask(book: Book, verb: str, seat: str) -> Stage:
    """The first turn with a seat asked: the one named, or the first that may use the verb."""
    state = new_game(book, 1).state
    draft = Draft(book, state, log=False)
    able = [index for index in book.seats if book.verbs[verb].legal(draft, index)]
    index, notes = _pick(book, seat, able)
    return Stage(book, attrs.evolve(state, active=index), book.layout.codes[index], notes=notes)


def _pick(book: Book, seat: str, able: list[int]) -> tuple[int, tuple[str, ...]]:
    """Raises GameError if there is no such seat."""
    if not seat:
        if able:
            return able[0], ()
        return book.seats[0], (say("preview.nobody"),)
    index = book.layout.index.get(seat.upper(), book.layout.none)
    if index not in book.seat_set:
        seats = ", ".join(book.layout.codes[other] for other in book.seats)
        raise GameError(say("preview.seat", seat=seat, seats=seats))
    return index, () if index in able else (say("preview.unfit", seat=seat.upper()),)
