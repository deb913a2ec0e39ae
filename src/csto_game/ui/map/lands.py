"""The visible land of each owner, and where on it a text fits."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from csto_game.ui.map.canvas import Canvas
from csto_game.ui.map.ground import Cell, Ground
from csto_game.ui.map.raster import FIRST_UNIT

_RUNS = re.compile(rb"(.)\1*", re.DOTALL)


@frozen
class Land:
    """The visible cells of one owner as runs (row, first column, column after the last)."""

    owner: str
    code: int
    runs: tuple[tuple[int, int, int], ...]
    size: int
    middle: tuple[float, float]


@lru_cache(maxsize=24)
def find_lands(ground: Ground) -> dict[str, Land]:
    """Every owner that has a cell in view."""
    runs: dict[int, list[tuple[int, int, int]]] = {}
    for y, row in enumerate(ground.cells):
        for match in _RUNS.finditer(row):
            if row[match.start()] >= FIRST_UNIT:
                runs.setdefault(row[match.start()], []).append((y, *match.span()))
    return {
        ground.names[code]: _land(ground.names[code], code, runs[code]) for code in sorted(runs)
    }


def nearest_cell(land: Land) -> Cell:
    """The cell of the land that is nearest to its middle."""
    x, y = land.middle
    found = [
        (abs(min(max(x, start), end - 1) - x) + 2 * abs(row - y), row, start, end)
        for row, start, end in land.runs
    ]
    _, row, start, end = min(found)
    return min(max(int(x), start), end - 1), row


def _land(owner: str, code: int, runs: list[tuple[int, int, int]]) -> Land:
    size = sum(end - start for _, start, end in runs)
    x = sum((end - start) * (start + end) / 2 for _, start, end in runs) / size
    y = sum((end - start) * y for y, start, end in runs) / size
    return Land(owner, code, tuple(runs), size, (x, y))


def best_spot(
    ground: Ground, land: Land, width: int, canvas: Canvas, keep_free: set[Cell]
) -> Cell | None:
    """The free place in the owner's own cells that is nearest to the middle of its land."""
    middle_x, middle_y = land.middle
    found: list[tuple[float, int, int]] = []
    for y, start, end in land.runs:
        if end - start < width:
            continue
        x = min(max(round(middle_x - width / 2), start), end - width)
        if not canvas.is_free(x, y, width, margin=1):
            x = canvas.taken[y].find(bytes(width + 2), max(0, start - 1), end + 1) + 1
            if x == 0 or x < start or x + width > end:
                continue
        cost = abs(x + width / 2 - middle_x) + 2 * abs(y - middle_y)
        cost += 6 * (1 - own_beside(ground, land, (x, y), width))
        cost += 1.5 * ((x == start) + (x + width == end))
        cost += 5 * any((column, y) in keep_free for column in range(x, x + width))
        found.append((cost, y, x))
    if not found:
        return None
    _, y, x = min(found)
    return x, y


def own_beside(ground: Ground, land: Land, spot: Cell, width: int) -> float:
    """The part of the cells above and below that belongs to the same owner."""
    x, y = spot
    last = len(ground.cells) - 1
    own = sum(
        ground.cells[line][x : x + width].count(land.code)
        for line in (max(0, y - 1), min(last, y + 1))
    )
    return own / (2 * width)
