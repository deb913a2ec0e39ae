"""Every page at every size, with friendly and with hostile texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.driving import (
    BESIDE,
    OUTER,
    PAGES,
    SIZES,
    beside,
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
from tests.ui.fakes import NASTY, NastyMatch

from csto_game.ui.look import make_look
from csto_game.ui.pages import PAGES as CLASSES

WANTED = ("broke: [bold]", "likes [bold]", "loathes [bold]", "each other", "NOBODY")
"""Of each kind of row in the box of wants, the beginning."""


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


MARKUP = "[bold]not markup[/] [@click=app.quit]"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_stay_texts(size: tuple[int, int]) -> None:
    async with playing(size, match=NastyMatch()) as (app, pilot):
        async for name in every_page(app, pilot):
            check_rows(app, size)
            moving = () if name == "campaign" else ("down", "tab", "down", "end")
            for key in moving:  # the campaign keeps its place, from which the next keys lead on
                await press(app, pilot, key)
                check_rows(app, size)
        assert app.is_running


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_stay_texts_on_pages_that_no_key_opens(
    size: tuple[int, int], name: str, tmp_path: Path
) -> None:
    async with playing(size, match=NastyMatch()) as (app, pilot):
        await beside(app, pilot, name, NASTY, tmp_path)
        check_rows(app, size)
        assert name == "welcome" or "[bold]not markup" in shown(app)
        await press(app, pilot, "down", "tab", "down")
        check_rows(app, size)
        assert app.is_running


async def test_every_page_is_walked_through_with_hostile_texts() -> None:
    assert {*PAGES, *OUTER, *BESIDE} == {*CLASSES}


@pytest.mark.parametrize("size", SIZES)
async def test_wants_and_crises_show_hostile_texts_as_they_are_written(
    size: tuple[int, int],
) -> None:
    """All that a country wants, row by row, and the odds of a crisis."""
    async with playing(size, match=NastyMatch()) as (app, pilot):
        await press(app, pilot, *PAGES["member"])
        seen = set()
        for _ in range(30):
            await press(app, pilot, "down")
            check_rows(app, size)
            seen |= {word for word in WANTED if any(word in line for line in lines(app))}
        assert seen == {*WANTED}
        await press(app, pilot, "escape", "x")
        assert "100 %" in shown(app)
        await press(app, pilot, "right")
        check_rows(app, size)
        assert "[bold]not markup" in shown(app)


async def test_markup_is_shown_as_it_is_written() -> None:
    async with playing((120, 36), match=NastyMatch()) as (app, pilot):
        await press(app, pilot, "i")
        assert MARKUP in shown(app)


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
