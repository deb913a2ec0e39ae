"""The starter world is right, tested, and plays to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from csto_game.cli.main import main
from csto_game.content.load import load
from csto_game.model.refusal import GameError
from csto_game.rules import seats
from csto_game.session.match import Match
from csto_game.session.worlds import open_world
from csto_game.workshop.starter_world import write_starter


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("worlds") / "Two Rivers"
    write_starter(folder)
    return folder


def test_it_is_right_in_the_strict_sense(folder: Path) -> None:
    assert main(["check", "--strict", str(folder)]) == 0


def test_its_tests_hold(folder: Path) -> None:
    assert main(["test", str(folder)]) == 0


def test_it_has_the_parts_that_a_world_has(folder: Path) -> None:
    scenario = load(folder).scenario
    assert scenario is not None
    assert scenario.package.id == "two_rivers"
    kinds = [actor.kind for actor in scenario.actors.values()]
    counts = (kinds.count("country"), kinds.count("power"), len(scenario.verbs))
    assert counts == (3, 1, 3)
    assert (len(scenario.incidents), len(scenario.motions), len(scenario.roles)) == (3, 1, 2)


@pytest.mark.parametrize("kind", ["idle", "random", "greedy", "planner"])
def test_it_plays_to_a_verdict(folder: Path, kind: str) -> None:
    book = open_world(str(folder), ()).book
    match = Match.new(book, dict.fromkeys(seats(book), kind), 1, folder=None)
    match.run()
    assert match.over


def test_nothing_is_overwritten(folder: Path) -> None:
    with pytest.raises(GameError, match="not empty"):
        write_starter(folder)


def test_an_id_is_refused_with_a_better_one(tmp_path: Path) -> None:
    with pytest.raises(GameError, match="two_rivers"):
        write_starter(tmp_path / "x", "Two Rivers")
