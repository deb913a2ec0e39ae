"""Any number can be asked why: pick one of some, or of all that are known. And sentences that answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.message import Message

from csto_game.model.refusal import GameError
from csto_game.ui.draw.box import box
from csto_game.ui.draw.numbers import Asked, known_numbers, number_rows, some_numbers, told_rows
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.match import Playable
from csto_game.ui.pointing import ROLL
from csto_game.ui.rows import Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.sitting import Sitting
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say


class NumbersPage(GamePage):
    kind: ClassVar[str] = "numbers"

    def __init__(self, title: str = "", paths: Sequence[str] = ()) -> None:
        """Without paths: every number that this seat knows."""
        super().__init__()
        self.asked_of = title
        self.paths = tuple(paths)
        self.at = 0
        self.typed = ""

    @property
    def found(self) -> list[Asked]:
        if self.paths:
            label = self.desk.sitting.match.label
            numbers = some_numbers(self.view, self.paths, [label(path) for path in self.paths])
        else:
            numbers = known_numbers(self.view)
        words = self.typed.lower().split()
        return [n for n in numbers if all(w in f"{n.label} {n.path}".lower() for w in words)]

    @property
    def about(self) -> str:
        found = self.found
        return found[min(self.at, len(found) - 1)].path.split(".")[0] if found else self.view.seat

    def body_rows(self, width: int, height: int) -> list[Row]:
        found = self.found
        rows = number_rows(found, self.at, width - 2, self.look)
        scroll = scroll_to(self.at, height - 2, len(rows))
        title = self.asked_of or say("every number, and why")
        right = (
            f"/{self.typed}"
            if self.typed
            else say("{count} {count|number|numbers}", count=len(found))
        )
        key = self.look.named("choose", self.kind)
        hint = (self.look.dim(f" {key} {say('asks why')} "),)
        return box(
            title, rows, width, height, self.look,
            focused=True, right=right, hint=hint, scroll=scroll,
        )  # fmt: skip

    def move(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), max(0, len(self.found) - 1))
        self.draw()

    def act_filter(self) -> None:
        self.type_in("/", self._filter, changed=self._filter, text=self.typed)

    def _filter(self, text: str) -> None:
        self.typed, self.at = text, 0
        self.draw()

    def act_choose(self) -> None:
        found = self.found
        if found:
            self.desk.open_page("why", path=found[min(self.at, len(found) - 1)].path)

    act_why = act_choose


class Worded(Message):
    """The sentences of an answer."""

    bubble = False

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.lines = tuple(lines)


class ToldPage(GamePage):
    """``ask`` finds the sentences, in a thread."""

    kind: ClassVar[str] = "told"

    def __init__(
        self, title: str, ask: Callable[[Playable], Sequence[str]], about: str = ""
    ) -> None:
        super().__init__()
        self.asked_of = title
        self.ask = ask
        self.of = about
        self.lines: tuple[str, ...] | None = None
        self.scroll = 0

    @property
    def about(self) -> str:
        return self.of or self.view.seat

    def body_rows(self, width: int, height: int) -> list[Row]:
        rows = told_rows(self.lines, width - 2, self.look)
        self.scroll = min(self.scroll, max(0, len(rows) - height + 2))
        return box(self.asked_of, rows, width, height, self.look, focused=True, scroll=self.scroll)

    def on_mount(self) -> None:
        self.draw()
        self._find(self.desk.sitting)

    def view_changed(self) -> None:
        self._find(self.desk.sitting)

    @in_thread("told")
    def _find(self, sitting: Sitting) -> None:
        try:
            self.post_message(Worded(self.ask(sitting.match)))
        except GameError as error:
            self.post_message(Worded((str(error),)))

    def on_worded(self, message: Worded) -> None:
        self.lines = message.lines
        self.draw()

    def roll(self, way: int) -> None:
        self.move(way * ROLL)

    def move(self, steps: int) -> None:
        self.scroll = max(0, self.scroll + steps)
        self.draw()
