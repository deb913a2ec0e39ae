"""A scene on a map as finished rows: the one function the screens call."""

from __future__ import annotations

from collections.abc import Mapping

from csto_game.ui.map.arrows import draw_arrow
from csto_game.ui.map.asset import MapAsset
from csto_game.ui.map.canvas import Canvas
from csto_game.ui.map.fill import fill_cells
from csto_game.ui.map.frame import Window, find_window
from csto_game.ui.map.glyphs import Level
from csto_game.ui.map.ground import Cell, Ground, Terrain, make_ground
from csto_game.ui.map.labels import label_others, label_states
from csto_game.ui.map.lands import Land, find_lands, nearest_cell
from csto_game.ui.map.palette import make_palette
from csto_game.ui.map.raster import FIRST_UNIT
from csto_game.ui.map.scene import Anchor, Label, Picture, Scene
from csto_game.ui.map.signs import (
    write_frame_text,
    write_marker,
    write_seas,
    write_tiny_units,
)
from csto_game.ui.map.span import Row
from csto_game.ui.map.terrain import asset_terrain
from csto_game.ui.map.theme import DARK, MapTheme
from csto_game.ui.map.towns import write_cities


def map_rows(
    asset: MapAsset,
    scene: Scene,
    width: int,
    height: int,
    *,
    window: str | Window = "all",
    level: Level = "full",
    theme: MapTheme = DARK,
) -> tuple[Row, ...]:
    """`height` rows of exactly `width` cells each."""
    picture = map_picture(asset, scene, width, height, window=window, level=level, theme=theme)
    return picture.rows


def land_rows(
    asset: MapAsset, width: int, height: int, *, level: Level = "full", theme: MapTheme = DARK
) -> tuple[Row, ...]:
    """Land and water alone: no owners, no names, no signs."""
    terrain = asset_terrain(asset, max(1, width), max(1, height), find_window("all"))
    scene = Scene(owners={})
    ground = make_ground(terrain, scene)
    palette = make_palette(ground, scene, theme)
    cells = fill_cells(ground, scene, palette, level, theme)
    return Canvas(cells, ground.cells, palette.fill, level, theme).rows()


def map_picture(
    asset: MapAsset,
    scene: Scene,
    width: int,
    height: int,
    *,
    window: str | Window = "all",
    level: Level = "full",
    theme: MapTheme = DARK,
) -> Picture:
    """The rows of `map_rows`, with what clicks and arrow keys need."""
    terrain = asset_terrain(asset, max(1, width), max(1, height), find_window(window))
    return compose(terrain, scene, level, theme)


def compose(terrain: Terrain, scene: Scene, level: Level, theme: MapTheme) -> Picture:
    """Fill, then signs by weight: whatever comes first keeps its place."""
    ground = make_ground(terrain, scene)
    palette = make_palette(ground, scene, theme)
    cells = fill_cells(ground, scene, palette, level, theme)
    canvas = Canvas(cells, ground.cells, palette.fill, level, theme)
    colors = dict(zip(ground.names[FIRST_UNIT:], palette.fill[FIRST_UNIT:], strict=True))
    lands = find_lands(ground)
    write_frame_text(scene, canvas)
    for marker in scene.markers:
        cell = _anchor_cell(ground, lands, marker.at)
        if cell is not None:
            write_marker(marker, cell, canvas)
    tiny = write_tiny_units(ground, scene, canvas, colors)
    labels = label_states(ground, scene, canvas, lands, colors)
    centers = {label.owner: (label.x + label.width // 2, label.y) for label in labels}
    _draw_arrows(ground, scene, canvas, lands, centers)
    signs = write_cities(ground, scene, canvas, rank=0)
    write_seas(ground, scene, canvas)
    signs |= write_cities(ground, scene, canvas, rank=1)
    label_others(ground, scene, canvas, lands)
    signs |= write_cities(ground, scene, canvas, rank=2)
    for cell, owner in tiny.items():
        centers.setdefault(owner, cell)
    return Picture(
        width=terrain.width,
        height=terrain.height,
        rows=canvas.rows(),
        cells=_hit_cells(ground, labels, signs | tiny),
        names=ground.names,
        labels=tuple(labels),
        centers=centers,
    )


def _draw_arrows(
    ground: Ground,
    scene: Scene,
    canvas: Canvas,
    lands: Mapping[str, Land],
    centers: Mapping[str, Cell],
) -> None:
    for arrow in scene.arrows:
        start, end = (
            centers.get(str(anchor)) or _anchor_cell(ground, lands, anchor)
            for anchor in (arrow.start, arrow.end)
        )
        if start is not None and end is not None and start != end:
            draw_arrow(start, end, arrow.color, canvas)


def _anchor_cell(ground: Ground, lands: Mapping[str, Land], anchor: Anchor) -> Cell | None:
    """The cell of a point, of the middle of an owner's visible land, or of a unit."""
    terrain = ground.terrain
    if not isinstance(anchor, str):
        return terrain.cell_of(anchor)
    if anchor in lands:
        return nearest_cell(lands[anchor])
    if anchor in terrain.units:
        return terrain.unit_cell(terrain.units.index(anchor))
    return None


def _hit_cells(ground: Ground, labels: list[Label], signs: Mapping[Cell, str]) -> tuple[bytes, ...]:
    """Owner codes as the player sees them: a plate or a sign counts for its owner."""
    cells = [bytearray(row) for row in ground.cells]
    for label in labels:
        code = ground.names.index(label.owner)
        cells[label.y][label.x : label.x + label.width] = bytes((code,)) * label.width
    for (x, y), owner in signs.items():
        if owner in ground.names[FIRST_UNIT:]:
            cells[y][x] = ground.names.index(owner)
    return tuple(map(bytes, cells))
