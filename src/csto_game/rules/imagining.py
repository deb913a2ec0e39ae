"""What may come of a command: the same act on Drafts that are thrown away, once for every way its
rolls may fall. No real die is met: the Drafts draw from a stream of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from math import prod

from csto_game.model.command import Command
from csto_game.model.state import State
from csto_game.rules.book import Book
from csto_game.rules.commands import KINDS
from csto_game.rules.draft import Draft

MOST = 64
"""Ways for rolls to fall that are tried one by one; beyond, only the ends of each roll are."""

Then = Callable[[Draft], None]


class Throw:
    """Dice that fall as told, what was not told lowest. ``spans`` are the rolls that were met."""

    def __init__(self, told: Sequence[int] = ()) -> None:
        self.told = told
        self.spans: list[tuple[int, int]] = []

    def __call__(self, low: int, high: int) -> int:
        place = len(self.spans)
        self.spans.append((low, high))
        return min(max(self.told[place], low), high) if place < len(self.told) else low


def imagine_all(book: Book, belief: State, command: Command, then: Then) -> list[Draft]:
    """One Draft for each way the rolls of the command, and of what is done ``then``, may fall."""
    first, throw = _imagine(book, belief, command, then, ())
    if not throw.spans:
        return [first]
    return [_imagine(book, belief, command, then, told)[0] for told in falls(throw.spans)]


def falls(spans: Sequence[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Every way the rolls may fall; if those are too many, the ends of each; else all low, all high."""
    if prod(high - low + 1 for low, high in spans) <= MOST:
        return list(product(*(range(low, high + 1) for low, high in spans)))
    if 2 ** len(spans) <= MOST:
        return list(product(*spans))
    return [tuple(low for low, _ in spans), tuple(high for _, high in spans)]


def _imagine(
    book: Book, belief: State, command: Command, then: Then, told: Sequence[int]
) -> tuple[Draft, Throw]:
    draft, throw = Draft(book, belief), Throw(told)
    draft.seed = 0  # what a preview says must not depend on the game's seed
    draft.imagine(1)
    draft.dice = throw
    draft.unsettled = []
    KINDS[command.kind].apply(draft, command)
    then(draft)
    return draft, throw
