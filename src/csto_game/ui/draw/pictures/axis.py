"""Axes: numbers at the left, turns below, and where on the plane a turn and a value stand."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join
from csto_game.ui.width import cell_width

LEFT = 8
"""Cells of the numbers at the left and their line."""


def x_of(place: int, count: int, wide: int) -> int:
    """Where the `place`-th of `count` moments stands among `wide` dots or cells."""
    return place * (wide - 1) // max(count - 1, 1)


def y_of(value: int, low: int, high: int, tall: int) -> int:
    """Where a value stands among `tall` dots, 0 at the top."""
    span = max(high - low, 1)
    return (2 * (high - value) * (tall - 1) + span) // (2 * span)


def bounds(values: Sequence[int], low: int, high: int) -> tuple[int, int]:
    """The least and greatest value to show: some air around, never past what the number can be."""
    least, most = min(values), max(values)
    air = max((most - least) // 10, (high - low) // 25, 1)
    return max(min(least - air, least), min(low, least)), min(most + air, max(high, most))


def ticks(low: int, high: int, most: int) -> tuple[int, ...]:
    """Round numbers from `low` to `high`, at most so many: steps of 1, 2 or 5 and their tens."""
    step, tens = 1, 1
    while (high - low) // step + 1 > max(most, 1):
        step = next((n * tens for n in (1, 2, 5, 10) if n * tens > step), 10 * tens)
        tens *= 10 if step >= 10 * tens else 1
    first = -(-low // step) * step
    return tuple(range(first, high + 1, step))


def with_numbers(rows: Sequence[Row], labels: Sequence[tuple[int, str]], look: Look) -> list[Row]:
    """`rows` behind an axis; `labels` are (row, text), the first of two on a row wins."""
    texts: dict[int, str] = {}
    for place, text in labels:
        texts.setdefault(min(max(place, 0), len(rows) - 1), text)
    sign = look.glyphs.high
    return [
        join(
            cell(clip((look.dim(texts.get(y, "")),), LEFT - 1), LEFT - 1, "right"),
            (look.ink(sign if y in texts else look.glyphs.trunk, look.theme.line),),
            row,
        )
        for y, row in enumerate(rows)
    ]


def base_row(wide: int, marks: Sequence[tuple[int, str]], look: Look) -> Row:
    """The line below a plane; `marks` are (column, letter)."""
    letters = dict(marks)
    spans = [Span(" " * (LEFT - 1)), look.ink(look.glyphs.last, look.theme.line)]
    for x in range(wide):
        letter = letters.get(x)
        spans.append(look.key(letter) if letter else look.ink(look.glyphs.line, look.theme.line))
    return tuple(spans)


def dates_row(dates: Sequence[str], wide: int, look: Look) -> Row:
    """As many dates as there is room for, each beginning below its moment, the last one ending there."""
    if not dates:
        return EMPTY
    longest = max(cell_width(date) for date in dates) + 2
    steps = max(1, min(len(dates) - 1, wide // longest - 1))
    last = len(dates) - 1
    places = [n * last // steps for n in range(steps)] if last else []
    ending = max(0, wide - cell_width(dates[last]))
    text = ""
    for place in places:
        start = x_of(place, len(dates), wide)
        gap, end = start - cell_width(text), start + cell_width(dates[place])
        if gap >= (2 if text else 0) and end + 2 <= ending:
            text += " " * gap + dates[place]
    text += " " * (ending - cell_width(text)) + dates[last]
    return (Span(" " * LEFT), look.dim(text))
