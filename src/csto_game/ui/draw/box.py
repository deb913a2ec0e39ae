"""Panels: a title in the border, a hint below, rows inside."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, block, clip, fit, row_width, tagged
from csto_game.ui.scrolls import held

PANEL = "panel"
"""The kind of a click on what is nothing more particular."""
ROW = "row"
"""The kind of a click on a row of a page with one list."""
AT_ONCE = "at once"
"""The kind of a click on what needs no second one."""
KEY = "key"
"""The kind of a click on the name of an action."""


def box(  # noqa: PLR0913  # what a frame can show
    title: str,
    rows: Sequence[Row],
    width: int,
    height: int,
    look: Look,
    *,
    focused: bool = False,
    lit: bool | None = None,
    right: str = "",
    hint: Row = EMPTY,
    scroll: int | None = None,
    panel: str = "",
    head: Row = EMPTY,
) -> list[Row]:
    """`rows` in a frame, below a `head` that stays; the focused frame is bright and its title has a mark.

    Where there are more rows than room the frame says so. `scroll` is the first row to show; a box without
    it has no cursor, and is moved by the wheel and by keys of the page. `panel` is its name on the page, as a
    rule its title.

    A frame that is `lit` is what a lesson points at: its lines are heavy, and its title stands out. On a page
    that is pointed at as a whole that is the focused one, if nothing else is said.
    """
    theme, glyphs, scrolls = look.theme, look.glyphs, look.scrolls
    panel, room = panel or title, max(height - 2 - bool(head), 0)
    scroll = (
        scrolls.first(panel, len(rows), room) if scroll is None else held(scroll, len(rows), room)
    )
    focused = scrolls.focus == panel if scrolls.focus else focused
    lit = focused and look.is_lit if lit is None else lit
    strokes = glyphs.heavy if lit else glyphs.box
    color = theme.mark if lit else theme.accent if focused else theme.line
    vertical = strokes[5]
    name = (look.mark if lit and title else look.strong if focused else look.dim)(
        f" {glyphs.cursor} {title} " if focused and title else f" {title} " if title else ""
    )
    top = _edge((name,), (look.dim(f" {right} "),) if right else EMPTY, width, look, color, strokes)
    bottom = _edge(_place(scroll, room, len(rows), look), hint, width, look, color, strokes[2:])
    side = look.ink(vertical, color)
    inner = block(rows[scroll:], width - 2, room, theme.panel, ellipsis=glyphs.more)
    if head:
        inner = [*block([head], width - 2, 1, theme.panel), *inner]
    made = [top, *((side, *row, side) for row in inner), bottom][:height]
    return [tagged(row, PANEL, panel) for row in made]


def _place(scroll: int, room: int, total: int, look: Look) -> Row:
    """Where one is in rows that do not all fit: ``▲▼ 14/52``, the last of them that is shown."""
    if total <= room:
        return EMPTY
    last = min(scroll + room, total)
    signs = (look.glyphs.up if scroll else "") + (look.glyphs.down if last < total else "")
    return (look.dim(f" {signs} {last}/{total} "),)


def _edge(
    left: Row, right: Row, width: int, look: Look, color: tuple[int, int, int], strokes: str
) -> Row:
    """One horizontal border with a text near its left and its right end; `strokes` begin with its corners and
    end with the line and the upright one.
    """
    corners, line = strokes[:2], strokes[-2]
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
