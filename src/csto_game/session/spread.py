"""From many numbers to few: quantiles, chances, and what tells high from low."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from attrs import frozen

LEAST = 4
"""Forks on either side without which nothing is said to make a difference."""


@frozen
class Odds:
    """Something that may happen, and its chance in per cent."""

    what: str
    chance: int


@frozen
class Driver:
    """A fact of some forks: its chance in per cent, and by how much their number ends higher on
    average than in the others; ``error`` is the half width of that difference's 95 % interval.
    """

    what: str
    chance: int
    effect: int
    error: int


def middle(part: int, whole: int) -> int:
    """The nearest whole number to a quotient; 0 of nothing."""
    return (2 * part + whole) // (2 * whole) if whole else 0


def quantiles(values: Sequence[int]) -> tuple[int, int, int]:
    """The 10, 50 and 90 % quantiles: values that occurred.

    The outer two are those below and above which one in ten of what is drawn the same way falls, as
    nearly as may be: a whole number that often comes out must not make the band wider than it says.
    """
    ordered = sorted(values)
    low, high = _edge(ordered), -_edge([-value for value in reversed(ordered)])
    return low, ordered[(len(ordered) - 1) // 2], max(low, high)


def _edge(ordered: Sequence[int]) -> int:
    """The value with one in ten below it, in tenths of n + 1 gaps; of two as near, the outer."""
    counts, below = Counter(ordered), 0
    best, nearest = ordered[0], 10 * len(ordered)
    for value in sorted(counts):
        # Beside what was drawn lower: a whole gap below a value that came once, half of one where it comes often.
        gap = abs(20 * below + (20 if counts[value] == 1 else 10) - 2 * (len(ordered) + 1))
        if gap < nearest:
            best, nearest = value, gap
        below += counts[value]
    return best


def odds(found: Sequence[str]) -> tuple[Odds, ...]:
    """How often each occurs, the most frequent first."""
    counts = sorted(Counter(found).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Odds(what, middle(100 * count, len(found))) for what, count in counts)


def drivers(facts: Sequence[Sequence[str]], ends: Sequence[int], most: int) -> tuple[Driver, ...]:
    """The facts that part the ends most, as far as they are more than noise."""
    found: list[tuple[float, Driver]] = []
    for fact in sorted({fact for some in facts for fact in some}):
        with_it = [end for some, end in zip(facts, ends, strict=True) if fact in some]
        without = [end for some, end in zip(facts, ends, strict=True) if fact not in some]
        if min(len(with_it), len(without)) < LEAST:
            continue
        effect, error = difference(with_it, without)
        # Dozens of facts are tried: what is only just beyond its interval is often noise.
        if abs(effect) > 2 * error:
            share = len(with_it) / len(ends)
            driver = Driver(fact, round(100 * share), round(effect), round(error))
            found.append((abs(effect) * sqrt(share * (1 - share)), driver))
    found.sort(key=lambda pair: (-pair[0], pair[1].what))
    return tuple(driver for _, driver in found[:most])


def difference(some: Sequence[int], others: Sequence[int]) -> tuple[float, float]:
    """The difference of two means and the half width of its 95 % interval."""
    one, noise = mean_of(some)
    two, other_noise = mean_of(others)
    return one - two, sqrt(noise**2 + other_noise**2)


_T = (12.7, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26)
"""Student's t for 95 %, 1 to 9 degrees of freedom; from there on 2.1 is near enough."""


def mean_of(values: Sequence[int]) -> tuple[float, float]:
    """The mean and the half width of its 95 % interval (Student's t); one value has no width."""
    count = len(values)
    mean = sum(values) / count
    if count < 2:
        return mean, 0.0
    variance = sum((value - mean) ** 2 for value in values) / (count - 1)
    t = _T[count - 2] if count - 2 < len(_T) else 2.1
    return mean, t * sqrt(variance / count)
