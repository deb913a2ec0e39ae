"""One country's page."""

from __future__ import annotations

from typing import ClassVar

from csto_game.model.view import Member
from csto_game.ui.draw.member import member_page, page_figures, page_paths
from csto_game.ui.rows import Row
from csto_game.ui.screens.recalling import RecallingPage
from csto_game.ui.sight import order_of
from csto_game.ui.words import say


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
        last = len(page_paths(self.view, self.member)) - 1
        self.at = min(max(self.at + steps, 0), max(last, 0))
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
        paths = page_paths(self.view, self.member)
        if paths:
            self.desk.open_page("why", path=paths[min(self.at, len(paths) - 1)])

    act_choose = act_why

    def act_why_not(self) -> None:
        """How it came to its place in the alliance, or out of it."""
        code = self.code
        title = say("{name}: its place in the alliance", name=self.member.name)
        self.desk.open_page("told", title=title, ask=lambda m: m.why_left(code), about=code)

    def act_forecast(self) -> None:
        figures = page_figures(self.view, self.member)
        path = figures[min(self.at, len(figures) - 1)].path if figures else ""
        self.desk.open_page("forecast", path=path)

    def act_verbs(self) -> None:
        self.desk.open_page("verbs", target=self.code)
