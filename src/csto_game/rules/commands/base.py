"""What a kind of command offers: its legal commands, its refusal, and its effect."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft
    from csto_game.rules.things import Price


class Kind(Protocol):
    """One registered kind. ``options`` never offers what ``refusal`` refuses; ``apply`` assumes legality."""

    def options(self, draft: Draft, seat: int) -> Iterable[Command]: ...

    def refusal(self, draft: Draft, command: Command) -> Refusal | None: ...

    def apply(self, draft: Draft, command: Command) -> None: ...


def refuse(code: str, instead: str = "", **facts: object) -> Refusal:
    """A Refusal with its facts as text."""
    return Refusal(code, tuple((name, str(value)) for name, value in facts.items()), instead)


def price_refusal(
    draft: Draft, prices: Iterable[Price], seat: int, to: int, amount: int
) -> Refusal | None:
    """Can the seat pay? A price may not take a stat below its least value."""
    low = draft.book.layout.low
    for stat, price in prices:
        slot = draft.price_slot(stat, seat)
        wanted = price(draft, seat, to, seat, amount)
        if wanted > 0 and draft.v[slot] - wanted < low[slot]:
            return refuse("cost", stat=stat, needs=wanted, have=draft.v[slot] - low[slot])
    return None


def can_pay(draft: Draft, prices: Iterable[Price], seat: int, to: int, amount: int) -> bool:
    """Can the seat pay each of them?"""
    low = draft.book.layout.low
    for stat, price in prices:
        wanted = price(draft, seat, to, seat, amount)
        if wanted > 0:
            slot = draft.price_slot(stat, seat)
            if draft.v[slot] - wanted < low[slot]:
                return False
    return True
