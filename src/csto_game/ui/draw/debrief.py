"""The debrief: what came of aims, promises and advice, which decisions mattered, other games."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from csto_game.session.debrief import Aim, Decision, Record, Rival, Turning, Word
from csto_game.ui.archive import Looked
from csto_game.ui.draw.box import box
from csto_game.ui.draw.history import history_rows
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.parts import bar
from csto_game.ui.look import Look
from csto_game.ui.rows import (
    EMPTY,
    Row,
    Span,
    beside,
    cell,
    clip,
    fit,
    join,
    row_width,
    spread,
    stack,
    tagged,
    wrap,
)
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

DECISIONS = "decisions"
"""The box with the cursor."""
_TALL = 28
"""Rows from which on there is room for the course of the points."""
_CHART = 9
_DATED = 50
"""Cells from which on a promise has room for its date."""

Called = Callable[[str], str]
"""A seat's country."""


@frozen
class Hindsight:
    """What is known so far. ``done`` of ``of`` imagined games were played; ``at`` is the marked decision."""

    looked: Looked | None = None
    turning: Turning | None = None
    done: int = 0
    of: int = 0
    is_running: bool = False
    at: int = 0
    trouble: str = ""


def debrief_page(seen: Hindsight, width: int, height: int, look: Look, called: Called) -> list[Row]:
    looked = seen.looked
    if looked is None:
        text = seen.trouble or say("The years are gone through once more.")
        return box(say("debrief"), [(look.note(f" {text}"),)], width, height, look)
    head = _head(seen, looked, width, look)
    low = 0 if height < _TALL else _CHART if height < 2 * _TALL else _CHART + 5
    room = height - len(head) - low
    left = width // 2
    right = width - left
    upper = max(6, min(room * 11 // 20, room - 6))
    aims = _aims(looked.debrief.aims, left - 2, look)
    told, marked = _decisions(seen, looked, right - 2, look)
    kept = _words(looked, left - 2, look, called)
    others = _others(looked, right - 2, look, called)
    first = box(say("aims, and the way to them"), aims, left, upper, look)
    scroll = None
    if seen.turning and seen.turning.decisions:
        is_past = seen.at >= len(seen.turning.decisions)
        scroll = len(told) if is_past else scroll_to(marked, upper - 2, len(told))
    second = box(
        say("decisions that mattered"), told, right, upper, look,
        focused=True, hint=_progress(seen, look), scroll=scroll, panel=DECISIONS,
    )  # fmt: skip
    third = box(say("your word, and your advisers"), kept, left, room - upper, look)
    fourth = box(say("deeds, and other games"), others, right, room - upper, look)
    chart = _chart(seen, looked, width, low, look) if low else []
    return stack(head, beside(first, second), chart, beside(third, fourth))


def _head(seen: Hindsight, looked: Looked, width: int, look: Look) -> list[Row]:
    found = looked.debrief
    paint = look.good if found.won else look.bad
    points = say("{points} points, {win} to win ", points=found.points, win=found.win)
    word = say("WON") if found.won else say("not won")
    right: Row = (look.strong(points), paint(f"{word} ")) if found.win else EMPTY
    rows: list[Row] = [spread((look.strong(f" {found.ending}"),), right, width - 2)]
    rows += [(look.text(f" {line}"),) for line in wrap(found.text, width - 4)[:2]]
    rows += _luck(seen, found.points, width - 2, look)
    dates = looked.dates
    span = f"{dates[0]} {look.glyphs.dash} {dates[-1]}" if dates else ""
    return box(
        say("debrief · {role}", role=found.role), rows, width, len(rows) + 2, look, right=span
    )


# ── aims ──


def _aims(aims: Sequence[Aim], width: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    for aim in aims:
        sign = look.good(look.glyphs.yes) if aim.holds else look.bad(look.glyphs.no)
        name = clip(
            (Span(" "), sign, look.text(f" {aim.name}")), width - 5, ellipsis=look.glyphs.more
        )
        rows.append(spread(name, (look.strong(f"{aim.points} "),), width))
        rows.append(_way(aim, width, look))
    return rows or [(look.note(" " + say("This seat had no aims of its own.")),)]


def _way(aim: Aim, width: int, look: Look) -> Row:
    """Points turn by turn as heights; turns in which it held are bright."""
    shown = aim.path[-(width - 6) :]
    most = max((points for _, points, _ in aim.path), default=0)
    heights = look.glyphs.spark
    spans: list[Span] = [Span("   ")]
    for _, points, holds in shown:
        sign = heights[max(points, 0) * (len(heights) - 1) // max(most, 1)]
        spans.append(look.ink(sign, look.theme.good if holds else look.theme.bar))
    return tuple(spans)


# ── decisions ──


def _decisions(seen: Hindsight, looked: Looked, width: int, look: Look) -> tuple[list[Row], int]:
    """All of them, and the row of the marked one."""
    turning = seen.turning
    if turning is None or not (turning.decisions or turning.usual):
        text = (
            say("Imagined games are played, with each decision and without it.")
            if seen.is_running
            else say(
                "They are worked out in imagined games: {key} begins.",
                key=look.named("again", "debrief"),
            )
        )
        return [(look.note(f" {line}"),) for line in wrap(text, width - 2)], 0
    rows: list[Row] = []
    marked = 0
    for place, one in enumerate(turning.decisions):
        is_here = place == min(seen.at, len(turning.decisions) - 1)
        marked = len(rows) if is_here else marked
        made = _decision(one, looked.dates, width, look, is_here=is_here)
        rows += [tagged(row, DECISIONS, place) for row in made]
    if not turning.decisions:
        rows.append((look.note(f" {say('None stands out from chance.')}"),))
    if turning.usual:
        low, half, high = turning.usual
        text = say(
            "Programs reach {half} points in this seat, {low} to {high} in 8 of 10 games. You: {points}.",
            low=low, half=half, high=high, points=looked.debrief.points,
        )  # fmt: skip
        rows += [EMPTY, *((look.note(f" {line}"),) for line in wrap(text, width - 2))]
    return rows, marked


def _luck(seen: Hindsight, points: int, width: int, look: Look) -> list[Row]:
    """What the same commands come to with other dice, and what the real ones made of it."""
    turning = seen.turning
    luck = turning.luck(points) if turning else None
    if turning is None or turning.rote is None or turning.usual is None or luck is None:
        return []
    (low, half, high), (least, usual, most) = turning.rote, turning.usual
    text = say(
        "other dice: your commands {half} ({low} to {high}), programs {usual} ({least} to {most})",
        half=half, low=low, high=high, usual=usual, least=least, most=most,
    )  # fmt: skip
    sign = "+" if luck > 0 else look.glyphs.minus if luck < 0 else ""
    row = join(
        (look.dim(f" {say('luck')} "), look.signed(luck, f"{sign}{abs(luck)}")),
        (look.note(f"  {text}"),),
    )
    return [clip(row, width, ellipsis=look.glyphs.more)]


def _decision(
    one: Decision, dates: Sequence[str], width: int, look: Look, *, is_here: bool
) -> list[Row]:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    tenths = round(abs(one.effect) * 10)
    sign = "+" if one.effect > 0 else look.glyphs.minus
    number = f"{sign}{tenths // 10}.{tenths % 10}"
    paint = (look.good if one.effect > 0 else look.bad) if one.sure else look.dim
    error = round(one.error * 10)
    beside_it = f"±{error // 10}.{error % 10}"
    when = dates[one.turn - 1] if one.turn <= len(dates) else str(one.turn)
    right = (paint(number), look.dim(f" {beside_it} "))
    head = spread((cursor, look.strong(f"{when}")), right, width)
    sure = "" if one.sure else f" ({say('may as well be chance')})"
    rows = [look.chosen(fit(head, width)) if is_here else head]
    return rows + [(look.text(f"   {line}"),) for line in wrap(one.name + sure, width - 5)[:2]]


def _progress(seen: Hindsight, look: Look) -> Row:
    if seen.is_running:
        stop = look.named("back", "debrief")
        words = say("{done}/{of} · {key} stops", done=seen.done, of=max(seen.of, 1), key=stop)
        line = bar(seen.done * 1000 // max(seen.of, 1), 8, look)
        return join((Span(" "),), line, (look.dim(f" {words} "),))
    found = seen.turning
    if found and found.decisions:
        return (look.dim(f" {look.named('branch', 'debrief')} {say('branch there')} "),)
    return EMPTY


def _chart(seen: Hindsight, looked: Looked, width: int, height: int, look: Look) -> list[Row]:
    lines = looked.debrief.chart
    values = [value for _, _, value in lines[0].points] if lines else []
    turning = seen.turning
    usual = turning.usual[1] if turning and turning.usual else None
    marks = tuple(one.turn for one in turning.decisions) if turning else ()
    legend = [f"{look.glyphs.up} {say('decisions')}"] if marks else []
    if usual is not None:
        legend.append(f"{look.glyphs.line} {say('usual: {points}', points=usual)}")
    rows = history_rows(values, looked.dates, width - 3, height - 2, look, usual=usual, marks=marks)
    return box(say("points, turn by turn"), rows, width, height, look, right="  ".join(legend))


# ── promises and advisers ──


def _words(looked: Looked, width: int, look: Look, called: Called) -> list[Row]:
    found = looked.debrief
    rows: list[Row] = []
    for title, words in (
        (say("You promised"), found.promised),
        (say("You were promised"), found.received),
    ):
        if words:
            rows += [(look.head(f" {title}"), look.dim(f"  {_tally(words)}"))]
            rows += [_word(one, found.seat, looked.dates, width, look, called) for one in words]
    if not rows:
        rows.append((look.note(f" {say('No promise was made, and none received.')}"),))
    rows += [EMPTY, (look.head(f" {say('Your advisers')}"),)]
    told = [row for one in found.advisers for row in _adviser(one, width, look)]
    return rows + (told or [(look.note(f" {say('You had none.')}"),)])


def _open(look: Look) -> Span:
    return look.dim(say("open"))


_HOW: Mapping[str, Callable[[Look], Span]] = {
    "kept": lambda look: look.good(f"{look.glyphs.yes} {say('kept')}"),
    "broken": lambda look: look.bad(f"{look.glyphs.no} {say('broken')}"),
    "lifted": lambda look: look.dim(say("released")),
}


def _tally(words: Sequence[Word]) -> str:
    kept = sum(one.how == "kept" for one in words)
    broken = sum(one.how == "broken" for one in words)
    return say("{kept} kept, {broken} broken", kept=kept, broken=broken)


def _word(
    one: Word, seat: str, dates: Sequence[str], width: int, look: Look, called: Called
) -> Row:
    other = called(one.to if one.by == seat else one.by)
    how = cell((_HOW.get(one.how, _open)(look),), 10, "right")
    is_dated = width >= _DATED and 0 < one.turn <= len(dates)
    when = cell((look.dim(f" {dates[one.turn - 1]}"),), 13) if is_dated else EMPTY
    left = (look.text(f"  {one.name}"), look.dim(f"  {other}"))
    right: Row = (*how, *when, Span(" "))
    return spread(clip(left, width - row_width(right) - 1, ellipsis=look.glyphs.more), right, width)


def _adviser(one: Record, width: int, look: Look) -> list[Row]:
    if not one.asked:
        return [(look.text(f"  {one.name}"), look.note(f"  {say('had no view')}"))]
    heard = say("heard {followed} of {asked}", followed=one.followed, asked=one.asked)
    line = bar(one.followed * 1000 // one.asked, 6, look)
    rose = say("right {rose}", rose=one.rose) if one.followed else ""
    head = join(
        cell((look.text(f"  {one.name}"),), max(14, width // 3)),
        line,
        (look.dim(f" {heard}  {rose}"),),
    )
    rows = [clip(head, width, ellipsis=look.glyphs.more)]
    if one.last:
        _, card, advised, given = one.last
        text = say("“{card}”: “{advised}”, not “{given}”", card=card, advised=advised, given=given)
        rows += [(look.note(f"    {part}"),) for part in wrap(text, width - 6)[:2]]
    return rows


# ── deeds and other games ──


def _others(looked: Looked, width: int, look: Look, called: Called) -> list[Row]:
    found = looked.debrief
    used = [(name, count) for _, name, count in found.verbs if count]
    never = [name for _, name, count in found.verbs if not count]
    most = ", ".join(f"{name} ×{count}" for name, count in used[:4]) or say("nothing")
    rows: list[Row] = []
    told = ((say("most"), most), (say("never"), ", ".join(never[:6]) or say("nothing")))
    wide = max(8, *(cell_width(head) + 2 for head, _ in told))
    for head, text in told:
        for n, line in enumerate(wrap(text, width - wide - 1)):
            rows.append((*cell((look.dim(f" {head if n == 0 else ''}"),), wide), look.text(line)))
    rows += [EMPTY, (look.head(f" {say('Other games of this world')}"),)]
    rows += [_rival(one, width, look, called) for one in looked.rivals]
    if not looked.rivals:
        rows.append((look.note(f" {say('This is the first that was played to its end.')}"),))
    return rows


def _rival(one: Rival, width: int, look: Look, called: Called) -> Row:
    sign = look.good(look.glyphs.yes) if one.won else look.bad(look.glyphs.no)
    rules = f" {look.glyphs.alert}" if not one.same_rules else ""
    ending = one.ending.replace("_", " ")
    left = (Span(" "), sign, look.text(f" {called(one.seat)}"), look.dim(f"  {ending}{rules}"))
    right = (look.strong(f"{one.points} "),)
    return spread(clip(left, width - 5, ellipsis=look.glyphs.more), right, width)
