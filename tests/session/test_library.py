"""The saves there are, and the scenarios they need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.hansa import HANSA, begin, hansa, play_on

from csto_game.model.refusal import GameError
from csto_game.session.library import copy_save, find, newest, saves
from csto_game.session.match import Match
from csto_game.session.roles import seat_of
from csto_game.session.worlds import finder, open_world, worlds


def test_saves_are_listed_the_last_played_first(tmp_path: Path) -> None:
    first, second = begin(tmp_path), begin(tmp_path)
    assert first.path
    assert second.path
    os.utime(second.path, (1, 1))
    play_on(first, turns=2)
    rows = saves(tmp_path)
    assert [row.path for row in rows] == [first.path, second.path]
    row = rows[0]
    assert (row.scenario, row.persons, row.seats, row.seed) == ("hansa", ("LUB",), 7, 3)
    assert (row.turn, row.date, row.ended) == (3, "Autumn 1390", "")
    assert row.commands > 10
    assert newest(tmp_path) == first.path


def test_ended_game_is_listed_with_its_ending(tmp_path: Path) -> None:
    match = begin(tmp_path)
    play_on(match)
    (row,) = saves(tmp_path)
    assert row.ended == "adjourned"
    assert row.turn >= match.turn


def test_broken_save_is_listed_with_its_trouble(tmp_path: Path) -> None:
    (tmp_path / "bad.csto").write_text("hello\n")
    (tmp_path / "notes.txt").write_text("hello\n")
    (row,) = saves(tmp_path)
    assert "not a save" in row.trouble


def test_folder_that_is_not_there_has_no_saves(tmp_path: Path) -> None:
    assert saves(tmp_path / "nothing") == ()
    with pytest.raises(GameError, match="no saves yet"):
        newest(tmp_path / "nothing")


def test_save_is_found_by_name_or_path(tmp_path: Path) -> None:
    match = begin(tmp_path)
    assert match.path
    for name in ("hansa-lub-1", "hansa-lub-1.csto", str(match.path)):
        assert find(tmp_path, name) == match.path
    with pytest.raises(GameError, match="did you mean hansa-lub-1"):
        find(tmp_path, "hansa-lub-2")
    with pytest.raises(GameError, match="no save"):
        find(tmp_path, "something else")


def test_copy_is_a_game_of_its_own(tmp_path: Path) -> None:
    match = begin(tmp_path)
    assert match.path
    copy = copy_save(match.path, "before_the_storm")
    play_on(match, turns=1)
    assert Match.resume(copy, finder((HANSA.parent,))).turn == 1
    with pytest.raises(GameError, match="already a save"):
        copy_save(match.path, "before_the_storm")


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "a b", "-x", "x" * 80, "a\nb", "ü"])
def test_name_that_could_leave_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    match = begin(tmp_path)
    assert match.path
    with pytest.raises(GameError, match="may hold"):
        copy_save(match.path, name)


def test_scenario_is_opened_by_folder_manifest_or_id() -> None:
    shelf = HANSA.parent
    for name in (str(HANSA), str(HANSA / "scenario.toml")):
        assert open_world(name, ()).place == str(HANSA)
    by_id = open_world("hansa", (shelf,))
    assert (by_id.place, by_id.folder) == ("", str(HANSA))
    with pytest.raises(GameError, match="did you mean hansa"):
        open_world("hanse", (shelf,))
    with pytest.raises(GameError, match="There are: hansa"):
        open_world("something", (shelf,))
    with pytest.raises(GameError, match="none is installed"):
        open_world("hansa", ())
    with pytest.raises(GameError, match=r"no scenario\.toml"):
        open_world("./nowhere", ())


def test_scenario_with_mistakes_is_listed_and_refused_with_a_cure(tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "scenario.toml").write_text('[package]\nid = "broken"\n')
    (world,) = worlds((tmp_path,))
    assert world.scenario is None
    assert world.errors
    with pytest.raises(GameError, match="Try: csto check"):
        open_world("broken", (tmp_path,))


def test_saved_game_finds_a_scenario_that_is_not_installed(tmp_path: Path) -> None:
    match = Match.new(hansa(), {"LUB": "human"}, 3, folder=tmp_path, place=str(HANSA))
    assert match.path
    assert Match.resume(match.path, finder(())).turn == 1


def test_role_is_chosen_by_id_or_seat() -> None:
    scenario = hansa().scenario
    assert seat_of(scenario, None) == "LUB"
    assert seat_of(scenario, "riga") == "RIG"
    assert seat_of(scenario, "dzg") == "DZG"
    with pytest.raises(GameError, match="did you mean riga"):
        seat_of(scenario, "rigga")
    with pytest.raises(GameError, match=r"it has lubeck \(LUB\)"):
        seat_of(scenario, "somewhere else")
