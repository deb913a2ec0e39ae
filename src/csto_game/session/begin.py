"""Setting up a game: new, or from a save."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from attrs import evolve, frozen

from csto_game import __version__
from csto_game.model.refusal import GameError
from csto_game.rules import Book, fingerprint, new_game
from csto_game.session.header import Header
from csto_game.session.journal import Journal
from csto_game.session.leaders import Leaders
from csto_game.session.library import SUFFIX, check_name, free_name
from csto_game.session.move import SHORT
from csto_game.session.replay import FindScenario, replay
from csto_game.session.save import Save, heading_of, read_save
from csto_game.session.seal import sealed
from csto_game.session.seats import all_seats, check_seats, skill
from csto_game.session.table import Table
from csto_game.text.catalog import say


@frozen
class Setting:
    """All that a match is made of. ``noted`` is the last turn whose date stands in the save."""

    header: Header
    table: Table
    journal: Journal | None
    leaders: Leaders
    notes: tuple[str, ...] = ()
    noted: int = 0


def begin(  # noqa: PLR0913  # each is a fact of the heading
    book: Book,
    seats: Mapping[str, str],
    seed: int,
    *,
    folder: Path | None,
    difficulty: str = "",
    name: str = "",
    place: str = "",
    mods: tuple[str, ...] = (),
    iron: bool = False,
) -> Setting:
    """A new game and its save; an ``iron`` one has no branches. Raises GameError."""
    header = new_header(book, seats, seed, difficulty=difficulty, place=place, mods=mods)
    first = new_game(book, seed, persons=header.persons, difficulty=difficulty)
    header = evolve(header, start=fingerprint(first.state)[:SHORT])
    header = sealed(header) if iron else header
    journal = new_journal(folder, header, name) if folder is not None else None
    return Setting(header, Table.of(book, first, header.persons), journal, leaders_of(book, header))


def new_journal(
    folder: Path, header: Header, name: str = "", lines: tuple[str, ...] = ()
) -> Journal:
    """A new save in the folder; without a name, under one that is free. Raises GameError."""
    if name:
        return Journal.create(folder / f"{check_name(name)}{SUFFIX}", header, lines)
    while True:
        path = folder / f"{free_name(folder, header)}{SUFFIX}"
        try:
            return Journal.create(path, header, lines)
        except GameError:
            # Another game may have taken the name in this very moment.
            if not path.exists():
                raise


def new_header(
    book: Book,
    seats: Mapping[str, str],
    seed: int,
    *,
    difficulty: str = "",
    place: str = "",
    mods: tuple[str, ...] = (),
) -> Header:
    """The heading of a game that begins now, its start still open. Raises GameError."""
    check_seats(book, seats, difficulty)
    package = book.scenario.package
    return Header(
        game=__version__,
        scenario=package.id,
        version=package.version,
        hash=book.scenario.hash,
        seed=seed,
        seats=all_seats(book, seats),
        mods=mods,
        difficulty=difficulty,
        begun=datetime.now(tz=UTC).date().isoformat(),
        place=place,
    )


def go_on(path: Path, find_scenario: FindScenario) -> Setting:
    """A game as its save left it. Raises GameError if it cannot be read or does not replay."""
    save = _read(path)
    book = find_scenario(save.header)
    again = replay(save, book, settles=True)
    if again.difference:
        raise GameError(_with_way_out(path, again.difference.sentence))
    notes = (say("save.torn", file=path.name),) if save.torn else ()
    noted, table = save.noted_turn, again.table
    leaders = leaders_of(table.book, save.header)
    return Setting(save.header, table, Journal.reopen(save), leaders, notes, noted)


def _read(path: Path) -> Save:
    """The save; if its body is damaged, what to do about it is said as well."""
    try:
        return read_save(path)
    except GameError as error:
        if heading_of(path) is not None:
            raise GameError(_with_way_out(path, str(error))) from None
        raise


def _with_way_out(path: Path, sentence: str) -> str:
    return say("save.recover", sentence=sentence, name=path.stem)


def leaders_of(book: Book, header: Header) -> Leaders:
    """The programs of a game."""
    return Leaders(book, header.seats, header.seed, skill(book, header.difficulty))
