"""The report of the last turn; Enter goes on to the next."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.report import happenings, report_page
from csto_game.ui.rows import Row
from csto_game.ui.screens.turn import GamePage


class ReportPage(GamePage):
    kind: ClassVar[str] = "report"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0

    def body_rows(self, width: int, height: int) -> list[Row]:
        told = self.desk.sitting.match.event_sentence
        return report_page(self.view, self.at, width, height, self.look, told)

    def move(self, steps: int) -> None:
        last = len(happenings(self.view)) - 1
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def act_choose(self) -> None:
        """On with the game: to the first incident, if there is one."""
        self.desk.close_page()
        if self.view.cards and self.view.phase == "plan":
            self.act_cards()

    act_back = act_choose

    def act_branch(self) -> None:
        """To the beginning of the turn that is over, from where another line may leave."""
        self.desk.open_page("timeline", turn=max(1, self.view.turn - 1))

    def act_why(self) -> None:
        events = happenings(self.view)
        path = events[min(self.at, len(events) - 1)].path if events else ""
        figures = self.view.headline or self.view.strip
        if path or figures:
            self.desk.open_page("why", path=path or figures[0].path)
