"""What stands beside a game that a modder plays: files are read anew, the console asks and applies.

Each makes another `Match` of the game; if it cannot be made, the one that was goes on.
"""

from __future__ import annotations

from pathlib import Path

from attrs import define, evolve, frozen

from csto_game.content.problem import Problem
from csto_game.model.event import Event
from csto_game.model.refusal import GameError
from csto_game.rules import Book
from csto_game.session.anew import anew, on_table
from csto_game.session.asked import read_effects
from csto_game.session.deeds import deeds_in, with_deeds
from csto_game.session.header import Header
from csto_game.session.match import Match
from csto_game.session.move import DEED, UNDO
from csto_game.session.reasons import explain
from csto_game.session.reload import Reloaded, Said, Watch, reload
from csto_game.session.save import read_save
from csto_game.session.seats import all_seats
from csto_game.session.worlds import world_of
from csto_game.text.catalog import say


@frozen
class Renewed:
    """A game after its files were read anew. With ``problems`` it is the one that was; ``is_same``
    says that its numbers are, too.
    """

    match: Match
    files: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()
    again: Reloaded | None = None
    is_same: bool = False


@frozen
class Shaken:
    """A game after an effect. With ``problems`` it is the one that was."""

    match: Match
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


@define
class Workbench:
    """``shelves`` are where packages stand."""

    shelves: tuple[Path, ...]
    watch: Watch

    @classmethod
    def of(cls, match: Match, shelves: tuple[Path, ...]) -> Workbench:
        """Look at the folders of a game's scenario and mods. Raises GameError."""
        if match.header.iron:
            raise GameError(say("dev.iron"))
        if match.path is None:
            raise GameError(say("timeline.unsaved"))
        world, mods = world_of(match.header, shelves)
        return cls(shelves, Watch((world.path, *mods)))

    def renew(self, match: Match) -> Renewed | None:
        """Play the game again if files have changed; None if none has. Raises GameError."""
        files = self.watch.changed()
        if not files:
            return None
        world, _ = world_of(match.header, self.shelves)
        if world.scenario is None:
            return Renewed(match, files, world.problems)
        book, said = Book.of(world.scenario), said_in(match)
        header = _header(match.header, book)
        again = reload(match.table, with_deeds(book, deeds_in(said)), header, said)
        if header.hash == match.header.hash and again.is_same(match.table):
            same = on_table(match.header, again.table, match.journal)
            return Renewed(same, files, again=again, is_same=True)
        return Renewed(anew(match, header, again.table, again.said, "reload"), files, again=again)

    def shake(self, match: Match, text: str) -> Shaken:
        """Let an effect happen. Raises GameError."""
        seat = match.own
        _, problems = read_effects(match.book, seat, text)
        if problems:
            return Shaken(match, problems=problems)
        said = (*said_in(match), (seat, f"{DEED} {text}"))
        book = with_deeds(match.book, deeds_in(said))
        # What has just been said comes last, and is asked for in the turn that is now.
        again = reload(match.table, book, match.header, said)
        for (_, words), refusal in again.refused:
            why = explain(book, again.table.state, refusal, seat)
            raise GameError(say("dev.refused", command=words, why=why))
        made = anew(match, match.header, again.table, again.said, "console")
        return Shaken(made, again.table.log.steps[-1].events)


def said_in(match: Match) -> tuple[Said, ...]:
    """All that was said in a game and not taken back. Raises GameError."""
    said: list[Said] = []
    if match.path is not None:
        for move in read_save(match.path).moves:
            for one in move.commands:
                if one[1] == UNDO:
                    said.pop()
                else:
                    said.append(one)
    return tuple(said)


def _header(header: Header, book: Book) -> Header:
    """The heading of the same game in another Book of its world. Raises GameError."""
    package = book.scenario.package
    return evolve(
        header,
        version=package.version,
        hash=book.scenario.hash,
        seats=all_seats(book, header.seats),
    )
