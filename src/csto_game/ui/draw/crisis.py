"""Crises as ladders, with the chances of the next step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from csto_game.model.view import CrisisRow, View
from csto_game.session.annals.records import Annals, Climbing, Mark
from csto_game.ui.draw.ascent import Ascent, ascent_box, ascent_rows
from csto_game.ui.draw.box import ROW, box
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.parts import bar
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name, turn_name
from csto_game.ui.rows import (
    EMPTY,
    Row,
    Span,
    beside,
    cell,
    clip,
    fit,
    join,
    spread,
    stack,
    tagged,
    wrap,
)
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_NUMBER, _NOW = 7, 9
"""Cells of a rung's number and the blanks beside its name; of the sign that marks the present one."""
_TALLEST_RUNG, _WIDEST_TURN = 3, 3
UNASKED = Ascent()
_LEAST_ODDS = 5
"""Rows that the odds of the next turn take at least, their frame included."""
_LEAST_WAY = 6
"""Rows that the way so far takes at least, its frame included."""


def crisis_page(
    view: View,
    at: int,
    width: int,
    height: int,
    look: Look,
    annals: Annals | None = None,
    ascent: Ascent = UNASKED,
) -> list[Row]:
    """The ladder of one crisis, its odds, where it may go and its way so far, and the others below."""
    crisis = view.crises[min(at, len(view.crises) - 1)]
    low = min(len(view.crises) + 2, 7) if len(view.crises) > 1 else 0
    left = width // 2
    ladder = box(
        f"{crisis.name} · {crisis.by}{look.glyphs.dash}{crisis.to}",
        _ladder(view, crisis, annals, (left - 2, height - low - 2), look),
        left,
        height - low,
        look,
        focused=True,
    )
    side, tall = width - left, height - low
    odds = _odds(view, crisis, side - 2, look)
    going = len(ascent_rows(crisis, ascent, side - 2, look)) + 2
    upper = min(len(odds) + 2, max(_LEAST_ODDS, tall - going))
    low_way = tall - upper - going
    way_rows = low_way if annals and low_way >= _LEAST_WAY else 0
    right = stack(
        box(say("next turn"), odds, side, upper, look),
        ascent_box(crisis, ascent, side, tall - upper - way_rows, look),
    )
    if way_rows and annals:
        way = _way(crisis, annals, side - 2, way_rows - 2, look)
        right = stack(right, box(say("so far"), way, side, way_rows, look))
    return stack(beside(ladder, right), _others(view, at, width, low, look))


