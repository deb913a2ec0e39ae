"""Saved games: go on with one of them."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.page import title_row
from csto_game.ui.draw.saves import saves_page
from csto_game.ui.keys import Key
from csto_game.ui.offers import Saved
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.words import say


class SavesPage(Page):
    kind: ClassVar[str] = "saves"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self.typed = ""

    @property
    def saves(self) -> list[Saved]:
        words = self.typed.lower().split()
        found = self.desk.saves or ()
        return [one for one in found if all(w in f"{one.title} {one.name}".lower() for w in words)]

    def top_row(self, width: int) -> Row:
        return title_row(say("Saved games"), "", width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        size = (width, height)
        return saves_page(self.saves, self.at, size, self.look, self.desk.offers)

    def move(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), max(0, len(self.saves) - 1))
        self.draw()

    def act_choose(self) -> None:
        saves = self.saves
        if not saves:
            return
        save = saves[min(self.at, len(saves) - 1)]
        if save.trouble:
            self.desk.tell(save.trouble, is_bad=True)
            self.desk.survey(save.path)
        else:
            self.desk.resume(save.path)

    def has_key(self, key: Key) -> bool:
        return key.id != "debrief" or any(one.is_over for one in self.saves[self.at :][:1])

    def act_debrief(self) -> None:
        """Straight to what came of a finished game."""
        for save in self.saves[self.at :][:1]:
            if save.is_over:
                self.desk.resume(save.path, "debrief")
            else:
                self.desk.tell(say("This game is not over yet."))

    def act_filter(self) -> None:
        self.type_in("/", self._filter, changed=self._filter, text=self.typed)

    def _filter(self, text: str) -> None:
        self.typed, self.at = text, 0
        self.draw()
