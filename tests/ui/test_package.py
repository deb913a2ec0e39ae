"""README and licence of a package on the screen: read from strangers, shown as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from tests.ui.driving import SIZES, check_rows, lines, opened, page, press, shown
from tests.ui.fakes import FakeShelf

from csto_game.ui.offers import Offer

README = "# Title\n\n[bold red]not markup[/] {self.name} %s\n" + "".join(
    f"line {n}\n" for n in range(90)
)


class Shelf(FakeShelf):
    """The fake shelf, whose first scenario lies in a folder that is really there."""

    place: Path

    def offers(self) -> tuple[Offer, ...]:
        first, *rest = super().offers()
        return (evolve(first, place=str(self.place)), *rest)


def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "scenario.toml").write_text('[package]\nid = "a"\nlicence = "MIT"\n', "utf-8")
    (tmp_path / "README.md").write_text(README, "utf-8")
    (tmp_path / "LICENSE").write_text("Do as you like.\n", "utf-8")
    made = Shelf()
    Shelf.place = tmp_path
    return made


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_shows_what_a_package_says_of_itself(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(size, shelf=shelf(tmp_path)) as (app, pilot):
        await press(app, pilot, "n")
        assert "about it" in lines(app)[-1]
        await press(app, pilot, "a")
        assert page(app).kind == "package"
        check_rows(app, size)
        for words in ("MIT", "README.md", "# Title", "[bold red]not markup[/] {self.name} %s"):
            assert words in shown(app), words
        await press(app, pilot, "end")
        check_rows(app, size)
        assert "Do as you like." in shown(app)
        await press(app, pilot, "home", "pagedown", "j", "k", "escape")
        assert page(app).kind == "new_game"
