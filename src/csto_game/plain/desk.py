"""What a person of line mode sits at: the match, and where lines go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from attrs import define, field, frozen

from csto_game.machine.settings import Settled
from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.model.view import View
from csto_game.plain.page import wrap_all
from csto_game.session.coach import Coach
from csto_game.session.forecast import Forecaster
from csto_game.session.match import Match
from csto_game.session.workbench import Workbench
from csto_game.text.catalog import say


@frozen
class Own:
    """What is the player's own beside the game: their place in lessons, and what they have settled."""

    coach: Coach = field(factory=Coach)
    settled: Settled = field(factory=Settled)


@define
class Desk:
    """``prompts`` says that a person types at a terminal; ``leaving`` ends the loop."""

    match: Match
    out: TextIO
    err: TextIO
    prompts: bool = False
    leaving: bool = False
    warned: int = 0
    """The turn in which an early end was warned of."""
    only: str = ""
    """The seat that alone may sit here (a game by mail), or ""."""
    source: TextIO | None = None
    sitting: str = ""
    """The person's seat that lines were for last."""
    told: dict[str, int] = field(factory=dict)
    """Up to which turn each seat has been told what happened."""
    dev: Workbench | None = None
    """What a modder plays with (`plain.dev`), or None."""
    undone: tuple[Command, ...] = ()
    """Commands that were taken back and may be given again, the last one first."""
    renewed: bool = False
    """Whether files were read anew before this line."""
    jobs: int | None = None
    """Processes that play forks; None: as many as there are cores, up to four."""
    coach: Coach = field(factory=Coach)
    settled: Settled = field(factory=Settled)
    taught: tuple[str, str] = ("", "")
    """The chapter and step of a lesson that were told last."""
    waited: int = 0
    """Lines since then."""
    _forecaster: Forecaster | None = field(default=None, init=False)

    @property
    def forecaster(self) -> Forecaster:
        """Whoever works out forecasts of this game; made when first asked."""
        if self._forecaster is None:
            self._forecaster = Forecaster(
                self.match.book, jobs=self.jobs, kinds=self.match.header.seats
            )
        return self._forecaster

    def close(self) -> None:
        """Let go of what was only needed at the desk."""
        if self._forecaster is not None:
            self._forecaster.close()
            self._forecaster = None

    def take(self, match: Match) -> None:
        """Go on with another match, whose rules may be others."""
        self.close()
        self.match, self.undone = match, ()

    def begin_again(self) -> None:
        """The match is another line of the game: all of it is told anew."""
        self.warned, self.sitting = 0, ""
        self.told.clear()

    @property
    def scenario(self) -> Scenario:
        return self.match.book.scenario

    @property
    def seat(self) -> str:
        """The person's seat that lines are for now."""
        return self.match.own

    def view(self) -> View:
        return self.match.view(self.seat)

    def seen(self, events: Iterable[Event]) -> list[Event]:
        """Those of the events that the seat may know."""
        known = set(self.view().news)
        return [event for event in events if event in known]

    def write(self, *texts: str) -> None:
        """Answers, to standard output."""
        for line in wrap_all(texts):
            self.out.write(f"{line}\n")
        self.out.flush()

    def complain(self, sentence: str) -> None:
        """Why a line was not done, to standard error."""
        self.out.flush()
        for line in wrap_all([say("plain.error", sentence=sentence)]):
            self.err.write(f"{line}\n")
        self.err.flush()
