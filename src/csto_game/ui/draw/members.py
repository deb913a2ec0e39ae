"""The table of countries: one row each, figures marked for the table by the scenario."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.model.view import Figure, Member, View
from csto_game.text.catalog import word
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import box
from csto_game.ui.figures import share, short_label, worth
from csto_game.ui.look import Look
from csto_game.ui.poles import Pole, poles
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join, tagged
from csto_game.ui.sight import Sight, cell_at, order_of, place_of
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

TABLE, CELL = "table", "cell"
"""What a click on a country means, and on one of its numbers."""
_BAR, _CHANGE = 6, 5
_TREND, _LEAST_TREND = 8, 4


@frozen
class Columns:
    """Widths in cells; `plain` are the stats after the first that fit, `lean` is 0 for none."""

    name: int
    value: int
    bar: int
    lean: int
    plain: tuple[tuple[str, int], ...]
    trend: int


def members_panel(view: View, sight: Sight, width: int, height: int, look: Look) -> list[Row]:
    members, all_poles = order_of(view), poles(view, look)
    columns = plan_columns(view, width - 2, has_lean=bool(all_poles))
    focused = sight.panel == "table"
    rows = [
        _row(view, place, members[place], columns, all_poles, sight, look)
        for place in range(len(members))
    ]
    room = height - 3
    marked = place_of(view, sight.member)
    first = min(max(0, marked - room + 1), max(0, len(rows) - room))
    head = _head(members, columns, all_poles, look, sight if focused else None)
    opens, why = look.hotkey("choose", "campaign"), look.hotkey("why", "campaign")
    hint = (look.dim(f" {opens} {say('page')} {look.glyphs.between} {why} {say('why')} "),)
    title = say("members")
    return box(
        title, rows, width, height, look,
        focused=focused, lit=sight.lit == "table", hint=hint, scroll=first, head=head, panel=TABLE,
    )  # fmt: skip


def plan_columns(view: View, width: int, *, has_lean: bool) -> Columns:
    """What fits: the first stat with bar and change, leanings, the other stats, the trend."""
    stats = _stats(view.members)
    shown = {stat: [m.figures[stat] for m in view.members if stat in m.figures] for stat in stats}
    longest = max(cell_width(_name(member)) for member in view.members)
    name = min(longest + 1, 22 if width < 100 else 30)
    widths = {stat: max(3, *(cell_width(f.shown) for f in shown[stat])) for stat in stats}
    value = widths[stats[0]] + 1 if stats else 0
    room = width - 3 - name - value - (_CHANGE if stats else 0)
    bar = 0 if not stats else _BAR if width < 100 else 10
    lean = 0 if not has_lean else 15 if width < 100 else 24
    room -= bar + 1 + (lean + 5 if lean else 0)
    plain: list[tuple[str, int]] = []
    for stat in stats[1:]:
        taken = max(widths[stat] + 1, cell_width(short_label(shown[stat][0]))) + 1
        # From the third on a figure must leave room for the trend, which says more.
        if room - taken >= (_LEAST_TREND + 1 if len(plain) >= 2 else 0):
            plain.append((stat, taken))
            room -= taken
    trend = min(_TREND, room - 1) if room >= _LEAST_TREND + 1 else 0
    return Columns(name, value, bar, lean, tuple(plain), trend)


def _stats(members: Sequence[Member]) -> list[str]:
    return [stat for stat in members[0].table if stat in members[0].figures] if members else []


def _name(member: Member) -> str:
    return (
        member.name if member.membership == "member" else f"{member.name} {word(member.membership)}"
    )


def _head(
    members: Sequence[Member],
    columns: Columns,
    all_poles: Sequence[Pole],
    look: Look,
    sight: Sight | None,
) -> Row:
    stats = _stats(members)
    at = stats[min(sight.column, len(stats) - 1)] if sight and stats else ""
    labels = {stat: short_label(members[0].figures[stat]) for stat in stats}
    row: list[Row] = [(Span("   "),), cell((look.dim(say("country")),), columns.name)]
    if stats:
        width = columns.value + columns.bar + 1 + _CHANGE
        row.append(cell((Span("  "), _label(labels[stats[0]], look, is_at=at == stats[0])), width))
    if columns.lean:
        letters = tuple(look.ink(pole.letter, pole.color, bold=True) for pole in all_poles)
        row.append(cell((look.dim(say("leans") + " "), *letters), columns.lean))
        row.append((*cell((*letters[:1], look.dim("%")), 4, "right"), Span(" ")))
    for stat, width in columns.plain:
        label = (_label(labels[stat], look, is_at=stat == at),)
        row.append(join((Span(" "),), cell(clip(label, width - 1), width - 1)))
    if columns.trend:
        trend = say("trend") if cell_width(say("trend")) <= columns.trend else ""
        row.append((Span(" "), *cell((look.dim(trend),), columns.trend)))
    return join(*row)


def _label(text: str, look: Look, *, is_at: bool) -> Span:
    return look.key(text) if is_at else look.dim(text)


def _row(
    view: View,
    place: int,
    member: Member,
    columns: Columns,
    all_poles: Sequence[Pole],
    sight: Sight,
    look: Look,
) -> Row:
    is_here = member.code == sight.member
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    number = look.dim(str(place + 1) if place < 9 else " ")
    row: list[Row] = [(cursor, number, Span(" ")), cell(_title(member, look), columns.name)]
    stats = _stats(view.members)
    if stats and stats[0] in member.figures:
        first = _first(member.figures[stats[0]], columns, look)
        row.append(tagged(first, CELL, cell_at(place, 0)))
    if columns.lean:
        shares = dict(member.lean.shares)
        own = cell((look.dim(f"{shares.get('alliance', 0) // 10}"),), 4, "right")
        line = cell(parts.lean_bar(member.lean, all_poles, columns.lean, look), columns.lean)
        row.append(join(line, own, (Span(" "),)))
    for stat, width in columns.plain:
        shown = _plain(member.figures.get(stat), width, look)
        row.append(tagged(shown, CELL, cell_at(place, stats.index(stat))))
    if columns.trend and stats and stats[0] in member.figures:
        line = parts.trend(member.figures[stats[0]], columns.trend, look)
        row.append(join((Span(" "),), line))
    made = look.chosen(fit(join(*row), 200)) if is_here else join(*row)
    return tagged(made, TABLE, place)


def _title(member: Member, look: Look) -> Row:
    status = "" if member.membership == "member" else f" {word(member.membership)}"
    if member.is_self:
        return (look.key(member.name), look.note(status))
    if member.membership in ("member", "suspended"):
        return (look.strong(member.name), look.note(status))
    return (look.text(member.name), look.note(status))


def _first(figure: Figure, columns: Columns, look: Look) -> Row:
    text = cell((look.strong(figure.shown if figure.known else "?"),), columns.value, "right")
    line = parts.bar(share(figure), columns.bar, look, is_bad=worth(figure) < 0)
    return join(text, (Span(" "),), line, cell((Span(" "), *parts.change(figure, look)), _CHANGE))


def _plain(figure: Figure | None, width: int, look: Look) -> Row:
    if figure is None:
        return cell(EMPTY, width)
    text = cell((parts.value(figure, look),), width - 2, "right")
    return join(text, parts.arrow(figure, look), (Span(" "),))
