"""A seat that gives the commands it once gave, turn by turn, whatever the dice now say.

What is not possible any more is left out. A motion that was not met then is abstained on, a card that
was not there is left to its default.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from csto_game.model.command import Command
from csto_game.model.state import Tabled
from csto_game.rules import Book
from csto_game.rules.draft import Draft
from csto_game.rules.game import refusal_on
from csto_game.rules.mechanisms import council
from csto_game.session.programs import wave_by


@frozen
class Given:
    """A command, the turn in which it was given and, for a vote, what it was about."""

    turn: int
    command: Command
    about: str = ""


@define
class Rote:
    """A player by heart. It asks only what is legal, never what a number is."""

    book: Book
    seat: int
    script: Sequence[Given]
    looks: bool = False
    _turn: int = 0
    _left: list[Given] = field(factory=list)

    def think(self, belief: Draft) -> Command:
        if belief.turn != self._turn:
            self._turn = belief.turn
            self._left = [one for one in self.script if one.turn == belief.turn]
        if belief.phase == "plan":
            return self._order(belief)
        return self._vote(belief)

    def _order(self, belief: Draft) -> Command:
        orders = [one for one in self._left if not one.about]
        for one in orders:
            self._left.remove(one)
            if refusal_on(belief, one.command) is None:
                return one.command
        return wave_by(belief, self.book.layout.codes[self.seat])

    def _vote(self, belief: Draft) -> Command:
        on = council.agenda(belief)
        motion = about(on[0]) if on else ""
        cast = next((one.command for one in self._left if motion and one.about == motion), None)
        if cast is not None and refusal_on(belief, cast) is None:
            return cast
        return wave_by(belief, self.book.layout.codes[self.seat])


def about(motion: Tabled) -> str:
    """What tells motions of one turn apart, in any game."""
    return f"{motion.motion} {motion.to}"
