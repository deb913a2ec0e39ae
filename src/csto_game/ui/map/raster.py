"""Which unit every pixel shows. Knows no owners, so a raster lasts until the size changes."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from attrs import frozen

from csto_game.ui.map.asset import MapAsset, Shape
from csto_game.ui.map.frame import Frame

SEA, LAKE, FIRST_UNIT = 0, 1, 2

Grain = tuple[int, int]  # pixels per cell: across, down
QUADRANT: Grain = (2, 2)
HALF_BLOCK: Grain = (1, 2)
BRAILLE: Grain = (2, 4)
WHOLE_CELL: Grain = (1, 1)


@frozen(eq=False)
class Raster:
    """One byte per pixel: SEA, LAKE or FIRST_UNIT + the unit's place in its list."""

    grain: Grain
    rows: tuple[bytes, ...]
    counts: tuple[int, ...]  # pixels by byte value


@lru_cache(maxsize=24)
def make_raster(asset: MapAsset, frame: Frame, grain: Grain) -> Raster:
    """Fill every unit, then every lake, by even-odd scan lines through the pixels' centers."""
    across, down = grain
    grid = [bytearray(frame.width * across) for _ in range(frame.height * down)]
    for place, unit in enumerate(asset.units):
        _fill(grid, unit.shape, frame, grain, FIRST_UNIT + place)
    for lake in asset.lakes:
        _fill(grid, lake, frame, grain, LAKE)
    return count_pixels(grain, tuple(map(bytes, grid)), FIRST_UNIT + len(asset.units))


def count_pixels(grain: Grain, rows: tuple[bytes, ...], codes: int) -> Raster:
    """A raster of ready rows whose bytes are all below `codes`."""
    joined = b"".join(rows)
    return Raster(grain, rows, tuple(joined.count(code) for code in range(codes)))


def _fill(grid: list[bytearray], shape: Shape, frame: Frame, grain: Grain, code: int) -> None:
    width, height = len(grid[0]), len(grid)
    scale_x, scale_y = frame.scale * grain[0], frame.scale * grain[1] / 2
    left = width / 2 - frame.center[0] * scale_x
    top = height / 2 + frame.center[1] * scale_y
    if shape.east * scale_x + left < 0 or shape.west * scale_x + left > width:
        return
    if top - shape.south * scale_y < 0 or top - shape.north * scale_y > height:
        return
    crossings: dict[int, list[float]] = {}
    for ring in shape.rings:
        points = [(x * scale_x + left - 0.5, top - y * scale_y - 0.5) for x, y in ring]
        _cross(crossings, points, height)
    for row, xs in crossings.items():
        xs.sort()
        line = grid[row]
        for start, end in zip(xs[0::2], xs[1::2], strict=False):
            first, last = max(0, ceil(start)), min(width, ceil(end))
            if last > first:
                line[first:last] = bytes((code,)) * (last - first)


def _cross(
    crossings: dict[int, list[float]], points: list[tuple[float, float]], height: int
) -> None:
    """Add where the ring's edges cross the center line of each pixel row."""
    from_x, from_y = points[-1]
    from_row = ceil(from_y)
    for x, y in points:
        row = ceil(y)
        if row != from_row:
            first, last = (from_row, row) if from_row < row else (row, from_row)
            slope = (x - from_x) / (y - from_y)
            for line in range(max(0, first), min(last, height)):
                crossings.setdefault(line, []).append(from_x + (line - from_y) * slope)
        from_x, from_y, from_row = x, y, row
