"""While a game is being set up: it is said, and a key pressed twice begins no second one."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from attrs import define, field
from tests.ui.driving import kinds, opened, press, settled, shown
from tests.ui.fakes import FakeShelf
from textual.events import Key

from csto_game.ui.offers import Opened, Setup

KEYS = {"continue": ("c",), "new": ("n", "enter", "enter", "enter")}


@define
class Slow(FakeShelf):
    """It opens a game once it is allowed to."""

    go: Event = field(factory=Event)
    count: int = 0

    def resume(self, path: Path) -> Opened:
        return self._waited(super().resume(path))

    def begin(self, setup: Setup) -> Opened:
        return self._waited(super().begin(setup))

    def _waited(self, made: Opened) -> Opened:
        self.count += 1
        self.go.wait(30)
        return made


@pytest.mark.parametrize("way", ["continue", "new"])
async def test_it_is_said_and_is_done_once(way: str) -> None:
    shelf = Slow()
    async with opened(shelf=shelf) as (app, pilot):
        *before, last = KEYS[way]
        await press(app, pilot, *before)
        for _ in range(3):
            app.post_message(Key(last, last if len(last) == 1 else None))
            await pilot.pause(0.05)  # until a thread is at it; before, a newer wish replaces it
        said = shown(app)
        shelf.go.set()
        await settled(app, pilot)
        assert "Setting up…" in said
        assert shelf.count == 1
        assert kinds(app)[:2] == ["title", "campaign"]


async def test_what_could_not_be_opened_bars_nothing() -> None:
    shelf = Slow()
    shelf.go.set()
    async with opened(shelf=shelf) as (app, pilot):
        app.resume(Path("b"))
        await settled(app, pilot)
        assert "This save cannot be read" in shown(app)
        await press(app, pilot, "c")
        assert kinds(app)[:2] == ["title", "campaign"]
