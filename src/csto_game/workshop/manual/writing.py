"""Rules of a scenario as lines of a manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from csto_game.content.known import names_of
from csto_game.content.language import Names, print_value, print_who
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Block, Const, Op, Value, Who
from csto_game.workshop.manual.page import Block as Piece
from csto_game.workshop.manual.page import Facts, Rules, Words


@frozen
class Writing:
    """``scenario`` and the names its rules are printed with."""

    scenario: Scenario
    names: Names

    @classmethod
    def of(cls, scenario: Scenario) -> Writing:
        return cls(scenario, names_of(scenario))

    def value(self, value: Value | None) -> str:
        return "" if value is None else print_value(value, self.names)

    def who(self, who: Who | None) -> str:
        return "" if who is None else print_who(who, self.names)

    def conditions(self, name: str, value: Value | None) -> Iterator[Piece]:
        """One line for each of what must hold."""
        if value is not None:
            yield Rules(name, tuple(self.value(part) for part in _parts(value)))

    def effects(self, name: str, block: Block) -> Iterator[Piece]:
        if block.lines:
            yield Rules(name, tuple(line.source for line in block.lines))

    def prices(self, cost: Mapping[str, Value]) -> str:
        return ", ".join(f"{self.value(price)} {stat}" for stat, price in cost.items())


def paragraph(text: str) -> Iterator[Piece]:
    """The text, if there is one."""
    if text:
        yield Words(text)


def facts(*rows: tuple[str, object]) -> Iterator[Piece]:
    """Those of the facts that there are."""
    kept = tuple((name, str(value)) for name, value in rows if value not in ("", None, (), 0))
    if kept:
        yield Facts(kept)


def constant(value: Value | None, usual: int) -> Value | None:
    """The number, unless it is what it would be anyway."""
    return None if isinstance(value, Const) and value.value == usual else value


def _parts(value: Value) -> Iterator[Value]:
    if isinstance(value, Op) and value.sign == "and":
        yield from _parts(value.left)
        yield from _parts(value.right)
    else:
        yield value
