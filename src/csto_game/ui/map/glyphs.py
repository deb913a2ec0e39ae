"""Every character the map draws with, by glyph level."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from attrs import frozen

from csto_game.ui.lookalikes import PLAIN_SIGNS
from csto_game.ui.width import clusters

Level = Literal["full", "basic", "braille", "ascii"]
LEVELS: tuple[Level, ...] = ("full", "basic", "braille", "ascii")
COLORED: tuple[Level, ...] = ("full", "basic")

QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"  # bit 0 upper left, 1 upper right, 2 lower left, 3 lower right
UPPER_HALF = "▀"
HATCH = "╱"
BRAILLE_BASE = 0x2800
BRAILLE_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # by row, then column


@frozen
class MapGlyphs:
    """The marks drawn over the fill; arrow heads point east, south, west, north."""

    capital: str
    city: str
    tiny: str
    heads: str
    line: str  # horizontal, vertical, falling, rising; empty: drawn with braille dots


_SHAPES = MapGlyphs(capital="◆", city="•", tiny="▪", heads="▸▾◂▴", line="")
_BOXES = MapGlyphs(capital="◆", city="•", tiny="■", heads="►▼◄▲", line="─│╲╱")
_ASCII = MapGlyphs(capital="*", city="o", tiny="#", heads=">v<^", line="-|\\/")
GLYPHS: dict[Level, MapGlyphs] = {
    "full": _SHAPES,
    "basic": _BOXES,
    "braille": _SHAPES,
    "ascii": _ASCII,
}


@lru_cache(maxsize=2048)
def ascii_text(text: str) -> str:
    """`text` in ASCII, exactly as wide: accents go, what has no plain form becomes `?`."""
    if text.isascii():
        return text
    signs = unicodedata.normalize("NFC", text).translate(PLAIN_SIGNS)
    return "".join(_ascii_cell(sign, width) for sign, width in clusters(signs))


def _ascii_cell(sign: str, width: int) -> str:
    if sign.isascii():
        return sign
    parts = unicodedata.normalize("NFKD", sign)
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return plain.ljust(width) if plain.isascii() and 0 < len(plain) <= width else "?" * width


@frozen
class Box:
    """Borders of tiles, and links: straight ones by strength, joints by their arms.

    Arms are bits: 1 up, 2 down, 4 left, 8 right.
    """

    top: tuple[str, str]
    bottom: tuple[str, str]
    side: str
    floor: str
    across: str
    down: str
    joints: str
    heavy: str


_ROUND_JOINTS = " ││││╯╮┤│╰╭├─┴┬┼"
_LIGHT_JOINTS = " ││││┘┐┤│└┌├─┴┬┼"
_HEAVY_JOINTS = " ┃┃┃┃┛┓┫┃┗┏┣━┻┳╋"
_DOUBLE_JOINTS = " ║║║║╝╗╣║╚╔╠═╩╦╬"
_ROUND = Box(("╭", "╮"), ("╰", "╯"), "│", "─", "╌─━", "╎│┃", _ROUND_JOINTS, _HEAVY_JOINTS)
_LIGHT = Box(("┌", "┐"), ("└", "┘"), "│", "─", "·─═", "·│║", _LIGHT_JOINTS, _DOUBLE_JOINTS)
_PLAIN = Box(("+", "+"), ("+", "+"), "|", "-", ".-=", ":|#", "+" * 16, "#" * 16)
BOXES: dict[Level, Box] = {"full": _ROUND, "basic": _LIGHT, "braille": _ROUND, "ascii": _PLAIN}
