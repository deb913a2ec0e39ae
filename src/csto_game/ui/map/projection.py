"""Longitude and latitude to the plane of the map.

An Albers equal-area cone that stands upright on the Caspian, then two smooth lenses that enlarge
the Caucasus and the Fergana valley with the Pamirs, where many small states meet. There is no
inverse: what lies under the mouse is read from the raster.
"""

from __future__ import annotations

from math import cos, degrees, exp, radians, sin, sqrt

from attrs import frozen

Point = tuple[float, float]

_CENTER_LAT, _CENTER_LON = 46.0, 52.0
_PARALLEL_SOUTH, _PARALLEL_NORTH = 38.0, 57.0
_CONE = (sin(radians(_PARALLEL_SOUTH)) + sin(radians(_PARALLEL_NORTH))) / 2
_CONSTANT = cos(radians(_PARALLEL_SOUTH)) ** 2 + 2 * _CONE * sin(radians(_PARALLEL_SOUTH))


def _radius(lat: float) -> float:
    return sqrt(_CONSTANT - 2 * _CONE * sin(radians(lat))) / _CONE


_CENTER_RADIUS = _radius(_CENTER_LAT)


def cone(lon: float, lat: float) -> Point:
    """(x east, y north) of the bare cone, in degrees at the center."""
    radius = _radius(lat)
    turn = _CONE * radians(lon - _CENTER_LON)
    return degrees(radius * sin(turn)), degrees(_CENTER_RADIUS - radius * cos(turn))


@frozen
class Lens:
    """A Gaussian magnifier: center on the plane, reach east and north, strength at the center."""

    x: float
    y: float
    reach_x: float
    reach_y: float
    strength: float


# Displacements add up; with these strengths the map's Jacobian stays above 0.25, so nothing folds.
LENSES = (
    Lens(*cone(47.5, 41.2), 13.0, 8.0, 1.15),
    Lens(*cone(71.0, 39.6), 8.5, 5.5, 0.75),
)


def project(lon: float, lat: float) -> Point:
    """(x east, y north) on the plane of the map, lenses applied."""
    x, y = cone(lon, lat)
    moved_x, moved_y = x, y
    for lens in LENSES:
        dx, dy = x - lens.x, y - lens.y
        pull = lens.strength * exp(-((dx / lens.reach_x) ** 2) - (dy / lens.reach_y) ** 2)
        moved_x += dx * pull
        moved_y += dy * pull
    return moved_x, moved_y
