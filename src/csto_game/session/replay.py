"""Playing a save again: every command, every fingerprint compared, the first difference named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen

from csto_game.model.refusal import GameError, Refusal
from csto_game.rules import Book, fingerprint, new_game
from csto_game.session.deeds import carry_out, deeds_in, with_deeds
from csto_game.session.header import Header
from csto_game.session.move import SHORT, UNDO, Move
from csto_game.session.reasons import explain
from csto_game.session.save import Save, read_save
from csto_game.session.seats import check_seats
from csto_game.session.table import Table, Taken
from csto_game.text.catalog import say

FindScenario = Callable[[Header], Book]


@frozen
class Difference:
    """Where a replay went another way. ``line`` is the save's line, 0 for the start."""

    line: int
    seat: str
    words: str
    said: str
    found: str
    sentence: str


@frozen
class Replay:
    """A save played again; ``played`` counts commands. ``difference`` is None if all is the same."""

    save: Save
    table: Table
    played: int
    difference: Difference | None = None


def load(path: Path, find_scenario: FindScenario, *, to: int | None = None) -> Replay:
    """Read and replay a save, up to the start of turn ``to``. Raises GameError."""
    save = read_save(path)
    return replay(save, find_scenario(save.header), to=to)


def replay(save: Save, book: Book, *, to: int | None = None, settles: bool = False) -> Replay:
    """Replay a save in its scenario. Raises GameError if the scenario has other rules.

    With ``settles`` turns that are over are put away at once: that takes as long again, and a tenth of the room.
    """
    header = save.header
    check_rules(save, book)
    deeds = deeds_in(command for move in save.moves for command in move.commands)
    if deeds and "console" not in header.touched:
        raise GameError(say("dev.unmarked", file=save.path.name))
    book = with_deeds(book, deeds)
    check_seats(book, header.seats, header.difficulty)
    first = new_game(book, header.seed, persons=header.persons, difficulty=header.difficulty)
    table = Table.of(book, first, header.persons)
    found = fingerprint(first.state)[:SHORT]
    if found != header.start[:SHORT]:
        text = say("replay.start", file=save.path.name, theirs=header.start, ours=found)
        return Replay(save, table, 0, Difference(0, "", "", header.start, found, text))
    return play_moves(save, table, save.moves, to=to, settles=settles)


def play_moves(
    save: Save, table: Table, moves: Sequence[Move], *, to: int | None = None, settles: bool = False
) -> Replay:
    """Go on from where the table stands with these moves of the save."""
    played = 0
    for move in moves:
        if to is not None and table.state.turn >= to:
            break
        difference = _play(save, table, move)
        if difference:
            return Replay(save, table, played, difference)
        played += len(move.commands)
        if settles:
            table.log.settle()
    return Replay(save, table, played)


def check_rules(save: Save, book: Book) -> None:
    """Raises GameError if the save was played with other rules than the book's."""
    header, scenario = save.header, book.scenario
    if header.scenario == scenario.package.id and header.hash == scenario.hash:
        return
    same = (header.scenario, header.version) == (scenario.package.id, scenario.package.version)
    raise GameError(
        say(
            "replay.edited" if same else "replay.scenario",
            file=save.path.name,
            scenario=header.scenario,
            theirs=header.version,
            their_hash=header.hash[:12],
            ours=scenario.package.version,
            our_hash=scenario.hash[:12],
        )
    )


def _play(save: Save, table: Table, move: Move) -> Difference | None:
    for seat, words in move.commands:
        why = _act(table, seat, words)
        if why:
            sentence = explain(table.book, table.state, why, seat)
            return _difference(save, move, (seat, words), "", "replay.refused", why=sentence)
    found = fingerprint(table.state)[:SHORT]
    if found == move.fingerprint[:SHORT]:
        return None
    theirs = move.fingerprint
    return _difference(
        save, move, move.commands[-1], found, "replay.differs", theirs=theirs, ours=found
    )


def _difference(
    save: Save, move: Move, command: tuple[str, str], found: str, id: str, **facts: str
) -> Difference:
    seat, words = command
    text = say(id, file=save.path.name, line=move.line, seat=seat, words=words[:60], **facts)
    return Difference(move.line, seat, words, move.fingerprint, found, text)


def _act(table: Table, seat: str, words: str) -> Refusal | None:
    if words == UNDO:
        # Whether chance forbade it was judged when it was done; here it only must be possible.
        last = table.taken[-1] if table.taken else None
        if not isinstance(last, Taken):
            return Refusal("undo/nothing")
        table.restore(last)
        return None
    done = carry_out(table, seat, words)
    return done if isinstance(done, Refusal) else None
