"""A real match as the screens see it: questions of one seat, sentences from `text`."""

from __future__ import annotations

from attrs import define

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import GameError, Refusal
from csto_game.model.view import Preview, View, Why
from csto_game.rules import parse_command
from csto_game.session.match import Match
from csto_game.session.why import why
from csto_game.text.events import event_sentence
from csto_game.text.refusals import refusal_sentence
from csto_game.ui.match import Progress, Stop


@define
class Playing:
    """`seat` is the person's; what it may not know is not answered."""

    match: Match
    seat: str

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
    def taken(self) -> tuple[Command, ...]:
        taken = self.match.table.taken
        return tuple(one.command for one in taken if one.command.seat == self.seat)

    def sit(self, seat: str) -> None:
        self.seat = seat

    def view(self, seat: str) -> View:
        return self.match.view(seat)

    def preview(self, command: Command) -> Preview | Refusal:
        return self.match.preview(command)

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

    def events(self, turn: int) -> tuple[Event, ...]:
        return self.match.events(turn)

    def refusal_sentence(self, refusal: Refusal) -> str:
        return refusal_sentence(refusal)

    def event_sentence(self, event: Event) -> str:
        return event_sentence(self.match.book.scenario, event)

    def parse(self, words: str) -> Command | Refusal:
        match = self.match
        return parse_command(match.book, match.table.state, self.seat, words)
