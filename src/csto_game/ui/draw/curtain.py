"""The curtain between two persons: folds over the whole page, and one name."""

from __future__ import annotations

from csto_game.ui.draw.box import box
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, join, wrap
from csto_game.ui.words import say

_FOLD = 4
"""Cells from one fold to the next."""


def curtain_rows(name: str, width: int, height: int, look: Look) -> list[Row]:
    """Nothing here depends on the game but the country that is next."""
    inner = min(60, width - 8)
    said = (
        (look.strong, say("It is the turn of {name}.", name=name)),
        (look.text, ""),
        (look.text, say("When nobody else looks, press {key}.", key=look.hotkey("choose", "curtain"))),
    )  # fmt: skip
    rows: list[Row] = [EMPTY]
    for paint, text in said:
        rows += [(paint(f"  {line}"),) for line in wrap(text, inner - 6) or [""]]
    made = box("", [*rows, EMPTY], inner, len(rows) + 3, look, focused=True)
    above, left = max(0, (height - len(made)) * 2 // 5), (width - inner) // 2
    folds = _folds(0, width, look)
    before, after = _folds(0, left, look), _folds(left + inner, width, look)
    hung = [folds] * above + [join(before, row, after) for row in made]
    return hung + [folds] * (height - len(hung))


def _folds(start: int, end: int, look: Look) -> Row:
    """Cloth from one column up to another: where it stands out it is drawn, else there is nothing."""
    cloth, hollow = look.glyphs.shadow * 2, " " * (_FOLD - 2)
    text = ((cloth + hollow) * (end // _FOLD + 1))[start:end]
    return (look.ink(text, look.theme.line),)
