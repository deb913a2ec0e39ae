"""Colors of the map and the small arithmetic on them; integers only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve, frozen

Rgb = tuple[int, int, int]


def mix(first: Rgb, second: Rgb, per_mille: int) -> Rgb:
    """`first` moved toward `second` by `per_mille` of the way (0 to 1000)."""
    r, g, b = (a + ((z - a) * per_mille + 500) // 1000 for a, z in zip(first, second, strict=True))
    return (r, g, b)


@lru_cache(maxsize=1024)
def luminance(color: Rgb) -> int:
    """Relative luminance, 0 to 1000; squares stand for the screen's curve."""
    r, g, b = color
    return (213 * r * r + 715 * g * g + 72 * b * b) // 65025


def contrast(first: Rgb, second: Rgb) -> int:
    """Contrast in percent: 100 for equal colors, 2100 for black and white."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 50) * 100 // (dark + 50)


@frozen
class MapTheme:
    """Every color the map uses that does not belong to a state."""

    panel: Rgb = (21, 27, 34)
    sea: Rgb = (14, 34, 51)
    shelf: Rgb = (20, 46, 66)
    lake: Rgb = (22, 54, 79)
    land: Rgb = (69, 74, 84)
    edge: Rgb = (13, 17, 22)
    selected: Rgb = (201, 215, 242)
    sea_text: Rgb = (86, 131, 164)
    text: Rgb = (213, 218, 225)
    member_text: Rgb = (255, 255, 255)
    dim_text: Rgb = (173, 180, 190)
    dark_text: Rgb = (13, 17, 22)
    tints: tuple[Rgb, ...] = (
        (58, 70, 84),
        (78, 72, 80),
        (66, 76, 78),
        (74, 76, 92),
        (62, 64, 74),
    )
    edge_per_mille: int = 340
    hatch_per_mille: int = 380
    lean_per_mille: tuple[int, int] = (300, 780)
    """How much of a camp's color is in the land of who leans there not at all, and altogether."""
    readable: int = 210
    """Contrast that letters need at least, in percent."""


DARK = MapTheme()
PAPER = MapTheme(
    panel=(250, 248, 242),
    sea=(206, 222, 233),
    shelf=(191, 211, 226),
    lake=(184, 206, 224),
    land=(226, 222, 212),
    edge=(120, 116, 108),
    selected=(38, 60, 110),
    sea_text=(58, 98, 130),
    text=(36, 40, 46),
    member_text=(0, 0, 0),
    dim_text=(84, 88, 94),
    dark_text=(255, 255, 255),
    tints=((222, 220, 214), (228, 220, 218), (218, 224, 218), (224, 222, 230), (214, 214, 210)),
)

# Sixteen colors know no shades: land is a camp's or nobody's, and borders are the ground. Which shade of a
# color it is differs from terminal to terminal, so that letters have to stand out more.
FLAT_DARK = evolve(
    DARK,
    sea=(0, 0, 0),
    shelf=(0, 0, 0),
    lake=(0, 0, 0),
    land=(85, 85, 85),
    edge=(0, 0, 0),
    selected=(255, 255, 255),
    sea_text=(85, 85, 255),
    tints=((85, 85, 85),),
    edge_per_mille=1000,
    lean_per_mille=(1000, 1000),
    readable=400,
)
FLAT_PAPER = evolve(
    PAPER,
    sea=(255, 255, 255),
    shelf=(255, 255, 255),
    lake=(255, 255, 255),
    land=(170, 170, 170),
    edge=(255, 255, 255),
    selected=(0, 0, 0),
    sea_text=(0, 0, 170),
    tints=((170, 170, 170),),
    edge_per_mille=1000,
    lean_per_mille=(1000, 1000),
    readable=400,
)


def neutral_color(theme: MapTheme, code: str) -> Rgb:
    """Grey with a small tint chosen by the code, so that neighbors differ; the same everywhere."""
    total = sum((place + 3) * ord(char) for place, char in enumerate(code))
    return mix(theme.land, theme.tints[total % len(theme.tints)], 600)


def lean_color(theme: MapTheme, camp: Rgb, share_per_mille: int) -> Rgb:
    """The camp's color mixed into land grey, the more the greater the lean."""
    share = min(1000, max(0, share_per_mille))
    least, most = theme.lean_per_mille
    return mix(theme.land, camp, least + share * (most - least) // 1000)


def text_color(theme: MapTheme, grounds: Iterable[Rgb], wanted: Rgb) -> Rgb:
    """`wanted` if it can be read on all the grounds, else the theme's text that is read best."""
    distinct = tuple(dict.fromkeys(grounds))
    choices = (wanted, theme.member_text, theme.dark_text)
    worst = [min(contrast(ground, color) for ground in distinct) for color in choices]
    readable = (c for c, least in zip(choices, worst, strict=True) if least >= theme.readable)
    return next(readable, choices[worst.index(max(worst))])
