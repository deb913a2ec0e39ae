"""The crises, one ladder at a time."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.box import box
from csto_game.ui.draw.crisis import crisis_page
from csto_game.ui.rows import Row
from csto_game.ui.screens.recalling import RecallingPage
from csto_game.ui.words import say


class CrisesPage(RecallingPage):
    kind: ClassVar[str] = "crises"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0

    @property
    def about(self) -> str:
        return self.view.crises[self.at].to if self.view.crises else self.view.seat

    def body_rows(self, width: int, height: int) -> list[Row]:
        if not self.view.crises:
            calm = [(self.look.note(" " + say("There is no crisis now.")),)]
            return box(say("crises"), calm, width, height, self.look)
        self.at = min(self.at, len(self.view.crises) - 1)
        return crisis_page(self.view, self.at, width, height, self.look, self.annals)

    def move(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), len(self.view.crises) - 1)
        self.draw()

    def act_left(self) -> None:
        self.move(-1)

    def act_right(self) -> None:
        self.move(1)

    def act_choose(self) -> None:
        """To the country that the crisis is about."""
        crisis = self.view.crises[self.at]
        codes = [member.code for member in self.view.members]
        found = next((code for code in (crisis.to, crisis.by) if code in codes), None)
        if found:
            self.desk.open_page("member", code=found)

    def act_why(self) -> None:
        """What its odds rest on."""
        if not self.view.crises:
            return
        crisis = self.view.crises[self.at]
        enters = self.desk.sitting.match.entering
        paths = enters(f"crisis.{crisis.crisis}", crisis.by, crisis.to)
        self.ask_of(say("{name}: what moves it", name=crisis.name), paths)
