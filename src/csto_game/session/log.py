"""What has happened in a game: its steps in order, and their events by turn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import define, field

from csto_game.model.event import Event
from csto_game.model.state import State
from csto_game.rules import Step
from csto_game.session.steps import Steps, kept

_OPEN = 4
"""Events of so many turns stay at hand; others are read again when somebody asks."""


@define
class Log:
    """Steps since the start of the game; the first is the start itself."""

    steps: Steps = field(factory=Steps, converter=kept)
    _by_turn: dict[int, tuple[int, tuple[Event, ...]]] = field(factory=dict)

    def __len__(self) -> int:
        return len(self.steps)

    def add(self, step: Step) -> None:
        self.steps.append(step)

    def settle(self) -> None:
        """Keep what is old in less room."""
        self.steps.settle()

    def cut(self, length: int) -> None:
        """Forget what came after the first ``length`` steps."""
        self.steps.cut(length)
        self._by_turn.clear()

    def events(self, turn: int) -> tuple[Event, ...]:
        """What a turn's report tells, oldest first: from its planning to the next."""
        known = self._by_turn.get(turn)
        if known is None or known[0] != len(self.steps):
            found = (event for place in self._places(turn) for event in self.steps.events(place))
            known = (len(self.steps), tuple(event for event in found if event.told == turn))
            self._by_turn.pop(turn, None)
            self._by_turn[turn] = known
            for old in tuple(self._by_turn)[:-_OPEN]:
                self._by_turn.pop(old, None)
        return known[1]

    def recent(self) -> tuple[Event, ...]:
        """The events of the last turn and the present one."""
        turn = self.steps.turns[-1] if self.steps else 0
        return self.events(turn - 1) + self.events(turn)

    def opening(self, turn: int) -> State | None:
        """The state in which the first seat was asked in that turn, or None."""
        return self.steps.opening(turn)

    def _places(self, turn: int) -> range:
        # The step that ends a turn also holds what begins the next one.
        turns = self.steps.turns
        return range(bisect_left(turns, turn), min(len(turns), bisect_right(turns, turn) + 1))
