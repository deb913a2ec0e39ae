"""A turn of a line at a glance: how the seat stood when it began, what it did, what happened."""

from __future__ import annotations

from attrs import frozen

from csto_game.rules import view
from csto_game.rules.draft import Draft
from csto_game.rules.names import command_name
from csto_game.rules.texts import date
from csto_game.session.debrief.deeds import deeds
from csto_game.session.forecast import headline
from csto_game.session.table import Table
from csto_game.text.forecast import band_label
from csto_game.text.report import report

MOST_EVENTS = 3


@frozen
class Thumbnail:
    """``numbers`` are (path, label, value) at the start of ``turn``, or at the very end; ``orders`` what the
    seat did in it, ``told`` the gravest of what it may know to have happened.
    """

    turn: int
    date: str
    numbers: tuple[tuple[str, str, int], ...]
    orders: tuple[str, ...]
    told: tuple[str, ...]


def thumbnail(table: Table, seat: str, turn: int) -> Thumbnail:
    """The turn as one seat may know it; the last one there is, if the line is shorter."""
    book, scenario = table.book, table.book.scenario
    turn = max(1, min(turn, table.state.turn))
    is_end = turn == table.state.turn and table.state.verdict is not None
    state = table.state if is_end else table.log.opening(turn) or table.state
    return Thumbnail(
        turn,
        date(scenario.clock, turn),
        tuple(
            (path, band_label(scenario, path), value)
            for path, _, value in headline(book, state, seat)
        ),
        _orders(table, seat, turn),
        _told(table, seat, turn),
    )


def _orders(table: Table, seat: str, turn: int) -> tuple[str, ...]:
    """In words, votes left out."""
    return tuple(
        command_name(Draft(table.book, deed.before, log=False), deed.command)
        for deed in deeds(table, seat, turn)
        if deed.command.kind != "vote"
    )


def _told(table: Table, seat: str, turn: int) -> tuple[str, ...]:
    events = table.log.events(turn)
    if not table.state.verdict:
        events = view(table.book, table.state, seat, events).news
    return report(table.book.scenario, events, turn, seat, most=MOST_EVENTS)
