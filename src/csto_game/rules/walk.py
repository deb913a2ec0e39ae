"""Walking through a scenario's trees: every value, every block, every node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeGuard

import attrs
from attrs import frozen

from csto_game.model import tree
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Block, Line, Value, Who

_VALUES = tree.Value.__args__
"""The classes of values."""
_FIELDS: dict[type, tuple[str, ...]] = {
    cls: tuple(a.name for a in attrs.fields(cls) if a.name != "type") for cls in _VALUES
}


def is_value(thing: object) -> TypeGuard[Value]:
    """Is it a value of the rule language?"""
    return isinstance(thing, _VALUES)


def nodes(value: Value | None) -> Iterator[Value]:
    """The value and everything inside it."""
    if value is None:
        return
    yield value
    for part in parts(value):
        yield from nodes(part)


def parts(value: Value) -> Iterator[Value]:
    """The values that stand right inside it."""
    for name in _FIELDS[type(value)]:
        inner = getattr(value, name)
        for item in inner if isinstance(inner, tuple) else (inner,):
            if is_value(item):
                yield item


def renamed(value: Value, old: str, new: str) -> Value:
    """The value with one scope word put for another."""
    if isinstance(value, tree.Scoped):
        return tree.Scoped(new, value.type) if value.word == old else value
    changes: dict[str, object] = {}
    for name in _FIELDS[type(value)]:
        inner = getattr(value, name)
        if is_value(inner):
            changes[name] = renamed(inner, old, new)
        elif isinstance(inner, tuple) and any(is_value(item) for item in inner):
            changes[name] = tuple(renamed(item, old, new) for item in inner)
    return attrs.evolve(value, **changes) if changes else value  # type: ignore[arg-type]  # fields of its class


def terms(value: Value | None, sign: int = 1) -> list[tuple[int, Value]]:
    """A formula taken apart at its sums: (1 or −1, term)."""
    if isinstance(value, tree.Op) and value.sign in ("+", "-"):
        right = sign if value.sign == "+" else -sign
        return terms(value.left, sign) + terms(value.right, right)
    if isinstance(value, tree.Negative):
        return terms(value.inner, -sign)
    return [] if value is None else [(sign, value)]


@frozen
class Pieces:
    values: tuple[Value, ...]
    blocks: tuple[Block, ...]


def pieces(record: object) -> Pieces:
    """All values and blocks in a record of the scenario, records below it included.

    Values inside the lines of blocks are among the values.
    """
    values: list[Value] = []
    blocks: list[Block] = []
    _gather(record, values, blocks)
    return Pieces(tuple(values), tuple(blocks))


def _gather(thing: object, values: list[Value], blocks: list[Block]) -> None:
    if is_value(thing):
        values.append(thing)
    elif isinstance(thing, Block):
        blocks.append(thing)
        for line in thing.lines:
            values.extend(line_values(line))
    elif isinstance(thing, Line):
        values.extend(line_values(thing))
    elif isinstance(thing, Who):
        values.extend(v for v in (thing.where, thing.rank) if v is not None)
    elif isinstance(thing, Mapping):
        for item in thing.values():
            _gather(item, values, blocks)
    elif attrs.has(type(thing)):
        for name in _RULES.get(type(thing)) or _rule_fields(type(thing)):
            _gather(getattr(thing, name), values, blocks)


_PLAIN = ("str", "int", "bool", "Spot", "Mapping[str, str]", "Mapping[str, int]")
_RULES: dict[type, tuple[str, ...]] = {}


def _rule_fields(cls: type) -> tuple[str, ...]:
    names = tuple(a.name for a in attrs.fields(cls) if str(a.type) not in _PLAIN)
    _RULES[cls] = names
    return names


def line_values(line: Line) -> tuple[Value, ...]:
    """The values of a line: condition, where, and those of its deed."""
    deed = line.deed
    found = [getattr(deed, a.name) for a in attrs.fields(type(deed))]
    found += [line.when, line.where]
    return tuple(v for v in found if is_value(v))


def values_of_scenario(scenario: Scenario) -> Iterator[Value]:
    """Every value written anywhere."""
    yield from pieces(scenario).values


def blocks(scenario: Scenario) -> Iterator[Block]:
    """Every block written anywhere."""
    yield from pieces(scenario).blocks
