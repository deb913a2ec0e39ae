"""Crises as ladders, with the chances of the next step."""

from __future__ import annotations

from csto_game.model.view import CrisisRow, View
from csto_game.ui.draw.box import box
from csto_game.ui.draw.parts import bar
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, fit, join, spread, stack, wrap
from csto_game.ui.words import say


def crisis_page(view: View, at: int, width: int, height: int, look: Look) -> list[Row]:
    """The ladder of one crisis, its odds, and the others below."""
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
    right = box(
        say("next turn"),
        _odds(view, crisis, width - left - 2, look),
        width - left,
        height - low,
        look,
    )
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
    return [*rows, EMPTY, (look.dim(f" {who}"),), (look.note(f" {worst}"),)]


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
        left = join((cursor,), cell((look.text(crisis.name),), 20), (look.dim(who),))
        rows.append(spread(left, (look.text(f"{crisis.rung} {rung} "),), width - 2))
    return box(say("all crises"), rows, width, height, look)
