"""The chronicle on the screen, and as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.hansa import hansa
from tests.ui.driving import SIZES, check_rows, opened, playing, press, shown, until
from tests.ui.fakes import FakeMatch, FakeShelf

from csto_game.session.match import Match
from csto_game.ui.atlas import load_atlas
from csto_game.ui.mapping import Mapper
from csto_game.ui.offers import Opened
from csto_game.ui.playing import Playing
from csto_game.ui.sitting import Sitting


def suffixes(folder: Path) -> set[str]:
    return {path.suffix for path in folder.iterdir()}


@pytest.mark.parametrize("size", SIZES)
async def test_the_article_is_read_section_by_section(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "h")
        check_rows(app, size)
        text = shown(app)
        assert "Armenia–CSTO relations" in text
        assert "nobody came.[1]" in text
        await press(app, pilot, "right", "right", "end")
        check_rows(app, size)
        assert "order of turn 8" in shown(app)


async def test_files_are_written_or_it_is_said_why_not() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "h", "x")
        assert "pivot.md, pivot.html" in shown(app)
        await press(app, pilot, "x")
        assert "The disk is full." in shown(app)


class SavedHansa(FakeShelf):
    """The small world, saved in a folder of the test."""

    folder: Path = Path()

    def resume(self, path: Path) -> Opened:
        match = Match.new(hansa(), {"LUB": "human"}, 3, folder=self.folder)
        sitting = Sitting.at(Playing(match, "LUB", jobs=0), "LUB")
        return Opened(sitting, Mapper(load_atlas(hansa().scenario)))


async def test_the_small_world_has_a_chronicle(tmp_path: Path) -> None:
    shelf = SavedHansa()
    shelf.folder = tmp_path
    async with opened((120, 36), shelf=shelf) as (app, pilot):
        await press(app, pilot, "c", "e", "y")
        for _ in range(20):
            if app.pages()[-1].kind == "report":
                break
            await press(app, pilot, "a" if app.pages()[-1].kind == "council" else "y")
        await press(app, pilot, "h")
        await until(app, pilot, "chronicle")
        check_rows(app, (120, 36))
        await press(app, pilot, "x")
    assert {".md", ".html"} <= suffixes(tmp_path)
