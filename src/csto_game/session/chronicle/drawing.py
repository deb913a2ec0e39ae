"""A small chart of one number as inline SVG, with its story in words for those who do not see it."""

from __future__ import annotations

from html import escape

from csto_game.session.chronicle.chart import Line
from csto_game.text.catalog import say

WIDTH, HEIGHT = 260, 80


def chart(line: Line) -> str:
    """A figure: the curve, its first and last value, its least and most."""
    values = [value for _, _, value in line.points]
    low, high = min(line.low, *values), max(line.high, *values)
    corners = " ".join(
        f"{_x(n, len(values))},{_y(value, low, high)}" for n, value in enumerate(values)
    )
    first, last = line.points[0], line.points[-1]
    facts = {"label": line.label, "least": min(values), "most": max(values)}
    story = say(
        "chronicle.curve", first=first[2], begun=first[1], last=last[2], ended=last[1], **facts
    )
    base = f'<line class="axis" x1="0" y1="{HEIGHT}" x2="{WIDTH}" y2="{HEIGHT}"/>'
    drawn = f'{base}<polyline class="curve" points="{corners}"/>'
    svg = (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(story)}">{drawn}</svg>'
    )
    return f"<figure>{svg}<figcaption>{escape(story)}</figcaption></figure>"


def _x(n: int, count: int) -> int:
    return n * WIDTH // max(1, count - 1)


def _y(value: int, low: int, high: int) -> int:
    return HEIGHT - (value - low) * HEIGHT // max(1, high - low)
