"""A number over a whole game as a field of columns, with what is usual as a line and turns marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, join
from csto_game.ui.width import cell_width

_AXIS = 5
_WIDEST = 5


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
    step = max(1, min(_WIDEST, wide // len(values)))
    shown = values[-(wide // step) :]
    first = len(values) - len(shown)
    rows = [
        join(
            cell((look.dim(_edge(y, room)),), _AXIS - 1, "right"),
            (look.dim(look.glyphs.high),),
            _line(shown, y, room, step, usual, look),
        )
        for y in range(room)
    ]
    rows.append(_marks(shown, first, step, marks, look))
    rows.append(_dates(dates[first:], step, wide, look))
    return rows


def _edge(y: int, room: int) -> str:
    return "100" if y == 0 else "0" if y == room - 1 else ""


def _line(
    values: Sequence[int], y: int, room: int, step: int, usual: int | None, look: Look
) -> Row:
    """One row of columns; where none stands, the usual value is a thin line."""
    levels = look.glyphs.spark
    steps, theme = len(levels), look.theme
    is_usual = usual is not None and _row_of(usual, room) == y
    spans: list[Span] = []
    for value in values:
        height = min(max(value, 0), 100) * room * steps // 100 - (room - 1 - y) * steps
        if height > 0:
            sign, color = levels[min(height, steps) - 1], theme.bar
        elif is_usual:
            sign, color = look.glyphs.line, theme.danger
        else:
            sign, color = " ", theme.bar
        text = sign * step
        if spans and spans[-1].fg == color:
            spans[-1] = look.ink(spans.pop().text + text, color)
            continue
        spans.append(look.ink(text, color))
    return tuple(spans)


def _row_of(value: int, room: int) -> int:
    return room - 1 - min(room - 1, min(max(value, 0), 100) * room // 100)


def _marks(values: Sequence[int], first: int, step: int, marks: Collection[int], look: Look) -> Row:
    spans: list[Span] = [Span(" " * (_AXIS - 1)), look.dim(look.glyphs.last)]
    for place in range(len(values)):
        is_marked = first + place + 1 in marks
        line = look.glyphs.line * (step - 1 if is_marked else step)
        if is_marked:
            spans.append(look.key(look.glyphs.up))
        spans.append(look.dim(line))
    return tuple(spans)


def _dates(dates: Sequence[str], step: int, wide: int, look: Look) -> Row:
    text = ""
    for place, date in enumerate(dates):
        x = place * step
        if (not text or x >= cell_width(text) + 2) and x + cell_width(date) <= wide:
            text += " " * (x - cell_width(text)) + date
    return (Span(" " * _AXIS), look.dim(text)) if text else EMPTY
