"""One value on its way into a record, and what its type may ask of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from attrs import define

from csto_game.content.language import Names, RuleText, Scope
from csto_game.content.locate import Address
from csto_game.content.problem import Also, Report
from csto_game.model.scenario import Spot

SKIP: object = object()
"""What a type gives back when the value could not be read (and a message was written)."""
NO_WORDS = Scope({})


class Reading(Protocol):
    """What a type needs of the reader. ``with_rules`` is off while names are still unknown."""

    names: Names
    report: Report
    with_rules: bool

    def rule(self, address: Address, value: str) -> RuleText | None: ...

    def rules_at(self, address: Address, value: str) -> tuple[RuleText, ...]: ...

    def text(self, address: Address, value: str, item: int = -1) -> RuleText: ...

    def spot(self, address: Address) -> Spot: ...

    def also(self, address: Address, message: str) -> Also: ...

    def ids(self, kind: str) -> Iterable[str]: ...

    def has(self, address: Address) -> bool: ...

    def raw(self, address: Address) -> object: ...

    def keep(self, address: Address, rule: RuleText, tree: object) -> None: ...

    def error(
        self,
        address: Address,
        code: str,
        message: str,
        *,
        why: str = "",
        hint: str = "",
        part: str | int = "value",
        also: tuple[Also, ...] = (),
        severity: str = "error",
    ) -> None: ...


@define
class Cell:
    """Where a value stands, and which words its rules have."""

    reader: Reading
    address: Address
    value: object
    scope: Scope = NO_WORDS
    item: int = -1
    """Which item of a list this is; its problems point at it."""

    @property
    def name(self) -> str:
        return self.address[-1]

    def inner(self, name: str, value: object) -> Cell:
        """The cell of a key inside this table."""
        return Cell(self.reader, (*self.address, name), value, self.scope)

    def error(
        self,
        code: str,
        message: str,
        *,
        why: str = "",
        hint: str = "",
        part: str = "value",
        also: tuple[Also, ...] = (),
    ) -> object:
        """Report at the value, or at the ``key``; gives `SKIP`."""
        at = part if self.item < 0 else self.item
        self.reader.error(self.address, code, message, why=why, hint=hint, part=at, also=also)
        return SKIP

    def rule(self) -> RuleText | None:
        """The value as rule text; None (and a message) if its columns would not be true."""
        return self.reader.rule(self.address, str(self.value))

    def rules(self) -> tuple[RuleText, ...]:
        """The value as the blocks it was put together from, base first."""
        return self.reader.rules_at(self.address, str(self.value))


def article(noun: str) -> str:
    """``a`` or ``an``."""
    return "an" if noun[0] in "aeiou" else "a"


def listing(names: Iterable[str], most: int = 8) -> str:
    """Up to eight names, and a sign that there are more."""
    known = list(names)
    return ", ".join(known[:most]) + (", …" if len(known) > most else "")
