"""Owners to colors to glyph cells, for the two filled levels."""

from __future__ import annotations

from functools import lru_cache

from csto_game.ui.map.glyphs import QUADRANTS, UPPER_HALF
from csto_game.ui.map.ground import Ground
from csto_game.ui.map.palette import EDGE, LIT, Palette
from csto_game.ui.map.raster import FIRST_UNIT, HALF_BLOCK, LAKE, QUADRANT, SEA
from csto_game.ui.map.theme import Rgb

_FLAGGED = bytes([0] + [EDGE] * 255)  # any difference -> the flag
_LAND = bytes([0] * FIRST_UNIT + [EDGE] * (256 - FIRST_UNIT))
_OPEN_SEA = bytes([EDGE if code == SEA else 0 for code in range(256)])
_NO_LAKE = bytes([0 if code == LAKE else EDGE for code in range(256)])

Style = tuple[Rgb | None, Rgb | None, bool, bool, bool]  # fg, bg, bold, italic, reverse
Cell = tuple[str, Style]
Quad = tuple[int, int, int, int]  # pixels: upper left, upper right, lower left, lower right


def paint(ground: Ground, palette: Palette, lit: int | None, *, halves: bool) -> list[list[Cell]]:
    """Rows of cells: quadrants, or upper half blocks. The border of the owner `lit` is whole."""
    if halves:
        pairs, places = _pairs(ground, lit)
        cells = [_half_block(palette.of(upper), palette.of(lower)) for upper, lower in pairs]
    else:
        quads, places = _quads(ground, lit)
        cells = [_quadrant(quad, palette) for quad in quads]
    return [[cells[place] for place in row] for row in places]


Places = tuple[tuple[int, ...], ...]  # for each cell, the place of its pixels in a list


@lru_cache(maxsize=8)
def _quads(ground: Ground, lit: int | None) -> tuple[tuple[Quad, ...], Places]:
    """The distinct groups of four pixels; a picture repeats each of them a dozen times."""
    pixels = mark_edges(ground.pixels(QUADRANT), lit)
    known: dict[Quad, int] = {}
    places = tuple(
        tuple(
            known.setdefault(quad, len(known))
            for quad in zip(upper[0::2], upper[1::2], lower[0::2], lower[1::2], strict=True)
        )
        for upper, lower in zip(pixels[0::2], pixels[1::2], strict=True)
    )
    return tuple(known), places


@lru_cache(maxsize=8)
def _pairs(ground: Ground, lit: int | None) -> tuple[tuple[tuple[int, int], ...], Places]:
    pixels = mark_edges(ground.pixels(HALF_BLOCK), lit)
    known: dict[tuple[int, int], int] = {}
    places = tuple(
        tuple(known.setdefault(pair, len(known)) for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(pixels[0::2], pixels[1::2], strict=True)
    )
    return tuple(known), places


def mark_edges(rows: tuple[bytes, ...], lit: int | None = None) -> list[bytes]:
    """Set EDGE on land whose right or lower neighbor is other land, and on sea that touches land.

    Whole rows are compared at once, as long integers: a loop over pixels took most of the time.
    The owner `lit` is marked along its whole border, shores included, but not round the lakes inside it:
    a country that is lit should look like one shape.
    """
    marked = []
    for place, row in enumerate(rows):
        above = rows[place - 1] if place else row
        below = rows[place + 1] if place + 1 < len(rows) else row
        right, left = row[1:] + row[-1:], row[:1] + row[:-1]
        near = _both(_LAND, right, row) | _both(_LAND, below, row)
        shore = _masked(_LAND, above) | _masked(_LAND, below)
        shore |= _masked(_LAND, left) | _masked(_LAND, right)
        flags = near & _masked(_LAND, row) | shore & _masked(_OPEN_SEA, row)
        if lit is not None and lit in row:
            own = bytes(EDGE if code == lit else 0 for code in range(256))
            for other in (above, below, left, right):
                flags |= _masked(own, row) & _both(_NO_LAKE, other, row)
        found = (int.from_bytes(row, "big") | flags).to_bytes(len(row), "big")
        marked.append(found if lit is None else found.translate(_lighting(lit)))
    return marked


@lru_cache(maxsize=8)
def _lighting(lit: int) -> bytes:
    """All pixels as they are but those of the lit border, which look alike."""
    return bytes(LIT if pixel == lit | EDGE else pixel for pixel in range(256))


def _masked(mask: bytes, row: bytes) -> int:
    return int.from_bytes(row.translate(mask), "big")


def _differs(first: bytes, second: bytes) -> int:
    unlike = int.from_bytes(first, "big") ^ int.from_bytes(second, "big")
    return _masked(_FLAGGED, unlike.to_bytes(len(first), "big"))


def _both(mask: bytes, other: bytes, row: bytes) -> int:
    """Where `other` is another than `row`, and of those that the mask knows."""
    return _differs(other, row) & _masked(mask, other)


def _quadrant(key: Quad, palette: Palette) -> Cell:
    """The two weightiest of four colors; each other pixel takes the nearer of the two."""
    first, second, bits, others = _split(key)
    ground, figure = palette.of(first), palette.of(second)
    if first == second:
        return " ", (None, ground, False, False, False)
    for bit, pixel in others:
        color = palette.of(pixel)
        bits |= bit * (_distance(color, figure) < _distance(color, ground))
    return QUADRANTS[bits], (figure, ground, False, False, False)


@lru_cache(maxsize=2048)
def _split(key: Quad) -> tuple[int, int, int, tuple[tuple[int, int], ...]]:
    """Ground, figure, bits that are figure, and the bits (with their pixel) left to color.

    What is lit is never left out: its line has no gaps.
    """
    weights = {
        pixel: 100 if pixel == LIT else key.count(pixel) * 10 - (pixel >> 7) for pixel in key
    }
    order = sorted(weights, key=weights.__getitem__, reverse=True)
    first, second = order[0], order[min(1, len(order) - 1)]
    places = tuple((1 << place, pixel) for place, pixel in enumerate(key))
    bits = sum(bit for bit, pixel in places if pixel == second)
    return first, second, bits, tuple(p for p in places if p[1] not in (first, second))


def _half_block(upper: Rgb, lower: Rgb) -> Cell:
    if upper == lower:
        return " ", (None, upper, False, False, False)
    return UPPER_HALF, (upper, lower, False, False, False)


def _distance(first: Rgb, second: Rgb) -> int:
    (r, g, b), (red, green, blue) = first, second
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
