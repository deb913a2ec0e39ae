"""The arithmetic that generated code calls."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt

LIMIT = 1_000_000_000


def hold(x: int) -> int:
    """The number within ±1,000,000,000."""
    return LIMIT if x > LIMIT else max(x, -LIMIT)


def divide(a: int, b: int) -> int:
    """Rounded to the nearest, halves away from zero; by 0 gives 0."""
    if b == 0:
        return 0
    if b < 0:
        a, b = -a, -b
    return (2 * a + b) // (2 * b) if a >= 0 else -((b - 2 * a) // (2 * b))


def mean(numbers: Sequence[int]) -> int:
    """Rounded; 0 of nothing."""
    return divide(sum(numbers), len(numbers))


def root(x: int) -> int:
    """Whole-number square root, 0 for a negative number."""
    return isqrt(x) if x > 0 else 0


NEVER = (0, -1)
"""The tally of what never happened: (times, last turn)."""

NAMES = {"hold": hold, "divide": divide, "mean": mean, "root": root, "NEVER": NEVER}
