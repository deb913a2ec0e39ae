"""Between which bounds a number must lie, by the ranges of stats; never narrower than true."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from csto_game.content.tables.types import BILLION
from csto_game.model.builtin import FOREVER
from csto_game.model.scenario import Scenario
from csto_game.model.tree import (
    Call,
    Const,
    Fold,
    Negative,
    Op,
    Read,
    Roll,
    Scoped,
    SinceFlag,
    Tally,
    Value,
    Was,
)

Bounds = tuple[int, int]
ANYTHING: Bounds = (-BILLION, BILLION)
_SURE = frozenset({"self", "member", "other", "country", "outsider", "power"})
"""Words that always stand for somebody; through any other a number may read 0."""


@frozen
class Ranges:
    """Bounds of values in one world."""

    scenario: Scenario
    actors: int

    def of(self, value: Value) -> Bounds:
        find = _BOUNDS.get(type(value))
        if find is None:
            return ANYTHING
        low, high = find(self, value)
        return max(low, -BILLION), min(high, BILLION)

    def stat(self, read: Read) -> Bounds:
        stat = self.scenario.stats.get(read.stat)
        if stat is None or stat.holds != "number":
            return ANYTHING
        if _is_sure(read.owner) and _is_sure(read.toward):
            return stat.min, stat.max
        return min(stat.min, 0), max(stat.max, 0)


def _is_sure(owner: Value | None) -> bool:
    if owner is None or not isinstance(owner, Read | Scoped):
        return owner is None or type(owner).__name__ in {"ActorNamed", "Pole"}
    return isinstance(owner, Scoped) and owner.word in _SURE


def _op(ranges: Ranges, v: Op) -> Bounds:
    combine = _SIGNS.get(v.sign)
    return combine(ranges.of(v.left), ranges.of(v.right)) if combine else ANYTHING


def _times(a: Bounds, b: Bounds) -> Bounds:
    products = [x * y for x in a for y in b]
    return min(products), max(products)


def _over(a: Bounds, b: Bounds) -> Bounds:
    """Rounding is away from zero at halves, so the quotient of the bounds bounds the result."""
    if b[0] <= 0 <= b[1]:
        most = max(abs(a[0]), abs(a[1]))
        return -most, most
    quotients = [bound for x in a for y in b for bound in (x // y, -(-x // y))]
    return min(quotients), max(quotients)


_SIGNS: Mapping[str, Callable[[Bounds, Bounds], Bounds]] = {
    "+": lambda a, b: (a[0] + b[0], a[1] + b[1]),
    "-": lambda a, b: (a[0] - b[1], a[1] - b[0]),
    "*": _times,
    "/": _over,
}


def _abs(a: list[Bounds]) -> Bounds:
    low, high = a[0]
    least = 0 if low <= 0 <= high else min(abs(low), abs(high))
    return least, max(abs(low), abs(high))


_CALLS: Mapping[str, Callable[[list[Bounds]], Bounds]] = {
    "min": lambda a: (min(low for low, _ in a), min(high for _, high in a)),
    "max": lambda a: (max(low for low, _ in a), max(high for _, high in a)),
    "abs": _abs,
    "clamp": lambda a: (min(a[0][0], a[1][0], a[2][0]), max(x[1] for x in a)),
    "root": lambda a: (0, max(0, a[0][1])),
}


def _call(ranges: Ranges, v: Call) -> Bounds:
    if v.function == "position":
        stat = ranges.scenario.stats.get(v.arguments[0].type[7:])
        sure = isinstance(v.arguments[0], Read) and _is_sure(v.arguments[0].owner)
        return int(sure), len(stat.words) if stat else BILLION
    find = _CALLS.get(v.function)
    return find([ranges.of(part) for part in v.arguments]) if find else ANYTHING


def _fold(ranges: Ranges, v: Fold) -> Bounds:
    if v.body is None:
        return 0, ranges.actors
    low, high = ranges.of(v.body)
    if v.function == "sum":
        return min(0, low * ranges.actors), max(0, high * ranges.actors)
    return min(0, low), max(0, high)


def _tally(_ranges: Ranges, v: Tally) -> Bounds:
    return {"since": (0, FOREVER), "rung": (0, 1000)}.get(v.function, (0, BILLION))


def _negative(ranges: Ranges, v: Negative) -> Bounds:
    low, high = ranges.of(v.inner)
    return -high, -low


_BOUNDS: dict[type, Callable[[Ranges, Any], Bounds]] = {
    Const: lambda _ranges, v: (v.value, v.value),
    Read: lambda ranges, v: ranges.stat(v),
    Was: lambda ranges, v: ranges.stat(v.read),
    Op: _op,
    Negative: _negative,
    Call: _call,
    Fold: _fold,
    Tally: _tally,
    SinceFlag: lambda _ranges, _v: (0, FOREVER),
    Roll: lambda ranges, v: (ranges.of(v.low)[0], ranges.of(v.high)[1]),
}
