"""Players: whoever answers for a seat. Programs get a Mind, never the State.

A program has a seeded generator of its own: its thinking never moves the world's dice.
"""

from __future__ import annotations

from typing import Protocol

from attrs import define

from csto_game.model.command import Command
from csto_game.model.rng import mix, name_key
from csto_game.model.state import State
from csto_game.rules.belief import believing
from csto_game.rules.book import Book
from csto_game.rules.draft import Draft


class Player(Protocol):
    """Answers for one seat. ``think`` gets a Draft of what the seat believes and must leave it as it is.

    ``looks`` is False for players that ask only what is legal, never what a number is.
    """

    book: Book
    seat: int
    looks: bool

    def think(self, belief: Draft) -> Command: ...


@define
class Dice:
    """A player's own generator."""

    state: int

    @classmethod
    def of(cls, seed: int, name: str) -> Dice:
        return cls(mix(seed ^ name_key(name)))

    def below(self, n: int) -> int:
        """A number from 0 to n − 1."""
        self.state = found = mix(self.state)
        return found % n if n > 0 else 0


def choose(player: Player, state: State) -> Command:
    """The player's next command for a State in which its seat is asked."""
    return choose_on(player, Draft(player.book, state, log=False))


def choose_on(player: Player, truth: Draft) -> Command:
    """The same for a Draft that is being played on (the lab's way: no States in between).

    Players that look at numbers get what their seat believes; they do not change what they get.
    """
    if not player.looks:
        return player.think(truth)
    with believing(truth, player.seat) as belief:
        return player.think(belief)
