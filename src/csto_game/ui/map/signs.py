"""What stands on the map besides names of states: markers, seas, title, legend."""

from __future__ import annotations

from collections.abc import Collection

from csto_game.ui.map.canvas import Canvas
from csto_game.ui.map.glyphs import GLYPHS
from csto_game.ui.map.ground import Cell, Ground
from csto_game.ui.map.raster import FIRST_UNIT, QUADRANT
from csto_game.ui.map.scene import Marker, Scene
from csto_game.ui.map.theme import Rgb
from csto_game.ui.width import cell_width, clip_cells

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
    x = canvas.width - sum(cell_width(glyph) + cell_width(text) for glyph, _, text in parts)
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
    for x in _beside(cell[0]):
        if canvas.write(x, cell[1], glyph, fg=marker.color, plate=marker.plate, bold=True):
            return


def _beside(x: int) -> tuple[int, ...]:
    """A column, then those where a sign may move if something else stands there."""
    return x, x + 1, x - 1, x + 2, x - 2


def write_tiny_units(
    ground: Ground, scene: Scene, canvas: Canvas, colors: dict[str, Rgb]
) -> dict[Cell, str]:
    """A sign for each unit that fills no cell and has an owner of its own.

    Who is neither a member nor a camp has none, and a camp only if nothing else of it is to be seen:
    the islands of a power say nothing.
    """
    terrain = ground.terrain
    counts = terrain.raster(QUADRANT).counts
    owners = dict(zip(terrain.units, ground.unit_owner, strict=True))
    seen = frozenset(b"".join(ground.unit_cells))
    shown = [counts[code] >= TINY and code in seen for code in _codes(owners)]
    landed = {owner for owner, is_shown in zip(owners.values(), shown, strict=True) if is_shown}
    signs: dict[Cell, str] = {}
    for place, (unit, owner) in enumerate(owners.items()):
        if shown[place] or not _counts(owner, scene, is_landed=owner in landed):
            continue
        parent = owners.get(terrain.parents.get(unit, ""))
        cell = terrain.unit_cell(place)
        if cell is None or owner == parent:
            continue
        for x in _beside(cell[0]):
            if canvas.write(
                x,
                cell[1],
                GLYPHS[canvas.level].tiny,
                fg=canvas.theme.member_text,
                plate=colors[owner],
                reverse=owner == scene.selected,
            ):
                signs[x, cell[1]] = owner
                break
    return signs


def _codes(units: Collection[str]) -> range:
    """The bytes of a raster that stand for units."""
    return range(FIRST_UNIT, FIRST_UNIT + len(units))


def _counts(code: str, scene: Scene, *, is_landed: bool) -> bool:
    owner = scene.owners.get(code)
    return owner is not None and (owner.is_member or (owner.letter != "." and not is_landed))


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
