"""The work panel of the campaign: incidents, orders, council, and what else fits."""

from __future__ import annotations

from csto_game.model.view import CardRow, CrisisRow, MotionRow, ObjectiveRow, Range, View
from csto_game.ui.costs import brief_cost, cost_text
from csto_game.ui.draw.box import KEY, box
from csto_game.ui.draw.coming import coming_rows
from csto_game.ui.draw.ledger import promise_row
from csto_game.ui.draw.parts import band, plus
from csto_game.ui.draw.ranges import named
from csto_game.ui.draw.votes import forecast_span, tally
from csto_game.ui.figures import decimals, figure_of
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import (
    EMPTY,
    Row,
    Span,
    cell,
    clip,
    fit,
    join,
    row_width,
    spread,
    tagged,
    wrap,
)
from csto_game.ui.sight import Order, Sight, items, stage
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

WORK = "work"
_TITLES = ("briefing", "planning", "council", "others", "report")


def planning_panel(view: View, sight: Sight, width: int, height: int, look: Look) -> list[Row]:
    focused = sight.panel == "work"
    rows, marked, is_lit = _rows(view, sight, width - 2, height - 2, look)
    scroll = max(0, marked - height + 4) if focused else 0
    right = _counts(view, sight)
    title = say(_TITLES[stage(view, sight)])
    return box(
        title, rows, width, height, look,
        focused=focused, lit=is_lit, right=right, scroll=scroll, panel=WORK,
    )  # fmt: skip


def _counts(view: View, sight: Sight) -> str:
    if view.acts_left < 0:
        return ""
    if view.acts_left == 1:
        return say("1 act left")
    return say("{count} {count|act|acts} left", count=view.acts_left)


def _rows(
    view: View, sight: Sight, width: int, height: int, look: Look
) -> tuple[list[Row], int, bool]:
    """All sections, the row the cursor is on, and whether a lesson points at one of them. Spaced out only
    where there is room.
    """
    entries = items(view, sight)
    is_tight = height < 6 + 2 * len(entries)
    rows: list[Row] = []
    marked, is_lit = 0, False
    for title, key, section in _sections(view, sight, look):
        rows += [EMPTY] if rows and not is_tight else []
        rows.append(_heading(title, key, width, look, lit=sight.lit))
        is_lit = is_lit or key[1] == sight.lit
        empty, parts = section
        if not parts:
            rows.append((look.note(f" {empty}"),))
        for place, part in parts:
            is_here = sight.panel == "work" and place == sight.item
            marked = len(rows) if is_here else marked
            made = _item(view, part, width, look, is_here=is_here, is_tight=is_tight)
            rows += [tagged(row, WORK, place) for row in made]
    extras = _extras(view, width, height - len(rows), look, lit=sight.lit)
    return rows + extras, marked, is_lit


_Section = tuple[str, list[tuple[int, CardRow | Order | MotionRow]]]


def _sections(view: View, sight: Sight, look: Look) -> list[tuple[str, tuple[str, str], _Section]]:
    """Title, what more there is (a word and an action), and what to list."""
    none = say("None yet. {key} gives one.", key=look.hotkey("verbs", "campaign"))
    cards, orders, motions = len(view.cards), len(sight.orders), len(view.motions)
    numbered = list(enumerate(items(view, sight)))
    return [
        (say("INCIDENTS"), (say("answer"), "cards"), (say("Nothing to answer."), numbered[:cards])),
        (
            say("ORDERS"),
            (say("add"), "verbs"),
            (none, numbered[cards : cards + orders]),
        ),
        (
            say("COUNCIL"),
            (say("agenda"), "council"),
            (say("No motion on the table."), numbered[cards + orders : cards + orders + motions]),
        ),
    ]


def _heading(title: str, key: tuple[str, str], width: int, look: Look, *, lit: str = "") -> Row:
    """A heading of the plans, and the action that leads to more; `lit` is the one a lesson points at."""
    shown = look.hotkey(key[1], "campaign")
    if key[1] == lit:
        sign = f" {look.glyphs.cursor} {title} "
        way = tagged((look.mark(f" {key[0]} {shown} "),), KEY, lit)
        return spread((look.mark(sign),), way, width)
    right: Row = (look.dim(f"{key[0]} "), look.key(shown), Span(" ")) if shown else EMPTY
    right = tagged(right, KEY, key[1])
    return spread((look.head(f" {title}"),), right, width)


def _item(
    view: View,
    item: CardRow | Order | MotionRow,
    width: int,
    look: Look,
    *,
    is_here: bool,
    is_tight: bool,
) -> list[Row]:
    if isinstance(item, CardRow):
        rows = _card(view, item, width, look, is_tight=is_tight)
    elif isinstance(item, Order):
        rows = _order(view, item, width, look)
        rows += [] if is_tight else [_effect(view, one, width, look) for one in item.effects]
    else:
        rows = _motion(item, width, look, is_tight=is_tight)
    if is_here:
        first = (look.key(look.glyphs.cursor), *clip(rows[0][1:], width - 1))
        rows[0] = look.chosen(fit(first, width))
    return rows


def _card(view: View, card: CardRow, width: int, look: Look, *, is_tight: bool) -> list[Row]:
    left = card.due - view.turn
    is_now = left <= 0
    sign = look.bad(look.glyphs.alert) if is_now else look.warn(look.glyphs.warn)
    due = (
        say("this turn") if is_now else say("next turn") if left == 1 else say("{n} turns", n=left)
    )
    name = look.strong(card.name) if is_now else look.text(card.name)
    right = ((look.bad if is_now else look.dim)(f"{due} "),)
    rows = [_spread((Span(" "), sign, Span(" "), name), right, width, look)]
    if not is_tight and card.target:
        rows.append((look.dim(f"   {actor_name(view, card.target)}"),))
    return rows


