"""A number over a whole game as a field of columns, with what is usual as a line and turns marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, join
from csto_game.ui.width import cell_width

_AXIS = 5
_WIDEST = 6


def history_rows(
    values: Sequence[int],
    dates: Sequence[str],
    width: int,
    height: int,
    look: Look,
    *,
    usual: int | None = None,
    marks: Collection[int] = (),
) -> list[Row]:
    """``height`` rows. Values are from 0 to 100, one a turn; ``marks`` are turns."""
    room, wide = height - 2, width - _AXIS - 1
    if room < 2 or wide < 10 or not values:
        return []
    shown = values[-wide:]
    first = len(values) - len(shown)
    wide = min(wide, _WIDEST * len(shown))
    starts = [n * wide // len(shown) for n in range(len(shown) + 1)]
    rows = [
        join(
            cell((look.dim(_edge(y, room)),), _AXIS - 1, "right"),
            (look.dim(look.glyphs.high),),
            _line(shown, starts, (y, room), usual, look),
        )
        for y in range(room)
    ]
    rows.append(_marks(starts, first, marks, look))
    rows.append(_dates(dates[first:], starts, look))
    return rows


def _edge(y: int, room: int) -> str:
    return "100" if y == 0 else "0" if y == room - 1 else ""


def _line(
    values: Sequence[int],
    starts: Sequence[int],
    place: tuple[int, int],
    usual: int | None,
    look: Look,
) -> Row:
    """Row y of so many; where no column stands, the usual value is a thin line."""
    y, room = place
    levels, theme = look.glyphs.spark, look.theme
    is_usual = usual is not None and _row_of(usual, room) == y
    spans: list[Span] = []
    for n, value in enumerate(values):
        steps = len(levels)
        height = min(max(value, 0), 100) * room * steps // 100 - (room - 1 - y) * steps
        sign, color = " ", theme.bar
        if height > 0:
            sign = levels[min(height, steps) - 1]
        elif is_usual:
            sign, color = look.glyphs.line, theme.danger
        text = sign * (starts[n + 1] - starts[n])
        if spans and spans[-1].fg == color:
            spans[-1] = look.ink(spans[-1].text + text, color)
        else:
            spans.append(look.ink(text, color))
    return tuple(spans)


def _row_of(value: int, room: int) -> int:
    return room - 1 - min(room - 1, min(max(value, 0), 100) * room // 100)


def _marks(starts: Sequence[int], first: int, marks: Collection[int], look: Look) -> Row:
    spans: list[Span] = [Span(" " * (_AXIS - 1)), look.dim(look.glyphs.last)]
    for n, start in enumerate(starts[:-1]):
        width = starts[n + 1] - start
        if first + n + 1 in marks:
            spans.append(look.key(look.glyphs.up))
            width -= 1
        spans.append(look.dim(look.glyphs.line * width))
    return tuple(spans)


def _dates(dates: Sequence[str], starts: Sequence[int], look: Look) -> Row:
    text = ""
    for start, date in zip(starts, dates, strict=False):
        if (not text or start >= cell_width(text) + 2) and start + cell_width(date) <= starts[-1]:
            text += " " * (start - cell_width(text)) + date
    return (Span(" " * _AXIS), look.dim(text)) if text else EMPTY
