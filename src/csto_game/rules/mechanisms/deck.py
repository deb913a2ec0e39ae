"""The deck: incidents dealt to seats, answered, or left to their default.

Cards are dealt by a race: each card that can be dealt, for each (self, target), draws its own
number from its own stream, divided by its weight; the smallest come first. A new card can take a
place, it cannot shuffle the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_game.model.rng import draw
from csto_game.model.state import ANYBODY, Card, Waiting
from csto_game.rules.outcomes import fall_out

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft
    from csto_game.rules.things import IncidentCode, OptionCode

Entry = tuple[int, int, "IncidentCode", int, int]
"""(race number, order, card, by, to)"""


def deal(draft: Draft) -> None:
    """Start of a turn: what was to come comes, forced cards come, then the race."""
    due = [w for w in draft.waiting if w.turn <= draft.turn]
    draft.waiting = tuple(w for w in draft.waiting if w.turn > draft.turn)
    for waiting in due:
        hand_out(draft, draft.book.incidents[waiting.incident], waiting.by, waiting.to)
    forced: list[Entry] = []
    racing: list[Entry] = []
    for order, code in draft.book.deck:
        entries = forced if code.incident.forced else racing
        if code.incident.by is None:
            _enter_news(draft, code, order, entries)
        else:
            _enter(draft, code, order, entries)
    for _, _, code, by, to in forced:
        if not _was_all(draft, code):
            hand_out(draft, code, by, to)
    _run(draft, sorted(racing, key=lambda e: (e[0], e[1], e[3])))


def guess_hands(draft: Draft, viewer: int) -> None:
    """Deal others what they may have been dealt this turn: for thinking, where their hands are not known.

    Seats that have ended their planning have answered theirs; what comes without an answer is known.
    """
    racing: list[Entry] = []
    for order, code in draft.book.deck:
        if code.incident.by is not None and code.options and not code.incident.forced:
            _enter(draft, code, order, racing)
    waiting = [e for e in racing if e[3] != viewer and e[3] not in draft.ended]
    _run(draft, sorted(waiting, key=lambda e: (e[0], e[1], e[3])))


def _run(draft: Draft, entries: list[Entry]) -> None:
    deck = draft.book.scenario.deck
    hands: dict[int, int] = {}
    dealt = 0
    for _, _, code, by, to in entries:
        if dealt >= deck.per_turn:
            return
        if hands.get(by, 0) < deck.per_seat and not _was_all(draft, code):
            hands[by] = hands.get(by, 0) + (code.incident.by is not None)
            dealt += 1
            hand_out(draft, code, by, to)


def _enter_news(draft: Draft, code: IncidentCode, order: int, entries: list[Entry]) -> None:
    none = draft.book.layout.none
    weight = code.weight(draft, none, none, none, 0)
    if (weight <= 0 and not code.incident.forced) or not _may_come(draft, code, none):
        return
    if not draft.chance(code.chance_key, code.chance(draft, none, none, none, 0)):
        return
    if code.when(draft, none, none, none, 0):
        entries.append((_race(draft, code, none, none, weight), order, code, none, none))


def _enter(draft: Draft, code: IncidentCode, order: int, entries: list[Entry]) -> None:
    # Cheap questions first: most cards are out of most deals by chance or by cooldown.
    if _was_all(draft, code):
        return
    none, seats = draft.book.layout.none, draft.book.seat_set
    for by in _candidates(draft, code):
        if by not in seats or not _may_come(draft, code, by):
            continue
        to = none
        if code.target_who is not None:
            to = pick_target(draft, code, by)
            if to == none:
                continue
        if not code.when(draft, by, to, none, 0):
            continue
        weight = code.weight(draft, by, to, none, 0)
        if weight > 0 or code.incident.forced:
            entries.append((_race(draft, code, by, to, weight), order, code, by, to))


def _candidates(draft: Draft, code: IncidentCode) -> list[int]:
    """For whom it may come, as far as chance allows."""
    none, percent, key = draft.book.layout.none, code.percent, code.chance_key
    stream = draft.stream
    if code.is_drawn_first and percent is not None:
        drawn = [by for by in draft.book.seats if draw(stream, key, by) % 100 < percent]
        return [by for by in drawn if code.by_has(draft, by, none)]
    found = code.fixed_by or code.by_list(draft, none, none, none, 0)
    if percent is None:
        return [by for by in found if draft.chance(key, code.chance(draft, by, none, none, 0), by)]
    if percent >= 100:
        return list(found)
    return [by for by in found if draw(stream, key, by) % 100 < percent]


def pick_target(draft: Draft, code: IncidentCode, by: int) -> int:
    """The card's target for ``by``; nobody's index if there is none."""
    none = draft.book.layout.none
    found = code.target_list(draft, by, none, none, 0)
    return draft.pick(found, code.deal_key, by) if found else none


def _race(draft: Draft, code: IncidentCode, by: int, to: int, weight: int) -> int:
    return draw(draft.stream, code.deal_key, by, to) // max(1, weight)


def _may_come(draft: Draft, code: IncidentCode, by: int) -> bool:
    incident = code.incident
    if _was_all(draft, code):
        return False
    key = (code.address, by if incident.by is not None else ANYBODY, ANYBODY)
    last = draft.tally.get(key)
    if incident.once and last is not None:
        return False
    if last is None:
        return not any(card.incident == incident.id and card.by == by for card in draft.cards)
    return draft.turn - last[1] >= max(1, incident.cooldown)


def _was_all(draft: Draft, code: IncidentCode) -> bool:
    """Has a card that comes once in a game come, to whomever?"""
    return code.incident.once == "game" and (code.address, ANYBODY, ANYBODY) in draft.tally


def hand_out(draft: Draft, code: IncidentCode, by: int, to: int) -> None:
    """The card comes: its ``do`` runs; with options it waits for an answer."""
    incident = code.incident
    if any(c.incident == incident.id and c.by == by and c.to == to for c in draft.cards):
        return
    draft.count(code.address, by, to)
    # What asks nobody and enters history has happened in the sight of all; a hand is its owner's secret.
    kind = "befell" if incident.history and not code.options else "dealt"
    draft.note(kind, code.cause, by, to, code.address)
    if code.do is not None:
        code.do(draft, by, to, draft.book.layout.none, 0)
    if not code.options:
        fall_out(draft, code.outcomes, code.key, by, to, 0)
        return
    draft.serial += 1
    due = draft.turn + max(1, incident.lasts) - 1
    draft.cards = (*draft.cards, Card(draft.serial, incident.id, by, to, draft.turn, due))
    if by not in draft.book.seat_set:
        answer(draft, draft.cards[-1], code.default)


def answer(draft: Draft, card: Card, option: str, *, pay: bool = True) -> None:
    """Carry an answer out (legality was asked before; a default costs what can be paid)."""
    incident = draft.book.incidents[card.incident]
    code: OptionCode = incident.options[option]
    draft.cards = tuple(c for c in draft.cards if c.serial != card.serial)
    draft.note("answered", code.cause, card.by, card.to, code.address)
    draft.count(code.address, card.by, card.to)
    if pay:
        draft.pay(code.prices, code.cause, card.by, card.to, 0)
    if code.do is not None:
        code.do(draft, card.by, card.to, draft.book.layout.none, 0)
    fall_out(draft, code.outcomes, code.key, card.by, card.to, 0)


def lapse(draft: Draft) -> None:
    """End of a turn: cards whose time is up take their default."""
    for card in draft.cards:
        if card.due <= draft.turn:
            code = draft.book.incidents[card.incident]
            draft.note("lapsed", code.cause, card.by, card.to, code.address)
            answer(draft, card, code.default)


def move(
    draft: Draft,
    verb: str,
    thing: str,
    by: int,
    to: int,
    wait: int,
    lasting: int | None,
    cause: int,
) -> None:
    """``start incident.X for A to B in n``."""
    none = draft.book.layout.none
    code = draft.book.incidents[thing]
    if by == none and code.incident.by is not None:
        return
    if code.target_who is not None and to == none:
        to = pick_target(draft, code, by)
    if wait > 0:
        draft.waiting = (*draft.waiting, Waiting(draft.turn + wait, thing, by, to))
        draft.note("coming", cause, by, to, code.address)
    else:
        hand_out(draft, code, by, to)


def running(draft: Draft, thing: str) -> list[tuple[int, int]]:
    """Whose hand holds such a card, and its target."""
    return [(card.by, card.to) for card in draft.cards if card.incident == thing]
