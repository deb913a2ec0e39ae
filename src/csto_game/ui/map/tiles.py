"""A map of squares: equal-long rows of letters, `.` for sea and a space where there is nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

from attrs import frozen

from csto_game.ui.map.check import MAX_UNITS
from csto_game.ui.map.compose import compose
from csto_game.ui.map.glyphs import Level
from csto_game.ui.map.ground import Cell, Terrain
from csto_game.ui.map.raster import FIRST_UNIT, LAKE, SEA, Grain, Raster, count_pixels
from csto_game.ui.map.scene import LonLat, Picture, Scene
from csto_game.ui.map.theme import DARK, MapTheme

_WIDEST = 3  # a square is at most three times as wide as high, in cells
_NAMED_FROM = 4  # cells of a square's width from which on names have room


@frozen
class TileGrid:
    """Rows of letters and the state that each letter stands for."""

    rows: tuple[str, ...]
    states: tuple[tuple[str, str], ...]  # (letter, code)


def tile_grid(rows: Sequence[str], states: Mapping[str, str]) -> TileGrid:
    """Check the rows; raises ValueError with one sentence."""
    if not rows or not rows[0]:
        raise ValueError("a tile map needs at least one row of letters")
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise ValueError(
                f"row {number} of the tile map has {len(row)} letters, the first has {len(rows[0])}"
            )
        for letter in row:
            if letter not in ". " and letter not in states:
                raise ValueError(
                    f"row {number} of the tile map has the letter {letter!r}, which is no state's"
                )
    if len(set(states.values())) > MAX_UNITS:
        raise ValueError(f"a tile map has at most {MAX_UNITS} states")
    return TileGrid(tuple(rows), tuple(sorted(states.items())))


def tile_picture(
    grid: TileGrid,
    scene: Scene,
    width: int,
    height: int,
    *,
    level: Level = "full",
    theme: MapTheme = DARK,
) -> Picture:
    """The same picture as `map_picture`; points of the scene are (column, row)."""
    return compose(_terrain(grid, max(1, width), max(1, height)), scene, level, theme)


@frozen
class _Fit:
    """The grid's place in the panel: its first cell and its size, in cells."""

    width: int
    height: int
    left: int
    top: int
    columns: int
    rows: int
    across: int
    down: int

    def column(self, x: int, grain: int) -> int:
        """The grid's column at a pixel, -1 outside."""
        place = x - self.left * grain
        return place * self.columns // (self.across * grain) if place >= 0 else -1

    def row(self, y: int, grain: int) -> int:
        place = y - self.top * grain
        return place * self.rows // (self.down * grain) if place >= 0 else -1

    def cell_of(self, at: LonLat) -> Cell | None:
        """The middle cell of the square at (column, row)."""
        column, row = at
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return None
        x = self.left + int((int(column) * 2 + 1) * self.across / (2 * self.columns))
        y = self.top + int((int(row) * 2 + 1) * self.down / (2 * self.rows))
        return x, y


def _fit(grid: TileGrid, width: int, height: int) -> _Fit:
    columns, rows = len(grid.rows[0]), len(grid.rows)
    down = height // rows * rows or height
    across = width // columns * columns or width
    if height >= rows and width >= columns:
        across = min(width // columns, _WIDEST * (height // rows)) * columns
    left, top = (width - across) // 2, (height - down) // 2
    return _Fit(width, height, left, top, columns, rows, across, down)


@lru_cache(maxsize=24)
def _terrain(grid: TileGrid, width: int, height: int) -> Terrain:
    fit = _fit(grid, width, height)
    present = {letter for row in grid.rows for letter in row}
    codes = {letter: code for letter, code in grid.states if letter in present}
    units = tuple(sorted(set(codes.values())))
    bytes_of = {letter: FIRST_UNIT + units.index(code) for letter, code in codes.items()}
    return Terrain(
        width=width,
        height=height,
        units=units,
        unit_names=units,
        parents={},
        default_owner={unit: unit for unit in units},
        raster=partial(_raster, grid, fit, tuple(sorted(bytes_of.items()))),
        cell_of=fit.cell_of,
        unit_cell=lambda place: _first_square(grid, fit, units[place]),
        scale=fit.across / fit.columns / _NAMED_FROM,
        is_board=True,
    )


def _first_square(grid: TileGrid, fit: _Fit, unit: str) -> Cell | None:
    letters = [letter for letter, code in grid.states if code == unit]
    places = (
        (column, row)
        for row, line in enumerate(grid.rows)
        for column, letter in enumerate(line)
        if letter in letters
    )
    return next((fit.cell_of(place) for place in places), None)


@lru_cache(maxsize=24)
def _raster(grid: TileGrid, fit: _Fit, units: tuple[tuple[str, int], ...], grain: Grain) -> Raster:
    codes = {".": SEA, " ": LAKE, **dict(units)}
    columns = [fit.column(x, grain[0]) for x in range(fit.width * grain[0])]
    empty = bytes((LAKE,)) * len(columns)
    rows = []
    for y in range(fit.height * grain[1]):
        row = fit.row(y, grain[1])
        if not 0 <= row < fit.rows:
            rows.append(empty)
            continue
        line = [codes[letter] for letter in grid.rows[row]]
        rows.append(bytes(line[c] if 0 <= c < fit.columns else LAKE for c in columns))
    return count_pixels(grain, tuple(rows), FIRST_UNIT + len(units))
