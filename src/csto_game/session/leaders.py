"""Programs at the table: one player a seat and turn, all from the game's seed.

A player is made anew for each turn of its seat, so that a game taken up again in a later sitting
goes on as if it had never stopped.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from csto_game.model.command import END, Command
from csto_game.model.rng import draw, imagined, name_key, turn_stream
from csto_game.model.state import State
from csto_game.players import KINDS, Player, make
from csto_game.rules import Book

HUMAN = "human"
SKILL = 70
MOST_COMMANDS = 100
"""After so many commands in one turn a program's planning is ended: it is going in circles."""


def kinds() -> tuple[str, ...]:
    """The kinds of program players, in the order of their list."""
    return tuple(KINDS)


@define
class Leaders:
    """The programs of one game. ``seats`` maps codes to kinds; persons have none here."""

    book: Book
    seats: Mapping[str, str]
    seed: int
    skill: int = SKILL
    _asked: tuple[int, str] = (0, "")
    _player: Player | None = None
    _count: int = field(default=0)

    def is_program(self, seat: str) -> bool:
        """Whether a program answers for the seat."""
        return self.seats.get(seat, HUMAN) != HUMAN

    def choose(self, state: State, seat: str) -> Command:
        """The command of the program whose turn it is."""
        if (state.turn, seat) != self._asked or self._player is None:
            self._sit_down(state, seat)
        self._count += 1
        if self._count > MOST_COMMANDS and state.phase == "plan":
            return Command(seat, END)
        assert self._player is not None
        return self._player.choose(state)

    def _sit_down(self, state: State, seat: str) -> None:
        self._asked = (state.turn, seat)
        self._count = 0
        stream = turn_stream(imagined(self.seed, 0), state.turn)
        seed = draw(stream, name_key(f"player.{seat}"))
        self._player = make(self.seats[seat], self.book, seat, seed, skill=self.skill)
