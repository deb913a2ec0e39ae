"""Outcomes: one of several things happens, by weight. Previews list them instead of drawing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from csto_game.model.rng import draw

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft
    from csto_game.rules.things import OutcomeCode


def weights(
    draft: Draft, outcomes: Mapping[str, OutcomeCode], by: int, to: int, amount: int
) -> list[tuple[OutcomeCode, int]]:
    """The outcomes that may happen now, each with its weight."""
    none = draft.book.layout.none
    found = []
    for code in outcomes.values():
        if code.when(draft, by, to, none, amount):
            weight = code.weight(draft, by, to, none, amount)
            if weight > 0:
                found.append((code, weight))
    return found


def fall_out(
    draft: Draft, outcomes: Mapping[str, OutcomeCode], key: int, by: int, to: int, amount: int
) -> None:
    """Draw one and carry it out. A Draft that only lists chances (``open_outcomes``) keeps them for later."""
    if not outcomes:
        return
    found = weights(draft, outcomes, by, to, amount)
    if not found:
        return
    if draft.unsettled is not None:
        draft.unsettled.append((found, by, to, amount))
        return
    pick = draw(draft.stream, key + draft.again, by, to, 1) % sum(weight for _, weight in found)
    for code, weight in found:
        pick -= weight
        if pick < 0:
            carry_out(draft, code, by, to, amount)
            return


def carry_out(draft: Draft, code: OutcomeCode, by: int, to: int, amount: int) -> None:
    """This outcome happens."""
    draft.note("outcome", draft.book.engine_cause("deck"), by, to, code.address)
    draft.count(code.address, by, to)
    if code.do is not None:
        code.do(draft, by, to, draft.book.layout.none, amount)
