"""A real match as the screens see it: questions of one seat, sentences from `text`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import GameError, Refusal
from csto_game.model.view import Preview, VerbRow, View, Why
from csto_game.rules import Lever, parse_command, view
from csto_game.rules.draft import Draft
from csto_game.rules.names import command_name as verb_name
from csto_game.session.annals import Annalist, Annals
from csto_game.session.annals.words import retell
from csto_game.session.bookmarks import Bookmarks
from csto_game.session.coach import Coach
from csto_game.session.entering import entering
from csto_game.session.explained import way_back_lines, why_left_lines, why_not_lines
from csto_game.session.hindsight import Hindsight
from csto_game.session.match import Match
from csto_game.session.numbers import own_path
from csto_game.session.reasons import explain
from csto_game.session.why import why
from csto_game.text.gathered import sentence_among
from csto_game.text.numbers import label
from csto_game.text.preview import note_sentence
from csto_game.ui.archive import Archive
from csto_game.ui.foresight import Oracle
from csto_game.ui.hindsight import Judged, in_words
from csto_game.ui.match import Progress, Stop
from csto_game.ui.names import command_name
from csto_game.ui.outlook import Outlook, Tell
from csto_game.ui.words import say

if TYPE_CHECKING:
    from csto_game.session.climbing import Climbs
    from csto_game.ui.records import Records

_TARGET = re.compile(r"\{target[^{}|]*\}")


@define(repr=False)
class Playing:
    """`seat` is the person's; what it may not know is not answered."""

    match: Match
    seat: str
    jobs: int | None = None
    """Processes for forecasts; None for as many as there are cores."""
    is_posted: bool = False
    """Whether it is a game by mail, with one line of play and this person alone at the machine."""
    marks: Bookmarks = field(factory=Bookmarks)
    """Where persons stood in lessons."""
    _oracle: Oracle | None = field(default=None, init=False)
    _annalist: Annalist | None = field(default=None, init=False)
    _hindsight: Hindsight | None = field(default=None, init=False)
    _records: Records | None = field(default=None, init=False)

    @property
    def waiting_for(self) -> str | None:
        return self.match.waiting_for

    @property
    def over(self) -> bool:
        return self.match.over

    @property
    def turn(self) -> int:
        return self.match.turn

    @property
    def persons(self) -> tuple[str, ...]:
        return (self.seat,) if self.is_posted else self.match.persons

    @property
    def archive(self) -> Archive:
        from csto_game.ui.records import Records  # noqa: PLC0415  # seldom needed

        if self._records is None:
            self._records = Records(
                self.match, lambda: self._asked().workers, is_posted=self.is_posted
            )
        return self._records

    @property
    def is_iron(self) -> bool:
        return self.is_posted or bool(self.match.header.iron)

    def branch(self, name: str, turn: int | None) -> Playing:
        from csto_game.session.timeline import branch  # noqa: PLC0415  # seldom needed

        if self.is_posted:
            raise GameError(say("A game by mail has one line of play."))
        made = Playing(branch(self.match, name, turn), self.seat, self.jobs, marks=self.marks)
        here = self.coach().mark(self.seat)
        if turn is None and here is not None:
            self.marks.put(made.coach().game, self.seat, here)
        return made

    def coach(self) -> Coach:
        return Coach.of(self.match.header, self.marks)

    @property
    def taken(self) -> tuple[Command, ...]:
        taken = self.match.table.taken
        return tuple(one.command for one in taken if one.command.seat == self.seat)

    def take(self, match: Match) -> None:
        """Go on with another match of the same game, whose rules may be others."""
        self.leave()
        self.match = match
        self._oracle = self._annalist = self._hindsight = self._records = None

    def sit(self, seat: str) -> None:
        self.seat = seat

    def view(self, seat: str) -> View:
        return self.match.view(seat)

    def preview(self, command: Command) -> Preview | Refusal:
        """Its notes are sentences."""
        found, scenario = self.match.preview(command), self.match.book.scenario
        return evolve(found, notes=tuple(note_sentence(scenario, note) for note in found.notes))

    def submit(self, command: Command) -> Refusal | tuple[Event, ...]:
        return self.match.submit(command)

    def undo(self) -> Refusal | Command:
        return self.match.undo()

    def run(self, progress: Progress | None = None, stop: Stop | None = None) -> None:
        self.match.run(progress, stop)

    def why(self, path: str, turn: int | None = None) -> Why | None:
        """None for a number that this seat may not ask about."""
        try:
            return why(self.match.table, path, turn, seat=self.seat)
        except GameError:
            return None

    def entering(self, address: str, by: str, to: str = "") -> tuple[str, ...]:
        return entering(self.match.table, address, by, to, seat=self.seat)

    def way_back(self, path: str, turn: int | None, row: int) -> tuple[str, ...]:
        return tuple(way_back_lines(self.match.table, path, turn, seat=self.seat, row=row))

    def why_not(self, words: str) -> tuple[str, ...]:
        return tuple(why_not_lines(self.match.table, self.seat, words))

    def why_left(self, code: str) -> tuple[str, ...]:
        return tuple(why_left_lines(self.match.table, code, self.seat))

    def path_of(self, word: str) -> str:
        return own_path(self.match.book, word, self.seat)

    def events(self, turn: int) -> tuple[Event, ...]:
        return self.match.events(turn)

    def forecast(self, command: Command | None, forks: int, tell: Tell, stop: Stop) -> Outlook:
        return self._asked().ask(self.seat, command, forks, tell, stop)

    def climbs(self, forks: int, tell: Callable[[int], None], stop: Stop) -> Climbs:
        crises = [(one.crisis, one.by, one.to) for one in self.view(self.seat).crises]
        return self._asked().climbs(self.seat, crises, forks, tell, stop)

    def _asked(self) -> Oracle:
        self._oracle = self._oracle or Oracle(self.match, self.jobs)
        return self._oracle

    def leave(self) -> None:
        if self._oracle is not None:
            self._oracle.close()

    def annals(self) -> Annals:
        if self._annalist is None or self._annalist.seat != self.seat:
            self._annalist = Annalist(self.match.table, self.seat)
        return self._annalist.annals()

    def retell(self, annals: Annals, picture: str, code: str, stat: str) -> tuple[str, ...]:
        return retell(self.match.book.scenario, annals, picture, code, stat)

    def judge(self, back: int, stop: Stop) -> Judged | None:
        if self._hindsight is None or self._hindsight.seat != self.seat:
            self._hindsight = Hindsight(self.match.table, self.seat)
        turns = self._hindsight.turns()
        found = self._hindsight.judge(turns[back], stop) if back < len(turns) else None
        return in_words(self.match.book.scenario, self.seat, found) if found else None

    def levers(self, motion: str, target: str, voter: str) -> tuple[Lever, ...]:
        return self.match.levers(motion, target, voter, seat=self.seat)

    def label(self, path: str) -> str:
        return label(self.match.book.scenario, path)

    def name_of(self, command: Command) -> str:
        """Named in the world in which it was given, if it was: a later one may lack card or target."""
        book, table = self.match.book, self.match.table
        state = next((one.state for one in table.taken if one.command == command), table.state)
        if command.kind != "verb":
            return command_name(view(book, state, self.seat), command)
        name = verb_name(Draft(book, state, log=False), command)
        shown = (
            "" if command.amount is None or str(command.amount) in name else f" {command.amount}"
        )
        return name + shown

    def verb_form(self, verb: VerbRow) -> str:
        written = self.match.book.scenario.verbs[verb.id].name
        form = _TARGET.sub("…", written)
        return verb.name if "{" in form else form

    def refusal_sentence(self, refusal: Refusal, command: Command | None = None) -> str:
        table = self.match.table
        return explain(table.book, table.state, refusal, self.seat, command)

    def event_sentence(self, event: Event, among: Sequence[Event] = ()) -> str:
        return sentence_among(self.match.book.scenario, event, among, self.seat)

    def parse(self, words: str) -> Command | Refusal:
        match = self.match
        return parse_command(match.book, match.table.state, self.seat, words)
