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

    Places are counted among n + 1 gaps, outwards: between the outer two, eight more in ten of what is
    drawn the same way fall, however few values there are (from nine on).
    """
    ordered = sorted(values)
    gaps, last = len(ordered) + 1, len(ordered) - 1
    low, high = gaps // 10 - 1, -(-gaps * 9 // 10) - 1
    return ordered[max(0, low)], ordered[last // 2], ordered[min(last, high)]


def stretched(
    band: tuple[int, int, int], bounds: tuple[int, int] | None = None
) -> tuple[int, int, int]:
    """The band a fifth wider on either side, within the number's bounds.

    Programs that look at fewer acts than leaders do are a little too much alike: measured over whole
    games (docs/FORECASTS.md), unstretched bands held what came in 73 to 74 cases of 100, not in 80.
    """
    low, half, high = band
    low, high = half - middle(6 * (half - low), 5), half + middle(6 * (high - half), 5)
    least, most = bounds or (low, high)
    return max(least, low), half, min(most, high)


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
