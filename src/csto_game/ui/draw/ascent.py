"""Where a crisis may stand in two turns: as it is, and beside it with the orders of this turn."""

from __future__ import annotations

from attrs import field, frozen

from csto_game.model.view import CrisisRow
from csto_game.session.climbing import Climbs, Steps
from csto_game.ui.draw.box import box
from csto_game.ui.draw.parts import bar
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, wrap
from csto_game.ui.words import say

PANEL = "ascent"
_SHARE = 5
"""Cells of a chance."""


@frozen
class Ascent:
    """What is known so far: ``done`` of ``of`` imagined games were played."""

    found: Climbs | None = None
    done: int = 0
    of: int = 0
    orders: tuple[str, ...] = ()
    is_running: bool = field(default=False, kw_only=True)


def ascent_box(crisis: CrisisRow, ascent: Ascent, width: int, height: int, look: Look) -> list[Row]:
    """The gravest step on top, as on the ladder; the present one is marked."""
    rows = ascent_rows(crisis, ascent, width - 2, look)
    found = ascent.found
    turns = found.turn - found.began if found else 2
    title = say("in {n} {n|turn|turns}", n=turns)
    return box(title, rows, width, height, look, hint=_hint(ascent, look), panel=PANEL)


def ascent_rows(crisis: CrisisRow, ascent: Ascent, width: int, look: Look) -> list[Row]:
    """All that there is to say, whatever room there is."""
    known = ascent.found.of((crisis.crisis, crisis.by, crisis.to)) if ascent.found else None
    if known is None:
        text = (
            say("Programs are playing on from here, to see what may come.")
            if ascent.is_running
            else say("There is nothing to forecast.")
        )
        return [(look.note(f" {line}"),) for line in wrap(text, width - 2)]
    sides = [known.usual, *([known.ordered] if known.ordered else [])]
    each = max(9, min(18, (width - 14) // len(sides)))
    names = width - each * len(sides)
    heads = [say("as it is")] if len(sides) == 1 else [say("no orders"), say("your orders")]
    rows: list[Row] = [
        join(cell(EMPTY, names), *(cell((look.head(f" {head}"),), each) for head in heads))
    ]
    highest = max(len(side) for side in sides)
    for step in range(max(highest, crisis.rung + 2) - 1, -1, -1):
        shares = [side[step] if step < len(side) else 0 for side in sides]
        is_now = step == crisis.rung + 1
        if any(shares) or is_now:
            name = _step(crisis, step, names, look, is_now=is_now)
            rows.append(join(name, *(_share(one, each, look) for one in shares)))
    return [*rows, *_effect(known, ascent, width, look)]


def _step(crisis: CrisisRow, step: int, width: int, look: Look, *, is_now: bool) -> Row:
    """0 is a crisis that is over; 1 is the lowest rung, which the ladder counts as 0."""
    sign = look.warn(look.glyphs.here) if is_now else Span(" ")
    if step == 0:
        name: Row = (Span("   "), look.text(say("over")))
    else:
        paint = look.strong if is_now else look.text
        name = (look.dim(f"{step - 1:>2} "), paint(crisis.rungs[min(step, len(crisis.rungs)) - 1]))
    return cell(clip((sign, *name), width - 1, ellipsis=look.glyphs.more), width)


def _share(per_cent: int, width: int, look: Look) -> Row:
    number = cell((look.strong(f"{per_cent} %") if per_cent else look.dim("0 %"),), _SHARE, "right")
    return cell(join(number, (Span(" "),), bar(per_cent * 10, width - _SHARE - 2, look)), width)


def _effect(known: Steps, ascent: Ascent, width: int, look: Look) -> list[Row]:
    """By how much the orders move it, and whether that is more than chance."""
    if not known.ordered:
        text = (
            say("The orders of this turn do not show in it yet.")
            if ascent.orders
            else say("No order yet. With one, both stand side by side, with the same luck.")
        )
        return [EMPTY, *((look.note(f" {line}"),) for line in wrap(text, width - 2))]
    orders = say("your orders: {names}", names=", ".join(ascent.orders))
    rows: list[Row] = [EMPTY, *_moved(known, width, look)]
    return [*rows, *((look.note(f" {line}"),) for line in wrap(orders, width - 2))]


def _moved(known: Steps, width: int, look: Look) -> list[Row]:
    tenths, error = round(abs(known.effect) * 10), round(known.error * 10)
    if not (tenths or error):
        text = say("Your orders move it in none of these games.")
        return [(look.text(f" {line}"),) for line in wrap(text, width - 2)]
    sign = "+" if known.effect > 0 else look.glyphs.minus
    number = f"{sign if tenths else ''}{tenths // 10}.{tenths % 10} ±{error // 10}.{error % 10}"
    if known.is_sure:
        paint = look.bad if known.effect > 0 else look.good
        return [(Span(" "), paint(number), look.text(f" {say('steps on average')}"))]
    text = say("{number} steps: may as well be chance", number=number)
    return [(look.dim(f" {line}"),) for line in wrap(text, width - 2)]


def _hint(ascent: Ascent, look: Look) -> Row:
    if ascent.is_running:
        stop = look.named("back", "crises")
        words = say("{done}/{of} · {key} stops", done=ascent.done, of=max(ascent.of, 1), key=stop)
        line = bar(ascent.done * 1000 // max(ascent.of, 1), 8, look)
        return join((Span(" "),), line, (look.dim(f" {words} "),))
    if ascent.found is None or not ascent.found.n:
        return EMPTY
    return (look.dim(f" {say('{n} imagined games', n=ascent.found.n)} "),)
