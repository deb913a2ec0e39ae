"""The title: go on, begin, load, read, quit."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from csto_game import __version__
from csto_game.ui.draw.page import title_row
from csto_game.ui.draw.title import MenuLine, title_rows
from csto_game.ui.keys import Key
from csto_game.ui.look import Look
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say

if TYPE_CHECKING:  # there are none before the first frame
    from csto_game.ui.offers import Offer


_LARGE = (100, 30)
"""Columns and rows from which on the menu leaves land to be seen."""


def _is_large(size: tuple[int, int]) -> bool:
    return size[0] >= _LARGE[0] and size[1] >= _LARGE[1]


class Landed(Message):
    """The backdrop has been drawn."""

    bubble = False

    def __init__(self, size: tuple[int, int], look: Look, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self.size = size
        self.look = look
        self.rows = rows


class TitlePage(Page):
    kind: ClassVar[str] = "title"

    def __init__(self) -> None:
        super().__init__()
        self._at: int | None = None
        self._is_asked = False
        """Whether the lesson is wanted as soon as it is found."""
        self._wanted: tuple[tuple[int, int], Look] | None = None
        self._land: tuple[tuple[int, int], Look, tuple[Row, ...]] | None = None
        """The backdrop, and the size and look that it is for."""

    def _menu(self) -> list[MenuLine]:
        offers, saves = self.desk.offers, self.desk.saves
        more = self.look.glyphs.more
        open_saves = [one for one in saves or () if not one.trouble and not one.is_over]
        broken = [one for one in offers or () if one.is_broken]
        sound = len(offers or ()) - len(broken)
        count = more if offers is None else say("{count} {count|scenario|scenarios}", count=sound)
        kept = more if saves is None else say("{count} saved {count|game|games}", count=len(saves))
        menu = [
            self._line("new", say("New game"), count),
            self._line("load", say("Load"), kept),
            self._line("settings", say("Settings"), say("colors, signs, language, mouse")),
            self._line("doctor", say("Doctor"), say("this terminal, your files, your worlds")),
            self._line("help", say("Help"), say("the keys of every screen")),
            self._line("leave", say("Quit")),
        ]
        if broken:
            names = ", ".join(one.name for one in broken)
            menu.insert(2, self._line("problems", say("Problems"), names, is_bad=True))
        if open_saves:
            from csto_game.ui.offers import named  # noqa: PLC0415  # as above

            last = open_saves[0]
            detail = f"{named(last, offers)} · {last.detail}"
            menu.insert(0, self._line("continue", say("Continue"), detail))
        self._offer_lesson(menu)
        return menu

    def _offer_lesson(self, menu: list[MenuLine]) -> None:
        """A lesson stands first for who has no saves yet, else below the new game."""
        offers, lesson = self.desk.offers, self._lesson
        if offers is not None and lesson is None:
            return
        facts = {"name": lesson.name, "turns": lesson.turns} if lesson else {}
        detail = (
            say("by playing: {name}, {turns} turns", **facts) if facts else self.look.glyphs.more
        )
        key = self.desk.keys.key_of("learn", self.kind)
        names = [line.action for line in menu]
        place = names.index("new") + 1 if self.desk.saves else 0
        menu.insert(place, MenuLine("learn", key, say("Learn"), detail))

    @property
    def _lesson(self) -> Offer | None:
        found = (one for one in self.desk.offers or () if one.teaches and not one.is_broken)
        return next(found, None)

    def _line(self, action: str, name: str, detail: str = "", *, is_bad: bool = False) -> MenuLine:
        key = self.desk.keys.key_of(action, self.kind)
        return MenuLine(action, key, name, detail, is_bad=is_bad)

    def _place(self, menu: list[MenuLine]) -> int:
        return min(self._at or 0, len(menu) - 1)

    def top_row(self, width: int) -> Row:
        mark = f"{__version__} dev" if self.desk.is_dev else __version__
        return title_row("", mark, width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        menu = self._menu()
        return title_rows(menu, self._place(menu), width, height, self.look)

    # --- the land behind the menu ---------------------------------------------------------

    def all_rows(self, width: int, height: int) -> list[Row]:
        """Once there is a backdrop for a screen so large, the menu lies on it."""
        look, land = self.look, self._land
        if land is None or land[0] != (width, height) or land[1] is not self.desk.look:
            return super().all_rows(width, height)
        menu, room = self._menu(), height - 3
        body = title_rows(menu, self._place(menu), width, room, look, land[2])
        edges = [self.message_row(width), self.key_row(width)]
        return [self.top_row(width), *body, *edges]

    def draw(self) -> None:
        """A backdrop is asked for when all else is there, and only where there is room for one."""
        super().draw()
        size, look = (self.app.size.width, self.app.size.height), self.desk.look
        if not self.is_current or self.desk.offers is None or not _is_large(size):
            return
        if self._wanted is None or self._wanted[0] != size or self._wanted[1] is not look:
            self._wanted = (size, look)
            self._survey(size, look)

    @in_thread("backdrop")
    def _survey(self, size: tuple[int, int], look: Look) -> None:
        from csto_game.ui.draw.backdrop import backdrop_rows  # noqa: PLC0415  # as above

        rows = backdrop_rows(size[0], size[1] - 3, look)
        if rows:
            self.post_message(Landed(size, look, rows))

    def on_landed(self, message: Landed) -> None:
        self._land = (message.size, message.look, message.rows)
        self.draw()

    def has_key(self, key: Key) -> bool:
        if key.id == "continue":
            return any(line.action == "continue" for line in self._menu())
        if key.id == "learn":
            return self._lesson is not None
        return key.id != "back"

    def point(self, kind: str, place: int | str) -> None:
        if isinstance(place, int):
            self._at = place
            self.draw()

    def move(self, steps: int) -> None:
        menu = self._menu()
        self._at = min(max(self._place(menu) + steps, 0), len(menu) - 1)
        self.draw()

    def act_choose(self) -> None:
        menu = self._menu()
        getattr(self, f"act_{menu[self._place(menu)].action}")()

    def act_number(self, number: int) -> None:
        menu = self._menu()
        if number <= len(menu):
            self._at = number - 1
            self.act_choose()

    def act_continue(self) -> None:
        open_saves = [one for one in self.desk.saves or () if not one.trouble and not one.is_over]
        if open_saves:
            self.desk.resume(open_saves[0].path)

    def act_new(self) -> None:
        self.desk.open_page("new_game")

    def act_learn(self) -> None:
        """Begin the lesson at once: there is nothing to choose."""
        lesson = self._lesson
        self._is_asked = lesson is None and self.desk.offers is None
        if lesson is not None:
            from csto_game.ui.offers import SEEDS, Setup  # noqa: PLC0415  # as above

            seat, seed = lesson.roles[0].seat, random.randrange(1, SEEDS)
            self.desk.begin(Setup(lesson, (seat,), seed))

    def view_changed(self) -> None:
        super().view_changed()
        if self._is_asked:
            self.act_learn()

    def act_load(self) -> None:
        self.desk.open_page("saves")

    def act_problems(self) -> None:
        self.desk.open_page("problems")

    def act_back(self) -> None: ...
