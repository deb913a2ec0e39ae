"""A map asset fitted into a panel."""

from __future__ import annotations

from functools import lru_cache, partial

from csto_game.ui.map.asset import MapAsset
from csto_game.ui.map.frame import WINDOWS, Frame, Window, make_frame
from csto_game.ui.map.ground import Cell, Terrain
from csto_game.ui.map.projection import project
from csto_game.ui.map.raster import make_raster
from csto_game.ui.map.scene import LonLat


@lru_cache(maxsize=24)
def asset_terrain(asset: MapAsset, width: int, height: int, window: Window) -> Terrain:
    """The asset fitted into a panel."""
    frame = make_frame(asset, width, height, window)
    return Terrain(
        width=width,
        height=height,
        units=tuple(unit.id for unit in asset.units),
        unit_names=tuple(unit.name for unit in asset.units),
        parents={unit.id: unit.parent for unit in asset.units if unit.parent},
        default_owner={unit.id: unit.owner for unit in asset.units},
        raster=partial(make_raster, asset, frame),
        cell_of=partial(_cell_of, frame),
        unit_cell=lambda place: frame.cell_of(asset.units[place].anchor),
        scale=frame.scale,
        is_zoom=window != WINDOWS["all"],
    )


def _cell_of(frame: Frame, at: LonLat) -> Cell | None:
    lon, lat = at
    if not (-180 <= lon <= 180 and -89 <= lat <= 89):
        return None
    return frame.cell_of(project(lon, lat))
