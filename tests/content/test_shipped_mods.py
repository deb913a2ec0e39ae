"""The mods that ship with the game: right, small, and played."""

from __future__ import annotations

from pathlib import Path

import pytest

from csto_game import places
from csto_game.content.checking import check_set
from csto_game.content.render import render
from csto_game.lab.game import play_game
from csto_game.session.match import Match
from csto_game.session.worlds import finder, open_world

SHELVES = (places.scenarios(), places.mods())
MODS = sorted(path for path in places.mods().iterdir() if path.is_dir())


@pytest.mark.parametrize("mod", MODS, ids=lambda mod: mod.name)
def test_it_is_right_by_itself_and_with_its_scenario(mod: Path) -> None:
    for paths in ([mod], [mod, places.scenarios() / "tashkent_1992"]):
        (checked,) = check_set(paths, SHELVES)
        told = [problem for problem in checked.problems if "georgia" in problem.file]
        assert [render(problem) for problem in told] == []
        assert checked.loaded.scenario


def test_georgia_gets_its_chair_and_the_game_is_played_to_the_end() -> None:
    book = open_world("tashkent_1992", SHELVES, ("georgia_asks",)).book

    played = play_game(book, dict.fromkeys(book.layout.codes[:8], "random"), 3, turns=12)

    assert "GEO" in played.seats
    assert played.turns == 12


def test_a_save_names_its_mods_and_finds_them_again(tmp_path: Path) -> None:
    opened = open_world("georgia_asks", SHELVES)
    seats = {"RUS": "human"} | dict.fromkeys(("ARM", "BLR", "KAZ", "KGZ", "TJK", "UZB"), "idle")
    match = Match.new(opened.book, seats, 3, folder=tmp_path, mods=opened.mods)

    assert match.header.mods == ("georgia_asks 1.0.0",)
    assert match.path
    again = Match.resume(match.path, finder(SHELVES))
    assert "GEO" in again.book.scenario.actors
