"""What happened in the last turn: the news, our own numbers, and every country's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from csto_game.model.event import Event
from csto_game.model.view import Figure, Member, View
from csto_game.text.events import address_of
from csto_game.text.gathered import folded
from csto_game.text.report import DEEDS, OWN, WEIGHT
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import box
from csto_game.ui.draw.coming import coming_rows
from csto_game.ui.figures import decimals, figure_of, short_label
from csto_game.ui.hindsight import Judged
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, clip, fit, join, stack, tagged, wrap
from csto_game.ui.sight import cell_at, order_of
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

Told = Callable[[Event], str]
PANELS = ("events", "numbers", "countries")
_NAMED = 9
"""Cells without which a number has no name."""
_WIDE = 44
"""Columns from which on numbers are called by their whole names."""
_QUIET = frozenset(("change", "later", "limit", "dealt", "coming", "returned", "mustered"))
_GRAVE = frozenset(("broken", "opened", "raised", "failed", "ceded", "ended"))
_GLAD = frozenset(("kept", "lowered", "closed", "passed"))


@frozen
class Mark:
    """Where the cursor is: a panel, a row of it, and of the countries a column."""

    panel: str = PANELS[0]
    row: int = 0
    column: int = 0

    def of(self, panel: str) -> int:
        """The marked row of a panel; -1 where the cursor is elsewhere."""
        return self.row if self.panel == panel else -1


def happenings(view: View) -> tuple[Event, ...]:
    """Events of the last turn worth a line, the gravest first; of the present one too while it is the
    first.
    """
    last = [event for event in view.news if event.told < view.turn or view.turn == 1]
    found = [event for event in last or view.news if event.kind not in _QUIET]
    return tuple(sorted(folded(found), key=lambda event: -_weight(view, event)))


def _weight(view: View, event: Event) -> int:
    """What concerns ourselves comes before the like of others; what we did we know."""
    is_own = view.seat in (event.by, event.to) and event.kind not in DEEDS
    return WEIGHT.get(event.kind, 0) + OWN * is_own


def moved_by(view: View, event: Event) -> tuple[str, ...]:
    """Paths of the numbers that an event tells of, or that the same thing moved in the same turn."""
    if event.path:
        return (event.path,)
    told = [event] if event.kind != "used" else [e for e in view.news if _is_told_with(e, event)]
    # What came of a deed moved numbers too.
    deeds = tuple(f"{address_of(one)[1].partition('.outcome.')[0]}." for one in told)
    same = (
        one.path
        for one in view.news
        if one.kind == "change"
        and f"{one.cause.thing}.".startswith((f"{event.cause.thing}.", *deeds))
        and one.turn == event.turn
        and one.by in ("", event.by)
    )
    return tuple(dict.fromkeys(same))


def _is_told_with(one: Event, event: Event) -> bool:
    """One line tells all that an actor did in a turn."""
    return (one.kind, one.by, one.told) == (event.kind, event.by, event.told)


def report_page(
    view: View,
    at: Mark,
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
    rows, marked = _happened(entries, at.of("events"), width - side - 2, look, told)
    scroll = min(max(0, marked - upper + 5), max(0, len(rows) - upper + 2))
    title = say("what happened")
    is_here = at.panel == "events"
    left = box(
        title, rows, width - side, upper, look, focused=is_here, scroll=scroll, panel="events"
    )
    right = _right(view, judged, at.of("numbers"), (side, upper), look)
    head, *lines = _countries(view, members, at, width - 2, look)
    hidden = min(max(0, at.of("countries") - table + 4), max(0, len(lines) - table + 3))
    is_here = at.panel == "countries"
    below = box(
        say("countries"), lines, width, table, look,
        focused=is_here, scroll=hidden, head=head, panel="countries",
    )  # fmt: skip
    return stack(beside(left, right), below)


def paths_of(view: View, judged: Sequence[Judged]) -> tuple[str, ...]:
    """What the rows of the numbers tell of, in their order."""
    if judged:
        return tuple(one.path for one in judged[0].rows)
    return tuple(figure.path for figure in _own(view))


def country_stats(members: Sequence[Member], width: int) -> tuple[str, ...]:
    """The columns of the countries on a page so wide."""
    stats = [stat for stat in members[0].table if stat in members[0].figures] if members else []
    return tuple(stats[: max(1, (width - 50) // 12)])


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
            sign = event_sign(event, look) if n == 0 else Span("  ")
            cursor = look.key(look.glyphs.cursor) if place == at and n == 0 else Span(" ")
            row: Row = (cursor, sign, look.text(line))
            rows.append(
                tagged(look.chosen(fit(row, width)) if place == at else row, "events", place)
            )
    return rows, marked


def event_sign(event: Event, look: Look) -> Span:
    if event.kind in _GRAVE:
        return look.bad(f"{look.glyphs.down} ")
    if event.kind in _GLAD:
        return look.good(f"{look.glyphs.up} ")
    return look.dim(f"{look.glyphs.mild} ")


def _right(
    view: View, judged: Sequence[Judged], at: int, size: tuple[int, int], look: Look
) -> list[Row]:
    """Forecast and fact; below, what comes next, where there is room for both."""
    width, height = size
    last = judged[0] if judged else None
    rows = _facts(view, last, width - 2, look) if last else _ours(view, width - 2, look)
    rows = [
        tagged(row, "numbers", n - bool(last)) if n >= bool(last) else row
        for n, row in enumerate(rows)
    ]
    if at >= 0 and rows:  # a heading stands above the facts
        place = min(at + bool(last), len(rows) - 1)
        rows[place] = _under_cursor(rows[place], width - 2, look)
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
    scroll = min(max(0, at - height + low + 4), max(0, len(rows) - height + low + 2))
    upper = box(
        name, rows, width, height - low, look,
        hint=hint, focused=at >= 0, scroll=scroll, panel="numbers",
    )  # fmt: skip
    return [*upper, *box(say("what is coming"), coming, width, low, look)] if low else upper


def _facts(view: View, judged: Judged, width: int, look: Look) -> list[Row]:
    """What was to be expected in 8 of 10 cases, and what came; outside of it a sign. Where names would
    have no room the middle is left out.
    """
    texts = [text for one in judged.rows for text in (one.low, one.half, one.high, one.fact)]
    cells = min(8, max(5, *(cell_width(text) + 1 for text in texts)))
    has_half = width - 4 * cells - 3 >= _NAMED
    heads = ("10", "50", "90", say("fact")) if has_half else ("10", "90", say("fact"))
    label = width - len(heads) * cells - 3
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
                cell((look.text(one.half),), cells, "right") if has_half else EMPTY,
                cell((look.dim(one.high),), cells, "right"),
                cell((fact,), cells, "right"),
                (look.warn(f" {sign}{look.glyphs.alert}"),) if one.side else EMPTY,
            )
        )
    return rows


def _under_cursor(row: Row, width: int, look: Look) -> Row:
    """The cursor takes the place of the first cell, which is empty."""
    (first, *rest) = fit(row, width)
    kept = (look.key(look.glyphs.cursor), evolve(first, text=first.text[1:]), *rest)
    return look.chosen(fit(kept, width))


def _ours(view: View, width: int, look: Look) -> list[Row]:
    return [_number(figure, width, look) for figure in _own(view)]


def _own(view: View) -> list[Figure]:
    return list({figure.path: figure for figure in (*view.headline, *view.strip)}.values())


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


def _countries(
    view: View, members: Sequence[Member], at: Mark, width: int, look: Look
) -> list[Row]:
    stats = country_stats(members, width + 2)
    marked = stats[min(at.column, len(stats) - 1)] if stats and at.panel == "countries" else ""
    head: list[Row] = [cell(EMPTY, 15)]
    head += [cell((look.dim(short_label(members[0].figures[stat])),), 12) for stat in stats]
    rows = [join(*head, (look.dim(say("biggest cause")),))]
    here = min(at.of("countries"), len(members) - 1)
    for place, member in enumerate(members):
        sign = look.key(look.glyphs.cursor) if place == here else Span(" ")
        name = clip((sign, look.strong(member.name)), 14, ellipsis=look.glyphs.more)
        row = [cell(name, 15)]
        for stat in stats:
            shown = _with_change(member.figures.get(stat), look)
            shown = look.chosen(shown) if place == here and stat == marked else shown
            row.append(tagged(shown, "cell", cell_at(place, stats.index(stat))))
        line = clip(join(*row, _cause(view, member, look)), width, ellipsis=look.glyphs.more)
        rows.append(tagged(line, "countries", place))
    return rows


def _with_change(figure: Figure | None, look: Look) -> Row:
    if figure is None:
        return cell(EMPTY, 12)
    number = cell((parts.value(figure, look),), 5, "right")  # 10.2%
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
