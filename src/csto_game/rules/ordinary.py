"""How far the parts of a sum ordinarily reach: what makes them comparable, roughly.

A number swings by its whole range if that is a hundred at most, by a hundred if it is wider, a share by
half of all. What is declared far wider than that (a sum over years, say) has no ordinary size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from csto_game.model import tree
from csto_game.model.tree import Const, Value

if TYPE_CHECKING:
    from csto_game.rules.book import Book

ORDINARY = 100
WIDEST = 1000
"""A wider number has no ordinary size."""
HALF = 500
"""Per mille of a share that are seldom passed."""
OFTEN = 10
"""How often a thing happens, or how long ago it was, ordinarily at most."""
_SCALE = 1000

Reach = tuple[int, int] | None
"""Least and most; None without an ordinary size."""


@frozen
class Part:
    """``times`` (in thousandths) times a value that is no sum; ``span`` is 0 where it has no ordinary size,
    ``noun`` says over whom it is summed up.
    """

    times: int
    value: Value
    span: int
    noun: str = ""


def parts(value: Value, book: Book) -> Iterator[Part]:
    """A value as a sum of parts; plain numbers are left out."""
    for times, inner, noun in _taken_apart(value, _SCALE, ""):
        if isinstance(inner, Const):
            continue
        low, high = reach(inner, book) or (0, 0)
        yield Part(times, inner, high - low, noun)


def _taken_apart(value: Value, times: int, noun: str) -> Iterator[tuple[int, Value, str]]:
    if isinstance(value, tree.Negative):
        yield from _taken_apart(value.inner, -times, noun)
    elif isinstance(value, tree.Fold) and value.body is not None:
        # One of the many at a time: they seldom all move at once.
        yield from _taken_apart(value.body, times, value.noun)
    elif isinstance(value, tree.Op) and value.sign in ("+", "-"):
        yield from _taken_apart(value.left, times, noun)
        yield from _taken_apart(value.right, times if value.sign == "+" else -times, noun)
    else:
        factor, inner = _factor(value)
        if factor is None:
            yield times, value, noun
        else:
            yield from _taken_apart(inner, times * factor[0] // factor[1], noun)


def _factor(value: Value) -> tuple[tuple[int, int] | None, Value]:
    """A value as a constant (above, below) times another; None if it is not one."""
    if isinstance(value, tree.Op):
        left, right = value.left, value.right
        if value.sign == "*" and isinstance(left, Const):
            return (left.value, 1), right
        if value.sign == "*" and isinstance(right, Const):
            return (right.value, 1), left
        if value.sign == "/" and isinstance(right, Const) and right.value:
            return (1, right.value), left
    return None, value


def reach(value: Value, book: Book) -> Reach:
    """Between which numbers a value ordinarily lies."""
    measure = _REACH.get(type(value))
    return measure(value, book) if measure else (0, ORDINARY)


def _read(value: tree.Read, book: Book) -> Reach:
    stat = book.layout.stats[value.stat]
    if stat.owner == ("country", "pole"):
        return 0, HALF
    if stat.holds != "number":
        return 0, max(1, len(stat.words) - 1)
    if stat.max - stat.min > WIDEST:
        return None
    if stat.max - stat.min <= ORDINARY:
        return stat.min, stat.max
    return (stat.min, stat.min + ORDINARY) if stat.min >= 0 else (-ORDINARY // 2, ORDINARY // 2)


def _op(value: tree.Op, book: Book) -> Reach:
    left, right = reach(value.left, book), reach(value.right, book)
    if left is None or right is None:
        return None
    if value.sign == "+":
        return left[0] + right[0], left[1] + right[1]
    if value.sign == "-":
        return left[0] - right[1], left[1] - right[0]
    if value.sign == "*":
        corners = [one * other for one in left for other in right]
        return min(corners), max(corners)
    return left if value.sign == "/" else (0, 1)


def _negative(value: tree.Negative, book: Book) -> Reach:
    inner = reach(value.inner, book)
    return None if inner is None else (-inner[1], -inner[0])


def _call(value: tree.Call, book: Book) -> Reach:
    if value.function == "position":
        return 1, len(book.layout.stats[value.arguments[0].type.partition(":")[2]].words)
    reaches = [reach(one, book) for one in value.arguments]
    known = [one for one in reaches if one is not None]
    if value.function == "clamp":
        return _clamped(*reaches[:3])
    if len(known) < len(reaches):
        return None
    pick = {"min": min, "max": max}.get(value.function)
    if pick is not None:
        return pick(one[0] for one in known), pick(one[1] for one in known)
    most = max(abs(end) for end in known[0])
    return 0, most


def _clamped(inner: Reach, low: Reach, high: Reach) -> Reach:
    """What is held between two numbers lies there, however wide it is itself."""
    if low is None or high is None:
        return None
    if inner is None:
        return low[0], high[1]
    least = min(max(inner[0], low[0]), high[1])
    return least, max(min(inner[1], high[1]), least)


def _tally(value: tree.Tally, book: Book) -> Reach:
    if value.function == "rung":
        crisis = book.scenario.crises.get(value.thing.partition(".")[2])
        return 0, len(crisis.rungs) if crisis else OFTEN
    return 0, 1 if value.function == "running" else OFTEN


_REACH: Mapping[type, Callable[[Any, Book], Reach]] = {
    tree.Const: lambda value, book: (value.value, value.value),
    tree.Read: _read,
    tree.Was: lambda value, book: reach(value.read, book),
    tree.Op: _op,
    tree.Negative: _negative,
    tree.Call: _call,
    tree.Tally: _tally,
    tree.SinceFlag: lambda value, book: (0, OFTEN),
}
