"""A chart of where a number came from and where it may go: a line, and a shade for eight games in ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from attrs import frozen

from csto_game.ui.draw.pictures.axis import (
    LEFT,
    base_row,
    dates_row,
    ticks,
    with_numbers,
    x_of,
    y_of,
)
from csto_game.ui.draw.pictures.number import rule_off
from csto_game.ui.draw.pictures.plot import Plot
from csto_game.ui.look import Look
from csto_game.ui.map.theme import Rgb, mix
from csto_game.ui.outlook import Reach
from csto_game.ui.rows import Row, Span

_BAND = 300
"""Per mille of a bar's color in the ground of the band."""
_MOST_PAST = 8


@frozen
class Past:
    """What a number was before now: (date, value), the oldest first; and how its values are written."""

    values: tuple[tuple[str, int], ...] = ()
    words: Callable[[int], str] = str


def course_rows(
    reach: Reach,
    usual: Reach | None,
    dates: Sequence[str],
    width: int,
    height: int,
    look: Look,
    past: Past | None = None,
) -> list[Row]:
    """`height` rows; `usual` is the same number without the command, a dotted line."""
    past = past or Past()
    room, wide = height - 2, width - LEFT - 1
    if room < 2 or wide < 10 or not reach.rows:
        return []
    before = past.values[-_MOST_PAST:]
    bands = [(reach.value,) * 3, *reach.rows]
    other = [reach.value, *(half for _, half, _ in usual.rows)] if usual and usual.rows else []
    every = [value for band in bands for value in band]
    every += [value for _, value in before] + other
    low, high = min(every), max(every)
    plot = Plot(wide, room, look)
    count = len(before) + len(bands)
    steps = ticks(low, high, max(2, room // 2))

    def dots(values: Sequence[int], first: int) -> list[tuple[int, int]]:
        return [
            (x_of(first + n, count, plot.wide), y_of(value, low, high, plot.high))
            for n, value in enumerate(values)
        ]

    plot.course(dots(other, len(before)), look.theme.text, step=3)
    middle = [value for _, value in before] + [half for _, half, _ in bands]
    plot.course(dots(middle, 0), look.theme.accent)
    rule_off(plot, [y_of(value, low, high, plot.high) for value in steps], look)
    tops, bottoms = (
        _along(dots([band[place] for band in bands], len(before)), plot) for place in (2, 0)
    )
    now = x_of(len(before), count, wide)
    rows = [_row(plot, y, tops, bottoms, look) for y in range(room)]
    labels = [(y_of(n, low, high, plot.high) // plot.down, past.words(n)) for n in steps]
    marks = [(now, look.glyphs.up)] if before else []
    return [
        *with_numbers(rows, labels, look),
        base_row(wide, marks, look),
        dates_row([*(date for date, _ in before), *dates], wide, look),
    ]


def _along(points: Sequence[tuple[int, int]], plot: Plot) -> dict[int, int]:
    """The dot row of a line at each column of cells, from its first point on."""
    found: dict[int, int] = {}
    for (x, y), (to_x, to_y) in pairwise(points):
        for cell in range(x // plot.across, to_x // plot.across + 1):
            part = min(max(cell * plot.across - x, 0), to_x - x)
            found[cell] = y + (to_y - y) * part // max(to_x - x, 1)
    return found


_Cell = tuple[str, Rgb | None, Rgb | None]
"""A sign, its color, and its ground."""


def _row(plot: Plot, y: int, tops: dict[int, int], bottoms: dict[int, int], look: Look) -> Row:
    paint = _painter(look)
    half, first = plot.down // 2, y * plot.down
    cells: list[_Cell] = []
    for x in range(plot.width):
        top, bottom = tops.get(x), bottoms.get(x)
        upper = lower = False
        if top is not None and bottom is not None:
            upper = top < first + half and bottom >= first
            lower = top < first + plot.down and bottom >= first + half
        cells.append(paint(plot.sign(x, y), upper, lower))
    return tuple(
        Span("".join(sign for sign, _, _ in run), fg, bg)
        for (fg, bg), run in groupby(cells, key=lambda one: one[1:])
    )


def _painter(look: Look) -> Callable[[tuple[str, Rgb] | None, bool, bool], _Cell]:
    """A cell of the line, of the band, or of both; half of it where the band ends in it."""
    theme, has_shades = look.theme, _has_shades(look)
    ground, panel = band_color(look), theme.panel
    spark = look.glyphs.spark
    half, full = spark[len(spark) // 2 - 1], (look.glyphs.shadow, theme.bar, None)

    def paint(found: tuple[str, Rgb] | None, upper: bool, lower: bool) -> _Cell:  # noqa: FBT001  # halves
        is_line = found is not None and found[1] != theme.hollow
        if found is not None and (is_line or not (upper or lower)):
            return (*found, ground if has_shades and (upper or lower) else None)
        if not (upper or lower):
            return " ", None, None
        if not has_shades:
            return full
        if upper and lower:
            return " ", None, ground
        return (half, ground, panel) if lower else (half, panel, ground)

    return paint


def _has_shades(look: Look) -> bool:
    return look.depth in ("true", "256") and look.glyphs.level != "ascii"


def band_color(look: Look) -> Rgb:
    """What the band is painted in, for the legend."""
    return mix(look.theme.panel, look.theme.bar, _BAND) if _has_shades(look) else look.theme.bar
