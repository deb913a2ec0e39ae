"""What a package says of itself: its facts, its README, its licence."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.message import Message

from csto_game.content.papers import Paper, imprint, papers
from csto_game.ui.draw.box import box
from csto_game.ui.draw.package import package_rows
from csto_game.ui.draw.page import title_row
from csto_game.ui.pointing import ROLL
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.scrolls import held
from csto_game.ui.words import say


class Unfolded(Message):
    """The files have been read."""

    bubble = False

    def __init__(self, papers: tuple[Paper, ...], imprint: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.papers = papers
        self.imprint = imprint


class PackagePage(Page):
    kind: ClassVar[str] = "package"

    def __init__(self, titled: str, place: str) -> None:
        super().__init__()
        self.titled = titled
        self.place = place
        self.imprint: tuple[tuple[str, str], ...] = ()
        self.papers: tuple[Paper, ...] | None = None
        self.scroll = 0
        self._held = (0, 0)
        """How many rows there are, and room for how many."""

    def top_row(self, width: int) -> Row:
        return title_row(say("Package"), "", width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        rows = package_rows(self.papers, self.imprint, width - 2, self.look)
        self._held = (len(rows), height - 2)
        self.scroll = held(self.scroll, *self._held)
        return box(self.titled, rows, width, height, self.look, focused=True, scroll=self.scroll)

    def on_mount(self) -> None:
        self._read(Path(self.place))

    @work(thread=True, exclusive=True, group="package")
    def _read(self, path: Path) -> None:
        self.post_message(Unfolded(papers(path), imprint(path)))

    def on_unfolded(self, message: Unfolded) -> None:
        self.papers, self.imprint = message.papers, message.imprint
        self.draw()

    def move(self, steps: int) -> None:
        self.scroll = held(self.scroll + steps, *self._held)
        self.draw()

    def roll(self, way: int) -> None:
        self.move(way * ROLL)

    def act_page_up(self) -> None:
        self.move(1 - self._held[1])

    def act_page_down(self) -> None:
        self.move(self._held[1] - 1)
