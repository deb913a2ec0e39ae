"""The screens in Russian at 80×24: nothing that matters is cut, and keys of both layouts work."""

from __future__ import annotations

import re

import pytest
from tests.hansa import HANSA
from tests.i18n.speaking import speaking
from tests.ui.driving import (
    NARROW,
    OUTER,
    PAGES,
    begun,
    check_rows,
    kinds,
    opened,
    page,
    press,
    shown,
)
from tests.ui.fakes import FakeShelf

from csto_game.session.match import Match
from csto_game.session.worlds import open_world
from csto_game.ui.atlas import load_atlas
from csto_game.ui.mapping import Mapper
from csto_game.ui.messages import Opening
from csto_game.ui.offers import Opened
from csto_game.ui.playing import Playing
from csto_game.ui.sitting import Sitting

OURS = {"CSTO", "Enter", "Esc", "Tab", "Shift", "PgUp", "PgDn", "Home", "End", "F1", "csto"}
_ENGLISH = re.compile(r"[A-Za-z]{3,}")


def hansa() -> Opened:
    match = Match.new(open_world(str(HANSA), ()).book, {"LUB": "human"}, 7, folder=None)
    atlas = Mapper(load_atlas(match.book.scenario))
    return Opened(Sitting.at(Playing(match, "LUB"), "LUB"), atlas)


def english(text: str) -> set[str]:
    """Words of Latin letters that are neither names of keys, codes, nor addresses and places."""
    rows = [row for row in text.splitlines() if ".toml" not in row]
    words = set(_ENGLISH.findall(re.sub(r"\w+\.\w+(\.\w+)*", "", "\n".join(rows))))
    return {one for one in words - OURS if not one.isupper()}


async def test_every_page_is_russian_and_whole() -> None:
    with speaking("ru"):
        async with opened(NARROW) as (app, pilot):
            for name, keys in OUTER.items():
                await press(app, pilot, *keys)
                check_rows(app, NARROW)
                if name == "title":
                    assert "Новая игра" in shown(app)
                while page(app).kind != "title":
                    await press(app, pilot, "escape")
            app.post_message(Opening(hansa()))
            await begun(app, pilot)
            for name, keys in PAGES.items():
                await press(app, pilot, *keys)
                check_rows(app, NARROW)
                if name not in ("why", "council", "log", "forces"):
                    assert not english(shown(app)), name
                for _ in range(4):
                    if page(app).kind != "campaign":
                        await press(app, pilot, "escape")


async def test_strip_and_key_bar_are_not_cut() -> None:
    with speaking("ru"):
        async with opened(NARROW) as (app, pilot):
            app.post_message(Opening(hansa()))
            await begun(app, pilot)
            first, *_, last = shown(app).splitlines()
            for part in ("Весна 1390", "Сводка", "Согласие", "Казна", "Штормы"):
                assert part in first
            keys = ("события", "приказы", "совет", "почему", "отмена", "конец", "помощь", "ввод")
            for part in keys:
                assert part in last
            await press(app, pilot, "м")
            assert kinds(app)[-1] == "verbs"


@pytest.mark.parametrize("key, kind", [("ш", "card"), ("с", "council"), ("д", "charter")])
async def test_letters_of_the_russian_layout_open_pages(key: str, kind: str) -> None:
    with speaking("ru"):
        async with opened(NARROW, shelf=FakeShelf()) as (app, pilot):
            app.post_message(Opening(hansa()))
            await begun(app, pilot)
            await press(app, pilot, key)
            assert page(app).kind == kind
