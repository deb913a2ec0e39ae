"""One number of all countries: a line of heights for each, on one scale."""

from __future__ import annotations

from csto_game.ui.draw.parts import plus
from csto_game.ui.draw.pictures.axis import x_of
from csto_game.ui.draw.pictures.seen import OPEN, Seen, numbers_of
from csto_game.ui.figures import decimals, scaled
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join
from csto_game.ui.sight import order_of
from csto_game.ui.words import say

_NAME, _NUMBER = 14, 6


def side_rows(seen: Seen, width: int, height: int, look: Look) -> list[Row]:
    """As tall lines as there is room for: a country takes one row, or two, or three."""
    members = order_of(seen.view)
    rows_each = max(1, min(4, (height - 3) // max(len(members), 1) - 1))
    if look.glyphs.level == "ascii":
        rows_each = 1  # its signs do not stand on one another
    wide = width - _NAME - 3 * _NUMBER - 4
    paths = [f"{member.code}.{seen.stat}" for member in members]
    courses = [seen.annals.course(path) for path in paths]
    every = [value for course in courses for value in course if value is not None]
    if seen.code in OPEN or not every:
        return [(look.note(" " + say("Countries have no such number. Choose another: ←→.")),)]
    low, high = min(every), max(every)
    head = join(
        cell(EMPTY, _NAME + 1),
        *(cell((look.dim(text),), _NUMBER, "right") for text in (say("then"), say("now"), "±")),
        (Span("  "), look.dim(say("all on one scale, {low} to {high}",
                                  low=seen.words(low), high=seen.words(high)))),
    )  # fmt: skip
    rows: list[Row] = [clip(head, width)]
    for member, course in zip(members, courses, strict=True):
        strip = _strip(course, low, high, wide, rows_each, look)
        first = _head(seen, member.code, course, look)
        is_here = member.code == seen.code
        for n, line in enumerate(strip):
            left = first if n == rows_each - 1 else cell(EMPTY, _NAME + 3 * _NUMBER + 1)
            row = fit(join(left, (Span("  "),), line), width)
            rows.append(look.chosen(row) if is_here and rows_each == 1 else row)
        if rows_each > 1:
            rows.append(EMPTY)
    return rows


def _head(seen: Seen, code: str, course: tuple[int | None, ...], look: Look) -> Row:
    figure = next((one for one in numbers_of(seen.view, code) if one.stat == seen.stat), None)
    places = decimals(figure) if figure else 0
    known = [value for value in course if value is not None]
    name = next(one.name for one in seen.view.members if one.code == code)
    cursor = look.key(look.glyphs.cursor) if code == seen.code else Span(" ")
    title = clip((cursor, look.strong(name)), _NAME, ellipsis=look.glyphs.more)
    if not known:
        return join(cell(title, _NAME + 1), cell((look.note("?"),), 3 * _NUMBER, "right"))
    moved = known[-1] - known[0]
    good = figure.good if figure else "none"
    return join(
        cell(title, _NAME + 1),
        cell((look.dim(scaled(known[0], places)),), _NUMBER, "right"),
        cell((look.strong(scaled(known[-1], places)),), _NUMBER, "right"),
        cell((look.signed(moved, plus(moved, look, places), good),), _NUMBER, "right"),
    )


def _strip(
    course: tuple[int | None, ...], low: int, high: int, wide: int, tall: int, look: Look
) -> list[Row]:
    """Columns of heights; a turn takes as many columns as there is room for."""
    steps = look.glyphs.spark
    full = len(steps) * tall
    each = max(1, min(4, wide // max(len(course), 1)))
    chosen = course
    if len(course) > wide:
        chosen = tuple(course[x_of(n, wide, len(course))] for n in range(wide))
    heights = [
        0 if value is None else 1 + (value - low) * (full - 1) // max(high - low, 1)
        for value in chosen
    ]
    rows: list[Row] = []
    for level in range(tall - 1, -1, -1):
        text = ""
        for height in heights:
            part = min(max(height - level * len(steps), 0), len(steps))
            text += (steps[part - 1] if part else " ") * each
        rows.append((look.ink(text, look.theme.bar),))
    return rows
