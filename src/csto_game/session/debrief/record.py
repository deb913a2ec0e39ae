"""What is known of a finished game without playing anything again."""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from csto_game.model.event import Event
from csto_game.model.refusal import GameError
from csto_game.model.scenario import Scenario
from csto_game.model.view import Ended, Score
from csto_game.rules.draft import Draft
from csto_game.rules.standing import ended_row, score_row
from csto_game.session.chronicle.chart import Line, lines
from csto_game.session.debrief.counsel import Record, records
from csto_game.session.debrief.deeds import deeds
from csto_game.session.header import Header
from csto_game.session.table import Table
from csto_game.text.catalog import say
from csto_game.text.events import address_of
from csto_game.text.things import fill_names, name_of

_HOW = {"kept": "kept", "broken": "broken", "lifted": "lifted"}


@frozen
class Aim:
    """One objective: ``path`` is (turn, points it gave then, whether it held) at each turn's start."""

    id: str
    name: str
    text: str
    points: int
    holds: bool
    path: tuple[tuple[int, int, bool], ...]


@frozen
class Word:
    """A promise: ``how`` it ended is ``kept``, ``broken``, ``lifted`` or ``open``; ``turn`` when."""

    name: str
    by: str
    to: str
    made: int
    how: str
    turn: int


@frozen
class Debrief:
    """``verbs`` counts what the seat did, (id, name, times), the most frequent first; verbs it never
    used stand last.
    """

    seat: str
    role: str
    ending: str
    text: str
    points: int
    win: int
    won: bool
    turns: int
    aims: tuple[Aim, ...]
    promised: tuple[Word, ...]
    received: tuple[Word, ...]
    advisers: tuple[Record, ...]
    verbs: tuple[tuple[str, str, int], ...]
    chart: tuple[Line, ...]


def debrief(table: Table, header: Header, seat: str = "") -> Debrief:
    """The debrief of a finished game for one seat (by default the first person's). Raises GameError."""
    ended = ended_row(Draft(table.book, table.state, log=False))
    if ended is None:
        raise GameError(say("debrief.running"))
    seat = seat or next(iter(header.persons), ended.scores[0].seat if ended.scores else "")
    score = _score(ended, seat)
    done = deeds(table, seat) if seat else ()
    words = _words(table)
    return Debrief(
        seat=seat,
        role=score.name if score else table.book.scenario.actors[seat].name if seat else "",
        ending=ended.name,
        text=ended.text,
        points=score.points if score else 0,
        win=score.win if score else 0,
        won=bool(score and score.won),
        turns=table.state.turn,
        aims=_aims(table, seat, score) if score else (),
        promised=tuple(word for word in words if word.by == seat),
        received=tuple(word for word in words if word.to == seat),
        advisers=records(table, seat, done) if seat else (),
        verbs=_verbs(table.book.scenario, Counter(d.command.thing for d in done), seat),
        chart=lines(table, seat),
    )


def _score(ended: Ended, seat: str) -> Score | None:
    return next((row for row in ended.scores if row.seat == seat), None)


def _aims(table: Table, seat: str, score: Score) -> tuple[Aim, ...]:
    paths: dict[str, list[tuple[int, int, bool]]] = {row.id: [] for row in score.objectives}
    for turn in range(1, table.state.turn + 1):
        state = table.log.opening(turn)
        row = score_row(Draft(table.book, state, log=False), seat) if state else None
        for objective in row.objectives if row else ():
            paths[objective.id].append((turn, objective.points, objective.holds))
    return tuple(
        Aim(row.id, row.name, row.text, row.points, row.holds, tuple(paths[row.id]))
        for row in score.objectives
    )


def _words(table: Table) -> list[Word]:
    """All promises of the game, in the order in which they were made."""
    scenario = table.book.scenario
    words: list[Word] = []
    running: dict[tuple[str, str, str], int] = {}
    for turn in range(1, table.state.turn + 1):
        for event in table.log.events(turn):
            if event.kind == "promised":
                running[_key(event)] = len(words)
                words.append(_word(scenario, event))
            elif event.kind in _HOW and _key(event) in running:
                place = running.pop(_key(event))
                made = words[place]
                words[place] = Word(made.name, made.by, made.to, made.made, event.kind, turn)
    return words


def _key(event: Event) -> tuple[str, str, str]:
    return address_of(event)[1], event.by, event.to


def _word(scenario: Scenario, event: Event) -> Word:
    name = name_of(scenario, address_of(event)[1], event.by, event.to)
    return Word(name, event.by, event.to, event.turn, "open", event.turn)


def _verbs(scenario: Scenario, used: Counter[str], seat: str) -> tuple[tuple[str, str, int], ...]:
    rows = [
        (id, fill_names(scenario, verb.name, seat) or id, used[id])
        for id, verb in scenario.verbs.items()
        if not verb.by.codes or seat in verb.by.codes
    ]
    return tuple(sorted(rows, key=lambda row: -row[2]))
