"""The very first start: three questions, left with one key, written down, and never asked again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.ui.driving import SIZES, check_rows, kinds, lines, page, press, settled, shown, strips
from tests.ui.fakes import FakeShelf
from tests.ui.test_pty import ENTER, ESC, terminal
from textual.events import Key
from textual.pilot import Pilot

from csto_game.machine.choosing import Asked
from csto_game.machine.settings import AUTO, FILE, USUAL
from csto_game.machine.settled import is_first_start, read_settings, wants_lines
from csto_game.places import Home
from csto_game.ui.app import CstoApp
from csto_game.ui.own import Own, look_of
from csto_game.ui.own_keys import read_own_keys

TERMINAL = {"TERM": "xterm", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def home(folder: Path) -> Home:
    return Home(*(folder / name for name in ("saves", "settings", "packages", "cache")))


@asynccontextmanager
async def first(
    folder: Path, size: tuple[int, int] = (80, 24), **environment: str
) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    """The app in a home that nobody has lived in."""
    place = home(folder)
    asked = Asked({}, TERMINAL | environment)
    own = Own(read_settings(place.settings), asked, read_own_keys(place.settings), place)
    look = look_of(own.chosen, own.keys.keys)
    app = CstoApp(look, FakeShelf(), own=own, is_first=is_first_start(place.settings))
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        yield app, pilot


def written(folder: Path) -> str:
    return (folder / "settings" / FILE).read_text("utf-8")


@pytest.mark.parametrize("size", [(72, 20), *SIZES])
async def test_three_questions_are_asked_whole_at_every_size(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with first(tmp_path, size) as (app, _):
        assert page(app).kind == "welcome"
        check_rows(app, size)
        text = shown(app)
        for words in ("screen reader?", "areas apart?", "signs whole?", "as found: all"):
            assert words in text
        assert text.index("screen reader?") < text.index("areas apart?"), (
            "first what decides the rest"
        )
        assert not (tmp_path / "settings").exists(), "nothing is written before it is answered"


async def test_esc_takes_what_was_found_and_nothing_is_asked_again(tmp_path: Path) -> None:
    async with first(tmp_path) as (app, pilot):
        await press(app, pilot, "down", "right", "right", "escape")
        assert page(app).kind == "title"
        assert app.look.depth == "true", "what was tried out is taken back"
        assert app.offers, "the title's work has begun"
    assert {line.partition(" ")[0] for line in written(tmp_path).splitlines()} == {
        "plain", "color", "glyphs",
    }  # fmt: skip
    assert read_settings(tmp_path / "settings").settings == USUAL
    async with first(tmp_path) as (app, _):
        assert kinds(app)[-1] == "title"


async def test_answers_show_at_once_and_are_kept(tmp_path: Path) -> None:
    async with first(tmp_path) as (app, pilot):
        await press(app, pilot, "2", "left")
        assert app.look.depth == "none"
        assert "none" in shown(app)
        await press(app, pilot, "3", "left")
        assert app.look.glyphs.level == "ascii"
        assert "╭" not in shown(app)
        assert "".join(strip.text for strip in strips(app)).isascii()
        await press(app, pilot, "enter")
        assert page(app).kind == "title"
        assert app.look.depth == "none"
    settings = read_settings(tmp_path / "settings").settings
    assert (settings.color, settings.glyphs, settings.plain) == ("none", "ascii", False)


@pytest.mark.parametrize("keys", [("r",), ("right", "enter")])
async def test_a_screen_reader_is_answered_with_lines(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with first(tmp_path) as (app, pilot):
        await press(app, pilot, *keys[:-1])
        app.post_message(Key(keys[-1], keys[-1] if len(keys[-1]) == 1 else None))  # it leaves
        while app.is_running:  # noqa: ASYNC110  # no event says so
            await asyncio.sleep(0.01)
    assert app.wants_lines
    assert wants_lines(tmp_path / "settings")
    assert read_settings(tmp_path / "settings").settings.color == AUTO


async def test_what_a_variable_decides_is_said(tmp_path: Path) -> None:
    async with first(tmp_path, NO_COLOR="1") as (app, _):
        assert "NO_COLOR decides" in shown(app)


async def test_what_cannot_be_written_is_told_and_holds_nothing_up(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("no folder")
    async with first(tmp_path) as (app, pilot):
        await press(app, pilot, "enter")
        assert page(app).kind == "title"
        assert "Only until you leave" in lines(app)[-2]


async def test_nothing_opens_before_the_questions_but_their_help(tmp_path: Path) -> None:
    async with first(tmp_path) as (app, pilot):
        for key in ("f2", "f4", "colon", "L"):
            await press(app, pilot, key)
            assert page(app).kind == "welcome"
        await press(app, pilot, "question_mark")
        assert page(app).kind == "help"
        assert "Asked once" in " ".join(shown(app).split())


def test_on_a_terminal_they_come_once(tmp_path: Path) -> None:
    with terminal(tmp_path, is_first=True) as line:
        line.see("screen reader?")
        line.press(ESC)
        line.see("New game")
    with terminal(tmp_path, is_first=True) as line:
        assert line.see("New game", "screen reader?") == "New game"


def test_in_lines_nothing_waits_for_an_answer(tmp_path: Path) -> None:
    with terminal(tmp_path, "tutorial", "--plain", is_first=True) as line:
        line.see("Step 1 of 4")
        assert "Do you read with a screen reader?" in line.heard.decode()
        line.press(b"settings plain on" + ENTER)
        line.see("From now on the game begins in lines")
    with terminal(tmp_path, "tutorial", is_first=True) as line:
        line.see("Step 1 of 4")
        assert "Do you read with a screen reader?" not in line.heard.decode()


def test_what_was_asked_for_comes_first(tmp_path: Path) -> None:
    with terminal(tmp_path, "tutorial", is_first=True) as line:
        assert line.see("Autumn 1992", "screen reader?") == "Autumn 1992"


def test_with_a_screen_reader_the_lesson_goes_on_in_lines_and_later_too(tmp_path: Path) -> None:
    with terminal(tmp_path, is_first=True) as line:
        line.see("screen reader?")
        line.press(b"r")
        line.see("Step 1 of 4")
        assert "From now on the game begins in lines" in line.heard.decode()
        line.press(b"quit" + ENTER)
        assert line.process.wait(60) == 0
    with terminal(tmp_path, "tutorial", is_first=True) as line:
        line.see("In lines, as you have settled")
        line.see("Step 1 of 4")
    with terminal(tmp_path, "tutorial", "--screen", is_first=True) as line:
        line.see("end turn")


def test_the_questions_are_only_for_a_terminal_of_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from csto_game.ui.app import Wish
    from csto_game.ui.start import asks_first

    assert asks_first(tmp_path, Wish())
    assert not asks_first(tmp_path, Wish(scenario="tutorial"))
    assert not asks_first(tmp_path, Wish(save=tmp_path / "a.csto"))
    monkeypatch.setenv("TEXTUAL_DRIVER", "csto_game.web:driver")
    assert not asks_first(tmp_path, Wish()), "in a browser"
    monkeypatch.delenv("TEXTUAL_DRIVER")
    (tmp_path / FILE).write_text("")
    assert not asks_first(tmp_path, Wish())
