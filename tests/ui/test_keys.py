"""The key table: sound, complete, documented, and the same on a Russian keyboard."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tests.ui.driving import (
    BESIDE,
    OUTER,
    PAGES,
    SIZES,
    beside,
    check_rows,
    lines,
    opened,
    page,
    playing,
    press,
    shown,
)

from csto_game.ui.draw.help import ABOUT, TITLES, help_rows, key_rows
from csto_game.ui.keys import LAYOUTS, conflicts, load_keys, read_keys
from csto_game.ui.look import make_look
from csto_game.ui.manual import keys_page
from csto_game.ui.pages import PAGES as CLASSES
from csto_game.ui.pages import make_page
from csto_game.ui.rows import row_text
from csto_game.ui.screens.base import Page

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "KEYS.md"
NAMED = re.compile(r"\{\w+\}")
SCREENS = sorted({screen for key in load_keys().table for screen in key.on if screen != "*"})


def classes() -> dict[str, type[Page]]:
    import importlib

    found = {}
    for name, place in CLASSES.items():
        module, _, cls = place.partition(":")
        found[name] = getattr(importlib.import_module(f"csto_game.ui.screens.{module}"), cls)
    return found


def test_no_key_means_two_things() -> None:
    assert not conflicts(load_keys())


def test_conflicts_are_told() -> None:
    entry = {"keys": ["x"], "on": ["title"], "label": "", "help": "h"}
    keys = read_keys({"key": [{"id": "one", **entry}, {"id": "two", **entry}]})
    assert conflicts(keys) == ("x on title: both one and two",)


@pytest.mark.parametrize("screen", CLASSES)
def test_every_key_of_a_screen_does_something(screen: str) -> None:
    cls = classes()[screen]
    assert cls.kind == screen
    for key in load_keys().on(screen):
        assert hasattr(cls, f"act_{key.id}"), f"{key.id} on {screen}"


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_of_the_table_exists(screen: str) -> None:
    assert screen in CLASSES


def test_every_action_has_a_key() -> None:
    named = {key.id for key in load_keys().table}
    for cls in classes().values():
        acts = {name.removeprefix("act_") for name in dir(cls) if name.startswith("act_")}
        assert acts <= named, f"{acts - named} of {cls.__name__}"


@pytest.mark.parametrize("screen", [name for name in CLASSES if name not in ("ask", "help", "log")])
def test_every_screen_is_explained(screen: str) -> None:
    assert ABOUT[screen]
    assert TITLES[screen]


TALL = 90
"""Rows in which all keys of any screen have room at once."""


@pytest.mark.parametrize("width", [72, 80, 120, 200])
@pytest.mark.parametrize("screen", CLASSES)
def test_help_lists_every_key_of_the_screen(screen: str, width: int) -> None:
    """With all its words, wrapped where they must be."""
    keys, look = load_keys(), make_look()
    rows = [row_text(row) for row in key_rows(screen, keys, width, look)]
    told = " ".join(" ".join(rows).split())
    for key in keys.on(screen):
        assert any(key.shown in row for row in rows), key
        assert key.help in told, key
    page = [row_text(row) for row in help_rows(screen, keys, 0, width, TALL, look)]
    assert not any("…" in line for line in page[1:-1]), "nothing but a title is cut"
    assert not NAMED.findall(" ".join(page)), "keys in the words about a screen are put in"


async def test_help_opens_from_every_page_of_a_game() -> None:
    async with playing((120, TALL)) as (app, pilot):
        for name, keys in PAGES.items():
            if name in ("help", "palette"):
                continue
            await press(app, pilot, *keys, "question_mark")
            assert page(app).kind == "help"
            assert TITLES[name] in lines(app)[0]
            while page(app).kind != "campaign":
                await press(app, pilot, "escape")


@pytest.mark.parametrize("name", [*OUTER, *BESIDE])
async def test_help_opens_from_every_other_page(name: str, tmp_path: Path) -> None:
    """Where a key writes into an entry, as in the console, F1 does it."""
    opening = opened((120, TALL)) if name in OUTER else playing((120, TALL))
    async with opening as (app, pilot):
        if name in OUTER:
            await press(app, pilot, *OUTER[name])
        else:
            await beside(app, pilot, name, "Danzig", tmp_path)
        await press(app, pilot, "f1")
        assert page(app).kind == "help"
        assert TITLES[name] in lines(app)[0]


@pytest.mark.parametrize("size", [(72, 20), *SIZES])
async def test_help_scrolls_to_its_last_key(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "question_mark", *["pagedown"] * 9)
        assert app.keys.on("campaign")[-1].help in shown(app)
        check_rows(app, size)


@pytest.mark.parametrize("screen", CLASSES)
def test_each_latin_key_has_its_cyrillic_neighbour(screen: str) -> None:
    """On every screen: what a letter does, the one on the same key of the Russian layout does, too."""
    keys = load_keys()
    for cyrillic, latin in LAYOUTS.items():
        if latin in LAYOUTS:  # a full stop or comma, which is another key there
            continue
        here, there = keys.find(screen, latin), keys.find(screen, cyrillic)
        assert here is there, f"{latin} and {cyrillic}"


@pytest.mark.parametrize("screen", CLASSES)
def test_every_letter_of_a_screen_is_reached_from_the_russian_keyboard(screen: str) -> None:
    """By way of the table: no letter of any action is left without a key there."""
    keys = load_keys()
    neighbours = {latin: cyrillic for cyrillic, latin in LAYOUTS.items() if cyrillic not in ".,"}
    for key in keys.on(screen):
        for pressed in key.keys:
            if len(pressed) == 1 and pressed.isalpha():
                assert keys.find(screen, neighbours[pressed]) is keys.find(screen, pressed) is key


async def test_cyrillic_letters_work_as_keys() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "м")  # on the key of v
        assert page(app).kind == "verbs"
        await press(app, pilot, "escape", ",")  # Shift and / on that layout
        assert page(app).kind == "help"


async def test_a_query_typed_on_the_other_layout_is_understood() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "colon", *"мшышеф", "backspace")  # visit, typed blind
        assert "Visit" in shown(app)


def test_the_manual_lists_the_keys_as_they_are() -> None:
    page = keys_page(load_keys())
    if os.environ.get("CSTO_GOLDEN") == "write":
        MANUAL.write_text(page, "utf-8")
    assert page == MANUAL.read_text("utf-8")


def test_pages_are_made_by_name() -> None:
    assert make_page("crises").kind == "crises"
