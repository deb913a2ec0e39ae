"""Help for the screen it was opened from."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.help import TITLES, help_rows, key_rows
from csto_game.ui.draw.page import title_row
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.scrolls import held
from csto_game.ui.words import say


class HelpPage(Page):
    kind: ClassVar[str] = "help"

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about
        self.scroll = 0

    def top_row(self, width: int) -> Row:
        title = f"{say('Help')} · {say(TITLES.get(self.about, self.about))}"
        return title_row(title, "", width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        count = len(key_rows(self.about, self.desk.keys, width, self.look))
        self.scroll = held(self.scroll, count, height - 2)
        return help_rows(self.about, self.desk.keys, self.scroll, width, height, self.look)

    def move(self, steps: int) -> None:
        self.scroll = max(0, self.scroll + steps)
        self.draw()

    def act_help(self) -> None:
        self.desk.close_page()

    act_choose = act_help