def _ladder(
    view: View, crisis: CrisisRow, annals: Annals | None, size: tuple[int, int], look: Look
) -> list[Row]:
    """The gravest rung on top, and how high it stood at every turn: a skyline that ends at today's rung.

    The present rung is marked by a sign, not by color alone.
    """
    width, height = size
    names = max(cell_width(name) for name in crisis.rungs) + _NUMBER
    each = max(1, min(_TALLEST_RUNG, (height - 3) // len(crisis.rungs)))
    sky = _Sky.of(crisis, annals, width - names - _NOW)
    rows: list[Row] = []
    for place in range(len(crisis.rungs) - 1, -1, -1):
        rows.append(_rung(crisis, place, sky, names, width, look))
        if place:
            below = join(cell(EMPTY, names), sky.row(place, look, is_between=True))
            rows += [below] * (each - 1)
    dates = annals.moments if annals else ()
    first = dates[len(dates) - len(sky.steps)].date if sky.steps else ""
    since = say("since {when}", when=turn_name(view, crisis.since))
    if cell_width(since) + 3 > names or cell_width(first) > width - names:
        return [*rows, (look.dim(f"  {since}"),)]
    return [*rows, join(cell((look.dim(f"  {since}"),), names), (look.dim(first),))]


def _rung(crisis: CrisisRow, place: int, sky: _Sky, names: int, width: int, look: Look) -> Row:
    name = crisis.rungs[place]
    if place != crisis.rung:
        paint = look.text if abs(place - crisis.rung) == 1 else look.dim
        left = cell((look.dim(f"  {place:>2}  "), paint(name)), names)
        return join(left, sky.row(place, look))
    left = cell((look.danger(f"  {place:>2}  {name} "),), names)
    now = (look.warn(f" {look.glyphs.here} {say('now')} {look.glyphs.alert}"),)
    return look.chosen(fit(join(left, sky.row(place, look), now), width))


@frozen
class _Sky:
    """The rung at each turn that there is room for, None before it began; cells of a turn."""

    steps: tuple[int | None, ...]
    each: int
    last: int

    @classmethod
    def of(cls, crisis: CrisisRow, annals: Annals | None, room: int) -> _Sky:
        moments = annals.moments if annals else ()
        steps = [_rung_of(crisis, moment.crises) for moment in moments]
        each = max(1, min(_WIDEST_TURN, room // max(len(steps), 1)))
        kept = max(0, room // each)
        return cls(tuple(steps[-kept:] if kept else ()), each, len(crisis.rungs) - 1)

    def row(self, place: int, look: Look, *, is_between: bool = False) -> Row:
        """What stands beside a rung, or in the rows between it and the next one below."""
        theme, glyphs = look.theme, look.glyphs
        spans: list[Span] = []
        for step in self.steps:
            sign, color = " ", theme.hollow
            if step is not None and step == place and not is_between:
                heat = step * 3 // max(self.last, 1)
                color = (theme.bar, theme.danger, theme.bad, theme.bad)[heat]
                sign = glyphs.parts[-1]
            elif step is not None and step >= place:
                sign = glyphs.shadow
            elif step is None and place == 0:
                sign = glyphs.same
            if spans and spans[-1].fg == color:
                spans[-1] = Span(spans[-1].text + sign * self.each, color)
            else:
                spans.append(Span(sign * self.each, color))
        return tuple(spans)


def _odds(view: View, crisis: CrisisRow, width: int, look: Look) -> list[Row]:
    up, stay, down = crisis.odds
    cells = max(6, min(24, width - 24))
    rows: list[Row] = [
        _chance(say("graver"), up, cells, look, is_bad=True),
        _chance(say("the same"), stay, cells, look, is_bad=False),
        _chance(say("milder"), down, cells, look, is_bad=False),
        EMPTY,
    ]
    rows += [(look.text(f" {line}"),) for line in wrap(crisis.text, width - 2)]
    who = f"{actor_name(view, crisis.by)} {look.glyphs.arrow} {actor_name(view, crisis.to)}"
    last = len(crisis.rungs) - 1
    worst = say("The last step is {n}: {name}.", n=last, name=crisis.rungs[last])
    key = look.hotkey("verbs", "crises")
    orders = say("{key} gives orders; those towards them move the odds.", key=key)
    ending = [
        (look.note(f" {line}"),) for text in (worst, orders) for line in wrap(text, width - 2)
    ]
    return [*rows, EMPTY, (look.dim(f" {who}"),), *ending]


def _way(crisis: CrisisRow, annals: Annals, width: int, height: int, look: Look) -> list[Row]:
    """What happened between the two, the latest first; of steps up and down in one turn, where they led."""
    moments, both = annals.moments, {crisis.by, crisis.to}
    found = [
        (mark.turn, _happened(mark, look))
        for mark in annals.marks
        if both <= set(mark.about) and mark.kind not in ("raised", "lowered")
    ]
    rungs = [_rung_of(crisis, moment.crises) for moment in moments]
    for turn, (before, after) in enumerate(pairwise(rungs), 1):
        if before is not None and after is not None and before != after:
            found.append((turn, _step(before, after, crisis, look)))
    found.sort(key=lambda one: one[0])
    dates = max(cell_width(moment.date) for moment in moments)
    rows: list[Row] = []
    for turn, told in reversed(found[-max(0, height) :]):
        date = moments[min(turn, len(moments)) - 1].date
        row = (*cell((look.dim(f" {date}"),), dates + 2), *told)
        rows.append(clip(row, width, ellipsis=look.glyphs.more))
    return rows


def _happened(mark: Mark, look: Look) -> Row:
    brief = {"opened": say("It begins."), "closed": say("It is over.")}
    return (look.dim(f"{look.glyphs.same} "), look.text(brief.get(mark.kind, mark.text)))


def _step(before: int, after: int, crisis: CrisisRow, look: Look) -> Row:
    glyphs = look.glyphs
    sign = look.bad(f"{glyphs.up} ") if after > before else look.good(f"{glyphs.down} ")
    return (sign, look.strong(f"{after} "), look.text(crisis.rungs[after]))


def _rung_of(crisis: CrisisRow, climbs: Sequence[Climbing]) -> int | None:
    return next((one.rung for one in climbs if _is_same(one, crisis)), None)


def _is_same(one: Climbing, crisis: CrisisRow) -> bool:
    return (one.crisis, one.by, one.to) == (crisis.crisis, crisis.by, crisis.to)


def _chance(name: str, chance: int, cells: int, look: Look, *, is_bad: bool) -> Row:
    return join(
        cell((look.text(f" {name}"),), 11),
        cell((look.strong(f"{chance} %"),), 6, "right"),
        (Span("  "),),
        bar(chance * 10, cells, look, is_bad=is_bad),
    )


def _others(view: View, at: int, width: int, height: int, look: Look) -> list[Row]:
    if not height:
        return []
    rows: list[Row] = []
    for place, crisis in enumerate(view.crises):
        cursor = look.key(look.glyphs.cursor) if place == at else Span(" ")
        rung = crisis.rungs[min(crisis.rung, len(crisis.rungs) - 1)]
        who = f"{actor_name(view, crisis.by)}{look.glyphs.dash}{actor_name(view, crisis.to)}"
        name = clip((look.text(crisis.name),), 22, ellipsis=look.glyphs.more)
        left = join((cursor,), cell(name, 23), (look.dim(who),))
        row = spread(left, (look.text(f"{crisis.rung} {rung} "),), width - 2)
        rows.append(tagged(row, ROW, place))
    scroll = scroll_to(at, height - 2, len(rows))
    return box(say("all crises"), rows, width, height, look, scroll=scroll)
