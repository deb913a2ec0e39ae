"""A question before something that cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from csto_game.ui.draw.ask import ask_rows
from csto_game.ui.draw.overlay import faint, laid_on
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page


class AskPage(Page):
    kind: ClassVar[str] = "ask"

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        yes: str,
        no: str,
        done: Callable[[], None],
        *,
        again: bool = False,
    ) -> None:
        """With `again` only the first answer closes the question."""
        super().__init__()
        self.asked = title
        self.lines = tuple(lines)
        self.answers = (yes, no)
        self.done = done
        self.again = again
        self.at = 0 if again else 1

    def all_rows(self, width: int, height: int) -> list[Row]:
        """The question lies on the page that it is about, which is dimmed."""
        size, look = (width, height - 2), self.look
        question = ask_rows(self.asked, self.lines, self.answers, self.at, size, look)
        edges = [self.message_row(width), self.key_row(width)]
        return [*laid_on(self._below(), question, width, height - 2, look), *edges]

    def _below(self) -> list[Row]:
        pages = [one for one in self.app.screen_stack if isinstance(one, Page)]
        place = pages.index(self) if self in pages else 0
        return [faint(row, self.look) for row in pages[place - 1].rows] if place else []

    def move(self, steps: int) -> None:
        self.at = 1 if steps > 0 else 0
        self.draw()

    def point(self, kind: str, place: int | str) -> None:
        if isinstance(place, int):
            self.at = place

    def act_left(self) -> None:
        self.move(-1)

    def act_right(self) -> None:
        self.move(1)

    def act_choose(self) -> None:
        if self.at == 0:
            self.act_yes()
        else:
            self.act_no()

    def act_yes(self) -> None:
        self.desk.close_page()
        self.done()

    def act_no(self) -> None:
        if not self.again:
            self.desk.close_page()

    act_back = act_no

    def act_leave(self) -> None:
        self.act_no()
