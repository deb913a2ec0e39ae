"""Borders and coasts as lines of braille dots: the map for terminals without color."""

from __future__ import annotations

from functools import lru_cache

from csto_game.ui.map.glyphs import BRAILLE_BASE, BRAILLE_DOTS
from csto_game.ui.map.ground import Ground
from csto_game.ui.map.raster import BRAILLE, LAKE

_PATTERN = {dots: chr(BRAILLE_BASE + dots) for dots in range(256)}
# a lake's shore would be drawn twice, once on each side, were it not the same as the sea
_WATER = bytes(0 if code == LAKE else code for code in range(256))


@lru_cache(maxsize=8)
def braille_rows(ground: Ground) -> tuple[str, ...]:
    """One text per row; a dot wherever the next pixel right or below has another owner."""
    pixels = [row.translate(_WATER) for row in ground.pixels(BRAILLE)]
    pixels.append(pixels[-1])
    rows = []
    for top in range(0, len(pixels) - 1, 4):
        dots = 0
        for line, (left, right) in enumerate(BRAILLE_DOTS):
            row, below = pixels[top + line], pixels[top + line + 1]
            unlike = _unlike(row, row[1:] + row[-1:], below)
            dots |= _weigh(unlike[0::2], left) | _weigh(unlike[1::2], right)
        rows.append(_text(dots, ground.terrain.width))
    return tuple(rows)


def _unlike(row: bytes, right: bytes, below: bytes) -> bytes:
    here = int.from_bytes(row, "big")
    other = (here ^ int.from_bytes(right, "big")) | (here ^ int.from_bytes(below, "big"))
    return other.to_bytes(len(row), "big")


def _weigh(unlike: bytes, weight: int) -> int:
    return int.from_bytes(unlike.translate(bytes([0] + [weight] * 255)), "big")


def _text(dots: int, width: int) -> str:
    return dots.to_bytes(width, "big").decode("latin-1").translate(_PATTERN)
