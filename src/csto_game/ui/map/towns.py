"""Cities: a dot where there is room for it, and its name where there is more."""

from __future__ import annotations

from csto_game.ui.map.canvas import Canvas
from csto_game.ui.map.glyphs import GLYPHS
from csto_game.ui.map.ground import Cell, Ground
from csto_game.ui.map.scene import City, Scene
from csto_game.ui.width import cell_width

# Cells per degree from which on names of capitals, and cities of rank 2, have room.
_NAMES_FROM = 1.0
_TOWNS_FROM = 1.9


def write_cities(ground: Ground, scene: Scene, canvas: Canvas, *, rank: int) -> dict[Cell, str]:
    """Dots with names where there is room; says which cells got the dot of which owner."""
    dots: dict[Cell, str] = {}
    terrain = ground.terrain
    for city in scene.cities:
        cell = terrain.cell_of(city.at)
        if cell is None or city.rank != rank or (canvas.level == "ascii" and city.rank):
            continue
        if terrain.scale < _TOWNS_FROM and not _is_main(city, scene, dots):
            continue
        name = canvas.fit(city.name) if _has_name(canvas, terrain.scale) else ""
        if _write_city(city, cell, name, canvas):
            dots[cell] = city.owner
    return dots


def _is_main(city: City, scene: Scene, dots: dict[Cell, str]) -> bool:
    """Small maps show one city for each state that plays a part."""
    return city.rank < 2 and city.owner in scene.owners and city.owner not in dots.values()


def _has_name(canvas: Canvas, scale: float) -> bool:
    return scale >= _NAMES_FROM and canvas.level != "ascii"


def _write_city(city: City, cell: Cell, name: str, canvas: Canvas) -> bool:
    x, y = cell
    is_capital = city.rank == 0
    glyphs = GLYPHS[canvas.level]
    dot = glyphs.capital if is_capital else glyphs.city
    fg = canvas.theme.member_text if is_capital else canvas.theme.dim_text
    if not canvas.is_free(x, y, 1, margin=1):
        return False
    width = cell_width(name)
    if name and canvas.is_free(x, y, width + 2, margin=1):
        canvas.write(x, y, dot, fg=fg)
        canvas.write(x + 2, y, name, fg=fg)
    elif name and canvas.is_free(x - width - 1, y, width + 2, margin=1):
        canvas.write(x, y, dot, fg=fg)
        canvas.write(x - width - 1, y, name, fg=fg)
    elif is_capital:
        canvas.write(x, y, dot, fg=fg)
    else:
        return False
    return True
