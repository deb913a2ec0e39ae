"""Two lines of one game side by side: where they part, what differs, what happened in one only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, frozen

from csto_game.model.event import Event
from csto_game.model.refusal import GameError
from csto_game.model.state import State
from csto_game.rules import fingerprint, view
from csto_game.rules.belief import believe
from csto_game.rules.draft import Draft
from csto_game.rules.standing import score_row
from csto_game.rules.texts import date
from csto_game.session.forecast import headline
from csto_game.session.log import Log
from csto_game.session.match import Match
from csto_game.session.move import SHORT, Move
from csto_game.session.replay import play_moves, replay
from csto_game.session.save import Save, read_save
from csto_game.session.table import Table
from csto_game.session.timeline import kin, shared
from csto_game.text.catalog import say
from csto_game.text.events import event_sentence, has_words
from csto_game.text.report import WEIGHT

MOST_EVENTS = 12
_TOLD = tuple(kind for kind in WEIGHT if kind not in ("voted", "tabled"))


@frozen
class Differing:
    """One number in both lines, at the start of the same turn."""

    path: str
    label: str
    here: int
    there: int


@frozen
class Comparison:
    """``here`` and ``there`` are names. They part in ``turn`` with ``did_here`` and ``did_there``
    (``KAZ: trade CHN``, or "" where a line ends). ``numbers`` are compared in turn ``at``;
    ``only_here`` and ``only_there`` tell what happened in one line only, from the parting to then.
    """

    here: str
    there: str
    turn: int
    date: str
    did_here: str
    did_there: str
    at: int
    numbers: tuple[Differing, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    points: tuple[tuple[int, int, int], ...]
    """(turn, points here, points there) from the parting on, points as the seat's role counts them."""


def compare(match: Match, path: Path) -> Comparison:
    """The match and another line of the same game. Raises GameError if it is of another game."""
    if match.path is None:
        raise GameError(say("timeline.unsaved"))
    mine, theirs = read_save(match.path), read_save(path)
    to = None if match.over else match.turn
    other = other_table(match.table, mine, theirs, to=to)
    return compare_tables(match.table, mine, other, theirs, match.own)


def compare_tables(here: Table, mine: Save, there: Table, theirs: Save, seat: str) -> Comparison:
    """Two lines that have been played again, for one seat."""
    if kin(mine.header) != kin(theirs.header):
        raise GameError(say("timeline.stranger", name=theirs.path.stem))
    one, other = _plain(mine.moves), _plain(theirs.moves)
    same = shared(one, other)
    parting = _turn_after(here, mine, same)
    at = min(here.state.turn, there.state.turn)
    return Comparison(
        here=mine.path.stem,
        there=theirs.path.stem,
        turn=parting,
        date=date(here.book.scenario.clock, parting),
        did_here=_did(one, other, same),
        did_there=_did(other, one, same),
        at=at,
        numbers=_numbers(here, there, at, seat),
        only_here=_only(here, there, parting, at, seat),
        only_there=_only(there, here, parting, at, seat),
        points=_points(here, there, parting, at, seat),
    )


def other_table(table: Table, mine: Save, theirs: Save, *, to: int | None = None) -> Table:
    """The other line, played on from the last moment that both share, up to the start of turn ``to``.

    Raises GameError if it is of another game or does not replay.
    """
    if kin(mine.header) != kin(theirs.header):
        raise GameError(say("timeline.stranger", name=theirs.path.stem))
    known = {fingerprint(step.state)[:SHORT]: n for n, step in enumerate(table.log.steps, 1)}
    # What a console did must be known to a Book from the start.
    same = 0 if theirs.header.touched else shared(_plain(mine.moves), _plain(theirs.moves))
    for count in range(same, 0, -1):
        steps = known.get(theirs.moves[count - 1].fingerprint[:SHORT])
        if steps is not None:
            past = table.log.steps[:steps]
            other = Table(table.book, table.persons, past[-1].state, Log(past))
            again = play_moves(theirs, other, theirs.moves[count:], to=to)
            break
    else:
        again = replay(theirs, table.book, to=to)
    if again.difference:
        raise GameError(again.difference.sentence)
    return again.table


