"""Programs at the table: one player a seat, all from the game's seed.

A player's own dice begin anew in each turn and phase, so that a game taken up again in a later
sitting goes on as if it had never stopped.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import define, field

from csto_game.model.command import END, Command
from csto_game.model.rng import draw, imagined, name_key, turn_stream
from csto_game.model.state import State
from csto_game.players import DEFAULT_SKILL, KINDS, Player, choose, choose_on, make
from csto_game.players.base import Dice
from csto_game.rules import Book
from csto_game.rules.draft import Draft

HUMAN = "human"
SKILL = DEFAULT_SKILL
MOST_COMMANDS = 100
"""After so many commands in one turn a program's planning is ended: it is going in circles."""

Moment = tuple[int, str, str]
"""(turn, phase, seat)"""


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
    _players: dict[str, Player] = field(factory=dict)
    _moment: Moment = (0, "", "")
    _count: int = 0
    _streamed: int = 0
    """The turn whose stream is at hand."""
    _stream: int = 0

    def is_program(self, seat: str) -> bool:
        """Whether a program answers for the seat."""
        return self.seats.get(seat, HUMAN) != HUMAN

    def choose(self, state: State, seat: str) -> Command:
        """The command of the program that is asked."""
        player = self._player((state.turn, state.phase, seat))
        return self._stop(state.phase, seat) or choose(player, state)

    def choose_on(self, draft: Draft, seat: str) -> Command:
        """The same on a Draft that is being played on, without a State in between."""
        player = self._player((draft.turn, draft.phase, seat))
        return self._stop(draft.phase, seat) or choose_on(player, draft)

    def _player(self, moment: Moment) -> Player:
        if moment == self._moment:
            return self._players[moment[2]]
        turn, phase, seat = moment
        player = self._players.get(seat)
        if player is None:
            player = make(self.seats[seat], self.book, seat, self.seed, skill=self.skill)
            self._players[seat] = player
        self._moment, self._count = moment, 0
        dice = getattr(player, "dice", None)
        if isinstance(dice, Dice):
            if self._streamed != turn:
                self._streamed, self._stream = turn, turn_stream(imagined(self.seed, 0), turn)
            dice.state = draw(self._stream, _key(seat, phase))
        return player

    def _stop(self, phase: str, seat: str) -> Command | None:
        self._count += 1
        return Command(seat, END) if self._count > MOST_COMMANDS and phase == "plan" else None


@cache
def _key(seat: str, phase: str) -> int:
    return name_key(f"player.{seat}.{phase}")
