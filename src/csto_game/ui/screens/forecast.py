"""The forecast: worked out in the background, coarse at first; Esc stops it and keeps what there is."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import ClassVar

from attrs import evolve
from textual.message import Message

from csto_game.model.command import Command
from csto_game.ui.draw.forecast import forecast_page
from csto_game.ui.keys import Key
from csto_game.ui.match import Playable
from csto_game.ui.outlook import Foresight, Outlook
from csto_game.ui.rows import Hit, Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.threads import in_thread

COARSE, USUAL, MANY = 20, 100, 500
"""Imagined games: for a first look, as a rule, and when more are asked for."""


class Foretold(Message):
    """Part of a forecast, or all of it. `token` tells which question it answers."""

    bubble = False

    def __init__(self, token: Event, seen: Foresight) -> None:
        super().__init__()
        self.token = token
        self.seen = seen


class ForecastPage(GamePage):
    kind: ClassVar[str] = "forecast"

    def __init__(self, command: Command | None = None, path: str = "") -> None:
        super().__init__()
        self.command = command
        self.at = 0
        self.seen = Foresight()
        self.forks = USUAL
        self._wanted = path
        self._stop = Event()

    @property
    def about(self) -> str:
        return (self.command.target if self.command else "") or self.view.seat

    def body_rows(self, width: int, height: int) -> list[Row]:
        return forecast_page(self.seen, self.at, width, height, self.look, self.view)

    # --- working it out -----------------------------------------------------------------

    def on_mount(self) -> None:
        self._ask()
        self.draw()

    def on_unmount(self) -> None:
        self._stop.set()

    def view_changed(self) -> None:
        """Another world: what was foretold is moot."""
        self.seen = Foresight()
        self._ask()
        self.draw()

    def _ask(self) -> None:
        self._stop.set()
        self._stop = Event()
        sitting = self.desk.sitting
        name = sitting.name_of(self.command) if self.command else ""
        courses = 2 if self.command else 1
        self.seen = evolve(self.seen, name=name, done=0, of=courses * self.forks, is_running=True)
        self._work(sitting.match, self._stop, self.seen, self.forks)

    @in_thread("forecast")
    def _work(self, match: Playable, stop: Event, seen: Foresight, forks: int) -> None:
        """First both courses with a few games, so that there is something to see; then all."""

        def take(is_then: bool, found: Outlook) -> None:  # noqa: FBT001  # bound by partial
            nonlocal seen
            seen = evolve(seen, then=found) if is_then else evolve(seen, now=found)
            done = sum(one.n for one in (seen.now, seen.then) if one)
            seen = evolve(seen, done=min(done, seen.of))
            self.post_message(Foretold(stop, seen))

        courses: list[tuple[Command | None, bool]] = [(None, False)]
        if self.command:
            courses.append((self.command, True))
        for count in (COARSE, forks):
            for command, is_then in [] if stop.is_set() else courses:
                take(
                    is_then,
                    match.forecast(command, count, partial(take, is_then), stop.is_set),
                )
        seen = evolve(seen, is_running=False)
        self.post_message(Foretold(stop, seen))

    def on_foretold(self, message: Foretold) -> None:
        """Answers to earlier questions are let go."""
        if message.token is not self._stop:
            return
        is_first = self.seen.now is None
        running = message.seen.is_running and not message.token.is_set()
        self.seen = evolve(message.seen, is_running=running)
        if is_first and self._wanted and message.seen.now:
            paths = [one.path for one in message.seen.now.reaches]
            self.at = paths.index(self._wanted) if self._wanted in paths else 0
        self.draw()

    # --- keys ---------------------------------------------------------------------------

    def has_key(self, key: Key) -> bool:
        return key.id != "more" or (not self.seen.is_running and self.forks < MANY)

    def move(self, steps: int) -> None:
        shown = self.seen.then if self.seen.then and self.seen.then.reaches else self.seen.now
        last = len(shown.reaches) - 1 if shown else 0
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def act_more(self) -> None:
        """Five times as many games, on top of those there are."""
        if not self.seen.is_running:
            self.forks = MANY
            self._ask()
            self.draw()

    def act_back(self) -> None:
        """While it is worked out: stop, and keep what there is."""
        if self.seen.is_running:
            self._stop.set()
            self.seen = evolve(self.seen, is_running=False)
            self.draw()
        else:
            self.desk.close_page()

    def open_pointed(self, hit: Hit) -> None:
        if hit[0] == "numbers":
            self.act_why()

    def act_why(self) -> None:
        shown = self.seen.now
        if shown and shown.reaches:
            path = shown.reaches[min(self.at, len(shown.reaches) - 1)].path
            if "." in path:
                self.desk.open_page("why", path=path)
            else:
                self.act_standing()
