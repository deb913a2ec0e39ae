"""A chart of where a number may go: a line for the middle, a shade for eight in ten."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from csto_game.ui.look import Look
from csto_game.ui.outlook import Reach
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join
from csto_game.ui.width import cell_width

_AXIS = 9

Points = Sequence[tuple[int, int, int]]


def course_rows(
    reach: Reach, usual: Reach | None, dates: Sequence[str], width: int, height: int, look: Look
) -> list[Row]:
    """`height` rows; `usual` is the same number without the command, a thin line."""
    room, wide = height - 2, width - _AXIS - 1
    if room < 2 or wide < 10 or not reach.rows:
        return []
    own = _columns(reach, wide)
    other = _columns(usual, wide) if usual and usual.rows else []
    every = [value for point in (*own, *other) for value in point]
    low, high = min(every), max(every)
    drawn = [[_at(value, low, high, room) for value in point] for point in own]
    thin = [_at(half, low, high, room) for _, half, _ in other]
    rows = []
    for y in range(room):
        edge = _top(reach, usual) if y == 0 else _bottom(reach, usual) if y == room - 1 else ""
        axis = cell((look.dim(edge),), _AXIS - 1, "right")
        line = _line(drawn, thin, y, look)
        rows.append(join(axis, (look.dim(look.glyphs.high),), line))
    base = look.glyphs.last + look.glyphs.line * wide
    rows.append((Span(" " * (_AXIS - 1)), look.dim(base)))
    rows.append(_dates(dates, wide, look))
    return rows


def _columns(reach: Reach, wide: int) -> list[tuple[int, int, int]]:
    """The band at every column, between turns in a straight line."""
    points = [(reach.value, reach.value, reach.value), *reach.rows]
    last, made = len(points) - 1, []
    for x in range(wide):
        turn, part = divmod(x * last, max(wide - 1, 1))
        one, two = points[turn], points[min(turn + 1, last)]
        low, half, high = (
            a + (b - a) * part // max(wide - 1, 1) for a, b in zip(one, two, strict=True)
        )
        made.append((low, half, high))
    return made


def _at(value: int, low: int, high: int, room: int) -> int:
    """The row of a value, 0 at the top."""
    if high == low:
        return room // 2
    return (2 * (high - value) * (room - 1) + high - low) // (2 * (high - low))


def _line(drawn: Sequence[Sequence[int]], thin: Sequence[int], y: int, look: Look) -> Row:
    glyphs, theme = look.glyphs, look.theme
    signs = {
        "half": (glyphs.lean, theme.accent),
        "thin": (glyphs.line, theme.text),
        "band": (glyphs.shadow, theme.bar),
    }
    kinds = (_kind(point, y, thin[x] if thin else -1) for x, point in enumerate(drawn))
    spans: list[Span] = []
    for kind, run in groupby(kinds):
        length = sum(1 for _ in run)
        sign, color = signs.get(kind, (" ", None))
        spans.append(look.ink(sign * length, color) if color else Span(sign * length))
    return tuple(spans)


def _kind(point: Sequence[int], y: int, thin: int) -> str:
    low, half, high = point
    if y == half:
        return "half"
    if y == thin:
        return "thin"
    return "band" if high <= y <= low else ""


def _bottom(reach: Reach, usual: Reach | None) -> str:
    return _edge(reach, usual, 0)


def _top(reach: Reach, usual: Reach | None) -> str:
    return _edge(reach, usual, 1)


def _edge(reach: Reach, usual: Reach | None, place: int) -> str:
    """The words of the least or greatest number of both."""
    pick = max if place else min
    found = [reach, *([usual] if usual and usual.rows else [])]
    best = pick(found, key=lambda one: pick(value for row in one.rows for value in row))
    return best.bounds[place]


def _dates(dates: Sequence[str], wide: int, look: Look) -> Row:
    """As many dates as there is room for, the first and the last among them."""
    if len(dates) < 2:
        return EMPTY
    longest = max(cell_width(date) for date in dates) + 2
    steps = min(len(dates) - 1, max(1, wide // longest - 1))
    places = sorted({n * (len(dates) - 1) // steps for n in range(steps + 1)})
    text, last = "", len(dates) - 1
    for place in places:
        start = max(0, min(place * (wide - 1) // last, wide - cell_width(dates[place])))
        gap = start - cell_width(text)
        if gap >= (2 if text else 0):
            text += " " * gap + dates[place]
    return clip((Span(" " * _AXIS), look.dim(text)), wide + _AXIS)
