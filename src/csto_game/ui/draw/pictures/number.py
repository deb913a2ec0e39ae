"""A number over the turns, small enough to stand below something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from csto_game.ui.draw.pictures.axis import (
    LEFT,
    base_row,
    bounds,
    dates_row,
    ticks,
    with_numbers,
    x_of,
    y_of,
)
from csto_game.ui.draw.pictures.plot import Plot
from csto_game.ui.look import Look
from csto_game.ui.rows import Row

_FINE = 4
"""Dots from top to bottom of a cell of which one alone does not catch the eye."""
LEAST = 6
"""Rows below which a chart says nothing."""


def number_rows(
    values: Sequence[int | None],
    dates: Sequence[str],
    width: int,
    height: int,
    look: Look,
    *,
    ends: tuple[int, int],
    words: Callable[[int], str] = str,
    mark: int = 0,
) -> list[Row]:
    """``height`` rows; ``ends`` are the least and greatest that the number can be, ``mark`` is a turn."""
    known = [value for value in values if value is not None]
    wide, tall = width - LEFT - 1, height - 2
    if not known or wide < 12 or height < LEAST:
        return []
    low, high = bounds(known, *ends)
    plot = Plot(wide, tall, look)
    points = [
        None
        if value is None
        else (x_of(n, len(values), plot.wide), y_of(value, low, high, plot.high))
        for n, value in enumerate(values)
    ]
    plot.course(points, look.theme.accent)
    steps = ticks(low, high, max(2, tall // 2))
    rule_off(plot, [y_of(value, low, high, plot.high) for value in steps], look)
    here = points[mark - 1] if 0 < mark <= len(points) else None
    if here:
        plot.write(here[0] // plot.across, here[1] // plot.down, look.key(look.glyphs.point))
    labels = [(y_of(value, low, high, plot.high) // plot.down, words(value)) for value in steps]
    return [
        *with_numbers(plot.rows(), labels, look),
        base_row(wide, (), look),
        dates_row(dates, wide, look),
    ]


def rule_off(plot: Plot, heights: Sequence[int], look: Look) -> None:
    """Faint dots across, for the eye to follow from a number at the left; where nothing else is drawn, and
    where dots are fine enough to be faint.
    """
    if plot.down < _FINE:
        return
    for y in heights:
        for x in range(0, plot.wide, 4 * plot.across):
            if plot.sign(x // plot.across, y // plot.down) is None:
                plot.dot(x, y, look.theme.hollow)
