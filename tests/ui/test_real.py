"""The screens over the real game: shipped scenarios and the tests' second world."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.hansa import hansa
from tests.ui.driving import (
    PAGES,
    SIZES,
    check_rows,
    kinds,
    opened,
    page,
    press,
    settled,
    shown,
    until,
)
from tests.ui.fakes import FakeShelf
from textual.pilot import Pilot

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.places import Home
from csto_game.session.match import Match
from csto_game.text.refusals import refusal_sentence
from csto_game.ui.app import CstoApp, Wish
from csto_game.ui.atlas import load_atlas
from csto_game.ui.mapping import Mapper
from csto_game.ui.offers import Opened
from csto_game.ui.playing import Playing
from csto_game.ui.shelf import HomeShelf
from csto_game.ui.sitting import Sitting

SHIPPED = "tashkent_1992"
SLOW = ("forecast",)
"""Pages that take seconds; they have tests of their own."""


def home(folder: Path) -> Home:
    return Home(folder / "saves", folder / "settings", folder / "packages", folder / "cache")


async def walk(app: CstoApp, pilot: Pilot[int], size: tuple[int, int]) -> None:
    """Through every page that has something to show now."""
    for name, keys in PAGES.items():
        if name in SLOW:
            continue
        await press(app, pilot, *keys)
        check_rows(app, size)
        if name in ("verbs", "member", "verdict", "help", "why", "palette"):
            assert page(app).kind == name
        for _ in range(4):
            if page(app).kind != "campaign":
                await press(app, pilot, "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_shipped_scenario_on_every_page(size: tuple[int, int], tmp_path: Path) -> None:
    wish = Wish(scenario=SHIPPED, role="rus", seed=7)
    async with opened(size, shelf=HomeShelf(home(tmp_path)), wish=wish) as (app, pilot):
        await until(app, pilot, "campaign")
        assert "Russia" in shown(app)
        await walk(app, pilot, size)


async def test_a_turn_is_played_saved_and_taken_up_again(tmp_path: Path) -> None:
    shelf = HomeShelf(home(tmp_path))
    wish = Wish(scenario=SHIPPED, role="KGZ", seed=7, difficulty="easy")
    async with opened(shelf=shelf, wish=wish) as (app, pilot):
        await until(app, pilot, "campaign")
        await press(app, pilot, "e", "y")
        for _ in range(12):
            if page(app).kind != "council":
                break
            await press(app, pilot, "y")
        await until(app, pilot, "report")
        assert app.sitting.view.turn == 2
        await press(app, pilot, "Q", "y")
        assert kinds(app) == ["title"]
        assert "turn 2" in shown(app)
        await press(app, pilot, "c")
        await until(app, pilot, "campaign")
        assert app.sitting.view.turn == 2
        assert app.sitting.seat == "KGZ"


async def test_a_refused_command_of_the_palette_is_told_in_words(tmp_path: Path) -> None:
    wish = Wish(scenario=SHIPPED, role="RUS", seed=7)
    async with opened(shelf=HomeShelf(home(tmp_path)), wish=wish) as (app, pilot):
        await until(app, pilot, "campaign")
        await press(app, pilot, "colon", *"frobnicate", "enter")
        assert page(app).kind == "palette"
        assert "frobnicate" in shown(app)


class HansaShelf(FakeShelf):
    """Opens the tests' second world, which is no alliance of states and has a map of tiles."""

    def resume(self, path: Path) -> Opened:
        match = Match.new(hansa(), {"LUB": "human"}, 3, folder=None)
        sitting = Sitting.at(Playing(match, "LUB"), "LUB")
        return Opened(sitting, Mapper(load_atlas(hansa().scenario)))


@pytest.mark.parametrize("size", SIZES)
async def test_the_second_world_on_every_page(size: tuple[int, int]) -> None:
    async with opened(size, shelf=HansaShelf()) as (app, pilot):
        await press(app, pilot, "c")
        assert page(app).kind == "campaign"
        await walk(app, pilot, size)


async def test_the_second_world_from_its_first_turn_to_the_verdict() -> None:
    async with opened(shelf=HansaShelf()) as (app, pilot):
        await press(app, pilot, "c")
        for _ in range(80):
            here = page(app).kind
            if here == "verdict":
                break
            key = {"ask": "y", "council": "a", "report": "enter", "card": "escape"}.get(here, "e")
            await press(app, pilot, key)
        assert page(app).kind == "verdict"
        assert app.sitting.match.over
        ended = app.sitting.view.ended
        assert ended is not None
        assert ended.name in shown(app)


async def test_a_broken_package_is_listed_with_its_problems(tmp_path: Path) -> None:
    folder = tmp_path / "packages" / "torn"
    folder.mkdir(parents=True)
    (folder / "scenario.toml").write_text('[package]\nid = "torn"\nformat = 1\nnam = "Torn"\n')
    async with opened(shelf=HomeShelf(home(tmp_path))) as (app, pilot):
        await press(app, pilot, "p")
        assert page(app).kind == "problems"
        assert "torn" in shown(app)
        assert "scenario.toml" in shown(app)


async def test_a_refusal_is_told_with_what_was_refused(tmp_path: Path) -> None:
    """Names instead of codes, and what would work: not the bare sentence of the refusal."""
    wish = Wish(scenario=SHIPPED, role="RUS", seed=7)
    async with opened(shelf=HomeShelf(home(tmp_path)), wish=wish) as (app, pilot):
        await until(app, pilot, "campaign")
        match = app.sitting.match.match
        command = Command("RUS", "verb", "aid", "RUS")
        refusal = match.submit(command)
        assert isinstance(refusal, Refusal)
        app.play(command)
        await settled(app, pilot)
        assert app.message[0] == match.refusal_sentence(refusal, command)
        assert app.message[0] != refusal_sentence(refusal)
