"""Two lines of play side by side."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.message import Message

from csto_game.model.refusal import GameError
from csto_game.ui.archive import Contrast
from csto_game.ui.draw.contrast import contrast_page
from csto_game.ui.rows import Hit, Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.sitting import Sitting
from csto_game.ui.threads import in_thread


class Compared(Message):
    """The comparison is made, or cannot be."""

    bubble = False

    def __init__(self, found: Contrast | None = None, trouble: str = "") -> None:
        super().__init__()
        self.found = found
        self.trouble = trouble


class ComparePage(GamePage):
    kind: ClassVar[str] = "compare"

    def __init__(self, here: Path, there: Path) -> None:
        super().__init__()
        self.here, self.there = here, there
        self.at = 0
        self.found: Contrast | None = None
        self.trouble = ""

    def body_rows(self, width: int, height: int) -> list[Row]:
        return contrast_page(self.found, self.at, width, height, self.look, self.trouble)

    def on_mount(self) -> None:
        self._ask(self.desk.sitting)
        self.draw()

    @in_thread("compare")
    def _ask(self, sitting: Sitting) -> None:
        try:
            found = sitting.match.archive.compare(self.here, self.there, sitting.seat)
            self.post_message(Compared(found))
        except GameError as error:
            self.post_message(Compared(trouble=str(error)))

    def on_compared(self, message: Compared) -> None:
        self.found, self.trouble = message.found, message.trouble
        self.draw()

    def move(self, steps: int) -> None:
        last = len(self.found.gaps) - 1 if self.found else 0
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def open_pointed(self, hit: Hit) -> None:
        if hit[0] == "numbers":
            self.act_why()

    def act_why(self) -> None:
        """Of the number as it is in the line being played."""
        gaps = self.found.gaps if self.found else ()
        path = gaps[min(self.at, len(gaps) - 1)].path if gaps else ""
        if "." in path:
            self.desk.open_page("why", path=path)
