"""The key table: sound, complete, documented, and the same on a Russian keyboard."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.ui.driving import PAGES, page, playing, press, shown

from csto_game.ui.draw.help import ABOUT, TITLES
from csto_game.ui.keys import LAYOUTS, conflicts, load_keys, read_keys
from csto_game.ui.manual import keys_page
from csto_game.ui.pages import PAGES as CLASSES
from csto_game.ui.pages import make_page
from csto_game.ui.screens.base import Page

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "KEYS.md"
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


async def test_help_lists_every_key_of_the_screen() -> None:
    async with playing((120, 90)) as (app, pilot):
        for name, keys in PAGES.items():
            if name in ("help", "palette"):
                continue
            await press(app, pilot, *keys, "question_mark")
            text = shown(app)
            assert all(key.help in text for key in app.keys.on(name)), name
            while page(app).kind != "campaign":
                await press(app, pilot, "escape")


def test_each_latin_key_has_its_cyrillic_neighbour() -> None:
    keys = load_keys()
    for cyrillic, latin in LAYOUTS.items():
        if latin in LAYOUTS:  # a full stop or comma, which is another key there
            continue
        here, there = keys.find("campaign", latin), keys.find("campaign", cyrillic)
        assert here is there


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
