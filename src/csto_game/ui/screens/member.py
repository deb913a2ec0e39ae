"""One country's page."""

from __future__ import annotations

from typing import ClassVar

from csto_game.model.view import Member
from csto_game.ui.draw.member import member_page, page_figures
from csto_game.ui.rows import Row
from csto_game.ui.screens.recalling import RecallingPage
from csto_game.ui.sight import order_of


class MemberPage(RecallingPage):
    kind: ClassVar[str] = "member"

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.at = 0

    @property
    def member(self) -> Member:
        # A world that is changed while it is played may lose a country.
        members = self.view.members
        return next((one for one in members if one.code == self.code), members[0])

    @property
    def about(self) -> str:
        return self.code

    def body_rows(self, width: int, height: int) -> list[Row]:
        return member_page(self.view, self.member, self.at, width, height, self.look, self.annals)

    def move(self, steps: int) -> None:
        last = len(page_figures(self.view, self.member)) - 1
        self.at = min(max(self.at + steps, 0), last)
        self.draw()

    def act_left(self) -> None:
        self._other(-1)

    def act_right(self) -> None:
        self._other(1)

    def _other(self, steps: int) -> None:
        codes = [one.code for one in order_of(self.view)]
        self.code = codes[(codes.index(self.code) + steps) % len(codes)]
        self.draw()

    def act_number(self, number: int) -> None:
        members = order_of(self.view)
        if number <= len(members):
            self.code = members[number - 1].code
            self.draw()

    def act_why(self) -> None:
        figures = page_figures(self.view, self.member)
        if figures:
            self.desk.open_page("why", path=figures[min(self.at, len(figures) - 1)].path)

    act_choose = act_why

    def act_forecast(self) -> None:
        figures = page_figures(self.view, self.member)
        path = figures[min(self.at, len(figures) - 1)].path if figures else ""
        self.desk.open_page("forecast", path=path)

    def act_verbs(self) -> None:
        self.desk.open_page("verbs", target=self.code)
