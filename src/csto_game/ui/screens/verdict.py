"""The verdict at the end of the game; before it, how it stands."""

from __future__ import annotations

from typing import ClassVar

from csto_game.model.view import ObjectiveRow
from csto_game.ui.draw.verdict import (
    GOALS,
    NUMBERS,
    Turning,
    score_of,
    turnings,
    verdict_page,
    watched_paths,
)
from csto_game.ui.keys import Key
from csto_game.ui.rows import Hit, Row
from csto_game.ui.screens.recalling import RecallingPage
from csto_game.ui.words import say


class VerdictPage(RecallingPage):
    kind: ClassVar[str] = "verdict"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self._turnings: tuple[Turning, ...] | None = None

    @property
    def turnings(self) -> tuple[Turning, ...]:
        """Of the whole game once it is over; before, of the turns that may be read of."""
        if self._turnings is None:
            self._turnings = turnings(self.view, self.desk.sitting.story or self.view.news)
        return self._turnings

    def body_rows(self, width: int, height: int) -> list[Row]:
        look, annals = self.look, self.annals
        return verdict_page(self.view, self.at, self.turnings, width, height, look, annals)

    def view_changed(self) -> None:
        self._turnings = None
        self.draw()

    def move(self, steps: int) -> None:
        last = len(self._goals()) + len(watched_paths(self.view)) - 1
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def point(self, kind: str, place: int | str) -> None:
        if kind in (GOALS, NUMBERS) and isinstance(place, int):
            before = len(self._goals()) if kind == NUMBERS else 0
            self.move(before + place - self.at)
        else:
            super().point(kind, place)

    def open_pointed(self, hit: Hit) -> None:
        if hit[0] in (GOALS, NUMBERS):
            self.act_why()

    @property
    def own_panels(self) -> tuple[str, ...]:
        return GOALS, NUMBERS

    def to_panel(self, name: str) -> None:
        if name == NUMBERS and self.at < len(self._goals()):
            self.at = len(self._goals())
        elif name == GOALS and self.at >= len(self._goals()):
            self.at = 0

    def _goals(self) -> tuple[ObjectiveRow, ...]:
        score = score_of(self.view)
        return score.objectives if score else ()

    def act_why(self) -> None:
        """Of the marked number; of an objective, the numbers that enter it."""
        goals, paths = self._goals(), watched_paths(self.view)
        if self.at < len(goals):
            goal = goals[self.at]
            enters = self.desk.sitting.match.entering(f"objective.{goal.id}", self.view.seat)
            self.ask_of(goal.name, enters)
        elif self.at - len(goals) < len(paths):
            self.desk.open_page("why", path=paths[self.at - len(goals)])

    def act_left(self) -> None:
        self.desk.look_as(-1)

    def act_right(self) -> None:
        self.desk.look_as(1)

    def has_key(self, key: Key) -> bool:
        if key.id in ("left", "right"):
            return bool(self.desk.sitting.others)
        return key.id != "debrief" or self.view.ended is not None

    def act_debrief(self) -> None:
        if self.view.ended:
            self.desk.open_page("debrief")
        else:
            self.desk.tell(say("The game goes on; there is a debrief when it is over."))

    def act_choose(self) -> None:
        if self.view.ended:
            self.act_debrief()
        else:
            self.desk.close_page()
