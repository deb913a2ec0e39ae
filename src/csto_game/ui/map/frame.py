"""Which part of the plane a panel shows, and where a point of it falls."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from attrs import frozen

from csto_game.ui.map.asset import MapAsset
from csto_game.ui.map.projection import Point, project

# A panel so wide that it would show more than this part of the asset is drawn larger instead.
_VISIBLE_PART = 0.9


@frozen
class Window:
    """A box in degrees that a panel must show whole."""

    west: float
    south: float
    east: float
    north: float

    @property
    def is_sound(self) -> bool:
        return -180 <= self.west < self.east <= 180 and -90 < self.south < self.north < 90


WINDOWS: Mapping[str, Window] = MappingProxyType(
    {
        "all": Window(21.0, 32.5, 87.0, 60.0),
        "caucasus": Window(37.5, 37.5, 51.5, 45.5),
        "centre": Window(51.0, 34.5, 82.0, 50.0),
        "west": Window(20.0, 43.0, 44.0, 60.0),
    }
)


def find_window(window: str | Window) -> Window:
    """The window of that name; raises ValueError naming the known ones, or on swapped corners."""
    found = WINDOWS.get(window) if isinstance(window, str) else window
    if found is None:
        raise ValueError(f"no map window {window!r}; known: {', '.join(WINDOWS)}")
    if not found.is_sound:
        raise ValueError(f"the map window {found} has its corners swapped or lies off the globe")
    return found


@frozen
class Frame:
    """A grid of `width` by `height` cells laid over the plane. A cell is twice as high as wide."""

    width: int
    height: int
    center: Point
    scale: float  # cells per degree of the plane, eastward

    def to_cell(self, point: Point) -> Point:
        """Plane to (column, row) with fractions; may lie outside."""
        x, y = point
        column = self.width / 2 + (x - self.center[0]) * self.scale
        row = self.height / 2 - (y - self.center[1]) * self.scale / 2
        return column, row

    def cell_of(self, point: Point) -> tuple[int, int] | None:
        """The cell that holds a point of the plane, None outside."""
        column, row = self.to_cell(point)
        if 0 <= column < self.width and 0 <= row < self.height:
            return int(column), int(row)
        return None


@lru_cache(maxsize=64)
def make_frame(asset: MapAsset, width: int, height: int, window: Window) -> Frame:
    """The smallest frame of that size that contains the window (or less, past the asset's edge)."""
    middle = (window.west + window.east) / 2, (window.south + window.north) / 2
    points = [
        project(lon, lat)
        for lon in (window.west, middle[0], window.east)
        for lat in (window.south, middle[1], window.north)
    ]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    contained = min(width / (east - west), 2 * height / (north - south))
    scale = max(contained, width / (_VISIBLE_PART * max(1.0, asset.span)))
    return Frame(width, height, ((west + east) / 2, (south + north) / 2), scale)
