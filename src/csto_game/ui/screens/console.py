"""The console of ``--dev``: rule text that asks, and rule text that happens."""

from __future__ import annotations

from typing import ClassVar

from csto_game.text.examples import TURN, examples
from csto_game.ui.draw.box import box
from csto_game.ui.draw.console import console_rows
from csto_game.ui.draw.page import title_row
from csto_game.ui.pointing import ROLL
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.words import say


class ConsolePage(Page):
    kind: ClassVar[str] = "console"

    def __init__(self) -> None:
        super().__init__()
        self.back = 0
        """Rows scrolled up from the end."""
        self.recalled = 0
        """How many lines back the one in the entry is; 0 for a new one."""

    def top_row(self, width: int) -> Row:
        return title_row(say("Console"), "dev", width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        rows = console_rows(self.desk.transcript, self._asks(), width - 2, self.look)
        hidden = max(0, len(rows) - height + 2)
        self.back = min(self.back, hidden)
        scroll = hidden - self.back
        title = say("rule text")
        return box(title, rows, width, height, self.look, focused=True, scroll=scroll)

    def roll(self, way: int) -> None:
        self.move(way * ROLL)

    def _asks(self) -> tuple[str, str]:
        """A rule and an effect to begin with, of the world that is open."""
        if not self.desk.is_seated:
            return f"{TURN} > 1", f"{TURN} + 1"
        facts = examples(self.desk.sitting.view)
        return facts["rule"], facts["effect"]

    def on_mount(self) -> None:
        self._type_again()

    def view_changed(self) -> None:
        self.draw()

    def _type_again(self, text: str = "") -> None:
        self.type_in(self.look.glyphs.cursor, self._asked, changed=self._changed, text=text)

    def _changed(self, text: str) -> None:
        if self.entry is None:
            self.desk.close_page()

    def _asked(self, text: str) -> None:
        self.back = self.recalled = 0
        if text.strip():
            self.desk.inquire(text.strip())
        self._type_again()

    def act_up(self) -> None:
        self._recall(1)

    def act_down(self) -> None:
        self._recall(-1)

    def _recall(self, steps: int) -> None:
        """An earlier line, to be sent again or changed."""
        asked = [text for kind, text in self.desk.transcript if kind == "asked"]
        self.recalled = min(max(self.recalled + steps, 0), len(asked))
        self._type_again(asked[-self.recalled] if self.recalled else "")

    def move(self, steps: int) -> None:
        self.back = max(0, self.back - steps)
        self.draw()

    def act_console(self) -> None: ...
