"""A game in memory: a world, its present state, and what persons may still take back.

`Match` writes a table's moves down, `replay` plays them again; both go through `Table.act`.
"""

from __future__ import annotations

from attrs import define, field, frozen

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.model.view import Preview
from csto_game.rules import Book, Step, preview, step
from csto_game.session.log import Log


@frozen
class Taken:
    """A person's command that may be taken back: what was before it."""

    command: Command
    state: State
    steps: int


@define
class Table:
    """``state`` is the present one; ``persons`` are the seats whose commands can be taken back."""

    book: Book
    persons: frozenset[str]
    state: State
    log: Log = field(factory=Log)
    taken: list[Taken] = field(factory=list)
    _no_undo: str = "undo/nothing"

    @classmethod
    def of(cls, book: Book, first: Step, persons: tuple[str, ...]) -> Table:
        """A table at the start of a game."""
        table = cls(book, frozenset(persons), first.state)
        table.log.add(first)
        return table

    @property
    def asked(self) -> str | None:
        """The code of the seat that is asked now; None when the game is over."""
        if self.state.phase == "over":
            return None
        return self.book.layout.codes[self.state.active]

    def act(self, command: Command) -> Step | Refusal:
        """Carry out a command, or say why not; then nothing has changed."""
        done = step(self.book, self.state, command)
        if not isinstance(done, Refusal):
            self.take(command, done)
        return done

    def take(self, command: Command, done: Step) -> None:
        """Move on to what a command has led to."""
        before = Taken(command, self.state, len(self.log))
        self.log.add(done)
        self.state = done.state
        if _same_sitting(before.state, done.state) and command.seat in self.persons:
            self.taken.append(before)
        else:
            self.taken.clear()
            self._no_undo = "undo/others"

    def shake(self, done: Step) -> None:
        """Move on to what nobody's command has led to; there is no going back behind it."""
        self.log.add(done)
        self.state = done.state
        self.taken.clear()
        self._no_undo = "undo/nothing"

    def back(self) -> Taken | Refusal:
        """What undoing would go back to, or why there is no going back."""
        if not self.taken:
            return Refusal(self._no_undo)
        last = self.taken[-1]
        if _met_chance(self.book, last):
            return Refusal("undo/chance", (("command", last.command.words),))
        return last

    def restore(self, last: Taken) -> None:
        """Go back to before a command."""
        self.taken.pop()
        self.rewind(last.state, last.steps)
        self._no_undo = "undo/nothing"

    def rewind(self, state: State, steps: int) -> None:
        """Be again where the game was after so many steps."""
        self.log.cut(steps)
        self.state = state


def _same_sitting(before: State, after: State) -> bool:
    return (before.turn, before.phase, before.active) == (after.turn, after.phase, after.active)


def _met_chance(book: Book, last: Taken) -> bool:
    foreseen = preview(book, last.state, last.command)
    return not isinstance(foreseen, Preview) or is_uncertain(foreseen)


def is_uncertain(foreseen: Preview) -> bool:
    """Whether chance decides anything about a command."""
    return any(branch.chance < 100 for branch in foreseen.branches) or any(
        range_.low != range_.high for range_ in foreseen.sure
    )
