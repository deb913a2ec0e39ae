"""What happened in the last turn: the news, our own numbers, and every country's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from csto_game.model.event import Event
from csto_game.model.view import Figure, Member, View
from csto_game.text.report import WEIGHT
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import box
from csto_game.ui.draw.coming import coming_rows
from csto_game.ui.figures import decimals, figure_of, short_label
from csto_game.ui.hindsight import Judged
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, clip, fit, join, stack, wrap
from csto_game.ui.sight import order_of
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

Told = Callable[[Event], str]
_WIDE = 44
"""Columns from which on numbers are called by their whole names."""
_QUIET = frozenset(("change", "later", "limit", "dealt", "returned", "mustered"))
_GRAVE = frozenset(("broken", "opened", "raised", "failed", "ceded", "ended"))
_GLAD = frozenset(("kept", "lowered", "closed", "passed"))


def happenings(view: View) -> tuple[Event, ...]:
    """Events of the last turn worth a line, the gravest first; of the present one too while it is the
    first.
    """
    last = [event for event in view.news if event.told < view.turn or view.turn == 1]
    found = [event for event in last or view.news if event.kind not in _QUIET]
    return tuple(sorted(found, key=lambda event: -WEIGHT.get(event.kind, 0)))


def moved_by(view: View, event: Event) -> tuple[str, ...]:
    """Paths of the numbers that an event tells of, or that the same thing moved in the same turn."""
    if event.path:
        return (event.path,)
    same = (
        one.path
        for one in view.news
        if one.kind == "change"
        and one.cause.thing == event.cause.thing
        and one.turn == event.turn
        and one.by in ("", event.by)
    )
    return tuple(dict.fromkeys(same))


def report_page(
    view: View,
    at: int,
    width: int,
    height: int,
    look: Look,
    told: Told,
    judged: Sequence[Judged] = (),
) -> list[Row]:
    """`judged` are the turns that are over, the last first; none as long as they are worked out."""
    members = order_of(view)
    table = min(len(members) + 3, height // 2)
    upper = height - table
    side = 38 if width < 100 else 50
    entries = happenings(view)
    rows, marked = _happened(entries, at, width - side - 2, look, told)
    scroll = min(max(0, marked - upper + 5), max(0, len(rows) - upper + 2))
    title = say("what happened")
    left = box(title, rows[scroll:], width - side, upper, look, focused=True)
    right = _right(view, judged, side, upper, look)
    below = box(say("countries"), _countries(view, members, width - 2, look), width, table, look)
    return stack(beside(left, right), below)


def _happened(
    entries: Sequence[Event], at: int, width: int, look: Look, told: Told
) -> tuple[list[Row], int]:
    if not entries:
        return [(look.note(" " + say("A quiet turn.")),)], 0
    rows: list[Row] = []
    marked = 0
    for place, event in enumerate(entries):
        marked = len(rows) if place == at else marked
        for n, line in enumerate(wrap(told(event), width - 5)):
            sign = _sign(event, look) if n == 0 else Span("  ")
            cursor = look.key(look.glyphs.cursor) if place == at and n == 0 else Span(" ")
            row: Row = (cursor, sign, look.text(line))
            rows.append(look.chosen(fit(row, width)) if place == at else row)
    return rows, marked


def _sign(event: Event, look: Look) -> Span:
    if event.kind in _GRAVE:
        return look.bad(f"{look.glyphs.down} ")
    if event.kind in _GLAD:
        return look.good(f"{look.glyphs.up} ")
    return look.dim(f"{look.glyphs.mild} ")


def _right(view: View, judged: Sequence[Judged], width: int, height: int, look: Look) -> list[Row]:
    """Forecast and fact; below, what comes next, where there is room for both."""
    last = judged[0] if judged else None
    rows = _facts(view, last, width - 2, look) if last else _ours(view, width - 2, look)
    name = say("forecast and fact") if last else say("our numbers")
    hint: Row = EMPTY
    if judged:
        held, every = sum(one.held for one in judged), sum(len(one.rows) for one in judged)
        text = say(
            "{n} {n|turn|turns}: {percent} % inside",
            n=len(judged),
            percent=100 * held // max(every, 1),
        )
        hint = (look.dim(f" {text} "),)
    coming = coming_rows(view, width - 2, look)
    low = min(len(coming) + 2, height - len(rows) - 2)
    low = low if coming and low >= 3 else 0
    upper = box(name, rows, width, height - low, look, hint=hint)
    return [*upper, *box(say("what is coming"), coming, width, low, look)] if low else upper


def _facts(view: View, judged: Judged, width: int, look: Look) -> list[Row]:
    """What was to be expected in 8 of 10 cases, and what came; outside of it a sign and a word."""
    texts = [text for one in judged.rows for text in (one.low, one.half, one.high, one.fact)]
    cells = min(8, max(5, *(cell_width(text) + 1 for text in texts)))
    label = width - 4 * cells - 3
    heads = ("10", "50", "90", say("fact"))
    rows: list[Row] = [
        join(cell(EMPTY, label), *(cell((look.dim(head),), cells, "right") for head in heads))
    ]
    for one in judged.rows:
        figure = figure_of(view, one.path)
        name = short_label(figure) if figure and width < _WIDE else one.label
        sign = look.glyphs.up if one.side > 0 else look.glyphs.down
        fact = look.warn(one.fact) if one.side else look.strong(one.fact)
        rows.append(
            join(
                cell(clip((look.text(f" {name}"),), label - 1, ellipsis=look.glyphs.more), label),
                cell((look.dim(one.low),), cells, "right"),
                cell((look.text(one.half),), cells, "right"),
                cell((look.dim(one.high),), cells, "right"),
                cell((fact,), cells, "right"),
                (look.warn(f" {sign}{look.glyphs.alert}"),) if one.side else EMPTY,
            )
        )
    return rows


def _ours(view: View, width: int, look: Look) -> list[Row]:
    figures = list({figure.path: figure for figure in (*view.headline, *view.strip)}.values())
    return [_number(figure, width, look) for figure in figures]


def _number(figure: Figure, width: int, look: Look) -> Row:
    return join(
        cell(
            clip((look.text(f" {figure.label}"),), width - 16, ellipsis=look.glyphs.more),
            width - 15,
        ),
        cell((look.strong(figure.shown if figure.known else "?"),), 8, "right"),
        (Span(" "),),
        cell(parts.change(figure, look), 6),
    )


def _countries(view: View, members: Sequence[Member], width: int, look: Look) -> list[Row]:
    stats = [stat for stat in members[0].table if stat in members[0].figures] if members else []
    stats = stats[: max(1, (width - 48) // 12)]
    head: list[Row] = [cell(EMPTY, 15)]
    head += [cell((look.dim(short_label(members[0].figures[stat])),), 12) for stat in stats]
    rows = [join(*head, (look.dim(say("biggest cause")),))]
    for member in members:
        name = clip((look.strong(f" {member.name}"),), 14, ellipsis=look.glyphs.more)
        row = [cell(name, 15)]
        row += [_with_change(member.figures.get(stat), look) for stat in stats]
        rows.append(clip(join(*row, _cause(view, member, look)), width, ellipsis=look.glyphs.more))
    return rows


def _with_change(figure: Figure | None, look: Look) -> Row:
    if figure is None:
        return cell(EMPTY, 12)
    number = cell((parts.value(figure, look),), 4, "right")
    return cell(join(number, (Span(" "),), parts.change(figure, look)), 12)


def _cause(view: View, member: Member, look: Look) -> Row:
    """The largest change of this country that may be read of, with its reason."""
    changes = [
        event
        for event in view.news
        if event.kind == "change"
        and event.path.split(".")[0] == member.code
        and event.because
        and event.path.count(".") == 1
        and event.path.rpartition(".")[2] in member.table
    ]
    if not changes:
        return (look.dim(look.glyphs.dash),)
    biggest = max(changes, key=lambda event: abs(event.after - event.before))
    figure = member.figures.get(biggest.path.rpartition(".")[2])
    moved = biggest.after - biggest.before
    good = figure.good if figure else "none"
    places = decimals(figure) if figure else 0
    text = parts.plus(moved, look, places)
    return (look.signed(moved, text, good), look.text(f" {biggest.because}"))
