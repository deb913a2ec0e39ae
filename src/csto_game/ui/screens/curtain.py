"""The curtain: whose turn it is, and nothing else."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.curtain import curtain_rows
from csto_game.ui.draw.edges import message_row
from csto_game.ui.draw.page import title_row
from csto_game.ui.keys import Key
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page

_OPEN = ("choose", "back", "help")


class CurtainPage(Page):
    """Keys that lead to what was said or seen before mean nothing here."""

    kind: ClassVar[str] = "curtain"

    def __init__(self, person: str) -> None:
        super().__init__()
        self.person = person

    def top_row(self, width: int) -> Row:
        return title_row("", "", width, self.look)

    def all_rows(self, width: int, height: int) -> list[Row]:
        body = curtain_rows(self.person, width, height - 3, self.look)
        return [self.top_row(width), *body, self.message_row(width), self.key_row(width)]

    def message_row(self, width: int) -> Row:
        return message_row("", width, self.look)

    def has_key(self, key: Key) -> bool:
        return key.id in _OPEN

    def act_choose(self) -> None:
        self.desk.take_seat()

    def act_back(self) -> None:
        self.desk.leave()

    def _nothing(self) -> None:
        """Not while nobody is at the machine."""

    act_palette = act_log = act_console = act_settings = act_doctor = _nothing
