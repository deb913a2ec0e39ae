"""What has happened in a game: its steps in order, and their events by turn."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from csto_game.model.event import Event
from csto_game.model.state import State
from csto_game.rules import Step
from csto_game.session.steps import Steps, kept


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
            found = tuple(event for step in self._steps_of(turn) for event in step.events)
            known = (len(self.steps), tuple(event for event in found if event.told == turn))
            self._by_turn[turn] = known
        return known[1]

    def recent(self) -> tuple[Event, ...]:
        """The events of the last turn and the present one."""
        turn = self.steps.told()[-1].state.turn if self.steps else 0
        return self.events(turn - 1) + self.events(turn)

    def opening(self, turn: int) -> State | None:
        """The state in which the first seat was asked in that turn, or None."""
        return self.openings().get(turn)

    def openings(self) -> Mapping[int, State]:
        """That state of every turn that has begun."""
        turns = [step.state.turn for step in self.steps.told()]
        first = {turn: place for place, turn in reversed(tuple(enumerate(turns)))}
        return {turn: self.steps[place].state for turn, place in first.items()}

    def _steps_of(self, turn: int) -> list[Step]:
        # A step that ends a turn also holds what begins the next one.
        found: list[Step] = []
        before = 0
        for step in self.steps.told():
            if before <= turn <= step.state.turn:
                found.append(step)
            before = step.state.turn
        return found
