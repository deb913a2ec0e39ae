"""The existing name that a misspelt one most likely means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

MOST_COMPARED = 100
"""Names looked at closely; in a crowd of names all alike, help is not worth any time."""
_MANY = 300


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The closest candidate within two edits or a third of the name; the first of equals.

    Swapped neighbours count as one edit. None if nothing is near.
    """
    limit = min(max(2, len(name) // 3), len(name) - 1)
    letters = Counter(name)
    best: str | None = None
    left = MOST_COMPARED
    for candidate in _likely(name, limit, tuple(candidates)):
        if abs(len(candidate) - len(name)) > limit or _apart(letters, candidate) > 2 * limit:
            continue
        distance = _distance(name, candidate)
        left -= 1
        if distance <= limit:
            best, limit = candidate, distance - 1
        if limit < 0 or not left:
            break
    return best


def _likely(name: str, limit: int, candidates: tuple[str, ...]) -> Iterable[str]:
    """Of many names, those of about the length that begin or end alike."""
    if len(candidates) <= _MANY or not name:
        return candidates
    low, high, first, last = len(name) - limit, len(name) + limit, name[0], name[-1]
    return [
        other
        for other in candidates
        if low <= len(other) <= high and (other[:1] == first or other[-1:] == last)
    ]


def _apart(letters: Counter[str], other: str) -> int:
    """A cheap lower bound: letters that stand in one of the two only."""
    return sum(((letters - Counter(other)) + (Counter(other) - letters)).values())


def _distance(a: str, b: str) -> int:
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
