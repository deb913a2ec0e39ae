"""Pictures of the past: one at a time, of a country and one of its numbers."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.box import AT_ONCE
from csto_game.ui.draw.pictures.gallery import PICTURES, gallery_page, text_rows
from csto_game.ui.draw.pictures.seen import Seen, drawn, subjects
from csto_game.ui.keys import Key
from csto_game.ui.pointing import ROLL
from csto_game.ui.rows import Row
from csto_game.ui.screens.recalling import RecallingPage


class PicturesPage(RecallingPage):
    kind: ClassVar[str] = "pictures"

    def __init__(self, code: str = "", picture: str = "", stat: str = "") -> None:
        super().__init__()
        ids = [one.id for one in PICTURES]
        self.at = ids.index(picture) if picture in ids else 0
        self.code, self.stat = code, stat
        self.is_text = False
        self.scroll = 0

    # --- drawing ------------------------------------------------------------------------

    @property
    def about(self) -> str:
        codes = {member.code for member in self.view.members}
        return self.code if self.code in codes else self.view.seat

    @property
    def seen(self) -> Seen | None:
        """What is drawn; the first number of the table where the chosen one is not theirs."""
        if self.annals is None:
            return None
        code = self.code if self.code in subjects(self.view) else self.view.seat
        stats = drawn(self.view, self.annals, code)
        stat = self.stat if self.stat in stats else next(iter(stats), "")
        return Seen(self.view, self.annals, code, stat)

    def body_rows(self, width: int, height: int) -> list[Row]:
        seen = self.seen
        words = None
        if seen is not None and self.is_text:
            words = self._words(seen)
            room = height - 3
            self.scroll = min(
                self.scroll, max(0, len(text_rows(words, width - 2, self.look)) - room)
            )
        return gallery_page(seen, self.at, words, width, height, self.look, scroll=self.scroll)

    def _words(self, seen: Seen) -> tuple[str, ...]:
        match, picture = self.desk.sitting.match, PICTURES[self.at].id
        return match.retell(seen.annals, picture, seen.code, seen.stat)

    def has_key(self, key: Key) -> bool:
        return key.id != "why" or PICTURES[self.at].about == "number"

    # --- keys ---------------------------------------------------------------------------

    def turn_to(self, at: int) -> None:
        self.at, self.scroll = at % len(PICTURES), 0
        self.draw()

    def point(self, kind: str, place: int | str) -> None:
        if kind == AT_ONCE and isinstance(place, int):
            self.turn_to(place)
        else:
            super().point(kind, place)

    def roll(self, way: int) -> None:
        self.move(way * ROLL if self.is_text else way)

    @property
    def panel_at(self) -> tuple[int, int]:
        return self.at, len(PICTURES)

    def act_number(self, number: int) -> None:
        self.turn_to(min(number, len(PICTURES)) - 1)

    def act_next_panel(self) -> None:
        self.turn_to(self.at + 1)

    def act_previous_panel(self) -> None:
        self.turn_to(self.at - 1)

    def act_in_words(self) -> None:
        self.is_text, self.scroll = not self.is_text, 0
        self.draw()

    def move(self, steps: int) -> None:
        """Countries; by pages, lines of words."""
        if abs(steps) > 1 and self.is_text:
            self.scroll = max(0, self.scroll + steps)
            self.draw()
            return
        codes = subjects(self.view)
        place = codes.index(self.code) if self.code in codes else 0
        self.code = codes[min(max(place + steps, 0), len(codes) - 1)]
        self.draw()

    def act_left(self) -> None:
        self._turn_over(-1)

    def act_right(self) -> None:
        self._turn_over(1)

    def _turn_over(self, steps: int) -> None:
        """To the next number, around and around."""
        seen = self.seen
        if seen is None:
            return
        stats = drawn(self.view, seen.annals, seen.code)
        if seen.stat in stats:
            self.stat = stats[(stats.index(seen.stat) + steps) % len(stats)]
        self.draw()

    def act_why(self) -> None:
        seen = self.seen
        if seen is not None and PICTURES[self.at].about == "number" and seen.figure:
            self.desk.open_page("why", path=seen.path)
