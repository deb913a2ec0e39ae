"""The palette: type a command as in plain mode, or a few letters of an action."""

from __future__ import annotations

from typing import ClassVar

from csto_game.model.refusal import Refusal
from csto_game.ui.asks import answer, is_answerable
from csto_game.ui.draw.box import box
from csto_game.ui.draw.page import scroll_to, title_row
from csto_game.ui.draw.palette import palette_rows
from csto_game.ui.palette import Deed, actions, commands, pick
from csto_game.ui.rows import Hit, Row, wrap
from csto_game.ui.screens.base import Page
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.words import say


class PalettePage(Page):
    """`page` is the one it was opened from: its actions are offered."""

    kind: ClassVar[str] = "palette"

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.typed = ""
        self.at = 0
        self.refused = ""
        self._deeds: list[Deed] | None = None

    @property
    def deeds(self) -> list[Deed]:
        if self._deeds is None:
            page = self.page
            self._deeds = actions([k for k in self.desk.keys.on(page.kind) if page.has_key(k)])
            if isinstance(page, GamePage):
                sentence = self.desk.sitting.match.refusal_sentence
                refused = {v.id: sentence(v.refusal) for v in page.view.verbs if v.refusal}
                self._deeds += commands(page.view, refused, self.desk.sitting.name_of)
        return self._deeds

    @property
    def found(self) -> list[Deed]:
        return pick(self.deeds, self.typed)

    def top_row(self, width: int) -> Row:
        return title_row(say("What to do"), "", width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        rows = palette_rows(self.found, self.at, width - 2, self.look)
        if not rows:
            rows = [(self.look.warn(f" {line}"),) for line in wrap(self.refused, width - 4)]
        scroll = scroll_to(self.at, height - 2, len(rows))
        title = say("{count} {count|thing|things}", count=len(self.found))
        return box(title, rows, width, height, self.look, focused=True, scroll=scroll)

    def on_mount(self) -> None:
        self._type_again()

    def _type_again(self, text: str = "") -> None:
        self.type_in(":", self._done, changed=self._changed, text=text, is_fresh=True)

    def act_up(self) -> None:
        """Above the first deed, before anything is typed: the line that Esc left."""
        if self.typed or self.at:
            self.move(-1)
        else:
            self.type_in(":", self._done, changed=self._changed)

    def _changed(self, text: str) -> None:
        self.typed, self.at, self.refused = text, 0, ""
        if self.entry is None:
            self.desk.close_page()

    def open_pointed(self, hit: Hit) -> None:
        """What Enter does to the line that is typed."""
        self.entry = None
        self._done(self.typed)

    def move(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), max(0, len(self.found) - 1))
        self.draw()

    def _done(self, text: str) -> None:
        found = self.found
        if found:
            self._do(found[min(self.at, len(found) - 1)])
            return
        if not isinstance(self.page, GamePage):
            self._type_again(text)
            return
        sitting = self.desk.sitting
        if is_answerable(text):
            self.desk.close_page()
            answer(self.desk, text)
            return
        meant = sitting.match.parse(text)
        if isinstance(meant, Refusal):
            self.refused = sitting.match.refusal_sentence(meant)
            self._type_again(text)
            return
        self.desk.close_page()
        self.desk.play(meant)

    def _do(self, deed: Deed) -> None:
        if deed.why_not:
            self.desk.tell(deed.why_not, is_bad=True)
            self._type_again(self.typed)
            return
        self.desk.close_page()
        if deed.command:
            self.desk.play(deed.command)
        else:
            getattr(self.page, f"act_{deed.action}")()