def _plain(moves: Sequence[Move]) -> list[Move]:
    return [evolve(move, line=0) for move in moves]


def _turn_after(table: Table, save: Save, moves: int) -> int:
    """The turn in which the move after so many moves was made."""
    if not moves:
        return 1
    found = save.moves[moves - 1].fingerprint[:SHORT]
    states = (step.state for step in table.log.steps)
    return next((s.turn for s in states if fingerprint(s)[:SHORT] == found), 1)


def _did(moves: Sequence[Move], others: Sequence[Move], same: int) -> str:
    """The first command by which a line goes its own way; "" if it has none."""
    if same >= len(moves):
        return ""
    theirs = others[same].commands if same < len(others) else ()
    mine = moves[same].commands
    place = min(shared(mine, theirs), len(mine) - 1)
    return f"{mine[place][0]}: {mine[place][1]}"


def _state(table: Table, turn: int) -> State:
    if turn == table.state.turn and table.state.verdict:
        return table.state
    return table.log.opening(turn) or table.state


def _numbers(here: Table, there: Table, at: int, seat: str) -> tuple[Differing, ...]:
    """The seat's headline numbers and the members' and alliance's shown ones, where they differ."""
    one, other = _figures(here, at, seat), _figures(there, at, seat)
    return tuple(
        Differing(path, label, value, other[path][1])
        for path, (label, value) in one.items()
        if path in other and other[path][1] != value
    )


def _figures(table: Table, at: int, seat: str) -> dict[str, tuple[str, int]]:
    state = _state(table, at)
    found = {path: (label, value) for path, label, value in headline(table.book, state, seat)}
    seen = view(table.book, state, seat)
    for figures in (seen.alliance, seen.world, *(m.figures for m in seen.members)):
        for figure in figures.values():
            shown = table.book.scenario.stats[figure.stat].show in ("strip", "table")
            if figure.known and shown:
                found.setdefault(figure.path, (figure.label, figure.value))
    return found


def _points(
    here: Table, there: Table, first: int, last: int, seat: str
) -> tuple[tuple[int, int, int], ...]:
    rows = []
    for turn in range(first, last + 1):
        one, other = (_score(table, turn, seat) for table in (here, there))
        rows.append((turn, one, other))
    return tuple(rows)


def _score(table: Table, turn: int, seat: str) -> int:
    viewer = table.book.layout.index[seat]
    row = score_row(believe(Draft(table.book, _state(table, turn), log=False), viewer), seat)
    return row.points if row else 0


def _only(table: Table, other: Table, first: int, last: int, seat: str) -> tuple[str, ...]:
    told = {_key(event) for event in _facts(other, first, last, seat)}
    rows = [event for event in _facts(table, first, last, seat) if _key(event) not in told]
    rows.sort(key=lambda event: (-WEIGHT[event.kind], event.turn))
    rows = sorted(rows[:MOST_EVENTS], key=lambda event: event.turn)
    scenario = table.book.scenario
    sentences = (
        say("timeline.event", date=date(scenario.clock, e.turn), text=event_sentence(scenario, e))
        for e in rows
    )
    return tuple(dict.fromkeys(sentences))


def _facts(table: Table, first: int, last: int, seat: str) -> list[Event]:
    events = (e for turn in range(first, last + 1) for e in table.log.events(turn))
    scenario = table.book.scenario
    facts = [e for e in events if e.kind in _TOLD and has_words(scenario, e)]
    if table.state.verdict:
        return facts
    return list(view(table.book, table.state, seat, facts).news)


def _key(event: Event) -> tuple[str, ...]:
    return (event.kind, event.cause.thing, event.by, event.to, event.text)
