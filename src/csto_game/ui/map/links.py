"""Lines between the tiles of a board. They run between tiles, never behind one: that would lie."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from csto_game.ui.map.canvas import Canvas
from csto_game.ui.map.glyphs import BOXES, Box
from csto_game.ui.map.layout import Place

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
_STEPS = {
    (0, -1): (_UP, _DOWN),
    (0, 1): (_DOWN, _UP),
    (-1, 0): (_LEFT, _RIGHT),
    (1, 0): (_RIGHT, _LEFT),
}
Cell = tuple[int, int]


def draw_links(links: list[tuple[Place, Place, int]], canvas: Canvas) -> None:
    """Each link is (from, to, strength 1 to 3); where lines meet they are joined."""
    arms: dict[Cell, int] = {}
    strengths: dict[Cell, int] = {}
    for first, second, strength in links:
        for here, there in _steps(_route(first, second, canvas.height)):
            forth, back = _STEPS[there[0] - here[0], there[1] - here[1]]
            arms[here] = arms.get(here, 0) | forth
            arms[there] = arms.get(there, 0) | back
            for cell in (here, there):
                strengths[cell] = max(strengths.get(cell, 1), min(3, strength))
    box = BOXES[canvas.level]
    for cell, joined in sorted(arms.items()):
        canvas.write(*cell, _glyph(joined, strengths[cell], box), fg=canvas.theme.dim_text)


def _glyph(joined: int, strength: int, box: Box) -> str:
    if joined in (_LEFT, _RIGHT, _LEFT | _RIGHT):
        return box.across[strength - 1]
    if joined in (_UP, _DOWN, _UP | _DOWN):
        return box.down[strength - 1]
    return (box.heavy if strength == 3 else box.joints)[joined]


def _route(first: Place, second: Place, height: int) -> list[Cell]:
    """Corners of the way from one tile's middle to the other's."""
    upper, lower = sorted((first, second), key=lambda place: (place.square[1], place.square[0]))
    (x, y), (to_x, to_y) = upper.center, lower.center
    columns = lower.square[0] - upper.square[0]
    rows = lower.square[1] - upper.square[1]
    if rows == 0:
        if abs(columns) == 1:
            return [(x, y), (to_x, to_y)]
        lane = upper.lane_below if upper.lane_below < height else upper.lane_above
        return [(x, y), (x, lane), (to_x, lane), (to_x, to_y)] if lane >= 0 else []
    lane = upper.lane_below
    if rows == 1:
        return [(x, y), (x, lane), (to_x, lane), (to_x, to_y)]
    aside = lower.lane_left if lower.square[0] else lower.lane_left + lower.width + lower.air[0]
    last = lower.lane_above
    return [(x, y), (x, lane), (aside, lane), (aside, last), (to_x, last), (to_x, to_y)]


def _steps(corners: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Neighboring cells on the way, in pairs."""
    for (x, y), (to_x, to_y) in pairwise(corners):
        dx, dy = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
        for step in range(abs(to_x - x) + abs(to_y - y)):
            here = x + dx * step, y + dy * step
            yield here, (here[0] + dx, here[1] + dy)
