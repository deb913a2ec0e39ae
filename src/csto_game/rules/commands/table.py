"""Tabling a motion: one a turn for each seat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.rules.commands.base import price_refusal, refuse
from csto_game.rules.mechanisms import council

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft
    from csto_game.rules.things import MotionCode


class TableMotion:
    def options(self, draft: Draft, seat: int) -> Iterator[Command]:
        layout = draft.book.layout
        if has_tabled(draft, seat):
            return
        for id, code in draft.book.motions.items():
            if code.motion.by is None or not code.by_has(draft, seat, seat):
                continue
            for to in _targets(draft, code, seat):
                target = layout.codes[to] if code.motion.target is not None else ""
                command = Command(layout.codes[seat], "table", thing=id, target=target)
                if self.refusal(draft, command) is None:
                    yield command

    def refusal(self, draft: Draft, command: Command) -> Refusal | None:
        layout = draft.book.layout
        code = draft.book.motions.get(command.thing)
        seat = layout.index[command.seat]
        if code is None:
            return refuse("unknown_word", word=command.thing)
        if code.motion.by is None or not code.by_has(draft, seat, seat):
            return refuse("not_for_you", thing=code.address)
        if has_tabled(draft, seat):
            return refuse("tabled_one")
        to = layout.index.get(command.target, layout.none) if command.target else layout.none
        if (code.motion.target is None) != (not command.target):
            return refuse(
                "needs_target" if code.motion.target is not None else "no_target",
                thing=code.address,
            )
        if code.motion.target is not None and (
            to == layout.none or not code.target_has(draft, to, seat)
        ):
            return refuse("bad_target", thing=code.address, target=command.target)
        organ = draft.book.organs[code.motion.organ]
        if not council.sits(draft, organ):
            return refuse("not_sitting", thing=organ.address)
        if any(m.motion == command.thing and m.to == to for m in draft.motions):
            return refuse("already_tabled", thing=code.address)
        if not code.when(draft, seat, to, seat, 0):
            return refuse("condition", thing=code.address)
        return price_refusal(draft, code.prices, seat, to, 0)

    def apply(self, draft: Draft, command: Command) -> None:
        layout = draft.book.layout
        code = draft.book.motions[command.thing]
        seat = layout.index[command.seat]
        to = layout.index[command.target] if command.target else layout.none
        draft.pay(code.prices, code.cause, seat, to, 0)
        draft.count("tabled", seat)
        council.table(draft, command.thing, seat, to, code.cause)


def has_tabled(draft: Draft, seat: int) -> bool:
    """Has the seat used its one motion of this turn?"""
    last = draft.tally.get(("tabled", seat, -1))
    return last is not None and last[1] == draft.turn


def _targets(draft: Draft, code: MotionCode, seat: int) -> list[int]:
    none = draft.book.layout.none
    return [none] if code.motion.target is None else code.target_list(draft, seat, none, seat, 0)
