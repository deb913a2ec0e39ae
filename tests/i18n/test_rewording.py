"""An open game follows the language: its world's words change, nothing else of it does."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.hansa import HANSA
from tests.i18n.speaking import speaking
from tests.ui.driving import begun, check_rows, kinds, lines, opened, page, press, settled, shown
from tests.ui.fakes import FakeMatch, FakeShelf
from textual.pilot import Pilot

from csto_game.machine.settings import Settled
from csto_game.places import Home
from csto_game.rules import fingerprint
from csto_game.ui.app import CstoApp, Wish
from csto_game.ui.own import Own
from csto_game.ui.playing import Playing
from csto_game.ui.shelf import HomeShelf


@asynccontextmanager
async def hansa(
    folder: Path, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    shutil.copytree(HANSA, folder / "packages" / "hansa")
    home = Home(*(folder / name for name in ("saves", "settings", "packages", "cache")))
    wish = Wish(scenario="hansa", role="lubeck", seed=7)
    own = Own(Settled(), home=home)
    async with opened(size, shelf=HomeShelf(home), wish=wish, own=own) as (app, pilot):
        await begun(app, pilot)
        yield app, pilot


async def speak(app: CstoApp, pilot: Pilot[int], code: str) -> None:
    app.settle("language", code)
    await settled(app, pilot)
    async with asyncio.timeout(60):
        while app.is_busy:  # noqa: ASYNC110  # many ways lead there
            await asyncio.sleep(0.01)
    await settled(app, pilot)


def match_of(app: CstoApp) -> Playing:
    assert isinstance(app.sitting.match, Playing)
    return app.sitting.match


async def test_the_world_follows_at_once_and_back(tmp_path: Path) -> None:
    with speaking("en"):
        async with hansa(tmp_path) as (app, pilot):
            assert "Lübeck" in shown(app)
            step = app.sitting.coach.lesson
            await speak(app, pilot, "ru")
            assert "Любек" in shown(app)
            assert "Lübeck" not in shown(app)
            assert "Весна 1390" in lines(app)[0]
            check_rows(app, (120, 36))
            told = app.sitting.coach.lesson
            assert (told and told.number) == (step and step.number), (
                "the lesson goes on at its step"
            )
            await press(app, pilot, "h")
            assert "Lübeck" not in shown(app)
            await press(app, pilot, "escape")
            await speak(app, pilot, "en")
            assert "Lübeck" in shown(app)
            assert "Любек" not in shown(app)


async def test_nothing_else_of_the_game_changes(tmp_path: Path) -> None:
    with speaking("en"):
        async with hansa(tmp_path) as (app, pilot):
            await press(app, pilot, "v", "enter", "escape")
            await press(app, pilot, "v", "down", "enter", "escape", "u")
            before, orders = match_of(app).match.table, app.sitting.orders
            undone = app.sitting.undone
            assert orders
            assert undone
            save = match_of(app).match.path
            assert save is not None
            written = save.read_bytes()
            await speak(app, pilot, "ru")
            after = match_of(app).match.table
            assert fingerprint(after.state) == fingerprint(before.state)
            assert after.log.steps[-1].events[-1].turn == before.log.steps[-1].events[-1].turn
            assert [one.words for one in app.sitting.orders] == [one.words for one in orders]
            assert app.sitting.orders[0].name != orders[0].name, "in other words"
            assert app.sitting.undone == undone, "what was taken back may be done again"
            assert save.read_bytes() == written
            await press(app, pilot, "u")
            assert not app.sitting.orders, "and what was done be taken back"
            assert len(save.read_bytes()) > len(written), "the save goes on"


async def test_it_waits_while_others_play(tmp_path: Path) -> None:
    with speaking("en"):
        async with hansa(tmp_path) as (app, pilot):
            app.sitting.is_busy = True
            app.settle("language", "ru")
            await settled(app, pilot)
            assert "Lübeck" in shown(app)
            app.sitting.is_busy = False
            await press(app, pilot, "v", "enter")
            async with asyncio.timeout(60):
                while "Любек" not in app.sitting.person_name("LUB"):  # noqa: ASYNC110  # as above
                    await asyncio.sleep(0.01)


async def test_where_it_cannot_follow_that_is_said() -> None:
    with speaking("en"):
        async with opened(shelf=FakeShelf(FakeMatch())) as (app, pilot):
            await press(app, pilot, "c")
            assert kinds(app)[-1] == "campaign"
            await speak(app, pilot, "ru")
            assert "откроют снова" in lines(app)[-2]


@pytest.mark.parametrize("keys", ["i", "v", "c", "x", "w", "d", "f"])
async def test_an_open_page_of_the_game_follows_too(keys: str, tmp_path: Path) -> None:
    with speaking("en"):
        async with hansa(tmp_path) as (app, pilot):
            await press(app, pilot, keys)
            kind = page(app).kind
            await press(app, pilot, "f2")
            await speak(app, pilot, "ru")
            await press(app, pilot, "escape")
            assert page(app).kind == kind
            assert "Lübeck" not in shown(app)
