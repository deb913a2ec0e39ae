"""Every page at every size, with friendly and with hostile texts."""

from __future__ import annotations

import pytest
from tests.ui.driving import (
    OUTER,
    SIZES,
    check_rows,
    every_page,
    lines,
    opened,
    page,
    playing,
    press,
    shown,
    strips,
)
from tests.ui.fakes import FakeMatch, nasty_view

from csto_game.ui.look import make_look


@pytest.mark.parametrize("size", [*SIZES, (72, 20), (99, 29), (100, 30), (159, 30), (300, 90)])
async def test_pages_fill_the_screen_and_show_their_keys(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        async for name in every_page(app, pilot):
            check_rows(app, size)
            assert "? help" in lines(app)[-1], name
            assert ": palette" in lines(app)[-1], name


@pytest.mark.parametrize("size", SIZES)
async def test_pages_without_a_game_fill_the_screen(size: tuple[int, int]) -> None:
    async with opened(size) as (app, pilot):
        for name, keys in OUTER.items():
            await press(app, pilot, *keys)
            assert page(app).kind == name
            check_rows(app, size)
            await press(app, pilot, "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_stay_texts(size: tuple[int, int]) -> None:
    async with playing(size, match=FakeMatch(nasty_view())) as (app, pilot):
        async for _ in every_page(app, pilot):
            check_rows(app, size)
        assert app.is_running


async def test_markup_is_shown_as_it_is_written() -> None:
    async with playing((120, 36), match=FakeMatch(nasty_view())) as (app, pilot):
        await press(app, pilot, "i")
        assert "[bold]not markup[/] [@click=app.quit]" in shown(app)


async def test_ascii_level_draws_nothing_but_ascii() -> None:
    async with playing(look=make_look(glyphs="ascii")) as (app, pilot):
        async for name in every_page(app, pilot):
            assert all(strip.text.isascii() for strip in strips(app)), name


async def test_too_small_says_so_and_the_game_goes_on_when_it_grows() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "v")
        await pilot.resize_terminal(60, 18)
        await pilot.pause()
        assert "at least 72×20" in shown(app)
        await press(app, pilot, "escape")
        assert page(app).kind == "verbs", "keys do nothing while nothing can be seen"
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        check_rows(app, (120, 36))
        assert "verbs" in shown(app)
