"""The way to the goal: points at each turn, what a win takes, and each objective on its own."""

from __future__ import annotations

from csto_game.model.view import Score
from csto_game.ui.draw.pictures.axis import (
    LEFT,
    base_row,
    bounds,
    dates_row,
    with_numbers,
    x_of,
    y_of,
)
from csto_game.ui.draw.pictures.plot import Plot
from csto_game.ui.draw.pictures.seen import Seen
from csto_game.ui.look import Look
from csto_game.ui.rows import Row, Span, cell, clip, join, row_width
from csto_game.ui.words import say

_AIM, _LEAST = 30, 9
"""Cells of an objective's name; rows that the chart has at least."""


def way_rows(seen: Seen, width: int, height: int, look: Look) -> list[Row]:
    """The chart above, a line for each objective below."""
    score, points = _score(seen), [moment.points for moment in seen.annals.moments]
    if score is None or points[-1] is None:
        return [(look.note(" " + say("This seat has no objectives, and nobody counts.")),)]
    below = aim_rows(seen, width, max(2, height - _LEAST - 2), look)
    return [*points_rows(seen, width, height - len(below), look), *below]


def _score(seen: Seen) -> Score | None:
    """Ours: as it stands, or as it was in the end."""
    view = seen.view
    scores = view.ended.scores if view.ended else (view.score,)
    return next((row for row in scores if row and row.seat == view.seat), None)


def points_rows(seen: Seen, width: int, height: int, look: Look) -> list[Row]:
    """Points at each turn, and the line that a win takes."""
    score, points = _score(seen), [moment.points for moment in seen.annals.moments]
    known = [value for value in points if value is not None]
    if score is None or not known:
        return []
    wide, tall = width - LEFT - 1, max(2, height - 2)
    low, high = bounds([*known, score.win], 0, max(100, *known))
    plot = Plot(wide, tall, look)
    limit = y_of(score.win, low, high, plot.high)
    plot.line((0, limit), (plot.wide - 1, limit), look.theme.danger, step=3 * plot.across)
    plot.course(
        [
            None if value is None
            else (x_of(n, len(points), plot.wide), y_of(value, low, high, plot.high))
            for n, value in enumerate(points)
        ],
        look.theme.accent,
    )  # fmt: skip
    labels = [
        (y_of(value, low, high, plot.high) // plot.down, str(value))
        for value in (known[-1], score.win, max(known), min(known))
    ]
    rows = with_numbers(plot.rows(), labels, look)
    text = say("{win} to win", win=score.win)
    sign = look.glyphs.same
    base = base_row(wide, (), look)
    ending = (look.warn(f" {sign} {sign} {sign} "), look.dim(f"{text} "))
    if wide > 40:
        base = (*clip(base, LEFT + wide - row_width(ending)), *ending)
    return [*rows, base, dates_row(seen.dates, wide, look)]


def aim_rows(seen: Seen, width: int, most: int, look: Look) -> list[Row]:
    """For each objective its points now and, a sign a turn, what it gave."""
    score = _score(seen)
    if score is None:
        return []
    glyphs, moments = look.glyphs, seen.annals.moments
    wide = max(4, width - _AIM - 8)
    rows = []
    for aim in score.objectives:
        gave = [(points, holds) for moment in moments for id, points, holds in moment.aims
                if id == aim.id][-wide:]  # fmt: skip
        full = max((points for points, _ in gave), default=0)
        signs = tuple(_sign(points, full, look, holds=holds) for points, holds in gave)
        now = look.good(glyphs.done) if aim.holds else look.dim(glyphs.todo)
        name = clip((look.text(aim.name),), _AIM - 3, ellipsis=glyphs.more)
        rows.append(
            join(
                (Span(" "), now, Span(" ")),
                cell(name, _AIM - 3),
                cell((look.strong(str(aim.points)),), 4, "right"),
                (Span("  "),),
                signs,
            )
        )
    if len(rows) > most:
        left = len(rows) - most + 1
        rows[most - 1 :] = [(look.dim(f" {glyphs.more} {say('{n} more', n=left)}"),)]
    return rows


def _sign(points: int, full: int, look: Look, *, holds: bool) -> Span:
    """A height for what it gave; a dot for nothing."""
    if points <= 0:
        return look.dim(look.glyphs.done if holds else look.glyphs.same)
    heights = look.glyphs.spark
    height = heights[(len(heights) - 1) * points // max(full, 1)]
    return look.good(height) if holds else look.ink(height, look.theme.bar)
