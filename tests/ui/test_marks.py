"""Every number that is shown can be marked and asked why: the strip, the report's tables, the forces."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from tests.ui.driving import SIZES, check_rows, lines, opened, page, playing, press, shown
from tests.ui.fakes import FakeMatch, FakeShelf, a_view, figure

from csto_game.ui.draw.report import PANELS
from csto_game.ui.offers import Offer, Saved, told
from csto_game.ui.screens.why import WhyPage
from csto_game.ui.sight import order_of, strip_figures


def asked(app: object) -> str:
    found = page(app)  # type: ignore[arg-type]  # the app of the test
    assert isinstance(found, WhyPage)
    return found.path


@pytest.mark.parametrize("size", SIZES)
async def test_each_number_of_the_strip_is_asked(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "shift+tab")
        for n, one in enumerate(strip_figures(a_view())):
            if n:
                await press(app, pilot, "right")
            check_rows(app, size)
            assert f"{app.look.glyphs.cursor}{one.label}" in lines(app)[0]
            await press(app, pilot, "w")
            assert asked(app) == one.path
            await press(app, pilot, "escape")
        await press(app, pilot, "right", "enter")
        assert asked(app) == strip_figures(a_view())[-1].path


async def test_a_marked_number_is_seen_however_many_there_are() -> None:
    many = tuple(figure(f"world.number{n}", f"Number{n}", n) for n in range(30))
    match = FakeMatch(evolve(a_view(), strip=many))
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "shift+tab", *["right"] * 29)
        assert "Number29" in lines(app)[0]
        check_rows(app, (80, 24))
        await press(app, pilot, "escape")
        assert "Number29" not in lines(app)[0], "away from it, the first ones are shown again"


@pytest.mark.parametrize("size", SIZES)
async def test_the_tables_of_the_report_are_asked(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "R", "tab", "down", "w")
        assert asked(app) == "RUS.coin", "the second row of forecast and fact"
        await press(app, pilot, "escape", "tab", "down", "down", "right", "w")
        member = order_of(a_view())[2]
        assert asked(app) == f"{member.code}.unrest"
        await press(app, pilot, "escape")
        check_rows(app, size)
        await press(app, pilot, "end", "w")
        assert asked(app).startswith(order_of(a_view())[-1].code)
        await press(app, pilot, "escape")
        last = order_of(a_view())[-1].name
        assert any(f"{app.look.glyphs.cursor}{last}" in line for line in lines(app))
        for _ in PANELS:
            await press(app, pilot, "tab")
        assert any(f"{app.look.glyphs.cursor}{last}" in line for line in lines(app)), "remembered"


async def test_before_forecast_and_fact_our_own_numbers_are_asked() -> None:
    class Unjudged(FakeMatch):
        def judge(self, back: int, stop: object) -> None:  # type: ignore[override]  # none yet
            return None

    async with playing(match=Unjudged()) as (app, pilot):
        await press(app, pilot, "R", "tab", "w")
        assert asked(app) == "RUS.capital"


async def test_of_a_unit_the_numbers_of_its_owner_are_asked() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "g", "down", "w")
        assert page(app).kind == "numbers"
        assert "Belarus" in shown(app)
        assert "RUS.loyalty" not in shown(app)


async def test_saves_say_how_they_ended_by_the_name_of_the_ending() -> None:
    class Ended(FakeShelf):
        def offers(self) -> tuple[Offer, ...]:
            first, *rest = super().offers()
            return (evolve(first, endings=(("renewed", "The treaty is renewed"),)), *rest)

        def saves(self) -> tuple[Saved, ...]:
            return (Saved("x", "Pivot", "renewed", "2026-11-25 17:00", Path("x"), is_over=True,
                          scenario="pivot", ending="renewed"),)  # fmt: skip

    async with opened((120, 36), shelf=Ended()) as (app, pilot):
        await press(app, pilot, "l")
        assert shown(app).count("The treaty is renewed") == 2
        unknown = Saved("x", "Pivot", "gone", "", Path("x"), scenario="pivot", ending="gone")
        assert told(unknown, app.offers) == "gone"
