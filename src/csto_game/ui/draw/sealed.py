"""The end of a turn by mail: which file goes to whom."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.draw.box import box
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, join, wrap
from csto_game.ui.words import say


def sealed_rows(
    lines: Sequence[str], width: int, height: int, look: Look, *, is_bad: bool
) -> list[Row]:
    """``lines`` are what to do, then where the file is; or why it could not be written."""
    inner = min(72, width - 8)
    rows: list[Row] = [EMPTY]
    for n, text in enumerate(lines):
        paint = look.warn if is_bad else look.strong if n == 0 else look.dim
        rows += [(paint(f"  {line}"),) for line in wrap(text, inner - 6)] + [EMPTY]
    title = say("not sealed") if is_bad else say("your turn is sealed")
    made = box(title, rows, inner, len(rows) + 2, look, focused=True)
    pad = (Span(" " * ((width - inner) // 2)),)
    return [EMPTY] * max(0, (height - len(made)) * 2 // 5) + [join(pad, row) for row in made]
