"""The land behind the title: only where there is room and color for it, without a word on it."""

from __future__ import annotations

import pytest
from tests.ui.driving import check_rows, opened, page, press, settled, shown

from csto_game.ui.draw.backdrop import backdrop_rows
from csto_game.ui.look import make_look
from csto_game.ui.rows import row_text, row_width


def _grounds(app: object) -> int:
    return len({span.bg for row in page(app).rows for span in row})  # type: ignore[arg-type]


async def test_a_large_title_lies_on_the_land_and_keeps_its_menu() -> None:
    async with opened((120, 36)) as (app, pilot):
        await settled(app, pilot)
        check_rows(app, (120, 36))
        assert _grounds(app) > 12, "land and sea"
        assert "New game" in shown(app)
        await press(app, pilot, "down")
        check_rows(app, (120, 36))
        assert _grounds(app) > 12


async def test_a_small_title_has_none() -> None:
    async with opened((80, 24)) as (app, pilot):
        await settled(app, pilot)
        assert _grounds(app) < 8


@pytest.mark.parametrize("theme", ["dark", "paper"])
def test_the_land_has_no_names(theme: str) -> None:
    rows = backdrop_rows(120, 33, make_look(theme))
    assert len(rows) == 33
    assert {row_width(row) for row in rows} == {120}
    assert not any(char.isalpha() for row in rows for char in row_text(row))


@pytest.mark.parametrize("glyphs,depth", [("ascii", "true"), ("full", "16"), ("full", "none")])
def test_without_shades_there_is_no_land(glyphs: str, depth: str) -> None:
    assert backdrop_rows(120, 33, make_look("dark", glyphs, depth)) == ()
