"""Alignment: each country's shares among the poles, per mille, always summing to 1000.

Shares walk toward the pulls by at most ``speed`` a turn; what one gains another gives, so every
point has a from and a to.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from csto_game.model.tree import Value

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Number
    from csto_game.rules.draft import Draft

WHOLE = 1000


class AlignmentCode:
    """The pulls of a world's poles, compiled."""

    def __init__(self, book: Book) -> None:
        self.book = book
        table = book.scenario.alignment
        assert table is not None
        self.table = table
        self.cause = book.engine_cause("alignment", table.spot)

    @cached_property
    def pulls(self) -> tuple[Number, ...]:
        pull: dict[str, Value] = dict(self.table.pull)
        return tuple(
            self.book.number(pull.get(pole), f"alignment.pull.{pole}") for pole in self.table.poles
        )


def targets(pulls: list[int]) -> list[int]:
    """Pulls (negative ones count as 0) made to sum 1000 by largest remainder, ties by order."""
    pulls = [max(0, pull) for pull in pulls]
    total = sum(pulls)
    if total == 0:
        return []
    shares = [pull * WHOLE // total for pull in pulls]
    rest = [(-(pull * WHOLE % total), i) for i, pull in enumerate(pulls)]
    rest.sort()
    for _, i in rest[: WHOLE - sum(shares)]:
        shares[i] += 1
    return shares


def walk(draft: Draft) -> None:
    """One turn's movement of all countries."""
    code = draft.book.alignment
    if code is None:
        return
    layout, v = draft.book.layout, draft.v
    poles = len(layout.poles)
    for country in range(layout.countries):
        goal = targets([pull(draft, country, layout.none, layout.none, 0) for pull in code.pulls])
        if goal:
            base = layout.find("share", country)
            _step(draft, base, poles, goal, v[base : base + poles], country)


def _step(
    draft: Draft, base: int, poles: int, goal: list[int], now: list[int], country: int
) -> None:
    code = draft.book.alignment
    assert code is not None
    left = code.table.speed
    gaps = [goal[i] - now[i] for i in range(poles)]
    new = list(now)
    while left > 0:
        to, out_of = gaps.index(max(gaps)), gaps.index(min(gaps))
        points = min(left, gaps[to], -gaps[out_of])
        if points <= 0:
            break
        new[to] += points
        new[out_of] -= points
        gaps[to] -= points
        gaps[out_of] += points
        left -= points
    for i in range(poles):
        draft.put(base + i, new[i], code.cause, country)


def shift(
    draft: Draft, country: int, column: int, sign: str, amount: int, why: tuple[int, ...]
) -> None:
    """Change one share; it is taken from, or given to, the others in proportion."""
    layout = draft.book.layout
    poles = len(layout.poles)
    if country >= layout.countries or column >= poles:
        return
    base = layout.find("share", country)
    now = draft.v[base : base + poles]
    asked = {"+": now[column] + amount, "-": now[column] - amount, "=": amount}[sign]
    new = min(max(asked, 0), WHOLE)
    others = [0 if i == column else now[i] for i in range(poles)]
    rest = targets(others) or targets([0 if i == column else 1 for i in range(poles)])
    spread = _scale(rest, WHOLE - new)
    cause, s, t, a, x, y = why
    for i in range(poles):
        value = new if i == column else spread[i]
        slot = base + i
        old = draft.v[slot]
        if value != old:
            if draft.log is not None:
                draft.log.append(
                    (slot, old, value, asked if i == column else value, cause, s, t, a, x, y, ())
                )
            elif draft.trail is not None:
                draft.trail.append((slot, old))
            draft.v[slot] = value


def _scale(parts: list[int], total: int) -> list[int]:
    """Parts of 1000 made to sum ``total`` by largest remainder."""
    scaled = [part * total // WHOLE for part in parts]
    rest = sorted((-(part * total % WHOLE), i) for i, part in enumerate(parts))
    for _, i in rest[: total - sum(scaled)]:
        scaled[i] += 1
    return scaled
