"""Voting, when the council asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from csto_game.model.command import VOTES, Command
from csto_game.model.refusal import Refusal
from csto_game.rules import turn
from csto_game.rules.commands.base import refuse
from csto_game.rules.mechanisms import council

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft


class CastVote:
    def options(self, draft: Draft, seat: int) -> Iterator[Command]:
        found = council.next_voter(draft)
        if found is not None:
            for vote in VOTES:
                yield Command(
                    draft.book.layout.codes[seat], "vote", thing=found[0].motion, choice=vote
                )

    def refusal(self, draft: Draft, command: Command) -> Refusal | None:
        on = council.agenda(draft)
        if not on:
            return refuse("not_meeting")
        if command.choice not in VOTES:
            return refuse("needs_option", thing="vote", options=" ".join(VOTES))
        if command.thing and command.thing != on[0].motion:
            return refuse("other_motion", thing=f"motion.{on[0].motion}")
        return None

    def apply(self, draft: Draft, command: Command) -> None:
        council.vote(draft, draft.book.layout.index[command.seat], command.choice)
        turn.go_on(draft)
