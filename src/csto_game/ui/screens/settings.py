"""The settings: what is changed shows at once."""

from __future__ import annotations

from typing import ClassVar

from csto_game.machine.finding import short
from csto_game.machine.settings import CHOICES, Value
from csto_game.text.translation import language
from csto_game.ui.draw.page import title_row
from csto_game.ui.draw.settings import SETTING_NAMES, SettingLine, named, settings_page
from csto_game.ui.own import tongues
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.words import say

_NAMES = tuple(CHOICES)


class SettingsPage(Page):
    kind: ClassVar[str] = "settings"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0

    def top_row(self, width: int) -> Row:
        count = len(self.desk.own.settled.problems)
        wrong = say("mistakes in the file: {count}", count=count) if count else ""
        return title_row(say("Settings"), wrong, width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        path = self.desk.own.settled.path
        place = short(path) if path else ""
        return settings_page(self._lines(), self.at, place, width, height, self.look)

    def _lines(self) -> list[SettingLine]:
        own = self.desk.own
        chosen = own.chosen
        effects: dict[str, object] = {
            "theme": chosen.theme,
            "color": chosen.depth,
            "glyphs": self.look.glyphs.level,
            "ambiguous": "wide" if chosen.ambiguous == 2 else "narrow",
            "language": language(),
            "mouse": chosen.mouse,
        }
        kept = say("as settled")
        return [
            SettingLine(
                name,
                getattr(own.settled.settings, name),
                effects.get(name, ""),
                chosen.reasons.get(name, kept),
                chosen.forced.get(name, ""),
            )
            for name in _NAMES
        ]

    def _values(self, name: str) -> tuple[Value, ...]:
        known = CHOICES[name]
        return (*known, *tongues()) if name == "language" else known

    def move(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), len(_NAMES) - 1)
        self.draw()

    def act_left(self) -> None:
        self._change(-1)

    def act_right(self) -> None:
        self._change(1)

    act_choose = act_right

    def _change(self, steps: int) -> None:
        name = _NAMES[self.at]
        values = self._values(name)
        now = getattr(self.desk.own.settled.settings, name)
        place = values.index(now) if now in values else 0
        value = values[(place + steps) % len(values)]
        told = self.desk.settle(name, value)
        said = say("{name}: {value}", name=say(SETTING_NAMES[name]), value=named(value))
        self.desk.tell(told or said, is_bad=bool(told))

    def act_settings(self) -> None: ...
