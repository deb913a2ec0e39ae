"""A game being played and saved. Interfaces and programs ask and command through this.

Each command is on the disk before its result is handed out; if the disk refuses, the command has
not happened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import define

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import GameError, Refusal
from csto_game.model.state import State, Verdict
from csto_game.model.view import Preview, View, Why
from csto_game.rules import Book, Lever, fingerprint, levers, parse_command, preview, step, view
from csto_game.rules.texts import date
from csto_game.session.begin import Setting, begin, go_on
from csto_game.session.header import Header
from csto_game.session.journal import Journal
from csto_game.session.leaders import Leaders
from csto_game.session.move import UNDO, Move
from csto_game.session.programs import Stop, play_row
from csto_game.session.reasons import explain
from csto_game.session.replay import FindScenario
from csto_game.session.save import ending_note, results_note, turn_note
from csto_game.session.table import Table
from csto_game.session.why import why
from csto_game.text.events import event_sentence

Progress = Callable[[int, int, str], None]
"""Told (seats that have ended, seats, name of the seat that thinks now)."""


@define(repr=False)  # its log is a whole game: nobody wants to read that, or to wait for it
class Match:
    """``header`` says who plays; ``notes`` are sentences about the save for the player."""

    header: Header
    table: Table
    journal: Journal | None
    leaders: Leaders
    notes: tuple[str, ...] = ()
    _noted: int = 0

    # ── beginning ──

    @classmethod
    def new(  # noqa: PLR0913  # each is a fact of the heading
        cls,
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
    ) -> Match:
        """Begin a game and its save in ``folder`` (None: no save). Raises GameError."""
        return cls._of(
            begin(
                book,
                seats,
                seed,
                folder=folder,
                difficulty=difficulty,
                name=name,
                place=place,
                mods=mods,
                iron=iron,
            )
        )

    @classmethod
    def resume(cls, path: Path, find_scenario: FindScenario) -> Match:
        """Go on with a save. Raises GameError if it cannot be read or does not replay."""
        return cls._of(go_on(path, find_scenario))

    @classmethod
    def _of(cls, made: Setting) -> Match:
        return cls(made.header, made.table, made.journal, made.leaders, made.notes, made.noted)

    # ── asking ──

    @property
    def book(self) -> Book:
        """The compiled scenario."""
        return self.table.book

    @property
    def path(self) -> Path | None:
        """The save's file."""
        return self.journal.path if self.journal else None

    @property
    def persons(self) -> tuple[str, ...]:
        """Codes of the seats that persons play."""
        return self.header.persons

    @property
    def asked(self) -> str | None:
        """The seat that is asked now, a person's or a program's; None when the game is over."""
        return self.table.asked

    @property
    def waiting_for(self) -> str | None:
        """The person's seat that the game waits for; None if it waits for nobody."""
        asked = self.table.asked
        return asked if asked and not self.leaders.is_program(asked) else None

    @property
    def own(self) -> str:
        """The seat whose person is at the table: the one waited for, else the first person's."""
        return self.waiting_for or next(iter(self.persons), "")

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.table.state.phase == "over"

    @property
    def turn(self) -> int:
        """The present turn, from 1."""
        return self.table.state.turn

    def verdict(self) -> Verdict | None:
        """How the game ended; None while it goes on."""
        return self.table.state.verdict

    def view(self, seat: str) -> View:
        """What that seat may know now."""
        return view(self.book, self.table.state, seat, self.table.log.recent())

    def parse(self, words: str, seat: str = "") -> Command | Refusal:
        """What the person says in the text form of saves, or why that is nothing."""
        return parse_command(self.book, self.table.state, seat or self.own, words)

    def preview(self, command: Command) -> Preview:
        """What a command would do, as far as its seat may know. Never meets the real dice."""
        return preview(self.book, self.table.state, command)

    def levers(self, motion: str, target: str, voter: str, *, seat: str = "") -> tuple[Lever, ...]:
        """Acts of a seat (by default the person's) that would move a voter towards yes, cheapest first."""
        return levers(self.book, self.table.state, seat or self.own, motion, target, voter)

    def why(self, path: str, turn: int | None = None, *, seat: str = "") -> Why:
        """The causes of a number, as far as a seat may know (by default the person's).

        Raises GameError. For everything there is, see `session.why`.
        """
        return why(self.table, path, turn, seat=seat or self.own)

    def refusal_sentence(self, refusal: Refusal, command: Command | None = None) -> str:
        """Why not, in words, and what would work. ``command`` is what was refused, if it is known."""
        return explain(self.book, self.table.state, refusal, self.own, command)

    def event_sentence(self, event: Event) -> str:
        """What happened, in words."""
        return event_sentence(self.book.scenario, event)

    def events(self, turn: int) -> tuple[Event, ...]:
        """All events of one turn, oldest first, secrets included (`view` filters for a seat)."""
        return self.table.log.events(turn)

    # ── playing ──

    def submit(self, command: Command) -> Refusal | tuple[Event, ...]:
        """A person's command: its events, or why not. Raises GameError if it cannot be saved."""
        if self.leaders.is_program(command.seat):
            return Refusal("not_for_you", (("seat", command.seat),))
        done = step(self.book, self.table.state, command)
        if isinstance(done, Refusal):
            return done
        self._write(((command.seat, command.words),), self.table.state, done.state)
        self.table.take(command, done)
        self.table.log.settle()
        return done.events

    def undo(self) -> Refusal | Command:
        """Take back the last command of the person who is asked; hands it back, or says why not."""
        last = self.table.back()
        if isinstance(last, Refusal):
            return last
        self._write(((last.command.seat, UNDO),), self.table.state, last.state)
        self.table.restore(last)
        return last.command

    def run(self, progress: Progress | None = None, stop: Stop | None = None) -> None:
        """Let programs play until a person is asked or the game is over, or ``stop`` says so.

        Raises GameError if what a program did cannot be saved; its turn then has not begun.
        """
        while (seat := self.asked) and self.leaders.is_program(seat):
            if stop and stop():
                return
            if progress:
                progress(len(self.table.state.ended), len(self.header.seats), self._name(seat))
            self._let_play(stop)

    def _name(self, seat: str) -> str:
        return self.book.scenario.actors[seat].name

    def _let_play(self, stop: Stop | None) -> None:
        """What belongs into one line of the save; if it cannot be written, it has not happened."""
        before, steps = self.table.state, len(self.table.log)
        played = play_row(self.table, self.leaders, stop)
        try:
            self._write(played, before, self.table.state)
        except GameError:
            self.table.rewind(before, steps)
            raise
        self.table.log.settle()

    # ── saving ──

    def _write(self, commands: tuple[tuple[str, str], ...], before: State, after: State) -> None:
        """Put a move on the disk, with the lines for readers that belong around it."""
        if not self.journal:
            return
        lines = [str(Move(commands, fingerprint(after)))]
        if before.turn != self._noted:
            when = date(self.book.scenario.clock, before.turn, as_written=True)
            lines.insert(0, turn_note(before.turn, when))
        if after.verdict:
            lines += [ending_note(after.verdict.ending), results_note(after.verdict)]
        self.journal.append(*lines)
        self._noted = before.turn
