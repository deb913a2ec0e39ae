"""A map asset of the format `csto-map/1`: read, checked, projected once, frozen."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from attrs import field, frozen

from csto_game.ui.map.check import MapAssetError, check_document
from csto_game.ui.map.projection import Point, project

Ring = tuple[Point, ...]


@frozen
class Shape:
    """Rings on the plane, filled even-odd, with the box round them."""

    rings: tuple[Ring, ...]
    west: float
    east: float
    south: float
    north: float


@frozen
class Unit:
    """A piece of land that is owned as a whole."""

    id: str
    name: str
    owner: str  # the owner unless a scene says otherwise
    parent: str | None
    shape: Shape
    anchor: Point  # a point inside its largest ring, on the plane


@frozen(eq=False)
class MapAsset:
    """Everything drawable of one map; compared by identity, so that it can key a cache."""

    name: str
    units: tuple[Unit, ...]
    lakes: tuple[Shape, ...]
    span: float  # width on the plane; a panel never shows more than a part of it
    index: dict[str, int] = field(repr=False)  # unit id -> place in `units`


def load_asset(path: Path) -> MapAsset:
    """Read the asset at `path`; raises MapAssetError with one sentence that names the file.

    The one read last is kept: the title shows the land that the game is then played on.
    """
    try:
        known = path.stat()
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise MapAssetError(f"{path}: the map file cannot be read ({reason}).") from error
    return _read(path, known.st_mtime_ns, known.st_size)


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int, _size: int) -> MapAsset:
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise MapAssetError(f"{path}: the map file cannot be read ({reason}).") from error
    return parse_asset(raw, str(path))


def parse_asset(raw: bytes, where: str) -> MapAsset:
    """The asset in `raw`; `where` names the file in messages."""
    document = check_document(raw, where)
    arcs = [_decode(arc, document["scale"], document["translate"]) for arc in document["arcs"]]
    units = tuple(_unit(key, entry, arcs) for key, entry in document["units"].items())
    lakes = tuple(_shape(rings, arcs) for rings in document.get("lakes", {}).values())
    return MapAsset(
        name=Path(where).stem,
        units=units,
        lakes=lakes,
        span=max(u.shape.east for u in units) - min(u.shape.west for u in units),
        index={unit.id: place for place, unit in enumerate(units)},
    )


def _decode(arc: list[int], scale: list[float], translate: list[float]) -> list[Point]:
    lons = accumulate(arc[0::2])
    lats = accumulate(arc[1::2])
    (sx, sy), (tx, ty) = scale, translate
    return [project(lon * sx + tx, lat * sy + ty) for lon, lat in zip(lons, lats, strict=True)]


def _unit(key: str, entry: dict[str, Any], arcs: list[list[Point]]) -> Unit:
    shape = _shape(entry["r"], arcs)
    return Unit(
        id=key,
        name=entry["n"],
        owner=entry["o"],
        parent=entry.get("p"),
        shape=shape,
        anchor=_inner_point(max(shape.rings, key=_area)),
    )


def _shape(rings: list[list[int]], arcs: list[list[Point]]) -> Shape:
    joined = tuple(_join(ring, arcs) for ring in rings)
    xs = [x for ring in joined for x, _ in ring]
    ys = [y for ring in joined for _, y in ring]
    return Shape(joined, west=min(xs), east=max(xs), south=min(ys), north=max(ys))


def _join(ring: list[int], arcs: list[list[Point]]) -> Ring:
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)  # neighbors in a ring share their end point
    return tuple(points)


def _area(ring: Ring) -> float:
    ends = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in ends)) / 2


def _inner_point(ring: Ring) -> Point:
    """The middle of the widest stretch of the ring at half of its height."""
    level = (min(y for _, y in ring) + max(y for _, y in ring)) / 2
    crossings = sorted(
        x + (level - y) / (next_y - y) * (next_x - x)
        for (x, y), (next_x, next_y) in zip(ring, ring[1:] + ring[:1], strict=True)
        if (y <= level) != (next_y <= level)
    )
    pairs = zip(crossings[0::2], crossings[1::2], strict=False)
    west, east = max(pairs, key=lambda pair: pair[1] - pair[0], default=(ring[0][0],) * 2)
    return (west + east) / 2, level
