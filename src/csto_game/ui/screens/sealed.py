"""A turn by mail is over: the file, and whom to send it to."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.page import title_row
from csto_game.ui.draw.sealed import sealed_rows
from csto_game.ui.keys import Key
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.words import say


class SealedPage(Page):
    kind: ClassVar[str] = "sealed"

    def __init__(self, lines: tuple[str, ...], *, is_bad: bool = False) -> None:
        super().__init__()
        self.lines = lines
        self.is_bad = is_bad

    def top_row(self, width: int) -> Row:
        return title_row(say("By mail"), "", width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        return sealed_rows(self.lines, width, height, self.look, is_bad=self.is_bad)

    def has_key(self, key: Key) -> bool:
        return key.id != "retry" or self.is_bad

    def act_retry(self) -> None:
        """Write the file again, after what was in the way is out of it."""
        if self.is_bad:
            self.desk.close_page()
            self.desk.seal()

    def act_choose(self) -> None:
        self.desk.after_sealing(is_sealed=not self.is_bad)

    act_back = act_leave = act_choose
