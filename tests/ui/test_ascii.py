"""Where only ASCII can be shown: what scenarios say stays readable, and every row its width."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.driving import PAGES, lines, opened, page, press, until

from csto_game.places import Home, mods, scenarios
from csto_game.ui.app import Wish
from csto_game.ui.look import make_look
from csto_game.ui.map.glyphs import ascii_text
from csto_game.ui.paint import Painter
from csto_game.ui.shelf import HomeShelf
from csto_game.ui.width import cell_width, plain_line

SLOW = ("forecast",)
TOLD = "‰"
"""A sign without a plain form, and without a lookalike of one cell that would not lie."""


@pytest.mark.parametrize(
    "text,plain",
    [
        ("Tashkent 1992 · Russia · turn 1", "Tashkent 1992 - Russia - turn 1"),
        ("“Who,” she says — quietly", '"Who," she says - quietly'),
        ("Armenia’s seat, 12–14 × 3 → 5", "Armenia's seat, 12-14 x 3 > 5"),
        ("Türkiye, São Tomé, Łódź", "Turkiye, Sao Tome, Lodz"),
        ("Setting up…", "Setting up."),
        ("−3 ▲ ▼ ▸", "-3 ^ v >"),
        ("中国", "????"),
    ],
)
def test_signs_become_the_plain_ones_they_stand_for(text: str, plain: str) -> None:
    assert ascii_text(text) == plain


@given(st.text())
def test_plain_signs_take_as_many_cells(text: str) -> None:
    line = plain_line(text)
    found = ascii_text(line)
    assert found.isascii()
    visible = line.lstrip("".join(c for c in line if not cell_width(c)))
    assert len(found) == cell_width(visible)


@given(st.text(max_size=20))
def test_a_strip_is_as_wide_as_it_says(text: str) -> None:
    look = make_look(glyphs="ascii")
    strip = Painter(look).strip((look.text(text), look.dim("…")))
    assert len(strip.text) == strip.cell_length


def test_every_sign_of_the_shipped_texts_has_a_plain_form() -> None:
    files = [*scenarios().rglob("*.toml"), *mods().rglob("*.toml")]
    signs = {sign for file in files for sign in file.read_text(encoding="utf-8")}
    odd = {sign for sign in signs if not sign.isascii() and ascii_text(sign) == "?"}
    assert {unicodedata.name(sign) for sign in odd - set(TOLD)} == set()


@pytest.mark.parametrize("scenario,role", [("tashkent_1992", "RUS"), ("asean_1967", "MYS")])
async def test_pages_of_a_shipped_scenario_print_no_question_that_nobody_asked(
    scenario: str, role: str, tmp_path: Path
) -> None:
    places = Home(*(tmp_path / name for name in ("saves", "settings", "packages", "cache")))
    wish = Wish(scenario=scenario, role=role, seed=7)
    look = make_look(glyphs="ascii")
    async with opened(shelf=HomeShelf(places), look=look, wish=wish) as (app, pilot):
        await until(app, pilot, "campaign")
        for name, keys in PAGES.items():
            if name in SLOW:
                continue
            await press(app, pilot, *keys)
            printed = app.screen._compositor.render_strips()
            for said, strip in zip(lines(app), printed, strict=True):
                assert strip.text.isascii(), name
                assert len(strip.text) == cell_width(said) == 80, name
                asked = said.count("?") + sum(said.count(sign) for sign in TOLD)
                assert strip.text.count("?") == asked, f"{name}: {said!r}"
            for _ in range(4):
                if page(app).kind != "campaign":
                    await press(app, pilot, "escape")
