"""A leader's mind: what a state is worth to it, and what an act would make of it.

Thinking runs acts on the belief's own numbers and undoes them from a trail: the same ``apply`` as in
play, on an imagined stream, outcomes weighed by their chances instead of drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from csto_game.rules.book import Book
from csto_game.rules.draft import Draft
from csto_game.rules.outcomes import carry_out
from csto_game.rules.worth import Worth

FUTURE = 3
"""Quarters of a dated change that count: 3 of 4 (a leader trusts the present more)."""

USUAL = 2
"""Turns that a leader without a character of its own looks ahead."""

REACH = 3
"""Turns of a dated change that it counts for each turn that it looks ahead."""


class Mind:
    """Worth of states and acts for one seat, in hundredths of a point.

    ``ahead`` is the character's, 0 to 4: at 0 only what an act does at once counts. ``worth`` is what
    moments are worth to somebody else than the seat's leader.
    """

    def __init__(
        self, book: Book, seat: int, ahead: int = USUAL, worth: Worth | None = None
    ) -> None:
        self.book, self.seat = book, seat
        self.horizon = REACH * ahead
        self._worth = worth or book.worth_of(seat)
        self._scratch: Draft | None = None

    def worth(self, draft: Draft) -> int:
        """What this moment is worth to the seat."""
        return sum(self._worth.terms(draft))

    # ── imagining ──

    def look(self, belief: Draft, nonce: int) -> None:
        """Take up a new moment to think about."""
        self._base = belief
        scratch = belief.shared()
        scratch.imagine(nonce)
        scratch.dice = _middle
        scratch.trail = []
        scratch.foreseen = []
        self._scratch = scratch
        self._moment = _moment(scratch)
        self._terms = self._worth.terms(belief)
        self.now = sum(self._terms)

    def after(self, act: Callable[[Draft], None], *, later: bool) -> int:
        """Worth of the moment after an act; with ``later`` its dated changes count, too."""
        scratch = self._scratch
        assert scratch is not None, "look first"
        scratch.unsettled = []
        act(scratch)
        worth = self._open_ends(scratch, later=later)
        scratch.undo()
        scratch.foreseen.clear()
        _return_to(scratch, self._moment)
        return worth

    def _open_ends(self, scratch: Draft, *, later: bool) -> int:
        """Worth with outcomes weighed by their chances."""
        open_ends = scratch.unsettled
        if not open_ends:
            return self._settled(scratch, later=later)
        scratch.unsettled = None
        found, by, to, amount = open_ends[0]
        assert scratch.trail is not None, "look has seen to it"
        moment, mark, foreseen = _moment(scratch), len(scratch.trail), len(scratch.foreseen)
        total = worth = 0
        for code, weight in found:
            carry_out(scratch, code, by, to, amount)
            worth += weight * self._settled(scratch, later=later)
            total += weight
            scratch.undo(mark)
            del scratch.foreseen[foreseen:]
            _return_to(scratch, moment)
        return worth // max(1, total)

    def _settled(self, scratch: Draft, *, later: bool) -> int:
        trail = scratch.trail
        assert trail is not None, "look has seen to it"
        if later and scratch.foreseen:
            v, low, high = scratch.v, self.book.layout.low, self.book.layout.high
            for slot, amount, times in scratch.foreseen:
                trail.append((slot, v[slot]))
                moved = v[slot] + amount * min(times, self.horizon) * FUTURE // 4
                v[slot] = min(max(moved, low[slot]), high[slot])
        touch, touched = self._worth.touch, 0
        for slot, _ in trail:
            touched |= touch[slot]
        for name, bits in self._worth.lists.items():
            if getattr(scratch, name) is not getattr(self._base, name):
                touched |= bits
        return self.now + self._worth.change(scratch, self._terms, touched) if touched else self.now


_moment = attrgetter(
    "cards", "waiting", "crises", "promises", "motions", "sorties", "troops", "serial", "acts", "moves",
    "members", "outsiders", "others",
)  # fmt: skip
"""What an act may change beside numbers; kept and put back as it was."""


def _return_to(draft: Draft, moment: tuple[Any, ...]) -> None:
    (
        draft.cards, draft.waiting, draft.crises, draft.promises, draft.motions, draft.sorties, draft.troops,
        draft.serial, draft.acts, draft.moves, draft.members, draft.outsiders, draft.others,
    ) = moment  # fmt: skip


def _middle(low: int, high: int) -> int:
    return (low + high) // 2
