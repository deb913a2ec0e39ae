"""The forecast page: on the fake, and over the small world with real imagined games."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.hansa import hansa
from tests.ui.driving import SIZES, check_rows, kinds, opened, page, playing, press, shown, until
from tests.ui.fakes import FakeMatch, FakeShelf
from textual.events import Key

from csto_game.session.match import Match
from csto_game.ui.atlas import load_atlas
from csto_game.ui.draw.forecast import forecast_page
from csto_game.ui.look import make_look
from csto_game.ui.mapping import Mapper
from csto_game.ui.offers import Opened
from csto_game.ui.outlook import Foresight
from csto_game.ui.playing import Playing
from csto_game.ui.rows import row_text
from csto_game.ui.screens.forecast import ForecastPage
from csto_game.ui.sitting import Sitting


class HansaShelf(FakeShelf):
    """The small world, its imagined games played in this process."""

    def resume(self, path: Path) -> Opened:
        match = Match.new(hansa(), {"LUB": "human"}, 3, folder=None)
        sitting = Sitting.at(Playing(match, "LUB", jobs=0), "LUB")
        return Opened(sitting, Mapper(load_atlas(hansa().scenario)))


@pytest.mark.parametrize("size", SIZES)
async def test_the_present_course(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "f")
        check_rows(app, size)
        text = shown(app)
        assert "100 imagined games" in text
        assert "63 %" in text
        assert "In 8 of 10 games between 34 and 90 by Turn 14" in text
        assert "Armenia leaves" in text
        await press(app, pilot, "down")
        assert "forecast · Treasury" in shown(app)


async def test_an_order_stands_beside_the_course_without_it() -> None:
    async with playing((120, 36)) as (app, pilot):
        await press(app, pilot, "v", "f")
        text = shown(app)
        assert "after: " in text
        assert "69 %" in text
        assert "without it 63 %" in text


async def test_esc_stops_and_keeps_then_goes_back() -> None:
    async with playing(match=FakeMatch(forecast_s=0.01)) as (app, pilot):
        app.post_message(Key("f", "f"))
        here = page(app)
        for _ in range(300):
            await asyncio.sleep(0.01)
            here = page(app)
            if isinstance(here, ForecastPage) and here.seen.done >= 10:
                break
        assert isinstance(here, ForecastPage)
        assert "Esc stops, keeps" in shown(app)
        app.post_message(Key("down", None))
        await press(app, pilot, "escape")
        assert here.at == 1
        assert kinds(app)[-1] == "forecast"
        assert not here.seen.is_running
        assert here.seen.now is not None
        assert 0 < here.seen.now.n < 100
        await press(app, pilot, "escape")
        assert kinds(app)[-1] == "campaign"


def test_what_was_stopped_before_anything_came_says_how_to_go_on() -> None:
    def told(seen: Foresight) -> str:
        return "\n".join(row_text(row) for row in forecast_page(seen, 0, 80, 20, make_look()))

    assert "was stopped" in told(Foresight(of=100))
    assert "r plays more" in told(Foresight(of=100))
    assert "nothing to forecast" in told(Foresight())


async def test_more_games_are_played_on_top() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "f", "r")
        assert "500 imagined games" in shown(app)


async def test_what_the_match_keeps_is_let_go_when_the_game_is_left() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "f", "escape", "Q", "y")
        assert match.has_left


async def test_real_imagined_games_of_the_small_world() -> None:
    async with opened((120, 36), shelf=HansaShelf()) as (app, pilot):
        await press(app, pilot, "c", "v", "f")
        await until(app, pilot, "forecast")
        check_rows(app, (120, 36))
        here = page(app)
        assert isinstance(here, ForecastPage)
        assert here.seen.now is not None
        assert here.seen.now.n == 100
        assert here.seen.then is not None
        assert "8 in 10" in shown(app)
