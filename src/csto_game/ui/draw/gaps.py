"""Numbers of two moments side by side, with how much they differ."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.archive import Gap
from csto_game.ui.figures import scaled
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, tagged
from csto_game.ui.width import cell_width

_MOVED = 7


def gap_rows(
    gaps: Sequence[Gap], heads: tuple[str, str], width: int, look: Look, at: int = -1
) -> list[Row]:
    """A heading and a row for each number; ``at`` marks one."""
    texts = (*heads, *(text for one in gaps for text in (one.here, one.there)))
    cells = min(13, max(5, *(cell_width(text) + 2 for text in texts)))
    label = max(8, width - 2 * cells - _MOVED - 1)
    rows = [join(cell(EMPTY, label), *(cell((look.head(name),), cells, "right") for name in heads))]
    for place, one in enumerate(gaps):
        is_here = place == at
        cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
        name = clip((cursor, look.text(one.label)), label - 1, ellipsis=look.glyphs.more)
        row = join(
            cell(name, label),
            cell((look.strong(one.here),), cells, "right"),
            cell((look.text(one.there),), cells, "right"),
            cell(_moved(one, look), _MOVED + 1),
        )
        rows.append(tagged(look.chosen(row) if is_here else row, "numbers", place))
    return rows


def _moved(one: Gap, look: Look) -> Row:
    if not one.gap:
        return (look.dim(f"  {look.glyphs.same}"),)
    arrow = look.glyphs.up if one.gap > 0 else look.glyphs.down
    text = arrow + scaled(abs(one.gap), one.places)
    return (Span("  "), look.signed(one.gap, text, one.good))
