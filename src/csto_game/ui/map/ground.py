"""The land of one panel before anything is written on it: who owns each pixel and each cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from attrs import frozen

from csto_game.ui.map.raster import FIRST_UNIT, LAKE, QUADRANT, SEA, Raster
from csto_game.ui.map.scene import LonLat, Scene

Cell = tuple[int, int]


@frozen(eq=False)
class Terrain:
    """A map fitted into a panel: rasters, and where points and units fall. Knows no owners."""

    width: int
    height: int
    units: tuple[str, ...]
    unit_names: tuple[str, ...]
    parents: Mapping[str, str]
    default_owner: Mapping[str, str]
    raster: Callable[[tuple[int, int]], Raster]
    cell_of: Callable[[LonLat], Cell | None]
    unit_cell: Callable[[int], Cell | None]
    scale: float  # cells per degree eastward (per column on a tile map)
    is_zoom: bool = False
    is_board: bool = False  # on a tile map the code LAKE means that there is nothing


@frozen(eq=False)
class Ground:
    """A terrain with owners. Codes: SEA, LAKE, then one per owner in `names` (first two empty)."""

    terrain: Terrain
    names: tuple[str, ...]
    table: bytes  # unit byte -> owner code, for bytes.translate
    cells: tuple[bytes, ...]  # owner code of the greatest part of each cell
    unit_cells: tuple[bytes, ...]
    unit_owner: tuple[str, ...]

    def code(self, owner: str) -> int | None:
        return self.names.index(owner) if owner in self.names[FIRST_UNIT:] else None

    def pixels(self, grain: tuple[int, int]) -> tuple[bytes, ...]:
        """Owner code of every pixel."""
        return tuple(row.translate(self.table) for row in self.terrain.raster(grain).rows)


def make_ground(terrain: Terrain, scene: Scene) -> Ground:
    """Give every unit its owner of the scene. The ground lasts until land changes hands."""
    default = terrain.default_owner
    return _own(terrain, tuple(scene.owner_of.get(u, default[u]) for u in terrain.units))


@lru_cache(maxsize=24)
def _own(terrain: Terrain, unit_owner: tuple[str, ...]) -> Ground:
    names = ("", "", *dict.fromkeys(unit_owner))
    codes = {name: code for code, name in enumerate(names) if code >= FIRST_UNIT}
    table = bytes((SEA, LAKE, *(codes[owner] for owner in unit_owner))).ljust(256, b"\0")
    unit_cells = majority_cells(terrain.raster(QUADRANT))
    return Ground(
        terrain=terrain,
        names=names,
        table=table,
        cells=tuple(row.translate(table) for row in unit_cells),
        unit_cells=unit_cells,
        unit_owner=unit_owner,
    )


@lru_cache(maxsize=24)
def majority_cells(raster: Raster) -> tuple[bytes, ...]:
    """The unit that fills most of each 2 by 2 cell; on a tie land, and of lands the smallest."""
    known: dict[tuple[int, int, int, int], int] = {}
    rows = []
    for upper, lower in zip(raster.rows[0::2], raster.rows[1::2], strict=True):
        line = bytearray()
        for key in zip(upper[0::2], upper[1::2], lower[0::2], lower[1::2], strict=True):
            best = known.get(key)
            if best is None:
                best = known[key] = _majority(key, raster.counts)
            line.append(best)
        rows.append(bytes(line))
    return tuple(rows)


def _majority(key: tuple[int, ...], counts: tuple[int, ...]) -> int:
    return max(key, key=lambda code: (key.count(code), code >= FIRST_UNIT, -counts[code], code))
