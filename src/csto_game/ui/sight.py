"""What the campaign screen shows besides the View: where the cursor is, what was asked."""

from __future__ import annotations

from attrs import frozen

from csto_game.model.event import Event
from csto_game.model.view import CardRow, Figure, Member, MotionRow, Range, View, Why
from csto_game.ui.progress import Thinking

PANELS = ("table", "work", "map", "strip")
_GRAVITY = {
    "ended": 11, "ceded": 10, "befell": 9, "passed": 7, "failed": 6, "broken": 5, "news": 5, "opened": 4, "chapter": 4,
    "raised": 3, "closed": 2, "lowered": 1,
}  # fmt: skip
"""Kinds of events that make the news row, the more important with the higher number."""
_JOINED = ("membership",)


def headline(view: View) -> Event | None:
    """What everybody talks about: who left, what was lost or voted, war among us; then the rest."""
    heard = [(_gravity(view, event), n, event) for n, event in enumerate(view.news)]
    found = max((one for one in heard if one[0]), key=lambda one: one[:2], default=None)
    return found[2] if found else None


def _gravity(view: View, event: Event) -> int:
    if event.kind == "change":
        is_known = event.path.rpartition(".")[2] in _JOINED
        return 8 if is_known else 0
    weight = _GRAVITY.get(event.kind, 0)
    if event.kind in ("opened", "raised", "lowered", "closed"):
        ours = {member.code for member in view.members if member.membership == "member"}
        if {event.by, event.to} & ours:
            weight += _height(view, event) + 1
        elif event.by or event.to:
            weight = 1
    return weight


def _height(view: View, event: Event) -> int:
    """3 for a crisis that is a war now, 2 where it stands on the upper half of its ladder, else 0."""
    found = [one for one in view.crises if (one.by, one.to) == (event.by, event.to)]
    if any(one.rung == len(one.rungs) - 1 for one in found):
        return 3
    return 2 if any(2 * one.rung >= len(one.rungs) - 1 for one in found) else 0


@frozen
class Order:
    """A command this seat has given this turn; `effects` are the largest it was foreseen to have."""

    words: str
    name: str
    cost: tuple[tuple[str, int], ...] = ()
    effects: tuple[Range, ...] = ()


@frozen
class Sight:
    """`member` is a country's code, `column` counts its figures, `item` lines of the plans, `figure` those of
    the strip.

    `whole` names the panel that fills the middle of a narrow screen, if one does.
    """

    panel: str = "table"
    member: str = ""
    column: int = 0
    item: int = 0
    figure: int = 0
    whole: str = ""
    layer: str = ""
    zoom: str = ""
    news: str = ""
    message: str = ""
    is_bad: bool = False
    orders: tuple[Order, ...] = ()
    why: Why | None = None
    thinking: Thinking | None = None
    is_saved: bool = True
    has_report: bool = False
    lit: str = ""
    """What a lesson points at: ``map``, ``table``, or an action that a heading of the plans names."""


def order_of(view: View) -> tuple[Member, ...]:
    """Countries as the table lists them: members in file order, then the others."""
    rank = {"member": 0, "suspended": 1, "observer": 2}
    return tuple(sorted(view.members, key=lambda member: rank.get(member.membership, 3)))


_COLUMNS = 100


def cell_at(row: int, column: int) -> int:
    """A cell of a table as one number, for the mouse."""
    return row * _COLUMNS + column


def row_and_column(cell: int) -> tuple[int, int]:
    """And back."""
    return divmod(cell, _COLUMNS)


def place_of(view: View, code: str) -> int:
    """The row of a country in the table; -1 if it has none."""
    codes = [member.code for member in order_of(view)]
    return codes.index(code) if code in codes else -1


def selected(view: View, sight: Sight) -> Member:
    """The country under the cursor: our own until another is chosen."""
    members = order_of(view)
    own = place_of(view, view.seat)
    place = place_of(view, sight.member)
    return members[place if place >= 0 else max(own, 0)]


def strip_figures(view: View) -> list[Figure]:
    """The figures of the strip: the seat's own, the alliance's, the world's."""
    rank = {view.seat: 0, "alliance": 1}
    return sorted(view.strip, key=lambda figure: rank.get(figure.path.split(".")[0], 2))


def figure_at(view: View, sight: Sight) -> Figure | None:
    """The figure under the cursor of the strip or the table, None where there is none."""
    if sight.panel == "strip":
        shown = strip_figures(view)
        return shown[min(sight.figure, len(shown) - 1)] if shown else None
    member = selected(view, sight)
    stats = [stat for stat in member.table if stat in member.figures]
    return member.figures[stats[min(max(sight.column, 0), len(stats) - 1)]] if stats else None


Item = CardRow | Order | MotionRow


def items(view: View, sight: Sight) -> tuple[Item, ...]:
    """What the cursor of the plans can stand on, top to bottom."""
    return (*view.cards, *sight.orders, *view.motions)


STAGES = ("Briefing", "Planning", "Council", "Resolve", "Report")


def stage(view: View, sight: Sight) -> int:
    """Which of the stages of a turn it is, from 0."""
    if view.ended or view.phase == "over":
        return 4
    if sight.thinking:
        return 3
    if view.phase == "council":
        return 2
    return 0 if view.cards and not sight.orders else 1
