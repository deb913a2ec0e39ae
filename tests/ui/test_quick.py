"""What would make keys slow without anyone seeing why."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.ui.driving import PAGES, opened, page, playing, press, settled
from textual._styles_cache import StylesCache
from textual.events import Key
from textual.pilot import Pilot
from textual.worker_manager import WorkerManager

from csto_game.places import Home
from csto_game.ui.app import CstoApp, Wish
from csto_game.ui.shelf import HomeShelf

MOST = 400
"""Characters in the description of a thread's work; Textual writes one out for each, before it begins."""


@asynccontextmanager
async def a_campaign(folder: Path) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    """The shipped campaign, its first quarter on the screen."""
    home = Home(*(folder / name for name in ("saves", "settings", "packages", "cache")))
    wish = Wish(scenario="tashkent_1992", role="KAZ", seed=7)
    async with opened((120, 36), shelf=HomeShelf(home), wish=wish) as (app, pilot):
        async with asyncio.timeout(60):
            while not app.is_seated:  # noqa: ASYNC110  # many ways lead there
                await asyncio.sleep(0.01)
        await settled(app, pilot)
        while page(app).kind != "campaign":  # a role may begin with another page
            await press(app, pilot, "escape")
        yield app, pilot


async def test_no_thread_is_described_by_a_whole_game(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    make = WorkerManager._new_worker

    def noting(self: WorkerManager, *given: Any, description: str = "", **more: Any) -> Any:
        written.append(description)
        return make(self, *given, description=description, **more)

    monkeypatch.setattr(WorkerManager, "_new_worker", noting)
    async with a_campaign(tmp_path) as (app, pilot):
        for name, keys in PAGES.items():
            if name == "forecast":
                continue
            await press(app, pilot, *keys)
            for _ in range(4):
                if page(app).kind != "campaign":
                    await press(app, pilot, "escape")
        await press(app, pilot, "v", "enter")
    assert len(written) > 5
    assert max(map(len, written)) < MOST, max(written, key=len)[:MOST]


async def test_no_closed_page_is_kept_for_its_background() -> None:
    """Textual remembers the cache of every widget that it has styled; ours style themselves."""
    async with playing((120, 36)) as (app, pilot):
        kept = StylesCache.get_inner_outer.cache_info().currsize
        for keys in ("v", "c", "l", "question_mark", "w"):
            await press(app, pilot, keys, "escape")
        assert StylesCache.get_inner_outer.cache_info().currsize == kept


async def test_games_are_imagined_in_other_processes(tmp_path: Path) -> None:
    """Textual puts a stream without a file in the place of stderr, and Python starts no process beside it."""
    async with a_campaign(tmp_path) as (app, pilot):
        app.post_message(Key("f", "f"))
        async with asyncio.timeout(120):
            while not ((oracle := app.sitting.match._oracle) and oracle.workers._pool):
                assert oracle is None or oracle.workers.jobs, "no processes could be had"
                await asyncio.sleep(0.01)
        await press(app, pilot, "escape", "escape")
