"""Ending one's planning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from csto_game.model.command import END, Command
from csto_game.model.refusal import Refusal
from csto_game.rules import turn

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft


class EndPlanning:
    def options(self, draft: Draft, seat: int) -> Iterator[Command]:
        yield Command(draft.book.layout.codes[seat], END)

    def refusal(self, draft: Draft, command: Command) -> Refusal | None:
        return None

    def apply(self, draft: Draft, command: Command) -> None:
        turn.next_seat(draft)
