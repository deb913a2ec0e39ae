"""The worlds of the tutorial: right in the strict sense, tested, and played to an end."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.markdown import TUTORIAL

from csto_game.cli.main import main
from csto_game.rules import seats
from csto_game.session.match import Match
from csto_game.session.worlds import open_world

STEPS = sorted(path for path in TUTORIAL.iterdir() if path.is_dir())
each_step = pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)


def test_there_are_eight_steps() -> None:
    assert [step.name for step in STEPS] == [f"step-{number}" for number in range(1, 9)]


@each_step
def test_it_has_no_warnings(step: Path) -> None:
    assert main(["check", "--strict", str(step)]) == 0


@each_step
def test_it_is_laid_out_alike(step: Path) -> None:
    assert main(["fmt", "--check", str(step)]) == 0


@each_step
def test_its_tests_hold(step: Path) -> None:
    assert main(["test", str(step)]) == 0


@each_step
@pytest.mark.parametrize("kind", ["idle", "random", "greedy"])
def test_programs_play_it_to_an_end(step: Path, kind: str) -> None:
    book = open_world(str(step), ()).book
    for seed in range(1, 6 if kind == "random" else 2):
        match = Match.new(book, dict.fromkeys(seats(book), kind), seed, folder=None)
        match.run()
        assert match.over
