"""Thin lines with a head, drawn between names and under nothing."""

from __future__ import annotations

from csto_game.ui.map.canvas import Canvas
from csto_game.ui.map.glyphs import BRAILLE_BASE, BRAILLE_DOTS, GLYPHS
from csto_game.ui.map.ground import Cell
from csto_game.ui.map.theme import Rgb

_FINE = (2, 4)  # dots of a braille cell


def draw_arrow(start: Cell, end: Cell, color: Rgb, canvas: Canvas) -> None:
    """From the middle of one cell to another's; cells that carry text already stay as they are."""
    glyphs = GLYPHS[canvas.level]
    shapes = _stroke(start, end, glyphs.line) if glyphs.line else _dots(start, end)
    free = [cell for cell in shapes if canvas.is_free(*cell, 1)]
    if not free:
        return
    for cell in free[:-1]:
        canvas.write(*cell, shapes[cell], fg=color)
    canvas.write(*free[-1], glyphs.heads[_quarter(start, end)], fg=color, bold=True)


def _quarter(start: Cell, end: Cell) -> int:
    """0 east, 1 south, 2 west, 3 north; a cell is twice as high as wide."""
    dx, dy = end[0] - start[0], 2 * (end[1] - start[1])
    if abs(dx) >= abs(dy):
        return 0 if dx >= 0 else 2
    return 1 if dy > 0 else 3


def _line(start: Cell, end: Cell) -> list[Cell]:
    steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
    (x, y), (to_x, to_y) = start, end
    return [
        (
            (2 * (x * (steps - i) + to_x * i) + steps) // (2 * steps),
            (2 * (y * (steps - i) + to_y * i) + steps) // (2 * steps),
        )
        for i in range(steps + 1)
    ]


def _dots(start: Cell, end: Cell) -> dict[Cell, str]:
    """Cells on the way, in order, with the dots of the line in each."""
    across, down = _FINE
    points = _line(*((x * across + 1, y * down + 2) for x, y in (start, end)))
    bits: dict[Cell, int] = {}
    for x, y in points:
        cell = (x // across, y // down)
        bits[cell] = bits.get(cell, 0) | BRAILLE_DOTS[y % down][x % across]
    return {cell: chr(BRAILLE_BASE + dots) for cell, dots in bits.items()}


def _stroke(start: Cell, end: Cell, signs: str) -> dict[Cell, str]:
    """Cells on the way with the sign (horizontal, vertical, falling, rising) of the step there."""
    cells = _line(start, end)
    shapes: dict[Cell, str] = {}
    for here, following in zip(cells, cells[1:] + cells[-1:], strict=True):
        dx, dy = following[0] - here[0], following[1] - here[1]
        if dx == 0 or dy == 0:
            shapes[here] = signs[1] if dy else signs[0]
        else:
            shapes[here] = signs[2] if (dx > 0) == (dy > 0) else signs[3]
    return shapes
