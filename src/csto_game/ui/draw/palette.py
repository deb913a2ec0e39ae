"""The palette: what is typed, and what it may mean."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.draw.box import AT_ONCE
from csto_game.ui.look import Look
from csto_game.ui.palette import Deed
from csto_game.ui.rows import Row, Span, cell, clip, fit, join, row_width, spread, tagged


def palette_rows(deeds: Sequence[Deed], at: int, width: int, look: Look) -> list[Row]:
    return [
        tagged(_deed(deed, width, look, is_here=place == at), AT_ONCE, place)
        for place, deed in enumerate(deeds)
    ]


def _deed(deed: Deed, width: int, look: Look, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    sign = look.key(deed.hint) if deed.action else look.dim(deed.why_not or deed.hint)
    right: Row = (sign, Span(" "))
    name = look.dim(deed.name) if deed.why_not else look.text(deed.name)
    words = cell((look.note(deed.words),), 26) if width >= 100 else ()
    room = max(width - row_width(right) - 2, 10)
    left = clip(join((cursor, Span(" ")), words, (name,)), room, ellipsis=look.glyphs.more)
    row = spread(left, clip(right, width // 2), width)
    return look.chosen(fit(row, width)) if is_here else row
