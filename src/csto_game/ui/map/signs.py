"""What stands on the map besides names of states: markers, cities, seas, title and legend."""

from __future__ import annotations

from csto_game.ui.map.canvas import Canvas
from csto_game.ui.map.glyphs import GLYPHS
from csto_game.ui.map.ground import Cell, Ground
from csto_game.ui.map.raster import FIRST_UNIT, QUADRANT
from csto_game.ui.map.scene import City, Marker, Scene
from csto_game.ui.map.theme import Rgb
from csto_game.ui.width import cell_width, clip_cells

# Cells per degree from which on names of capitals, and cities of rank 2, have room.
_NAMES_FROM = 1.0
_TOWNS_FROM = 1.9
TINY = 3  # units of fewer pixels are drawn as one sign
_SEA_MOVES = ((0, 0), (-2, 0), (2, 0), (0, -1), (0, 1), (-4, 0), (4, 0), (0, -2), (0, 2))


def write_frame_text(scene: Scene, canvas: Canvas) -> None:
    """The title in the first row, the legend at the end of the last."""
    theme = canvas.theme
    title = clip_cells(canvas.fit(scene.title), canvas.width - 4)
    if title:
        canvas.write(0, 0, f" {title} ", fg=theme.text, plate=theme.panel)
    parts = [
        (canvas.fit(entry.glyph), entry.color, f" {canvas.fit(entry.text)} ")
        for entry in scene.legend
    ]
    x = canvas.width - 1 - sum(cell_width(glyph) + cell_width(text) for glyph, _, text in parts)
    if not parts or x < 1:
        return
    y = canvas.height - 1
    canvas.write(x - 1, y, " ", fg=theme.text, plate=theme.panel)
    for glyph, color, text in parts:
        canvas.write(x, y, glyph, fg=color, plate=theme.panel)
        x += cell_width(glyph)
        canvas.write(x, y, text, fg=theme.text, plate=theme.panel)
        x += cell_width(text)


def write_marker(marker: Marker, cell: Cell, canvas: Canvas) -> None:
    """The glyph at its cell, or at the nearest free one in the same row."""
    glyph = clip_cells(canvas.fit(marker.glyph), 2) or "!"
    x, y = cell
    for column in (x, x + 1, x - 1, x + 2, x - 2):
        if canvas.write(column, y, glyph, fg=marker.color, plate=marker.plate, bold=True):
            return


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


def write_tiny_units(
    ground: Ground, scene: Scene, canvas: Canvas, colors: dict[str, Rgb]
) -> dict[Cell, str]:
    """A sign for each unit too small to be seen that has an owner of its own."""
    terrain = ground.terrain
    counts = terrain.raster(QUADRANT).counts
    owners = dict(zip(terrain.units, ground.unit_owner, strict=True))
    signs: dict[Cell, str] = {}
    for place, (unit, owner) in enumerate(owners.items()):
        if counts[FIRST_UNIT + place] >= TINY:
            continue
        parent = owners.get(terrain.parents.get(unit, ""))
        cell = terrain.unit_cell(place)
        if cell is None or owner not in scene.owners or owner == parent:
            continue
        if canvas.write(
            *cell,
            GLYPHS[canvas.level].tiny,
            fg=canvas.theme.member_text,
            plate=colors[owner],
            reverse=owner == scene.selected,
        ):
            signs[cell] = owner
    return signs


def write_seas(ground: Ground, scene: Scene, canvas: Canvas) -> None:
    """Names of seas, only where every letter stands on water."""
    if canvas.level == "ascii":
        return
    for sea in scene.seas:
        cell = ground.terrain.cell_of(sea.at)
        name = canvas.fit(sea.name)
        width = cell_width(name)
        if cell is None or not name:
            continue
        for dx, dy in _SEA_MOVES:
            x, y = cell[0] - width // 2 + dx, cell[1] + dy
            if canvas.is_free(x, y, width, margin=1) and _is_water(ground, x, y, width):
                canvas.write(x, y, name, fg=canvas.theme.sea_text, italic=True)
                break


def _is_water(ground: Ground, x: int, y: int, width: int) -> bool:
    return max(ground.cells[y][x : x + width]) < FIRST_UNIT
