"""Panels: a title in the border, a hint below, rows inside."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, block, clip, fit, row_width


def box(
    title: str,
    rows: Sequence[Row],
    width: int,
    height: int,
    look: Look,
    *,
    focused: bool = False,
    right: str = "",
    hint: Row = EMPTY,
) -> list[Row]:
    """`rows` in a frame; the focused frame is bright and its title has a mark."""
    theme, glyphs = look.theme, look.glyphs
    color = theme.accent if focused else theme.line
    vertical = glyphs.box[5]
    name = (look.strong if focused else look.dim)(
        f" {glyphs.cursor} {title} " if focused and title else f" {title} " if title else ""
    )
    top = _edge(
        (name,), (look.dim(f" {right} "),) if right else EMPTY, width, look, color, top=True
    )
    more = len(rows) > height - 2
    below = hint or ((look.dim(f" {glyphs.down} {glyphs.more} "),) if more else EMPTY)
    bottom = _edge(EMPTY, below, width, look, color, top=False)
    side = look.ink(vertical, color)
    inner = block(rows, width - 2, height - 2, theme.panel)
    body = [(side, *row, side) for row in inner]
    return [top, *body, bottom][:height]


def _edge(
    left: Row, right: Row, width: int, look: Look, color: tuple[int, int, int], *, top: bool
) -> Row:
    """One horizontal border with a text near its left and its right end."""
    corners = look.glyphs.box[:2] if top else look.glyphs.box[2:4]
    line = look.glyphs.box[4]
    room = max(width - 6, 0)
    left, right = clip(left, room, ellipsis=look.glyphs.more), clip(right, room)
    middle = width - 4 - row_width(left) - row_width(right)
    if middle < 1:
        left = clip(left, max(room - row_width(right), 0))
        middle = width - 4 - row_width(left) - row_width(right)
    row = (
        look.ink(corners[0] + line, color),
        *left,
        look.ink(line * max(middle, 0), color),
        *right,
        look.ink(line + corners[1], color),
    )
    return fit(row, width)


def rule(width: int, look: Look) -> Row:
    """A dim line inside a panel."""
    return (look.ink(look.glyphs.line * width, look.theme.line),)
