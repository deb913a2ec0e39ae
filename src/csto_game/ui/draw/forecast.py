"""The forecast page: a chart of the marked number, all numbers as bands, chances, what decides."""

from __future__ import annotations

from functools import partial

from csto_game.model.view import View
from csto_game.ui.draw.box import box
from csto_game.ui.draw.course import Past, course_rows
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.parts import band, bar
from csto_game.ui.figures import decimals, figure_of, scaled
from csto_game.ui.look import Look
from csto_game.ui.names import turn_name
from csto_game.ui.outlook import Foresight, Outlook, Reach
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
    stack,
    tagged,
    wrap,
)
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_LEAST_BAND, _WIDEST_BAND = 10, 24
"""Cells of a number's band beside it."""


def forecast_page(
    seen: Foresight, at: int, width: int, height: int, look: Look, view: View | None = None
) -> list[Row]:
    """`at` is the marked number; `view` knows what it was until now."""
    shown, usual = _sides(seen)
    if shown is None or not shown.reaches:
        return box(
            say("forecast"), _nothing(seen, look), width, height, look, hint=_hint(seen, look)
        )
    reach = shown.reaches[min(at, len(shown.reaches) - 1)]
    before = usual.reach(reach.path) if usual else None
    numbers, marked = _numbers(shown, usual, at, width * 3 // 5 - 2, look, view)
    upper = max(8, min(height * 11 // 20, height - 8), height - max(len(numbers) + 2, 14))
    past = past_of(view, reach) if view else None
    course = course_rows(reach, before, shown.dates, width - 2, upper - 3, look, past)
    chart = [*course, _reading(reach, shown, look)]
    title = f"{say('forecast')} · {reach.label}"
    first = box(
        title, chart, width, upper, look, right=_legend(usual, look), hint=_hint(seen, look)
    )
    lower, left = height - upper, width * 3 // 5
    scroll = scroll_to(marked, lower - 3, len(numbers) - 1)
    name = _heading(seen)
    second = box(
        name, numbers[1:], left, lower, look,
        focused=True, scroll=scroll, head=numbers[0], panel="numbers",
    )  # fmt: skip
    inside = _chances(shown, usual, reach, width - left - 2, look)
    third = box(say("chances"), inside, width - left, lower, look)
    return stack(first, beside(second, third))


def past_of(view: View, reach: Reach) -> Past:
    """The starts of the last turns; the present one is the chart's own beginning."""
    figure = figure_of(view, reach.path)
    if figure is None or not figure.known:
        return Past()
    earlier = figure.trend[:-1][-(view.turn - 1) :] if view.turn > 1 else ()
    turns = range(view.turn - len(earlier), view.turn)
    dated = tuple((turn_name(view, n), value) for n, value in zip(turns, earlier, strict=True))
    return Past(dated, partial(scaled, places=decimals(figure)))


def _sides(seen: Foresight) -> tuple[Outlook | None, Outlook | None]:
    """(what is shown, what it stands beside)."""
    then = seen.then
    if then and then.reaches:
        return then, seen.now
    return seen.now, None


def _heading(seen: Foresight) -> str:
    return say("after: {name}", name=seen.name) if seen.then else say("as things go")


def _nothing(seen: Foresight, look: Look) -> list[Row]:
    refused = (seen.then.refusal if seen.then else "") or (seen.now.refusal if seen.now else "")
    text = refused or say("Programs are playing on from here, to see what may come.")
    if not refused and not seen.is_running:
        key = look.named("more", "forecast")
        stopped = say("It was stopped before anything was known. {key} plays more.", key=key)
        text = stopped if seen.of else say("There is nothing to forecast.")
    return [EMPTY, (look.note(f" {text}"),)]


def _hint(seen: Foresight, look: Look) -> Row:
    if seen.is_running:
        stop = look.named("back", "forecast")
        words = say("{done}/{of} · {key} stops, keeps {done}", done=seen.done, of=seen.of, key=stop)
        return join(
            (Span(" "),),
            bar(seen.done * 1000 // max(seen.of, 1), 10, look),
            (look.dim(f" {words} "),),
        )
    shown, _ = _sides(seen)
    return (look.dim(f" {say('{n} imagined games', n=shown.n)} "),) if shown else EMPTY


def _legend(usual: Outlook | None, look: Look) -> str:
    glyphs = look.glyphs
    parts = [f"{glyphs.line} {say('middle')}", f"{glyphs.shadow} {say('8 in 10')}"]
    if usual:
        parts.insert(1, f"{glyphs.same * 2} {say('without it')}")
    return "  ".join(parts)


def _reading(reach: Reach, shown: Outlook, look: Look) -> Row:
    low, _, high = reach.last
    text = say(
        "In 8 of 10 games between {low} and {high} by {date}; now {now}.",
        low=low, high=high, date=shown.dates[-1], now=reach.now,
    )  # fmt: skip
    return (look.note(f" {text}"),)


def _numbers(
    shown: Outlook, usual: Outlook | None, at: int, width: int, look: Look, view: View | None
) -> tuple[list[Row], int]:
    """A heading, then a row for each number, drawn as a band where there is room; and the marked row."""
    texts = [say("now"), *(text for one in shown.reaches for text in (one.now, *one.last))]
    cells = min(9, max(5, *(cell_width(text) + 1 for text in texts)))
    other = say("without it")
    label = min(30, width - 4 * cells - (cell_width(other) + 2 if usual else 0))
    head = [cell(EMPTY, label), cell((look.head(say("now")),), cells, "right")]
    head += [cell((look.head(name),), cells, "right") for name in ("10 %", "50 %", "90 %")]
    if usual:
        head.append((look.head(f"  {other}"),))
    rows = [join(*head)]
    for place, one in enumerate(shown.reaches):
        before = usual.reach(one.path) if usual else None
        is_here = place == min(at, len(shown.reaches) - 1)
        row = _number(one, before, (label, cells), look, is_here=is_here)
        room = width - row_width(row) - 3
        if view and room >= _LEAST_BAND:
            row = join(row, (Span("  "),), _band(view, one, min(room, _WIDEST_BAND), look))
        row = look.chosen(fit(row, width)) if is_here else row
        rows.append(tagged(row, "numbers", place))
    return rows, min(at, len(shown.reaches) - 1)


def _band(view: View, one: Reach, cells: int, look: Look) -> Row:
    """Where it may end, within all that the number can be."""
    figure = figure_of(view, one.path)
    low, _, high = one.rows[-1] if one.rows else (one.value,) * 3
    ends = (figure.low, figure.high) if figure else (0, 100)
    return band(low, high, (min(ends[0], low), max(ends[1], high)), cells, look)


def _number(
    one: Reach, before: Reach | None, cells: tuple[int, int], look: Look, *, is_here: bool
) -> Row:
    wide, narrow = cells
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    name = clip((cursor, look.text(one.label)), wide - 1, ellipsis=look.glyphs.more)
    low, half, high = one.last
    return join(
        cell(name, wide),
        cell((look.dim(one.now),), narrow, "right"),
        cell((look.text(low),), narrow, "right"),
        cell((look.strong(half),), narrow, "right"),
        cell((look.text(high),), narrow, "right"),
        (look.dim(f"  {before.last[1]}"),) if before else EMPTY,
    )


def _chances(
    shown: Outlook, usual: Outlook | None, reach: Reach, width: int, look: Look
) -> list[Row]:
    rows: list[Row] = []
    if shown.winning is not None:
        rows.append((look.text(f" {say('to win')}  "), look.strong(f"{shown.winning} %")))
        if usual and usual.winning is not None:
            beside_it = say("without it {chance} %", chance=usual.winning)
            rows[-1] = (*rows[-1], look.dim(f"  {beside_it}"))
    rows += [(look.text(f" {line}"),) for one in shown.endings for line in wrap(one, width - 2)]
    if usual and usual.endings != shown.endings:
        text = say("without it: {endings}", endings=", ".join(usual.endings))
        rows += [(look.dim(f" {line}"),) for line in wrap(text, width - 2)]
    rows += [EMPTY, (look.head(f" {say('what decides it')}"),)]
    told = [line for one in reach.decides for line in wrap(one.strip(), width - 2)]
    rows += [(look.text(f" {line}"),) for line in told] or [
        (look.note(f" {say('nothing that stands out')}"),)
    ]
    return rows
