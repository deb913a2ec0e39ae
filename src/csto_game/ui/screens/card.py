"""An incident card: read, compare, answer."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve

from csto_game.model.view import CardRow, OptionRow
from csto_game.ui.draw.box import box
from csto_game.ui.draw.card import card_rows
from csto_game.ui.keys import Key
from csto_game.ui.pointing import ROLL
from csto_game.ui.rows import Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.words import say


class CardPage(GamePage):
    kind: ClassVar[str] = "card"

    def __init__(self, serial: int) -> None:
        super().__init__()
        self.serial = serial
        self.at = 0
        self.scroll = 0

    @property
    def card(self) -> CardRow | None:
        cards = self.view.cards
        return next((card for card in cards if card.serial == self.serial), None)

    @property
    def option(self) -> OptionRow | None:
        card = self.card
        return card.options[min(self.at, len(card.options) - 1)] if card else None

    @property
    def about(self) -> str:
        return (self.card.target if self.card else "") or self.view.seat

    def body_rows(self, width: int, height: int) -> list[Row]:
        # One view for the whole drawing: the engine may put a new one there at any moment.
        view, look = self.view, self.look
        card = next((one for one in view.cards if one.serial == self.serial), None)
        if card is None:
            return box(say("incidents"), [(look.note(say(" Answered.")),)], width, height, look)
        option = card.options[min(self.at, len(card.options) - 1)]
        sitting = self.desk.sitting
        preview = sitting.known_preview(option.command)
        sentence = sitting.match.refusal_sentence
        size = (width - 2, height - 2)
        known = {n: sitting.known_preview(one.command) for n, one in enumerate(card.options)}
        others = {n: one for n, one in known.items() if one}
        rows = card_rows(view, card, self.at, preview, size, look, sentence, others)
        cards = [one.serial for one in view.cards]
        place = say("{n} of {all}", n=cards.index(self.serial) + 1, all=len(cards))
        title = f"{say('incident')} {place}"
        self.scroll = min(self.scroll, max(0, len(rows) - height + 2))
        return box(title, rows, width, height, look, focused=True, scroll=self.scroll)

    def has_key(self, key: Key) -> bool:
        return key.id != "next" or len(self.view.cards) > 1

    def as_shown(self, key: Key) -> Key:
        card = self.card
        if key.id != "number" or card is None or len(card.options) < 2:
            return key
        return evolve(key, keys=tuple(str(n) for n in range(1, len(card.options) + 1)))

    def on_mount(self) -> None:
        self.draw()
        self._ask()

    def view_changed(self) -> None:
        if self.card is None and self.is_current:
            self._after()
            return
        self.draw()
        self._ask()

    def _after(self) -> None:
        """An answered card makes room for the next, or closes."""
        if self.view.cards:
            self.serial, self.at, self.scroll = self.view.cards[0].serial, 0, 0
            self.draw()
            self._ask()
        else:
            self.desk.close_page()

    def _ask(self) -> None:
        """First what the marked answer would do, then the others, one after another."""
        card, option = self.card, self.option
        if card is None or option is None:
            return
        sitting = self.desk.sitting
        for one in (option, *card.options):
            if not one.refusal and sitting.known_preview(one.command) is None:
                self.desk.ask_preview(one.command)
                return

    def draw(self) -> None:
        super().draw()
        if self.desk.is_seated and self.is_current:
            self._ask()

    def move(self, steps: int) -> None:
        card = self.card
        if card is None:
            return
        if abs(steps) > 1:
            self.scroll = max(0, self.scroll + steps)
            self.draw()
            return
        self.at = min(max(self.at + steps, 0), len(card.options) - 1)
        self.draw()
        self._ask()

    def point(self, kind: str, place: int | str) -> None:
        if kind == "option" and isinstance(place, int):
            self.act_number(place + 1)
        else:
            super().point(kind, place)

    def roll(self, way: int) -> None:
        self.move(way * ROLL)

    def act_number(self, number: int) -> None:
        card = self.card
        if card and number <= len(card.options):
            self.at = number - 1
            self.draw()
            self._ask()

    def act_why(self) -> None:
        """The numbers that the marked answer would move."""
        option = self.option
        preview = self.desk.sitting.known_preview(option.command) if option else None
        if option and preview:
            self.ask_of(option.name, [one.path for one in preview.sure])

    def act_forecast(self) -> None:
        option = self.option
        known = option.command if option and not option.refusal else None
        self.desk.open_page("forecast", command=known)

    def act_choose(self) -> None:
        option = self.option
        if option is None:
            return
        if option.refusal:
            text = self.desk.sitting.match.refusal_sentence(option.refusal, option.command)
            self.desk.tell(text, is_bad=True)
            return
        self.desk.play(option.command)

    def act_next(self) -> None:
        cards = [card.serial for card in self.view.cards]
        if self.serial in cards:
            self.serial = cards[(cards.index(self.serial) + 1) % len(cards)]
            self.at = self.scroll = 0
            self.draw()
            self._ask()
