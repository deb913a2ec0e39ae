"""Arithmetic of constants, as the rules reckon: whole, rounded half away from zero, bounded."""

from __future__ import annotations

import operator
from collections.abc import Callable
from math import isqrt

from csto_game.model.tree import Const, Value

LARGEST = 1_000_000_000


def bounded(number: int) -> int:
    return max(-LARGEST, min(LARGEST, number))


def divide(a: int, b: int) -> int:
    """Rounded to the nearest, halves away from zero; 0 where the divisor is 0."""
    if b == 0:
        return 0
    quotient = (2 * abs(a) + abs(b)) // (2 * abs(b))
    return quotient if (a < 0) == (b < 0) else -quotient


def root(a: int) -> int:
    return isqrt(max(0, a))


ARITHMETIC: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": divide,
}
COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def call(function: str, arguments: tuple[Value, ...]) -> Const | None:
    """The result of a function of constants; None if one of them is not."""
    numbers = [argument.value for argument in arguments if isinstance(argument, Const)]
    if len(numbers) < len(arguments):
        return None
    if function == "clamp":
        number, low, high = numbers
        return Const(max(low, min(high, number)))
    if function == "abs":
        return Const(abs(numbers[0]))
    if function == "root":
        return Const(root(numbers[0]))
    return Const(min(numbers) if function == "min" else max(numbers))
