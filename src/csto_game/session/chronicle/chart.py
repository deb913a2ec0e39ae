"""Headline numbers of a whole game, turn by turn."""

from __future__ import annotations

from attrs import frozen

from csto_game.rules.belief import believe
from csto_game.rules.draft import Draft
from csto_game.rules.standing import score_row
from csto_game.rules.texts import date
from csto_game.session.forecast import headline
from csto_game.session.numbers import find, value
from csto_game.session.outlook import POINTS
from csto_game.session.table import Table
from csto_game.text.forecast import band_label

MOST = 8


@frozen
class Line:
    """One number: (turn, date, value) at the start of each turn, and its bounds."""

    path: str
    label: str
    low: int
    high: int
    points: tuple[tuple[int, str, int], ...]


def lines(table: Table, seat: str) -> tuple[Line, ...]:
    """The seat's points and headline numbers over the game; without a seat there are none."""
    if not seat:
        return ()
    book = table.book
    found = headline(book, table.state, seat)[:MOST]
    return tuple(_line(table, seat, path) for path, _, _ in found)


def _line(table: Table, seat: str, path: str) -> Line:
    stat = table.book.scenario.stats.get(path.rpartition(".")[2])
    low, high = (stat.min, stat.max) if stat and path != POINTS else (0, 100)
    clock = table.book.scenario.clock
    rows = tuple(
        (turn, date(clock, turn), _value(table, seat, path, turn))
        for turn in range(1, table.state.turn + 1)
    )
    return Line(path, band_label(table.book.scenario, path), low, high, rows)


def _value(table: Table, seat: str, path: str, turn: int) -> int:
    is_last = turn == table.state.turn
    state = table.state if is_last else table.log.opening(turn) or table.state
    if path != POINTS:
        return value(table.book, state, find(table.book, path))
    if state.verdict:
        return dict(state.verdict.scores).get(seat, 0)
    truth = Draft(table.book, state, log=False)
    row = score_row(believe(truth, table.book.layout.index[seat]), seat)
    return row.points if row else 0
