"""Where a command would lead the number that it moves most, of those that always matter: a small chart."""

from __future__ import annotations

from functools import partial

from csto_game.model.view import Figure, Preview, Range, View
from csto_game.ui.draw.box import rule
from csto_game.ui.draw.pictures.number import LEAST, number_rows
from csto_game.ui.figures import decimals, figure_of, scaled
from csto_game.ui.look import Look
from csto_game.ui.names import turn_name
from csto_game.ui.rows import EMPTY, Row
from csto_game.ui.words import say

_LEAST_KNOWN = 3
"""Values without which there is no course to go on from."""
_TALLEST = 14


def outcome_rows(
    view: View, preview: Preview | None, width: int, height: int, look: Look
) -> list[Row]:
    """A rule, a heading and a chart, in at most so many rows; nothing where they would not fit."""
    if preview is None or height < LEAST + 3:
        return []
    found = [(one, figure_of(view, one.path)) for one in preview.sure]
    known = [(one, figure) for one, figure in found if figure and _is_drawn(view, one, figure)]
    if not known:
        return []
    watched = {figure.path for figure in (*view.headline, *view.strip)}
    one, figure = max(known, key=lambda pair: (pair[0].path in watched, _size(*pair)))
    after = (one.low + one.high) // 2
    places = decimals(figure)
    words = partial(scaled, places=places)
    values = (*figure.trend, after)
    first = view.turn - len(figure.trend) + 1
    turns = range(first, view.turn + 1)
    dates = [turn_name(view, turn) if turn > 0 else "" for turn in turns]
    chart = number_rows(
        values,
        [*dates, say("then")],
        width,
        min(height - 3, _TALLEST),
        look,
        ends=(figure.low, figure.high),
        words=words,
        mark=len(values),
    )
    if not chart:
        return []
    arrow = look.glyphs.arrow
    head = (
        look.head(f" {figure.label.upper()}"),
        look.dim(f"  {words(one.before)} {arrow} "),
        look.strong(words(after)),
    )
    return [EMPTY, rule(width, look), head, *chart]


def _is_drawn(view: View, one: Range, figure: Figure) -> bool:
    ours = one.path.split(".")[0] in (view.seat, "alliance", "world")
    return ours and figure.known and len(figure.trend) >= _LEAST_KNOWN


def _size(one: Range, figure: Figure) -> int:
    """How far it moves, per mille of all that it can be."""
    moved = max(abs(one.low - one.before), abs(one.high - one.before))
    return moved * 1000 // max(figure.high - figure.low, 1)
