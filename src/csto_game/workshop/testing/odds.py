"""How far luck alone can move a share of games: is an interval wide enough for an honest test?"""

from __future__ import annotations

from math import exp, lgamma, log

MOST_FAILURES = 1 / 10_000


def may_fail(games: int, percent: tuple[int, int]) -> bool:
    """Does even the likeliest truth inside the interval leave it too often?"""
    low, high = percent
    if low == 0 or high == 100:
        return False
    return leaves(games, percent, (low + high) / 200) > MOST_FAILURES


def leaves(games: int, percent: tuple[int, int], chance: float) -> float:
    """How likely the share of games in which something of this chance happens is outside."""
    low, high = percent
    inside = sum(
        _binomial(games, hits, chance)
        for hits in range(-(-low * games // 100), high * games // 100 + 1)
    )
    return max(0.0, 1.0 - inside)


def least_width(games: int, percent: tuple[int, int]) -> tuple[int, int]:
    """The narrowest interval around the same middle that luck leaves seldom enough."""
    low, high = percent
    while may_fail(games, (low, high)):
        low, high = low - 1, high + 1
    return low, high


def _binomial(games: int, hits: int, chance: float) -> float:
    ways = lgamma(games + 1) - lgamma(hits + 1) - lgamma(games - hits + 1)
    return exp(ways + hits * log(chance) + (games - hits) * log(1 - chance))
