"""The campaign screen: where its panels are, and all its rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate

from attrs import frozen

from csto_game.model.view import View
from csto_game.ui.draw.box import box
from csto_game.ui.draw.edges import message_row
from csto_game.ui.draw.members import members_panel
from csto_game.ui.draw.planning import planning_panel
from csto_game.ui.draw.strip import news_row, strip_row
from csto_game.ui.draw.why import why_panel
from csto_game.ui.look import Look
from csto_game.ui.memo import Memo
from csto_game.ui.rect import Rect
from csto_game.ui.rows import Row, has_wide, split
from csto_game.ui.sight import Sight

_STRIP, MOST_STRIPS = 16, 9
"""Cells of a strip of the map, and how many strips there are at most."""
WITH_WHY = 100
"""Columns from which on the causes have a panel of their own."""


_NONE = Rect(0, 0, 0, 0)


@frozen
class Layout:
    """The panels of one size. The last two rows are the message and the keys."""

    map: Rect
    table: Rect
    work: Rect
    why: Rect
    has_news: bool


def plan_layout(width: int, height: int, countries: int, whole: str = "") -> Layout:
    """Narrow: map and plans over the table. From 100 columns: the plans and why at the right."""
    has_news = height >= 30
    top = 2 if has_news else 1
    room = height - top - 2
    table = min(countries + 3, max(6, room * 45 // 100 if has_news else room - 9))
    upper = room - table
    if width < WITH_WHY:
        return _narrow(width, top, upper, table, has_news=has_news, whole=whole)
    side = 40 if width < 160 else 60
    left = width - side
    return Layout(
        Rect(0, top, left, upper),
        Rect(0, top + upper, left, table),
        Rect(left, top, side, upper),
        Rect(left, top + upper, side, table),
        has_news,
    )


def _narrow(width: int, top: int, upper: int, table: int, *, has_news: bool, whole: str) -> Layout:
    below = Rect(0, top + upper, width, table)
    middle = Rect(0, top, width, upper + table)
    if whole == "map":
        return Layout(middle, _NONE, _NONE, _NONE, has_news)
    if whole == "work":
        return Layout(_NONE, _NONE, middle, _NONE, has_news)
    side = 33
    return Layout(
        Rect(0, top, width - side, upper),
        below,
        Rect(width - side, top, side, upper),
        _NONE,
        has_news,
    )


@frozen(eq=False)
class MapView:
    """The finished inside of the map panel, its title, and its legend."""

    rows: tuple[Row, ...]
    title: str
    legend: Row


Panel = tuple[Rect, list[Row]]


def campaign_panels(
    view: View,
    sight: Sight,
    size: tuple[int, int],
    look: Look,
    *,
    map_view: MapView,
    keys: Row,
    memo: Memo,
    coach: Sequence[Row] = (),
) -> list[Panel]:
    """All panels with their places; those whose input is the same come from `memo`."""
    width, height = size
    below = [*coach, message_row(sight.message, width, look, is_bad=sight.is_bad), keys]
    layout = plan_layout(width, height - len(coach), len(view.members), sight.whole)
    top = [strip_row(view, sight, width, look)]
    top += [news_row(view, sight.news, width, look)] if layout.has_news else []
    made: list[Panel] = [(Rect(0, 0, width, len(top)), top)]
    for name in ("map", "work", "table", "why"):
        rect: Rect = getattr(layout, name)
        if rect.width:
            key = (rect, look, view, _slice(name, sight, map_view))
            draw = partial(_parts, name, view, sight, rect, look, map_view)
            made += memo.get(name, key, draw)
    return [*made, (Rect(0, height - len(below), width, len(below)), below)]


def _parts(
    name: str, view: View, sight: Sight, rect: Rect, look: Look, map_view: MapView
) -> list[Panel]:
    return _split(name, rect, _panel(name, view, sight, rect, look, map_view))


def _split(name: str, rect: Rect, rows: list[Row]) -> list[Panel]:
    """The map in upright strips: a change repaints its canvas from the left edge on."""
    if name != "map" or any(has_wide(row) for row in rows):
        return [(rect, rows)]
    widths = strip_widths(rect.width)
    pieces = zip(*(split(row, widths) for row in rows), strict=True)
    starts = accumulate(widths, initial=rect.x)
    return [
        (Rect(x, rect.y, width, rect.height), list(piece))
        for x, width, piece in zip(starts, widths, pieces, strict=False)
    ]


def strip_widths(width: int) -> list[int]:
    """At most `MOST_STRIPS` of about the same width, and one cell for the right border."""
    count = max(1, min(MOST_STRIPS - 1, width // _STRIP))
    inner = width - 1
    return [inner * (n + 1) // count - inner * n // count for n in range(count)] + [1]


def _slice(name: str, sight: Sight, map_view: MapView) -> tuple[object, ...]:
    """The part of the sight that a panel depends on."""
    focused = sight.panel == name
    if name == "map":
        return focused, sight.lit == name, map_view
    if name == "table":
        return focused, sight.lit == name, sight.member, sight.column
    if name == "why":
        return (sight.why,)
    return focused, sight.lit, sight.item, sight.orders, sight.thinking is None


def _panel(
    name: str, view: View, sight: Sight, rect: Rect, look: Look, map_view: MapView
) -> list[Row]:
    width, height = rect.width, rect.height
    if name == "map":
        focused = sight.panel == "map"
        return box(
            map_view.title,
            map_view.rows,
            width,
            height,
            look,
            focused=focused,
            lit=sight.lit == "map",
            hint=map_view.legend,
            panel="map",
        )
    if name == "work":
        return planning_panel(view, sight, width, height, look)
    if name == "table":
        return members_panel(view, sight, width, height, look)
    return why_panel(sight.why, width, height, look)
