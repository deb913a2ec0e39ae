"""Where things stand in a drawing: in columns, each to the right of what leads to it."""

from __future__ import annotations

from collections.abc import Mapping

from csto_game.workshop.graph.threads import Thread, ends

Place = tuple[int, int]
"""(column, row), from 0."""


def places(found: tuple[Thread, ...]) -> Mapping[str, Place]:
    """A place for each end; things that hang together stand together, one group under another."""
    placed: dict[str, Place] = {}
    row = 0
    for group in groups(found):
        columns = _columns(found, group)
        height = 0
        for column in range(max(columns.values()) + 1):
            there = [end for end in group if columns[end] == column]
            placed |= {end: (column, row + number) for number, end in enumerate(there)}
            height = max(height, len(there))
        row += height + 1
    return placed


def groups(found: tuple[Thread, ...]) -> list[list[str]]:
    """What hangs together, the largest groups first."""
    leader = {end: end for end in ends(found)}

    def first(end: str) -> str:
        while leader[end] != end:
            leader[end] = leader[leader[end]]
            end = leader[end]
        return end

    for thread in found:
        leader[first(thread.end)] = first(thread.begin)
    gathered: dict[str, list[str]] = {}
    for end in leader:
        gathered.setdefault(first(end), []).append(end)
    return sorted(gathered.values(), key=lambda group: (-len(group), group[0]))


def _columns(found: tuple[Thread, ...], group: list[str]) -> dict[str, int]:
    """Steps from the beginnings; threads that lead back (circles) do not push."""
    members = set(group)
    after: dict[str, list[str]] = {end: [] for end in group}
    for thread in found:
        if thread.begin in members:
            after[thread.begin].append(thread.end)
    order, back = _depth_first(after, group)
    columns = dict.fromkeys(group, 0)
    for end in reversed(order):
        for other in after[end]:
            if (end, other) not in back:
                columns[other] = max(columns[other], columns[end] + 1)
    return columns


def _depth_first(
    after: Mapping[str, list[str]], group: list[str]
) -> tuple[list[str], set[tuple[str, str]]]:
    """Ends in the order they were left, and threads that close a circle."""
    order: list[str] = []
    back: set[tuple[str, str]] = set()
    state: dict[str, int] = {}
    led_to = {other for others in after.values() for other in others}
    for start in sorted(group, key=lambda end: (end in led_to, end)):
        walk = [] if start in state else [(start, iter(after[start]))]
        state.setdefault(start, 1)
        while walk:
            end, rest = walk[-1]
            other = next(rest, None)
            if other is None:
                walk.pop()
                state[end] = 2
                order.append(end)
            elif state.get(other) == 1:
                back.add((end, other))
            elif other not in state:
                state[other] = 1
                walk.append((other, iter(after[other])))
    return order, back