def _spread(left: Row, right: Row, width: int, look: Look) -> Row:
    """As `spread`; the left says where it is cut."""
    room = width - row_width(right) - 1
    return spread(clip(left, room, ellipsis=look.glyphs.more), right, width)


def _order(view: View, order: Order, width: int, look: Look) -> list[Row]:
    left = (Span(" "), look.good(f"{look.glyphs.done} "), look.text(order.name))
    room = width - row_width(left) - 2
    prices = (cost_text(view, order.cost), brief_cost(view, order.cost), "")
    price = next(price for price in prices if not price or cell_width(price) <= room)
    return [spread(clip(left, width, ellipsis=look.glyphs.more), (look.dim(f"{price} "),), width)]


def _effect(view: View, one: Range, width: int, look: Look) -> Row:
    """What it was foreseen to do: by how much, and between what where chance has a say."""
    figure = figure_of(view, one.path)
    places, good = (decimals(figure), figure.good) if figure else (0, "none")
    low, high = one.low - one.before, one.high - one.before
    middle = (low + high) // 2
    first = look.signed(middle, plus(middle, look, places) or "0", good)
    row = (Span("   "), *cell((first,), 4, "right"), look.dim(f" {named(view, one)}"))
    if low == high:
        return clip(row, width, ellipsis=look.glyphs.more)
    ends = (plus(low, look, places) or "0", plus(high, look, places) or "0")
    line = band(low, high, (low, high), 6, look)
    right = join((look.dim(f"{ends[0]} "),), line, (look.dim(f" {ends[1]} "),))
    return spread(clip(row, width - row_width(right) - 1, ellipsis=look.glyphs.more), right, width)


def _motion(motion: MotionRow, width: int, look: Look, *, is_tight: bool) -> list[Row]:
    right = join((look.text(tally(motion, look) + "  "),), (forecast_span(motion, look), Span(" ")))
    rows = [_spread((look.text(f" {motion.name}"),), right, width, look)]
    if motion.blockers and not is_tight:
        objects = say("{names} objects", names=", ".join(motion.blockers))
        rows.append((look.note(f"   {objects}"),))
    return rows


def _extras(view: View, width: int, room: int, look: Look, *, lit: str) -> list[Row]:
    """Promises, forces, standing: only where there is room for them."""
    rows: list[Row] = []
    if view.promises and room >= 4:
        rows += [EMPTY, _heading(say("PROMISES"), (say("ledger"), "ledger"), width, look, lit=lit)]
        rows += [promise_row(view, one, width, look) for one in view.promises[: room - 4]]
    units = [unit for member in view.members for unit in member.units if unit.pledged]
    if units and room - len(rows) >= 4:
        strength = sum(unit.strength for unit in units)
        away = sum(unit.strength for unit in units if unit.away)
        rows += [
            EMPTY,
            _heading(say("COMMON FORCES"), (say("pool"), "forces"), width, look, lit=lit),
        ]
        rows.append(
            (look.text(f" {say('{ready} of {all} at home', ready=strength - away, all=strength)}"),)
        )
    coming = coming_rows(view, width, look, has_promises=False)
    if view.crises and room - len(rows) >= 3:
        rows += [EMPTY, _heading(say("CRISES"), (say("ladders"), "crises"), width, look, lit=lit)]
        rows += [_crisis(one, width, look) for one in view.crises[: room - len(rows)]]
    if coming and room - len(rows) >= 3:
        rows += [
            EMPTY,
            _heading(say("COMING"), (say("forecast"), "forecast"), width, look, lit=lit),
        ]
        rows += coming[: room - len(rows)]
    if view.score and room - len(rows) >= 4:
        points = say("{points} points, {win} to win", points=view.score.points, win=view.score.win)
        rows += [
            EMPTY,
            _heading(say("STANDING"), (say("objectives"), "standing"), width, look, lit=lit),
        ]
        rows.append((look.text(f" {points}"),))
        room_left = room - len(rows)
        aims = view.score.objectives if room_left >= len(view.score.objectives) else ()
        rows += [aim_row(one, width, look) for one in aims]
    name, text = view.chapter
    lines = wrap(text, width - 2) if text else ()
    if lines and room - len(rows) >= len(lines) + 2:
        rows += [EMPTY, (look.head(f" {name}"),)]
        rows += [(look.note(f" {line}"),) for line in lines]
    return rows


def _crisis(crisis: CrisisRow, width: int, look: Look) -> Row:
    rung = crisis.rungs[min(crisis.rung, len(crisis.rungs) - 1)]
    up, _, down = crisis.odds
    glyphs = look.glyphs
    odds = (look.bad(f"{glyphs.up}{up} % "), look.good(f"{glyphs.down}{down} % "))
    who = look.dim(f" {crisis.by}{glyphs.dash}{crisis.to}  ")
    left = (who, look.strong(f"{crisis.rung} "), look.text(rung))
    return spread(clip(left, width - row_width(odds) - 1, ellipsis=glyphs.more), odds, width)


def aim_row(aim: ObjectiveRow, width: int, look: Look) -> Row:
    sign = look.good(look.glyphs.done) if aim.holds else look.dim(look.glyphs.todo)
    left = clip((Span(" "), sign, look.text(f" {aim.name}")), width - 5, ellipsis=look.glyphs.more)
    return spread(left, (look.dim(f"{aim.points} "),), width)
