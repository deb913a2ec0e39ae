"""Answering a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import Card
from csto_game.rules.commands.base import price_refusal, refuse
from csto_game.rules.mechanisms.deck import answer

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft


class AnswerCard:
    def options(self, draft: Draft, seat: int) -> Iterator[Command]:
        code = draft.book.layout.codes[seat]
        seen: set[str] = set()
        for card in draft.cards:
            if card.by != seat or card.incident in seen:
                continue
            seen.add(card.incident)
            for option in draft.book.incidents[card.incident].options:
                if _refusal(draft, card, option) is None:
                    yield Command(code, "option", thing=card.incident, choice=option)

    def refusal(self, draft: Draft, command: Command) -> Refusal | None:
        card = find(draft, command)
        if card is None:
            return refuse("no_card", thing=command.thing)
        if command.choice not in draft.book.incidents[card.incident].options:
            options = " ".join(draft.book.incidents[card.incident].options)
            return refuse("needs_option", thing=f"incident.{card.incident}", options=options)
        return _refusal(draft, card, command.choice)

    def apply(self, draft: Draft, command: Command) -> None:
        card = find(draft, command)
        assert card is not None, "refusal has asked"
        answer(draft, card, command.choice)


def find(draft: Draft, command: Command) -> Card | None:
    """The seat's oldest waiting card of that incident."""
    seat = draft.book.layout.index[command.seat]
    return next((c for c in draft.cards if c.by == seat and c.incident == command.thing), None)


def _refusal(draft: Draft, card: Card, choice: str) -> Refusal | None:
    code = draft.book.incidents[card.incident]
    option = code.options[choice]
    none = draft.book.layout.none
    if not option.when(draft, card.by, card.to, none, 0):
        return refuse("option_condition", thing=option.address)
    if choice == code.default:
        return None  # what happens unasked may always be asked for
    return price_refusal(draft, option.prices, card.by, card.to, 0)
