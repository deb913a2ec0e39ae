"""The page of settings and the doctor's: what is changed shows at once, and is kept."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from attrs import evolve
from tests.i18n.speaking import speaking
from tests.ui.driving import SIZES, check_rows, lines, opened, page, press, shown, strips
from tests.ui.fakes import FakeMatch, FakeShelf
from textual.pilot import Pilot

from csto_game.machine.choosing import Asked
from csto_game.machine.settings import CHOICES, FILE
from csto_game.machine.settled import read_settings
from csto_game.places import Home
from csto_game.text.translation import language
from csto_game.ui.app import CstoApp
from csto_game.ui.draw.new_game import Choice, level_of
from csto_game.ui.offers import Offer
from csto_game.ui.own import Own, look_of
from csto_game.ui.own_keys import read_own_keys
from csto_game.ui.shelf import HomeShelf
from csto_game.ui.width import ambiguous_cells, cell_width, char_width, set_ambiguous

TERMINAL = {"TERM": "xterm", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def home(folder: Path) -> Home:
    return Home(*(folder / name for name in ("saves", "settings", "packages", "cache")))


@asynccontextmanager
async def at_home(
    folder: Path,
    size: tuple[int, int] = (80, 24),
    *,
    environment: Mapping[str, str] = TERMINAL,
    flags: Mapping[str, str] | None = None,
    shelf: object = None,
) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    """The app over the files of a home."""
    places = home(folder)
    keys = read_own_keys(places.settings)
    asked = Asked(flags or {}, environment, measured=1)
    own = Own(read_settings(places.settings), asked, keys, places)
    look = look_of(own.chosen, keys.keys)
    async with opened(size, shelf=shelf or FakeShelf(), look=look, own=own) as (app, pilot):
        yield app, pilot


def file(folder: Path) -> str:
    path = home(folder).settings / FILE
    return path.read_text() if path.exists() else ""


def write(folder: Path, name: str, text: str) -> None:
    path = home(folder).settings / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


async def go_to(app: CstoApp, pilot: Pilot[int], name: str) -> None:
    """The cursor on a setting."""
    if page(app).kind != "settings":
        await press(app, pilot, "s")
    await press(app, pilot, "home", *["down"] * list(CHOICES).index(name))


@pytest.mark.parametrize("size", [*SIZES, (72, 20)])
async def test_the_pages_fill_the_screen(size: tuple[int, int], tmp_path: Path) -> None:
    async with at_home(tmp_path, size) as (app, pilot):
        await press(app, pilot, "s")
        check_rows(app, size)
        for _ in CHOICES:
            await press(app, pilot, "down")
            check_rows(app, size)
        await press(app, pilot, "d")
        for _ in range(6):
            check_rows(app, size)
            await press(app, pilot, "down")


async def test_a_theme_shows_at_once_and_is_kept(tmp_path: Path) -> None:
    async with at_home(tmp_path) as (app, pilot):
        before = page(app).rows
        await go_to(app, pilot, "theme")
        await press(app, pilot, "right")
        assert app.look.theme.name == "paper"
        assert file(tmp_path) == 'theme = "paper"\n'
        await press(app, pilot, "escape")
        ground = {span.bg for row in page(app).rows for span in row}
        assert ground.isdisjoint({span.bg for row in before for span in row} - {None})
    async with at_home(tmp_path) as (app, _):
        assert app.look.theme.name == "paper"


async def test_colors_and_signs_show_at_once(tmp_path: Path) -> None:
    async with at_home(tmp_path) as (app, pilot):
        await go_to(app, pilot, "color")
        await press(app, pilot, "left")
        assert file(tmp_path) == 'color = "none"\n'
        styles = [s.style for strip in strips(app) for s in strip if s.style]
        assert not any(style.color or style.bgcolor for style in styles)
        await go_to(app, pilot, "glyphs")
        await press(app, pilot, "left")
        assert all(strip.text.isascii() for strip in strips(app))
        await press(app, pilot, "escape")
        assert all(strip.text.isascii() for strip in strips(app))


async def test_what_overrules_the_file_is_named_and_the_file_is_still_written(
    tmp_path: Path,
) -> None:
    environment = TERMINAL | {"NO_COLOR": "1"}
    async with at_home(tmp_path, environment=environment, flags={"theme": "mono"}) as (app, pilot):
        await go_to(app, pilot, "theme")
        assert "--theme decides, not this" in shown(app)
        assert "NO_COLOR decides, not this" in shown(app)
        await press(app, pilot, "right")
        assert app.look.theme.name == "mono"
        assert file(tmp_path) == 'theme = "paper"\n'
        assert "Kept for later: now --theme decides." in shown(app)


async def test_the_language_changes_at_once_and_back(tmp_path: Path) -> None:
    with speaking("en"):
        async with at_home(tmp_path) as (app, pilot):
            await go_to(app, pilot, "language")
            await press(app, pilot, "left")
            assert file(tmp_path) == 'language = "ru"\n'
            assert language() == "ru"
            assert "мышь" in shown(app)
            check_rows(app, (80, 24))
            await press(app, pilot, "right")
            assert language() == "en"
            assert "mouse" in shown(app)


async def test_a_file_that_cannot_be_written_holds_until_one_leaves(tmp_path: Path) -> None:
    write(tmp_path, FILE, "theme = ")
    async with at_home(tmp_path) as (app, pilot):
        await go_to(app, pilot, "theme")
        await press(app, pilot, "right")
        assert app.look.theme.name == "paper"
        assert "Only until you leave" in shown(app)
        assert file(tmp_path) == "theme = "


async def test_mistakes_are_told_at_the_start_and_shown_by_the_doctor(tmp_path: Path) -> None:
    write(tmp_path, FILE, 'teme = "dark"\n')
    write(tmp_path, "keys.toml", '[[key]]\nid = "verbs"\nkeys = ["e"]\n')
    shelf = HomeShelf(home(tmp_path))
    async with at_home(tmp_path, (120, 60), shelf=shelf) as (app, pilot):
        assert "Mistakes in your settings or keys: 2. d shows them." in lines(app)[-2]
        await press(app, pilot, "d")
        for _ in range(20):
            await press(app, pilot, "down")
            if "settings.toml:1:1" in shown(app):
                break
        assert "settings.toml:1:1: error: there is no setting teme" in shown(app)
        await press(app, pilot, "down")
        assert "e on campaign is for verbs; end goes without it" in shown(app)


async def test_the_title_help_bar_and_palette_show_the_players_keys(tmp_path: Path) -> None:
    text = '[[key]]\nid = "verbs"\nkeys = ["B"]\n[[key]]\nid = "new"\nkeys = ["N"]\n'
    write(tmp_path, "keys.toml", text + '[[key]]\nid = "layer"\nkeys = []\n')
    async with at_home(tmp_path, (120, 60), shelf=FakeShelf(FakeMatch())) as (app, pilot):
        new = next(line for line in lines(app) if "New game" in line)
        assert re.search(r" N\W*$", new), "behind it there is only land"
        await press(app, pilot, "c")
        assert page(app).kind == "campaign"
        assert "B verbs" in lines(app)[-1]
        assert "add B" in shown(app)
        assert "None yet. B gives one." in shown(app)
        await press(app, pilot, "question_mark")
        assert "press B and choose" in shown(app)
        assert any(" B " in line and "give an order" in line for line in lines(app))
        await press(app, pilot, "escape", "colon", *"order")
        assert any("give an order" in line and " B" in line for line in lines(app))
        await press(app, pilot, "escape", "colon", *"layer", "enter")
        assert page(app).kind == "campaign"
        assert page(app).sight.layer, "an action without a key is in the palette"
        await press(app, pilot, "И")
        assert page(app).kind == "verbs", "the same key on a Russian keyboard"


async def test_a_new_game_begins_with_the_difficulty_that_was_settled(tmp_path: Path) -> None:
    for value, level in (("easiest", "easy"), ("usual", "fair")):
        write(tmp_path, FILE, f'difficulty = "{value}"\n')
        shelf = FakeShelf()
        async with at_home(tmp_path, shelf=shelf) as (app, pilot):
            await press(app, pilot, "n", "enter", "enter", "enter")
            assert shelf.begun[-1][3] == level


@pytest.mark.parametrize(
    "settled,chosen,place",
    [
        ("usual", -1, 1),
        ("easiest", -1, 0),
        ("hardest", -1, 2),
        ("hardest", 0, 0),
        ("easiest", 9, 2),
    ],
)
def test_what_is_chosen_wins_over_what_was_settled(settled: str, chosen: int, place: int) -> None:
    levels = tuple((name, name, "") for name in ("easy", "fair", "hard"))
    offer = Offer("pivot", "Pivot", "", difficulties=levels)
    assert level_of(Choice(level=settled, difficulty=chosen), offer) == place
    assert level_of(Choice(level=settled, difficulty=chosen), Offer("bare", "Bare", "")) == 0


@pytest.fixture
def narrow_again() -> object:
    yield None
    set_ambiguous(1)


async def test_where_ambiguous_signs_are_wide_nothing_but_letters_is_one(
    tmp_path: Path, narrow_again: object
) -> None:
    write(tmp_path, FILE, 'language = "ru"\nambiguous = "wide"\n')
    with speaking("ru"):
        async with at_home(tmp_path, (120, 36), shelf=FakeShelf(FakeMatch())) as (app, pilot):
            assert ambiguous_cells() == 2
            await press(app, pilot, "c")
            for key in ("escape", "v", "escape", "c", "escape", "question_mark"):
                await press(app, pilot, key)
                for row, strip in zip(page(app).rows, strips(app), strict=False):
                    assert sum(cell_width(span.text) for span in row) == 120
                    wide = {char for char in strip.text if char_width(char) == 2}
                    assert all(char.isalpha() for char in wide), wide
    set_ambiguous(1)


async def test_the_doctors_report_is_copied(tmp_path: Path) -> None:
    async with at_home(tmp_path) as (app, pilot):
        await press(app, pilot, "d", "c")
        assert "terminal" in app.clipboard
        assert app.clipboard.replace("\n", "").isprintable()


async def test_settings_are_reached_from_everywhere(tmp_path: Path) -> None:
    async with at_home(tmp_path, shelf=FakeShelf(FakeMatch())) as (app, pilot):
        await press(app, pilot, "c", "f2")
        assert page(app).kind == "settings"
        await press(app, pilot, "escape", "colon", *"doctor", "enter")
        assert page(app).kind == "doctor"
        await press(app, pilot, "escape")
        assert page(app).kind == "campaign"


def test_settings_may_be_asked_without_a_home() -> None:
    own = Own()
    assert evolve(own).complaint == ""
