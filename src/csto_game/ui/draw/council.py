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
from csto_game.ui.rows import (
    EMPTY,
    Row,
    Span,
    cell,
    clip,
    fit,
    join,
    row_text,
    row_width,
    spread,
    tagged,
    wrap,
)
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_WITH_SCALE = 66
"""Columns from which on a leaning is drawn, too."""
Named = Callable[[str], str]
"""The path of a number in words."""


def reason_text(view: View, path: str, named: Named, voter: Ballot) -> str:
    """What a voter's leaning rests on; what is always there is its habit. It need not be named again."""
    if not path:
        return say("habit")
    text, (owner, *rest) = named(path), path.split(".")
    if owner == voter.code and len(rest) == 2:
        stat = text.rpartition(", ")[2]
        return say("{stat} towards {other}", stat=stat, other=actor_name(view, rest[0]))
    return text.removeprefix(voter.name).lstrip(", ")


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
        made = _agenda_line(view, motion, place, width, look, is_here=place == at)
        rows += [tagged(row, "agenda", place) for row in made]
    if not rows:
        rows.append((look.note(" " + say("Nothing to decide, and nothing to propose.")),))
    return rows, marked


def _agenda_line(
    view: View, motion: MotionRow, place: int, width: int, look: Look, *, is_here: bool
) -> list[Row]:
    """Two rows for what is on the table, with its mover; one for what could be put there."""
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    paint = look.dim if motion.refusal else look.text
    target = f" ({actor_name(view, motion.target)})" if motion.target else ""
    left = (cursor, paint(f"{motion.name}{_unsaid(motion.name, target)}"))
    right = join((look.text(f"{tally(motion, look)} "),), (_sign(motion, look), Span(" ")))
    name = clip(left, width - row_width(right) - 1, ellipsis=look.glyphs.more)
    row = spread(name, right, width)
    rows = [look.chosen(fit(row, width)) if is_here else row]
    if place >= len(view.motions):
        return rows
    by = look.dim(f"   {say('by {who} ', who=actor_name(view, motion.mover))}")
    return [*rows, spread(clip((by,), width - 12), (forecast_span(motion, look), Span(" ")), width)]


def _unsaid(name: str, target: str) -> str:
    """The target, unless the name of the motion says it already."""
    return "" if target.strip(" ()") in name else target


def _sign(motion: MotionRow, look: Look) -> Span:
    """Whether it would pass; a warning where it may not be tabled now."""
    if motion.refusal:
        return look.warn(look.glyphs.alert[:1])
    is_well = motion.forecast == "passes"
    return look.good(look.glyphs.yes) if is_well else look.bad(look.glyphs.no)


def _terms(view: View, motion: MotionRow, width: int, look: Look) -> list[Row]:
    """What it needs, how it would go, and who moved it; what it says; a blank row."""
    is_bill = motion.command is not None or not motion.mover
    mover = "" if is_bill else f"   {say('by {who} ', who=actor_name(view, motion.mover))}"
    head = (
        look.dim(f" {word(motion.needs)} {look.glyphs.between} "),
        forecast_span(motion, look),
        look.strong(f"  {tally(motion, look)}"),
        look.dim(mover),
    )
    lines = wrap(motion.text, width - 2) if motion.text else ()
    return [clip(head, width), *((look.text(f" {line}"),) for line in lines), EMPTY]


