"""``csto play --dev`` on the screen: files change while one plays, and a console answers."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.hansa import HANSA
from tests.ui.driving import SIZES, check_rows, kinds, lines, page, press, settled, shown, until
from textual.pilot import Pilot

from csto_game.places import Home
from csto_game.session.match import Match
from csto_game.session.save import read_save
from csto_game.session.worlds import open_world
from csto_game.ui.app import CstoApp, Wish
from csto_game.ui.look import make_look
from csto_game.ui.own import Own
from csto_game.ui.shelf import HomeShelf


@pytest.fixture
def world(tmp_path: Path) -> Path:
    folder = tmp_path / "hansa"
    shutil.copytree(HANSA, folder)
    return folder


def edit(world: Path, name: str, old: str, new: str) -> None:
    path = world / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def game(world: Path, *, iron: bool = False) -> Path:
    opened = open_world(str(world), ())
    match = Match.new(
        opened.book,
        {"LUB": "human"},
        3,
        folder=world.parent / "saves",
        place=opened.place,
        iron=iron,
    )
    assert match.path
    return match.path


@asynccontextmanager
async def developing(
    world: Path, size: tuple[int, int] = (120, 36), *, dev: bool = True, iron: bool = False
) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    home = Home(*(world.parent / name for name in ("saves", "settings", "packages", "cache")))
    wish = Wish(save=game(world, iron=iron))
    app = CstoApp(make_look(), HomeShelf(home), wish=wish, own=Own(home=home), dev=dev)
    async with app.run_test(size=size) as pilot:
        await until(app, pilot, "campaign")
        yield app, pilot


async def look(app: CstoApp, pilot: Pilot[int]) -> None:
    """What the timer does once a second."""
    app.watch_files()
    await settled(app, pilot)


def silver(app: CstoApp) -> int:
    view = app.sitting.view
    return next(one for one in view.members if one.code == "LUB").figures["silver"].value


async def test_the_title_says_dev_and_only_then(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await press(app, pilot, "Q", "y")
        assert lines(app)[0].rstrip().endswith(" dev")
    async with developing(world, dev=False) as (app, pilot):
        await press(app, pilot, "!")
        assert page(app).kind == "campaign", "no console without --dev"
        await press(app, pilot, "Q", "y")
        assert not lines(app)[0].rstrip().endswith(" dev")


async def test_a_saved_file_is_played_at_once_and_the_player_stays(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await look(app, pilot)
        await press(app, pilot, "1", "enter")
        assert page(app).kind == "member"
        before = silver(app)
        edit(world, "cities.toml", "is = 60", "is = 77")
        await look(app, pilot)
        assert page(app).kind == "member"
        assert silver(app) == before + 17
        assert "Read anew: cities.toml." in shown(app)
        assert any("LUB.silver" in line for line in app.messages)
        assert any("marked as touched" in line for line in app.messages)
        assert "reload" in read_save(app.sitting.match.match.path).header.touched


async def test_the_timer_looks_by_itself(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await look(app, pilot)
        edit(world, "cities.toml", "is = 60", "is = 77")
        for _ in range(100):
            await pilot.pause(0.1)
            if "Read anew" in " ".join(app.messages):
                break
        assert "Read anew: cities.toml." in " ".join(app.messages)


async def test_a_broken_file_keeps_the_old_rules_and_shows_its_mistakes(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await look(app, pilot)
        await press(app, pilot, "v")
        before, match = silver(app), app.sitting.match.match
        edit(world, "cities.toml", "is = 60", 'is = "much"')
        await look(app, pilot)
        assert kinds(app)[-2:] == ["verbs", "problems"]
        assert "cities.toml:" in shown(app)
        assert "The game goes on with the rules it had." in shown(app)
        assert f"csto check {str(world)[:20]}" in shown(app)
        assert "the game goes on with the rules it had" in " ".join(app.messages)
        assert app.sitting.match.match is match
        assert silver(app) == before
        edit(world, "cities.toml", 'is = "much"', "is = 61")
        await look(app, pilot)
        assert kinds(app)[-1] == "verbs", "mended files take the page of mistakes away"
        assert silver(app) == before + 1


async def test_what_was_said_is_said_again_on_the_new_rules(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await look(app, pilot)
        await press(app, pilot, "v", "enter", "escape")
        assert len(app.sitting.orders) == 1
        edit(world, "cities.toml", "is = 60", "is = 77")
        await look(app, pilot)
        assert len(app.sitting.orders) == 1
        await press(app, pilot, "u")
        assert not app.sitting.orders


@pytest.mark.parametrize("where", [("i",), ("1", "enter", "w"), ("c",), ("x",), ("f",), ("h",)])
async def test_what_a_page_was_about_may_be_gone(world: Path, where: tuple[str, ...]) -> None:
    async with developing(world, (200, 60)) as (app, pilot):
        await look(app, pilot)
        await press(app, pilot, *where)
        edit(world, "cards.toml", "[incident.guilds]\n", "[incident.guilds]\nwhen = 'no'\n")
        edit(world, "cities.toml", "is = 60", "is = 77")
        await look(app, pilot)
        check_rows(app, (200, 60))
        await press(app, pilot, "down", "enter", "escape")
        assert app.failure is None


async def test_texts_alone_touch_nothing(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await look(app, pilot)
        edit(world, "cities.toml", 'name       = "Lübeck"', 'name       = "Lubeca"')
        await look(app, pilot)
        assert "the same to the last number" in " ".join(app.messages)
        assert "Lubeca" in shown(app)
        assert not read_save(app.sitting.match.match.path).header.touched


async def test_an_iron_game_is_left_alone(world: Path) -> None:
    async with developing(world, iron=True) as (app, pilot):
        await look(app, pilot)
        assert "iron" in " ".join(app.messages)
        edit(world, "cities.toml", "is = 60", "is = 77")
        before = silver(app)
        await look(app, pilot)
        await press(app, pilot, "!", *"! self.silver + 5", "enter")
        assert silver(app) == before
        assert "iron" in shown(app)


# ── the console ──


async def test_the_console_asks_and_lets_happen(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await press(app, pilot, "!", *"self.silver > 40", "enter")
        assert page(app).kind == "console"
        text = shown(app)
        assert "self.silver > 40" in text
        assert "yes" in text
        assert f"self.silver: {silver(app)}" in text
        before = silver(app)
        await press(app, pilot, *"! self.silver + 5", "enter")
        assert silver(app) == before + 5
        assert "marked as touched" in shown(app)
        assert "console" in read_save(app.sitting.match.match.path).header.touched
        await press(app, pilot, "escape")
        assert page(app).kind == "campaign"


async def test_the_console_recalls_what_was_asked(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await press(app, pilot, "!", *"self.silver", "enter", *"self.murmur", "enter", "up", "up")
        entry = page(app).entry
        assert entry is not None
        assert entry.text == "self.silver"
        await press(app, pilot, "down", "down")
        assert page(app).entry.text == ""


async def test_esc_leaves_the_console_and_keeps_the_line(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await press(app, pilot, "!", *"self.silv", "escape")
        assert page(app).kind == "campaign"
        await press(app, pilot, "!")
        entry = page(app).entry
        assert entry is not None
        assert entry.text == "self.silv"
        await press(app, pilot, *"er > 40", "enter")
        assert f"self.silver: {silver(app)}" in shown(app)
        assert page(app).entry.text == "", "what was asked is not unfinished"


@pytest.mark.parametrize(
    "text",
    ["self.nothing", "! self.silver +", "!", "((((", "! do\x1b[31m", "[bold]x[/]", "{0}" * 30],
)
async def test_nonsense_is_told_and_does_nothing(world: Path, text: str) -> None:
    async with developing(world) as (app, pilot):
        before = silver(app)
        await press(app, pilot, "!", *(char for char in text if char.isprintable()), "enter")
        assert page(app).kind == "console"
        check_rows(app, (120, 36))
        assert silver(app) == before
        assert app.failure is None
        assert any(kind == "bad" for kind, _ in app.transcript)


@pytest.mark.parametrize("size", SIZES)
async def test_the_console_fills_the_screen(world: Path, size: tuple[int, int]) -> None:
    async with developing(world, size) as (app, pilot):
        await press(app, pilot, "!")
        check_rows(app, size)
        await press(app, pilot, *"self.silver + self.murmur", "enter", "pageup", "pagedown")
        check_rows(app, size)


async def test_without_a_game_the_console_says_so(world: Path) -> None:
    async with developing(world) as (app, pilot):
        await press(app, pilot, "Q", "y", "!", *"1 + 1", "enter")
        assert "is for a game" in shown(app)
