"""The page of crises: where they may go, with orders and without."""

from __future__ import annotations

import pytest
from tests.ui.driving import SIZES, check_rows, lines, page, playing, press, shown
from tests.ui.fakes import FakeMatch

from csto_game.model.command import Command
from csto_game.ui.screens.crises import CrisesPage


@pytest.mark.parametrize("size", SIZES)
async def test_without_orders_there_is_one_course(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "x")
        check_rows(app, size)
        text = shown(app)
        for words in (
            "in 2 turns",
            "as it is",
            "over",
            "10 %",
            "No order yet",
            "100 imagined games",
        ):
            assert words in text, words


@pytest.mark.parametrize("size", SIZES)
async def test_with_orders_both_courses_stand_side_by_side(size: tuple[int, int]) -> None:
    match = FakeMatch(commands=[Command("RUS", "verb", "aid", "ARM")])
    async with playing(size, match=match) as (app, pilot):
        await press(app, pilot, "x")
        check_rows(app, size)
        text = shown(app)
        for words in ("no orders", "your orders", "−0.6 ±0.3", "steps on average"):
            assert words in text, words
        (row,) = [line for line in lines(app) if "over" in line and "%" in line]
        assert row.index("10 %") < row.index("20 %")


async def test_esc_stops_it_and_keeps_what_there_is() -> None:
    match = FakeMatch(forecast_s=0.02)
    async with playing(match=match) as (app, pilot):
        await pilot.press("x")
        crises = page(app)
        assert isinstance(crises, CrisesPage)
        while crises.ascent.found is None:
            await pilot.pause(0.02)
        assert "stops" in shown(app)
        await pilot.press("escape")
        assert page(app) is crises
        assert not crises.ascent.is_running
        assert "imagined games" in shown(app)
        assert "r 500 games" in lines(app)[-1]
        await press(app, pilot, "escape")
        assert page(app).kind == "campaign"


async def test_more_games_can_be_asked_for() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "x")
        await press(app, pilot, "r")
        assert "500 imagined games" in shown(app)
        assert "500 games" not in lines(app)[-1].replace("500 imagined games", "")


async def test_a_crisis_that_is_over_takes_no_key_with_it() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "x")
        crises = page(app)
        assert isinstance(crises, CrisesPage)
        crises.at = len(crises.view.crises) + 3  # there were more of them until now
        assert crises.about == crises.view.crises[-1].to
        crises.act_why()
        crises.act_choose()
        await press(app, pilot, "escape", "escape", "left")
        assert crises.at == max(0, len(crises.view.crises) - 2)
