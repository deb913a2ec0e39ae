"""Something laid on a page, and the page out of focus below it."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.look import Look
from csto_game.ui.map.theme import mix
from csto_game.ui.rows import EMPTY, Row, Span, fit, has_wide, join, row_width, split

_FAINT = 700
"""Per mille of the way to the ground that the colors of a page below a question go."""


def laid_on(
    below: Sequence[Row], made: Sequence[Row], width: int, height: int, look: Look
) -> list[Row]:
    """A box in the middle of a page; a row of the page that was drawn for another size is left out."""
    blank = fit(EMPTY, width, look.theme.background)
    ground = [row if _is_usable(row, width) else blank for row in below[:height]]
    ground += [blank] * (height - len(ground))
    above = max(0, (height - len(made)) * 2 // 5)
    for place, row in enumerate(made[: height - above], above):
        inner = row_width(row)
        left = (width - inner) // 2
        first, _, last = split(ground[place], (left, inner, width - left - inner))
        ground[place] = join(first, row, last)
    return ground


def _is_usable(row: Row, width: int) -> bool:
    return row_width(row) == width and not has_wide(row)


def faint(row: Row, look: Look, per_mille: int = _FAINT) -> Row:
    """A row out of focus: its colors so far on the way to the ground; without shades, all in one color."""
    theme = look.theme
    ground = theme.background
    if look.depth not in ("true", "256"):
        return tuple(Span(one.text, theme.line, ground) for one in row)
    return tuple(
        Span(
            one.text,
            mix(one.fg or theme.text, ground, per_mille),
            mix(one.bg or ground, ground, per_mille),
        )
        for one in row
    )
