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


def _row(plot: Plot, y: int, tops: dict[int, int], bottoms: dict[int, int], look: Look) -> Row:
    cells = [_cell(plot, x, y, tops.get(x), bottoms.get(x), look) for x in range(plot.width)]
    return tuple(
        Span("".join(one.text for one in run), fg, bg, bold=bold)
        for (fg, bg, bold), run in groupby(cells, key=lambda one: (one.fg, one.bg, one.bold))
    )


def _cell(plot: Plot, x: int, y: int, top: int | None, bottom: int | None, look: Look) -> Span:
    """A cell of the line, of the band, or of both; half of it where the band ends in it."""
    found = plot.span(x, y)
    half = plot.down // 2
    upper, lower = (
        top is not None and bottom is not None and top <= end and bottom >= start
        for start, end in (
            (y * plot.down, y * plot.down + half - 1),
            (y * plot.down + half, (y + 1) * plot.down - 1),
        )
    )
    if not (upper or lower):
        return found or Span(" ")
    theme, is_line = look.theme, found is not None and found.fg != look.theme.hollow
    if not _has_shades(look):
        return found if found is not None and is_line else look.ink(look.glyphs.shadow, theme.bar)
    ground = mix(theme.panel, theme.bar, _BAND)
    if found is not None and is_line:
        return Span(found.text, found.fg, ground, bold=found.bold)
    if upper and lower:
        return Span(" ", None, ground)
    ink, paper = (ground, theme.panel) if lower else (theme.panel, ground)
    return Span(_lower_half(look), ink, paper)


def _has_shades(look: Look) -> bool:
    return look.depth in ("true", "256") and look.glyphs.level != "ascii"


def _lower_half(look: Look) -> str:
    spark = look.glyphs.spark
    return spark[len(spark) // 2 - 1]


def band_color(look: Look) -> Rgb:
    """What the band is painted in, for the legend."""
    return mix(look.theme.panel, look.theme.bar, _BAND) if _has_shades(look) else look.theme.bar
