"""The very first start: three short questions, answered or left with one key, and never asked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from csto_game.machine.settings import AUTO, CHOICES, USUAL, Value
from csto_game.ui.draw.page import title_row
from csto_game.ui.draw.settings import named
from csto_game.ui.draw.welcome import Question, welcome_page
from csto_game.ui.keys import Key
from csto_game.ui.rows import Hit, Row
from csto_game.ui.screens.base import Page
from csto_game.ui.words import say

ASKED = ("plain", "color", "glyphs")


class WelcomePage(Page):
    kind: ClassVar[str] = "welcome"

    def __init__(self, done: Callable[[Mapping[str, Value]], None]) -> None:
        """`done` is told the answers, by the settings that they are."""
        super().__init__()
        self.at = 0
        self.done = done
        self.answers: dict[str, Value] = {name: getattr(USUAL, name) for name in ASKED}

    def top_row(self, width: int) -> Row:
        return title_row(say("The first start"), "", width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        return welcome_page(self._questions(), self.at, width, height, self.look)

    def _questions(self) -> tuple[Question, ...]:
        key = self.look.named("lines", self.kind)
        return (
            Question(
                "plain",
                say("Are you reading with a screen reader?"),
                say(
                    "Yes plays in lines, now and from now on. {key} says yes at once.",
                    key=key,
                ),
                say("yes") if self.answers["plain"] else say("no"),
            ),
            Question(
                "color",
                say("Can you tell these areas apart?"),
                self._note(
                    "color", say("If not, try other colors; every area has a sign of its own, too.")
                ),
                self._answer("color", self.desk.look.depth),
            ),
            Question(
                "glyphs",
                say("Are this box and its signs whole?"),
                self._note(
                    "glyphs", say("If it is open, or you see question marks, try simpler signs.")
                ),
                self._answer("glyphs", self.look.glyphs.level),
            ),
        )

    def _note(self, name: str, usual: str) -> str:
        by = self.desk.own.chosen.forced.get(name, "")
        return say("{by} decides, not this", by=by) if by else usual

    def _answer(self, name: str, effect: str) -> str:
        value = self.answers[name]
        if value != AUTO:
            return named(value)
        return say("as found: {value}", value=named(effect))

    def has_key(self, key: Key) -> bool:
        return key.id != "palette"

    def move(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), len(ASKED) - 1)
        self.draw()

    def open_pointed(self, hit: Hit) -> None:
        """The next answer."""
        self.act_right()

    def act_left(self) -> None:
        self._change(-1)

    def act_right(self) -> None:
        self._change(1)

    def act_number(self, number: int) -> None:
        self.move(number - 1 - self.at)

    def _change(self, steps: int) -> None:
        name = ASKED[self.at]
        values = CHOICES[name]
        place = values.index(self.answers[name]) + steps
        self.answers[name] = values[place % len(values)]
        self.desk.try_out(self.answers)
        self.draw()

    def act_choose(self) -> None:
        self._end()

    def act_back(self) -> None:
        """All as it was found."""
        self.answers = {name: getattr(USUAL, name) for name in ASKED}
        self._end()

    def act_lines(self) -> None:
        self.answers["plain"] = True
        self._end()

    def _end(self) -> None:
        self.desk.try_out(self.answers)
        self.desk.close_page()
        self.done(self.answers)

    # Nothing else can be opened before these are answered: what they decide would be drawn first.
    def act_settings(self) -> None: ...
    def act_doctor(self) -> None: ...
    def act_palette(self) -> None: ...
    def act_log(self) -> None: ...
    def act_console(self) -> None: ...

    def act_leave(self) -> None:
        self.desk.quit_now()
