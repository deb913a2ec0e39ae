"""The ground of a picture at each level, before signs are written on it."""

from __future__ import annotations

from csto_game.ui.map.ascii import ascii_rows
from csto_game.ui.map.braille import braille_rows
from csto_game.ui.map.canvas import BLANK
from csto_game.ui.map.glyphs import HATCH, Level
from csto_game.ui.map.ground import Ground
from csto_game.ui.map.paint import Cell, Style, paint
from csto_game.ui.map.palette import Palette
from csto_game.ui.map.raster import FIRST_UNIT, WHOLE_CELL
from csto_game.ui.map.scene import Scene
from csto_game.ui.map.theme import MapTheme, mix

_REVERSED: Style = (None, None, False, False, True)


def fill_cells(
    ground: Ground, scene: Scene, palette: Palette, level: Level, theme: MapTheme
) -> list[list[Cell]]:
    """Rows of cells without any text."""
    if level == "braille":
        return [[(char, BLANK) for char in row] for row in braille_rows(ground)]
    if level == "ascii":
        return _letters(ground, scene)
    lit = ground.code(scene.selected) if scene.outline and scene.selected else None
    cells = paint(ground, palette, lit, halves=level == "basic")
    if ground.terrain.is_zoom:
        _hatch(ground, scene, palette, cells, theme)
    return cells


def _letters(ground: Ground, scene: Scene) -> list[list[Cell]]:
    """Camp letters, those of the selected state reversed."""
    selected = ground.code(scene.selected) if scene.selected else None
    return [
        [
            (letter, _REVERSED if code == selected else BLANK)
            for letter, code in zip(letters, codes, strict=True)
        ]
        for letters, codes in zip(ascii_rows(ground, scene), ground.pixels(WHOLE_CELL), strict=True)
    ]


def _hatch(
    ground: Ground, scene: Scene, palette: Palette, cells: list[list[Cell]], theme: MapTheme
) -> None:
    """Strokes on every second cell of land that is held against its parent, or listed."""
    disputed = _disputed_codes(ground, scene)
    for y, row in enumerate(ground.unit_cells):
        if disputed.isdisjoint(row):
            continue
        for x, code in enumerate(row):
            if code in disputed and (x + y) % 2 == 0:
                color = palette.fill[ground.cells[y][x]]
                stroke = mix(color, theme.selected, theme.hatch_per_mille)
                cells[y][x] = (HATCH, (stroke, color, False, False, False))


def _disputed_codes(ground: Ground, scene: Scene) -> frozenset[int]:
    terrain = ground.terrain
    owners = dict(zip(terrain.units, ground.unit_owner, strict=True))
    return frozenset(
        FIRST_UNIT + place
        for place, unit in enumerate(terrain.units)
        if unit in scene.disputed
        or owners[unit] != owners.get(terrain.parents.get(unit, unit), owners[unit])
    )
