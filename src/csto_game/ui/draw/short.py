"""The largest changes of a preview in a few words, for rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.model.view import Range, View
from csto_game.ui.draw.parts import plus
from csto_game.ui.draw.ranges import named
from csto_game.ui.figures import decimals, figure_of
from csto_game.ui.look import Look
from csto_game.ui.rows import Row, Span, join


def short_effects(view: View, changes: Sequence[Range], look: Look, most: int = 3) -> Row:
    """``Treasury −3  Armenia: loyalty +3…+9``, the largest first."""
    ranked = sorted(changes, key=lambda r: -max(abs(r.low - r.before), abs(r.high - r.before)))
    parts: list[Row] = []
    for one in ranked[:most]:
        figure = figure_of(view, one.path)
        places, good = (decimals(figure), figure.good) if figure else (0, "none")
        low, high = one.low - one.before, one.high - one.before
        text = plus(low, look, places) or "0"
        if low != high:
            text += f"{look.glyphs.more}{plus(high, look, places) or '0'}"
        name = look.dim(f"{named(view, one)} ")
        parts.append((name, look.signed(low + high, text, good), Span("   ")))
    return join(*parts)
