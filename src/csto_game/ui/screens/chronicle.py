"""The chronicle: read the game's history as an article, jump between sections, write it to files."""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message

from csto_game.model.refusal import GameError
from csto_game.session.chronicle import Article
from csto_game.ui.draw.box import AT_ONCE
from csto_game.ui.draw.chronicle import article_rows, chronicle_page, side_of
from csto_game.ui.pointing import ROLL
from csto_game.ui.rows import Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.sitting import Sitting
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say


class Written(Message):
    """The article is there, or has been written to files."""

    bubble = False

    def __init__(
        self, article: Article | None = None, said: str = "", *, is_bad: bool = False
    ) -> None:
        super().__init__()
        self.article = article
        self.said = said
        self.is_bad = is_bad


class ChroniclePage(GamePage):
    kind: ClassVar[str] = "chronicle"

    def __init__(self) -> None:
        super().__init__()
        self.article: Article | None = None
        self.scroll = 0
        self._room = (80, 21)

    def body_rows(self, width: int, height: int) -> list[Row]:
        self._room = (width, height)
        self.scroll = min(self.scroll, self._last())
        return chronicle_page(self.article, self.scroll, width, height, self.look)

    def on_mount(self) -> None:
        self._read(self.desk.sitting)
        self.draw()

    def view_changed(self) -> None:
        self._read(self.desk.sitting)
        self.draw()

    @in_thread("chronicle")
    def _read(self, sitting: Sitting) -> None:
        self.post_message(Written(sitting.match.archive.article(sitting.seat)))

    @in_thread("export")
    def _export(self, sitting: Sitting) -> None:
        try:
            names = sitting.match.archive.export(sitting.seat)
            said = say("Written beside the save: {names}.", names=", ".join(names))
            self.post_message(Written(said=said))
        except GameError as error:
            self.post_message(Written(said=str(error), is_bad=True))

    def on_written(self, message: Written) -> None:
        if message.said:
            self.desk.tell(message.said, is_bad=message.is_bad)
        else:
            self.article = message.article
        self.draw()

    # --- keys ---------------------------------------------------------------------------

    def _starts(self) -> list[int]:
        width, _ = self._room
        if self.article is None:
            return [0]
        _, starts = article_rows(self.article, width - side_of(width) - 2, self.look)
        return [row for _, row in starts]

    def _last(self) -> int:
        width, height = self._room
        if self.article is None:
            return 0
        rows, _ = article_rows(self.article, width - side_of(width) - 2, self.look)
        return max(0, len(rows) - height + 2)

    def move(self, steps: int) -> None:
        self.scroll = min(max(self.scroll + steps, 0), self._last())
        self.draw()

    def roll(self, way: int) -> None:
        self.move(way * ROLL)

    def point(self, kind: str, place: int | str) -> None:
        """To a section."""
        if kind == AT_ONCE and isinstance(place, int):
            self.move(self._starts()[place] - self.scroll)
        else:
            super().point(kind, place)

    def act_page_up(self) -> None:
        self.move(3 - self._room[1])

    def act_page_down(self) -> None:
        self.move(self._room[1] - 3)

    def act_left(self) -> None:
        before = [row for row in self._starts() if row < self.scroll]
        self.move((before[-1] if before else 0) - self.scroll)

    def act_right(self) -> None:
        after = [row for row in self._starts() if row > self.scroll]
        self.move(after[0] - self.scroll if after else 0)

    def act_export(self) -> None:
        self._export(self.desk.sitting)
