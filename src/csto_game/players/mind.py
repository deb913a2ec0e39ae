"""A leader's mind: what a state is worth to it, and what an act would make of it.

Thinking runs acts on one scratch Draft that is put back after each: the same ``apply`` as in play,
on an imagined stream, outcomes weighed by their chances instead of drawn.
"""

from __future__ import annotations

from collections.abc import Callable

from csto_game.model.scenario import Personality
from csto_game.rules import score
from csto_game.rules.book import Book, Number
from csto_game.rules.draft import Draft
from csto_game.rules.outcomes import carry_out

FUTURE = 3
"""Quarters of a dated change that count: 3 of 4 (a leader trusts the present more)."""

HORIZON = 6
"""Turns of a dated change that a leader counts at most."""


def personality(book: Book, seat: int) -> Personality | None:
    """The seat's character: its own, or the first of the scenario."""
    characters = book.scenario.ai
    if not characters:
        return None
    wanted = book.scenario.actors[book.layout.codes[seat]].ai
    return characters.get(wanted) or next(iter(characters.values()))


class Mind:
    """Worth of states and acts for one seat, in hundredths of a point."""

    def __init__(self, book: Book, seat: int) -> None:
        self.book, self.seat = book, seat
        self.character = personality(book, seat)
        self._worth = self._value()
        self._scratch: Draft | None = None

    def _value(self) -> Number:
        if self.character is not None:
            return self.book.number(self.character.value, f"ai.{self.character.id}")
        role = self.book.roles.get(self.book.layout.codes[self.seat])
        if role is None:
            return lambda d, s, t, m, a: 0
        return lambda d, s, t, m, a: 100 * score.role_points(d, role)

    def worth(self, draft: Draft) -> int:
        """What this moment is worth to the seat."""
        none = self.book.layout.none
        return self._worth(draft, self.seat, none, none, 0)

    # ── imagining ──

    def look(self, belief: Draft, nonce: int) -> None:
        """Take up a new moment to think about."""
        self._base = belief
        scratch = belief.copy()
        scratch.imagine(nonce)
        scratch.dice = _middle
        self._scratch = scratch
        self.now = self.worth(belief)

    def after(self, act: Callable[[Draft], None], *, later: bool) -> int:
        """Worth of the moment after an act; with ``later`` its dated changes count, too."""
        scratch, base = self._scratch, self._base
        assert scratch is not None, "look first"
        scratch.v = base.v[:]
        scratch.unsettled = []
        act(scratch)
        worth = self._open_ends(scratch, later=later)
        _put_back(scratch, base)
        return worth

    def _open_ends(self, scratch: Draft, *, later: bool) -> int:
        """Worth with outcomes weighed by their chances."""
        open_ends = scratch.unsettled
        if not open_ends:
            return self._settled(scratch, later=later)
        scratch.unsettled = None
        found, by, to, amount = open_ends[0]
        kept = scratch.v
        total = worth = 0
        for code, weight in found:
            scratch.v = kept[:]
            carry_out(scratch, code, by, to, amount)
            worth += weight * self._settled(scratch, later=later)
            total += weight
        return worth // max(1, total)

    def _settled(self, scratch: Draft, *, later: bool) -> int:
        if later and scratch.dues is not self._base.dues:
            v, low, high = scratch.v, self.book.layout.low, self.book.layout.high
            for due in scratch.dues[len(self._base.dues) :]:
                moved = v[due.slot] + due.amount * min(due.left, HORIZON) * FUTURE // 4
                v[due.slot] = min(max(moved, low[due.slot]), high[due.slot])
        return self.worth(scratch)


def _middle(low: int, high: int) -> int:
    return (low + high) // 2


def _put_back(scratch: Draft, base: Draft) -> None:
    scratch.cards, scratch.dues, scratch.waiting = base.cards, base.dues, base.waiting
    scratch.crises, scratch.promises, scratch.motions = base.crises, base.promises, base.motions
    scratch.sorties, scratch.troops, scratch.serial = base.sorties, base.troops, base.serial
    scratch.acts, scratch.moves = base.acts, 0
    if scratch.members != base.members:
        scratch.members, scratch.outsiders = base.members, base.outsiders
