"""The crises, one ladder at a time; where they may go is worked out in the background, and Esc stops that."""

from __future__ import annotations

from threading import Event
from typing import ClassVar

from attrs import evolve
from textual.message import Message

from csto_game.session.climbing import Climbs
from csto_game.ui.draw.ascent import Ascent
from csto_game.ui.draw.box import box
from csto_game.ui.draw.crisis import crisis_page
from csto_game.ui.keys import Key
from csto_game.ui.match import Playable
from csto_game.ui.rows import Row
from csto_game.ui.screens.recalling import RecallingPage
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say

COARSE, USUAL, MANY = 16, 100, 500
"""Imagined games on each side: for a first look, as a rule, and when more are asked for."""


class Climbed(Message):
    """How far it has come. `token` tells which question it answers."""

    bubble = False

    def __init__(self, token: Event, ascent: Ascent) -> None:
        super().__init__()
        self.token = token
        self.ascent = ascent


class CrisesPage(RecallingPage):
    kind: ClassVar[str] = "crises"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self.forks = USUAL
        self.ascent = Ascent()
        self._stop = Event()

    @property
    def place(self) -> int:
        """Of the crisis that is shown. There may be fewer than when it was chosen; 0 if there is none."""
        return max(0, min(self.at, len(self.view.crises) - 1))

    @property
    def about(self) -> str:
        return self.view.crises[self.place].to if self.view.crises else self.view.seat

    def body_rows(self, width: int, height: int) -> list[Row]:
        if not self.view.crises:
            calm = [(self.look.note(" " + say("There is no crisis now.")),)]
            return box(say("crises"), calm, width, height, self.look)
        orders = tuple(order.name for order in self.desk.sitting.orders)
        ascent = evolve(self.ascent, orders=orders)
        return crisis_page(self.view, self.place, width, height, self.look, self.annals, ascent)

    # --- working it out -----------------------------------------------------------------

    def on_mount(self) -> None:
        self.draw()
        self._ask()

    def on_unmount(self) -> None:
        self._stop.set()

    def view_changed(self) -> None:
        """Another world, or other orders."""
        self.ascent = Ascent()
        self.draw()
        self._ask()

    def _ask(self) -> None:
        self._stop.set()
        self._stop = Event()
        if self.view.crises and self.view.phase != "over":
            self.ascent = evolve(self.ascent, done=0, of=self.forks, is_running=True)
            self._work(self.desk.sitting.match, self._stop, self.ascent, self.forks)

    @in_thread("climbs")
    def _work(self, match: Playable, stop: Event, ascent: Ascent, forks: int) -> None:
        """First with a few games, so that there is something to see; then with all."""

        def tell(done: int) -> None:
            self.post_message(Climbed(stop, evolve(ascent, done=done)))

        found: Climbs | None = ascent.found
        for count in (COARSE, forks):
            if stop.is_set():
                break
            sides = 2 if found is None or found.has_orders else 1
            ascent = evolve(ascent, of=sides * count, found=found)
            found = match.climbs(count, tell, stop.is_set)
        self.post_message(Climbed(stop, evolve(ascent, found=found, is_running=False)))

    def on_climbed(self, message: Climbed) -> None:
        """Answers to earlier questions are let go."""
        if message.token is self._stop:
            running = message.ascent.is_running and not message.token.is_set()
            self.ascent = evolve(message.ascent, is_running=running)
            self.draw()

    # --- keys ---------------------------------------------------------------------------

    def has_key(self, key: Key) -> bool:
        return key.id != "more" or (not self.ascent.is_running and self.forks < MANY)

    def move(self, steps: int) -> None:
        self.at = min(max(self.place + steps, 0), max(len(self.view.crises) - 1, 0))
        self.draw()

    def act_left(self) -> None:
        self.move(-1)

    def act_right(self) -> None:
        self.move(1)

    def act_more(self) -> None:
        """Five times as many games, on top of those there are."""
        if not self.ascent.is_running:
            self.forks = MANY
            self._ask()
            self.draw()

    def act_back(self) -> None:
        """While it is worked out: stop, and keep what there is."""
        if self.ascent.is_running and self.ascent.found is not None:
            self._stop.set()
            self.ascent = evolve(self.ascent, is_running=False)
            self.draw()
        else:
            self.desk.close_page()

    def act_choose(self) -> None:
        """To the country that the crisis is about."""
        if not self.view.crises:
            return
        crisis = self.view.crises[self.place]
        codes = [member.code for member in self.view.members]
        found = next((code for code in (crisis.to, crisis.by) if code in codes), None)
        if found:
            self.desk.open_page("member", code=found)

    def act_why(self) -> None:
        """What its odds rest on."""
        if not self.view.crises:
            return
        crisis = self.view.crises[self.place]
        enters = self.desk.sitting.match.entering
        paths = enters(f"crisis.{crisis.crisis}", crisis.by, crisis.to)
        self.ask_of(say("{name}: what moves it", name=crisis.name), paths)
