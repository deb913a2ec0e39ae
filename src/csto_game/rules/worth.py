"""What a moment is worth to a seat, taken apart so that after an act only what it touched is asked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from csto_game.model.scenario import Personality
from csto_game.model.tree import Value
from csto_game.rules import score
from csto_game.rules.code.arithmetic import LIMIT
from csto_game.rules.code.resting import ground
from csto_game.rules.code.sizes import largest
from csto_game.rules.walk import terms

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Number
    from csto_game.rules.draft import Draft

Plan = tuple[tuple[int, "Number"], ...]
"""Terms to be asked again: (place, function)."""


def personality(book: Book, seat: int) -> Personality | None:
    """The seat's character: its own, or the first of the scenario."""
    characters = book.scenario.ai
    if not characters:
        return None
    wanted = book.scenario.actors[book.layout.codes[seat]].ai
    return characters.get(wanted) or next(iter(characters.values()))


LONGEST_GRUDGE = 16
"""Turns that a word broken to it counts for a leader whose ``grudge`` is 100."""


def grudge_turns(character: Personality | None) -> int:
    """For how many turns a leader of this character remembers a broken word."""
    return LONGEST_GRUDGE * (character.grudge if character else 50) // 100


class Worth:
    """A seat's ``value`` (hundredths of a point) as terms, with the slots and lists each rests on.

    With a ``value`` of somebody who stands at its ear, that one, at its ``address``, is taken apart instead.
    """

    def __init__(
        self, book: Book, seat: int, value: Value | None = None, address: str = ""
    ) -> None:
        self.book, self.seat = book, seat
        self.signs: tuple[int, ...] = ()
        self.parts: tuple[Number, ...] = ()
        self.touch: list[int] = [0] * book.layout.size
        """Slot → bits of the terms that rest on it."""
        self.lists: dict[str, int] = {}
        """Name of a Draft's list → bits of the terms that ask it."""
        self._plans: dict[int, Plan] = {}
        if value is not None:
            self._split(value, address)
            return
        character = personality(book, seat)
        if character is not None:
            self._split(character.value, f"ai.{character.id}")
            return
        role = book.roles.get(book.layout.codes[seat])
        if role is not None:
            self.signs = (1,)
            self.parts = (lambda d, s, t, m, a: 100 * score.role_points(d, role),)
            self.touch = [1] * book.layout.size
            self.lists = dict.fromkeys(("cards", "promises", "motions", "crises", "sorties"), 1)

    def _split(self, value: Value, address: str) -> None:
        # What could pass the limit is held at each sum: then it must be worked out as a whole.
        parts = terms(value) if largest(value, self.book.layout) < LIMIT else [(1, value)]
        self.signs = tuple(sign for sign, _ in parts)
        self.parts = tuple(self.book.number(term, address) for _, term in parts)
        for place, (_, term) in enumerate(parts):
            rests = ground(term, self.book.layout, self.seat)
            for slot in rests.slots:
                self.touch[slot] |= 1 << place
            for name in rests.lists:
                self.lists[name] = self.lists.get(name, 0) | 1 << place

    def terms(self, draft: Draft) -> list[int]:
        """Every term as it stands."""
        none, seat = draft.book.layout.none, self.seat
        return [
            sign * part(draft, seat, none, none, 0)
            for sign, part in zip(self.signs, self.parts, strict=True)
        ]

    def change(self, draft: Draft, before: Sequence[int], touched: int) -> int:
        """By how much the terms of these bits differ from what they were."""
        plan = self._plans.get(touched)
        if plan is None:
            plan = self._plans[touched] = tuple(
                (place, part) for place, part in enumerate(self.parts) if touched >> place & 1
            )
        none, seat, signs = draft.book.layout.none, self.seat, self.signs
        moved = 0
        for place, part in plan:
            moved += signs[place] * part(draft, seat, none, none, 0) - before[place]
        return moved
