"""A save written anew, because what it tells was played again: on changed files, or with an effect more.

The heading then says ``touched``. The first time the game goes on in a save of its own, so that the
one it was begun in stays as it is; from then on that save is written over.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from csto_game.model.refusal import GameError
from csto_game.model.state import State
from csto_game.rules import Book, fingerprint
from csto_game.rules.texts import date
from csto_game.session.begin import leaders_of, new_journal
from csto_game.session.header import Header
from csto_game.session.journal import Journal
from csto_game.session.match import Match
from csto_game.session.move import DEED, SHORT, Move, row_of
from csto_game.session.reload import Said
from csto_game.session.save import ending_note, results_note, turn_note
from csto_game.session.table import Table
from csto_game.text.catalog import say


def anew(match: Match, header: Header, table: Table, said: Sequence[Said], how: str) -> Match:
    """The game on this table, what was said at it in its save. Raises GameError."""
    if header.iron:
        raise GameError(say("dev.iron"))
    book, states = table.book, [step.state for step in table.log.steps]
    header = evolve(
        header,
        start=fingerprint(states[0])[:SHORT],
        touched=tuple(dict.fromkeys((*header.touched, how))),
    )
    journal = match.journal
    if journal is not None:
        header, journal = _written(match, journal, header, lines_of(book, header, states, said))
    return on_table(header, table, journal)


def on_table(header: Header, table: Table, journal: Journal | None) -> Match:
    """A match of what has been played at a table and stands in its save."""
    turns = table.log.steps.turns
    noted = turns[-2] if len(turns) > 1 else 0
    return Match(header, table, journal, leaders_of(table.book, header), (), noted)


def _written(
    match: Match, journal: Journal, header: Header, lines: tuple[str, ...]
) -> tuple[Header, Journal]:
    if match.header.touched:
        return header, journal.rewrite(header, lines)
    header = evolve(header, parent=f"{journal.path.stem} {match.turn}")
    return header, new_journal(journal.path.parent, header, lines=lines)


def lines_of(
    book: Book, header: Header, states: Sequence[State], said: Sequence[Said]
) -> tuple[str, ...]:
    """What was said as the lines of a save; ``states`` are those before each, and the last."""
    lines: list[str] = []
    turn = 0
    for first, end in _rows(header, states, said):
        before = states[first]
        if before.turn != turn:
            turn = before.turn
            lines.append(turn_note(turn, date(book.scenario.clock, turn, as_written=True)))
        lines.append(str(Move(tuple(said[first:end]), fingerprint(states[end]))))
    verdict = states[-1].verdict
    if verdict:
        lines += [ending_note(verdict.ending), results_note(verdict)]
    return tuple(lines)


def _rows(header: Header, states: Sequence[State], said: Sequence[Said]) -> list[tuple[int, int]]:
    """First and one past the last of each line: programs' commands in a row, all others alone."""
    rows: list[tuple[int, int]] = []
    last: object = None
    for number, (seat, words) in enumerate(said):
        is_alone = seat in header.persons or words.startswith(f"{DEED} ")
        key = None if is_alone else row_of(states[number], seat)
        if rows and key is not None and key == last:
            rows[-1] = (rows[-1][0], number + 1)
        else:
            rows.append((number, number + 1))
        last = key
    return rows
