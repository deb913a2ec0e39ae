"""Who a thing is for: `by` and `target`, compiled when first asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from csto_game.model.tree import Who

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Has, Listing, Number


Price = tuple[str, "Number"]
"""(stat as written: ``coin`` or ``world.oil``, how much)"""


class Picked:
    """`by` and `target` of a thing."""

    book: Book
    address: str
    by_who: Who | None
    target_who: Who | None

    @cached_property
    def by_list(self) -> Listing:
        return self.book.listing(self.by_who or Who(noun="country"), "self", self.address)

    @cached_property
    def by_has(self) -> Has:
        return self.book.has(self.by_who or Who(noun="country"), "self", self.address)

    @cached_property
    def target_list(self) -> Listing:
        return self.book.listing(self.target_who or Who(noun="country"), "target", self.address)

    @cached_property
    def target_has(self) -> Has:
        return self.book.has(self.target_who or Who(noun="country"), "target", self.address)
