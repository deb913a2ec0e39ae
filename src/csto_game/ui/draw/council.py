"""The council: agenda and bills at the left, votes at the right, reasons of one voter below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from csto_game.model.command import Command
from csto_game.model.view import Ballot, MotionRow, View
from csto_game.rules import Lever
from csto_game.text.catalog import word
from csto_game.ui.costs import brief_cost, cost_text
from csto_game.ui.draw.parts import plus
from csto_game.ui.draw.votes import forecast_span, stands, tally, vote_span
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join, row_width, spread, wrap
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

Named = Callable[[str], str]
"""The path of a number in words."""


def reason_text(path: str, named: Named) -> str:
    """What a voter's leaning rests on; what is always there is its habit."""
    return named(path) if path else say("habit")


def agenda_rows(view: View, at: int, width: int, look: Look) -> tuple[list[Row], int]:
    """Motions on the table, then what could be tabled; and the row of the marked one."""
    rows: list[Row] = []
    marked = 0
    for place, motion in enumerate((*view.motions, *view.bills)):
        if place in (0, len(view.motions)) and (place or view.motions):
            rows += [EMPTY] if rows else []
        if place == 0 and view.motions:
            rows.append((look.head(f" {say('ON THE TABLE')}"),))
        if place == len(view.motions):
            rows.append((look.head(f" {say('COULD BE TABLED')}"),))
        marked = len(rows) if place == at else marked
        rows += _agenda_line(view, motion, place, width, look, is_here=place == at)
    if not rows:
        rows.append((look.note(" " + say("Nothing to decide, and nothing to propose.")),))
    return rows, marked


def _agenda_line(
    view: View, motion: MotionRow, place: int, width: int, look: Look, *, is_here: bool
) -> list[Row]:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    is_bill = place >= len(view.motions)
    paint = look.dim if motion.refusal else look.text
    target = f" ({actor_name(view, motion.target)})" if motion.target else ""
    name = clip((cursor, paint(f"{motion.name}{target}")), width - 8, ellipsis=look.glyphs.more)
    row = spread(name, (look.text(f"{tally(motion, look)} "),), width)
    sign = (look.warn(f"{look.glyphs.alert} {say('not now')} "),) if motion.refusal else EMPTY
    by = "" if is_bill else say("by {who} ", who=motion.mover)
    left = clip((look.dim(f"   {by}{word(motion.needs)}"),), width - 12)
    below = spread(left, sign or (forecast_span(motion, look), Span(" ")), width)
    return [look.chosen(fit(row, width)) if is_here else row, below]


def ballot_rows(
    view: View,
    motion: MotionRow,
    at: int,
    width: int,
    look: Look,
    *,
    has_cursor: bool,
    named: Named = str,
) -> list[Row]:
    rows: list[Row] = [(look.text(f" {line}"),) for line in wrap(motion.text, width - 2)]
    rows.append(EMPTY)
    for place, ballot in enumerate(motion.ballots):
        is_here = has_cursor and place == at
        row = _ballot(view, ballot, motion, width, look, named, is_here=is_here)
        rows.append(look.chosen(fit(row, width)) if is_here else row)
    return rows


def _ballot(
    view: View,
    ballot: Ballot,
    motion: MotionRow,
    width: int,
    look: Look,
    named: Named,
    *,
    is_here: bool,
) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    strength = (
        (look.dim(say("voted")),) if ballot.cast else (look.dim(plus(ballot.leaning, look) or "0"),)
    )
    reason = _main_reason(ballot, look, named)
    if ballot.code == view.seat:
        reason = say("you") + (f": {reason}" if reason else "")
    if ballot.code in motion.blockers:
        reason = say("objects: {reason}", reason=reason)
    row = join(
        (cursor,),
        cell((look.strong(ballot.name),), 13),
        cell((vote_span(stands(ballot), look),), 6),
        cell(strength, 6, "right"),
        (Span("  "), look.dim(reason)),
    )
    return clip(row, width, ellipsis=look.glyphs.more)


def _main_reason(ballot: Ballot, look: Look, named: Named) -> str:
    if not ballot.reasons:
        return ""
    path, points = max(ballot.reasons, key=lambda reason: abs(reason[1]))
    return f"{reason_text(path, named)} {plus(points, look)}"


def reason_rows(motion: MotionRow, ballot: Ballot, look: Look, named: Named = str) -> list[Row]:
    """Why one voter stands where it stands, largest reasons first."""
    rows: list[Row] = []
    for text, amount in sorted(ballot.reasons, key=lambda reason: -abs(reason[1])):
        number = cell((look.signed(amount, plus(amount, look)),), 6, "right")
        rows.append(join(number, (Span("  "), look.text(reason_text(text, named)))))
    if not rows:
        rows.append((look.note(" " + say("Its reasons are its own.")),))
    if ballot.code in motion.blockers:
        text = say("{name} can stop this motion alone.", name=ballot.name)
        rows.append((look.warn(f" {look.glyphs.alert} {text}"),))
    return rows


def lever_rows(
    view: View,
    levers: Sequence[Lever] | None,
    width: int,
    look: Look,
    called: Callable[[Command], str],
) -> list[Row]:
    """What we could do to move the voter, each with its key, its price and where it would lead."""
    if levers is None:
        return [(look.dim(f" {look.glyphs.more}"),)]
    rows: list[Row] = []
    for place, lever in enumerate(levers, 1):
        leads = f"{plus(lever.before, look) or '0'} {look.glyphs.arrow} {plus(lever.after, look) or '0'}"
        room = width // 2 - cell_width(leads)
        price = next(
            (one for one in (cost_text(view, lever.cost),) if cell_width(one) <= room),
            brief_cost(view, lever.cost),
        )
        right = (look.dim(f"{price or say('free')}  "), look.strong(f"{leads} "))
        left = (look.key(f" {place} "), look.text(called(lever.command)))
        rows.append(
            spread(
                clip(left, width - row_width(right) - 1, ellipsis=look.glyphs.more), right, width
            )
        )
    if not rows:
        rows.append((look.note(" " + say("Nothing that you could do now.")),))
    return rows


def blocker_place(ballots: Sequence[Ballot], motion: MotionRow) -> int:
    """The voter to look at first: one who blocks, else one who votes no."""
    for place, ballot in enumerate(ballots):
        if ballot.code in motion.blockers:
            return place
    return next((n for n, ballot in enumerate(ballots) if stands(ballot) == "no"), 0)
