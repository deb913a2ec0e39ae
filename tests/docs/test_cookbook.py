"""Every recipe of the cookbook, pasted into a fresh starter world: right, tested, and played."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.console import replayed
from tests.docs.markdown import MODDING, WRITES, Block, blocks, settle

from csto_game.cli.main import main
from csto_game.rules import seats
from csto_game.session.match import Match
from csto_game.session.worlds import open_world
from csto_game.workshop.starter_world import write_starter

PAGE = MODDING / "cookbook.md"
RECIPES: dict[str, list[Block]] = {}
for found in blocks(PAGE):
    RECIPES.setdefault(found.heading, []).append(found)


def test_there_are_enough_of_them() -> None:
    assert len(RECIPES) >= 20
    numbers = [int(heading.partition(".")[0]) for heading in RECIPES]
    assert numbers == list(range(1, len(RECIPES) + 1))


@pytest.mark.parametrize("recipe", list(RECIPES), ids=lambda name: name.partition(".")[0])
def test_a_recipe_works(recipe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSTO_HOME", str(tmp_path / ".home"))
    monkeypatch.setenv("CSTO_LANG", "en")
    monkeypatch.chdir(tmp_path)
    write_starter(tmp_path / "my_world")
    for block in RECIPES[recipe]:
        _paste(block, tmp_path)
    mods = sorted(path.parent.name for path in tmp_path.glob("*/scenario.toml"))
    mods.remove("my_world")

    assert main(["check", "--strict", "my_world", *mods]) == 0
    assert main(["test", *(mods or ["my_world"])]) == 0
    _play(tmp_path, mods)
    consoles = [block for block in RECIPES[recipe] if block.kind == "console"]
    told = [(block, replayed(block.body, monkeypatch)) for block in consoles]
    if told:
        settle(PAGE, told)


def _paste(block: Block, folder: Path) -> None:
    if block.kind not in {"toml", "po"}:
        return
    name = block.file or f"my_world/{'tests/' if '[test.' in block.body else ''}recipe.toml"
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + block.text, encoding="utf-8")


def _play(folder: Path, mods: list[str]) -> None:
    book = open_world(str(folder / "my_world"), (), [str(folder / mod) for mod in mods]).book
    for kind in ("random", "greedy"):
        match = Match.new(book, dict.fromkeys(seats(book), kind), 1, folder=None)
        match.run()
        assert match.over


def test_pages_are_not_left_in_writing_mode() -> None:
    assert not WRITES, "CSTO_DOCS=write is for making blocks anew, not for passing"
