"""The title: the name in large letters, the menu, what the last game was about."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.ui.draw.box import AT_ONCE
from csto_game.ui.draw.overlay import laid_on
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join, spread, tagged
from csto_game.ui.words import say

_LETTERS = (
    "▄▀▀▀▀ ▄▀▀▀▀ ▀▀█▀▀ ▄▀▀▀▄",
    "█      ▀▀▀▄   █   █   █",
    "▀▄▄▄▄ ▄▄▄▄▀   █   ▀▄▄▄▀",
)
_PLAIN = ("C S T O", "", "")

_AIR = 3
"""Cells of the plate on either side of what stands on it."""


@frozen
class MenuLine:
    """One entry: its action, its key, its name, and what is known about it."""

    action: str
    key: str
    name: str
    detail: str = ""
    is_bad: bool = False


def title_rows(
    menu: Sequence[MenuLine],
    at: int,
    width: int,
    height: int,
    look: Look,
    backdrop: Sequence[Row] = (),
) -> list[Row]:
    """The name over the menu, in the middle; on a backdrop of that size, if there is one, as on a plate."""
    inner = min(72, width - 8)
    pad = (Span(" " * ((width - inner) // 2)),)
    is_tight = height < len(menu) + 9
    letters = _PLAIN if look.glyphs.level == "ascii" else _LETTERS
    words = (say("Collective Security"), say("an alliance, one season at a time"), "")
    rows: list[Row] = []
    for letter, word in zip(letters, words, strict=True):
        paint = look.strong if word == words[0] else look.dim
        rows.append(join((look.ink(letter.ljust(30), look.theme.mark, bold=True),), (paint(word),)))
    rows += [EMPTY] if is_tight else [EMPTY, EMPTY]
    rows += [
        tagged(_line(line, look, inner, is_here=place == at), AT_ONCE, place)
        for place, line in enumerate(menu)
    ]
    if len(backdrop) == height:
        return laid_on(backdrop, _plate(rows, inner, look), width, height, look)
    above = max(1, (height - len(rows)) * 2 // 5)
    return [EMPTY] * above + [join(pad, row) for row in rows]


def _plate(rows: Sequence[Row], inner: int, look: Look) -> list[Row]:
    """The rows with air around them, on the ground of the screen."""
    side = (Span(" " * _AIR),)
    ground = look.theme.background
    padded = [EMPTY, *rows, EMPTY]
    return [fit(join(side, fit(row, inner), side), inner + 2 * _AIR, ground) for row in padded]


def _line(line: MenuLine, look: Look, width: int, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    name = look.strong(line.name) if is_here else look.text(line.name)
    detail = (look.warn if line.is_bad else look.dim)(line.detail)
    left = join((cursor, Span(" ")), cell((name,), 14), (Span(" "), detail))
    row = spread(
        clip(left, width - 4, ellipsis=look.glyphs.more), (look.key(line.key), Span(" ")), width
    )
    return look.chosen(row) if is_here else row