def ballot_rows(
    view: View,
    motion: MotionRow,
    at: int,
    width: int,
    look: Look,
    *,
    has_cursor: bool,
    named: Named = str,
    height: int = 99,
) -> list[Row]:
    """The terms, then a row for each voter; its reason goes on below where `height` has room for all."""
    rows = _terms(view, motion, width, look)
    most = max(1, min(3, (height - len(rows)) // max(len(motion.ballots), 1)))
    for place, ballot in enumerate(motion.ballots):
        is_here = has_cursor and place == at
        made = _ballot(view, ballot, motion, (width, most), look, named, is_here=is_here)
        made = [look.chosen(fit(row, width)) if is_here else row for row in made]
        rows += [tagged(row, "votes", place) for row in made]
    return rows


def _ballot(
    view: View,
    ballot: Ballot,
    motion: MotionRow,
    size: tuple[int, int],
    look: Look,
    named: Named,
    *,
    is_here: bool,
) -> list[Row]:
    """At most as many rows as `size` says."""
    width, most = size
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    strength = (
        (look.dim(say("voted")),) if ballot.cast else (look.dim(plus(ballot.leaning, look) or "0"),)
    )
    reason = _main_reason(view, ballot, look, named)
    if ballot.code == view.seat:
        reason = say("you") + (f": {reason}" if reason else "")
    if ballot.code in motion.blockers:
        reason = say("objects: {reason}", reason=reason)
    name = clip((look.strong(ballot.name),), 12, ellipsis=look.glyphs.more)
    scale = _scale(ballot.leaning, look) if width >= _WITH_SCALE else EMPTY
    head = join(
        (cursor,),
        cell(name, 13),
        cell((vote_span(stands(ballot), look),), 6),
        cell(strength, 6, "right"),
        (Span(" "),) if scale else EMPTY,
        scale,
        (Span("  "),),
    )
    indent = row_width(head)
    room = max(width - indent - 1, 8)
    lines = list(wrap(reason, room)) or [""]
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines[most - 1 :] = [row_text(clip((look.dim(rest),), room, ellipsis=look.glyphs.more))]
    rows: list[Row] = [(*head, look.dim(lines[0]))]
    return rows + [(Span(" " * indent), look.dim(line)) for line in lines[1:]]


def _scale(leaning: int, look: Look) -> Row:
    """Against at the left, for it at the right of the middle."""
    cells = 6
    steps = min(cells, (abs(leaning) * cells + 49) // 50)
    full, empty = look.glyphs.parts[-1], look.glyphs.empty
    left, right = (steps, 0) if leaning < 0 else (0, steps)
    theme = look.theme
    return (
        look.ink(empty * (cells - left), theme.hollow),
        look.ink(full * left, theme.bad),
        look.ink(look.glyphs.trunk, theme.line),
        look.ink(full * right, theme.good),
        look.ink(empty * (cells - right), theme.hollow),
    )


def _main_reason(view: View, ballot: Ballot, look: Look, named: Named) -> str:
    if not ballot.reasons:
        return ""
    path, points = max(ballot.reasons, key=lambda reason: abs(reason[1]))
    return f"{plus(points, look)} {reason_text(view, path, named, ballot)}"


def reason_rows(
    view: View, motion: MotionRow, ballot: Ballot, look: Look, named: Named = str
) -> list[Row]:
    """Why one voter stands where it stands, largest reasons first."""
    rows: list[Row] = []
    for text, amount in sorted(ballot.reasons, key=lambda reason: -abs(reason[1])):
        number = cell((look.signed(amount, plus(amount, look)),), 6, "right")
        reason = look.text(reason_text(view, text, named, ballot))
        rows.append(join(number, (Span("  "), reason)))
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
        leads = f"{plus(lever.before, look) or '0'} {look.glyphs.arrow} {plus(lever.after, look) or '0'} "
        name = called(lever.command)
        room = width - cell_width(leads) - cell_width(name) - 11
        prices = (cost_text(view, lever.cost), brief_cost(view, lever.cost))
        price = prices[0] if cell_width(prices[0]) <= room else prices[1]
        vote = (vote_span(lever.vote, look), Span(" ")) if lever.vote else EMPTY
        right = join((look.dim(f"{price or say('free')}  "), look.strong(leads)), vote)
        left: Row = (look.key(f" {place} "), look.text(name))
        left = clip(left, width - row_width(right) - 1, ellipsis=look.glyphs.more)
        rows.append(tagged(spread(left, right, width), "lever", place))
    if not rows:
        rows.append((look.note(" " + say("Nothing that you could do now.")),))
    return rows


def blocker_place(ballots: Sequence[Ballot], motion: MotionRow) -> int:
    """The voter to look at first: one who blocks, else one who votes no."""
    for place, ballot in enumerate(ballots):
        if ballot.code in motion.blockers:
            return place
    return next((n for n, ballot in enumerate(ballots) if stands(ballot) == "no"), 0)
