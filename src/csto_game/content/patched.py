"""The world while mods work on it."""

from __future__ import annotations

from attrs import define, field, frozen

from csto_game.content.locate import Address
from csto_game.content.merge import Merged
from csto_game.content.page import Page
from csto_game.content.problem import Report
from csto_game.content.rivals import Rivals
from csto_game.content.tables.base import Manifest


@frozen
class Removal:
    """Where a mod took a thing away."""

    page: Page
    span: tuple[int, int]


@define
class Patched:
    """The world while mods work on it. ``removed``: what is gone, and who took it."""

    merged: Merged
    report: Report
    base: Manifest | None = None
    """The scenario that mods work on."""
    rivals: Rivals = field(factory=Rivals)
    removed: dict[Address, Removal] = field(factory=dict)
    options: set[Address] = field(factory=set)
    """Options that a mod added to a card of another package."""

    def settle(self) -> None:
        """An option that a mod added never becomes the default unasked."""
        cards = dict.fromkeys(address[:2] for address in self.options)
        for card in cards:
            table = self.merged.get(card)
            if not isinstance(table, dict) or "default" in table:
                continue
            options = table.get("option", {})
            first = [id_ for id_ in options if (*card, "option", id_) not in self.options]
            if first and card[0] == "incident":
                table["default"] = first[-1]
