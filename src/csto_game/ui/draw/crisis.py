"""Crises as ladders, with the chances of the next step."""

from __future__ import annotations

from csto_game.model.view import CrisisRow, View
from csto_game.session.annals.records import Annals, Climbing
from csto_game.ui.draw.box import box
from csto_game.ui.draw.parts import bar
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, clip, fit, join, spread, stack, wrap
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_LEAST_WAY = 6
"""Rows that the way so far takes at least, its frame included."""


def crisis_page(
    view: View, at: int, width: int, height: int, look: Look, annals: Annals | None = None
) -> list[Row]:
    """The ladder of one crisis, its odds and its way so far, and the others below."""
    crisis = view.crises[min(at, len(view.crises) - 1)]
    low = min(len(view.crises) + 2, 7) if len(view.crises) > 1 else 0
    left = width // 2
    ladder = box(
        f"{crisis.name} · {crisis.by}{look.glyphs.dash}{crisis.to}",
        _ladder(crisis, left - 2, look),
        left,
        height - low,
        look,
        focused=True,
    )
    side, tall = width - left, height - low
    odds = _odds(view, crisis, side - 2, look)
    upper = len(odds) + 2 if annals and tall - len(odds) - 2 >= _LEAST_WAY else tall
    right = box(say("next turn"), odds, side, upper, look)
    if upper < tall and annals:
        way = _way(view, crisis, annals, side - 2, tall - upper - 2, look)
        right = stack(right, box(say("so far"), way, side, tall - upper, look))
    return stack(beside(ladder, right), _others(view, at, width, low, look))


def _ladder(crisis: CrisisRow, width: int, look: Look) -> list[Row]:
    """The gravest rung on top; the present one is marked by a sign, not by color alone."""
    rows: list[Row] = []
    for place in range(len(crisis.rungs) - 1, -1, -1):
        is_now = place == crisis.rung
        name = crisis.rungs[place]
        if is_now:
            left = (look.danger(f"  {place:>2}  {name} "),)
            right = (look.warn(f"{look.glyphs.here} {say('now')} {look.glyphs.alert} "),)
            rows.append(look.chosen(fit(spread(left, right, width), width)))
        else:
            paint = look.text if abs(place - crisis.rung) == 1 else look.dim
            rows.append((look.dim(f"  {place:>2}  "), paint(name)))
    since = say("since turn {turn}", turn=crisis.since)
    return [*rows, EMPTY, (look.dim(f"  {since}"),)]


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


def _way(
    view: View, crisis: CrisisRow, annals: Annals, width: int, height: int, look: Look
) -> list[Row]:
    """The step at every turn, as far back as there is room, and what happened between the two."""
    steps = [
        next((one for one in moment.crises if _is_same(one, crisis)), None)
        for moment in annals.moments
    ]
    each = 2 if 2 * len(steps) <= width - 2 else 1
    last = len(crisis.rungs) - 1
    signs: list[Span] = []
    for one in steps[-((width - 2) // each) :]:
        if one is None:
            signs.append(look.dim(look.glyphs.same * each))
        else:
            paint = look.warn if 3 * one.rung >= 2 * last else look.text
            signs.append(paint(f"{min(one.rung, 9)}" + " " * (each - 1)))
    rows: list[Row] = [(Span(" "), *signs), EMPTY]
    both = {crisis.by, crisis.to}
    told = [mark for mark in annals.marks if both <= set(mark.about)]
    dates = max(cell_width(moment.date) for moment in annals.moments)
    for mark in reversed(told[-max(0, height - len(rows)) :]):
        date = annals.moments[min(mark.turn, len(annals.moments)) - 1].date
        row = (*cell((look.dim(f" {date}"),), dates + 2), look.text(mark.text))
        rows.append(clip(row, width, ellipsis=look.glyphs.more))
    return rows


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
        rows.append(spread(left, (look.text(f"{crisis.rung} {rung} "),), width - 2))
    return box(say("all crises"), rows, width, height, look)
