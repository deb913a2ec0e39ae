"""Tests of one condition that can never hold together, by what each leaves of a number or a word."""

from __future__ import annotations

from collections.abc import Iterator

from csto_game.content.checks.knowing import split, turned
from csto_game.content.tables.types import BILLION
from csto_game.model.tree import Const, Op, Read, Value, Was, Within

Bounds = tuple[int, int]


def conflicts(value: Value) -> Iterator[Value]:
    """Those tests joined by ``and`` that cannot hold where the ones before them do."""
    left: dict[Value, Bounds] = {}
    for test in split(value, "and"):
        found = _leaves(turned(test))
        if found is None:
            continue
        what, (low, high) = found
        before = left.get(what, (-BILLION, BILLION))
        now = max(low, before[0]), min(high, before[1])
        if now[0] > now[1]:
            yield test
        else:
            left[what] = now


def _leaves(test: Value) -> tuple[Value, Bounds] | None:
    """What a test is about, and between which bounds it must lie; None if that is not plain."""
    if isinstance(test, Within):
        if isinstance(test.low, Const) and isinstance(test.high, Const) and _is_plain(test.inner):
            return test.inner, (test.low.value, test.high.value)
        return None
    if not isinstance(test, Op) or not isinstance(test.right, Const) or not _is_plain(test.left):
        return None
    limit = test.right.value
    bounds = {
        "=": (limit, limit),
        "<": (-BILLION, limit - 1),
        "<=": (-BILLION, limit),
        ">": (limit + 1, BILLION),
        ">=": (limit, BILLION),
    }.get(test.sign)
    return (test.left, bounds) if bounds else None


def _is_plain(what: Value) -> bool:
    return isinstance(what, Read | Was)
