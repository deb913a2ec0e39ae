"""Whole games without a screen: the same for the same seed, however many are played at a time."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from attrs import evolve
from tests.hansa import HANSA, ROOT, begin, hansa

from csto_game.cli import main
from csto_game.lab.document import document
from csto_game.lab.game import play_game
from csto_game.lab.progress import Progress
from csto_game.lab.seating import read_seating
from csto_game.lab.sim import Task, simulate
from csto_game.lab.table import five, table
from csto_game.model.refusal import GameError
from csto_game.rules import fingerprint, seats
from csto_game.session.replay import load

SEATS = seats(hansa())
TASK = Task(str(HANSA), read_seating("planner,greedy,random", SEATS, "hansa"), 4, 1, 8)


def test_jobs_change_nothing() -> None:
    assert simulate(TASK, hansa(), jobs=1).games == simulate(TASK, hansa(), jobs=3).games


def test_game_of_the_lab_is_the_game_of_a_match(tmp_path: Path) -> None:
    match = begin(tmp_path, seed=5, LUB="planner")
    match.run()
    played = play_game(hansa(), match.header.seats, 5, turns=8, keep=True)
    assert played.fingerprint == fingerprint(match.table.state)
    verdict = match.verdict()
    assert verdict
    assert (played.ending, dict(verdict.scores)) == (verdict.ending, dict(played.scores))
    assert match.path
    lines = match.path.read_text("utf-8").splitlines()
    assert list(played.moves) == [line for line in lines[12:] if not line.startswith("#")]


def test_saves_of_the_lab_replay(tmp_path: Path) -> None:
    simulate(evolve(TASK, games=2, saves=str(tmp_path)), hansa())
    found = sorted(tmp_path.iterdir())
    assert len(found) == 2
    for path in found:
        again = load(path, lambda header: hansa())
        assert again.difference is None
        assert again.table.state.verdict


def test_game_stops_after_so_many_turns() -> None:
    played = play_game(hansa(), dict.fromkeys(SEATS, "idle"), 1, turns=3)
    assert (played.turns, played.ending, played.won) == (3, "", ())
    assert set(played.scores) == {"LUB", "DZG", "RIG"}


def test_kinds_take_turns_over_the_seats() -> None:
    seating = read_seating("planner,greedy,random", SEATS, "hansa")
    first, second = seating.of(0), seating.of(1)
    assert list(first.values())[:3] == ["planner", "greedy", "random"]
    assert list(second.values())[:3] == ["greedy", "random", "planner"]
    assert seating.rotates
    fixed = read_seating("LUB=random, dzg=idle", SEATS, "hansa")
    assert not fixed.rotates
    assert (fixed.of(3)["LUB"], fixed.of(3)["DZG"], fixed.of(3)["HAM"]) == (
        "random",
        "idle",
        "planner",
    )


@pytest.mark.parametrize("text", ["", ",", "planner,", "LUB=", "=planner", "LUB=a=b"])
def test_players_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(GameError):
        read_seating(text, SEATS, "hansa")


def test_document_is_as_promised(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["sim", str(HANSA), "--games", "2", "--seed", "7", "--turns", "2", "--json", "-"]) == 0
    )
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert list(found) == [
        "scenario", "scenario_hash", "version", "seed", "turns_limit", "players", "games",
        "elapsed_s", "games_per_minute", "turns_per_second",
    ]  # fmt: skip
    assert (found["scenario"], found["seed"], found["turns_limit"]) == ("hansa", 7, 2)
    assert set(found["players"]) == set(SEATS)
    assert list(found["games"][0]) == [
        "seed", "turns", "ending", "scores", "won", "commands", "fingerprint",
    ]  # fmt: skip
    assert [game["seed"] for game in found["games"]] == [7, 8]
    assert "2 of 2 games" in err


def test_document_says_who_sat_where_when_players_take_turns() -> None:
    result = simulate(evolve(TASK, games=2), hansa())
    games = document(result, hansa())["games"]
    assert isinstance(games, list)
    assert games[1]["players"]["LUB"] == "greedy"


def test_table_names_roles_kinds_and_endings() -> None:
    text = "\n".join(table(simulate(TASK, hansa()), hansa()))
    for word in ("LUB", "DZG", "RIG", "planner", "greedy", "random", "adjourned", "games a minute"):
        assert word in text


@pytest.mark.parametrize(
    "values, wanted",
    [([5], (5, 5, 5, 5, 5)), ([1, 9], (1, 1, 9, 9, 9)), (range(101), (0, 25, 50, 75, 100))],
)
def test_quartiles_are_values_that_occurred(values: list[int], wanted: tuple[int, ...]) -> None:
    assert five(values) == wanted


def test_progress_is_a_line_each_tenth_without_a_terminal() -> None:
    out = io.StringIO()
    tell = Progress(out)
    for done in range(1, 101):
        tell(done, 100)
    assert len(out.getvalue().splitlines()) == 10


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_interrupted_simulation_ends_at_once_with_130() -> None:
    arguments = ["sim", str(HANSA), "--games", "9999", "--jobs", "2"]
    game = subprocess.Popen(
        [sys.executable, "-m", "csto_game", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    )
    time.sleep(2)
    os.killpg(game.pid, signal.SIGINT)
    assert game.wait(20) == 130
    assert game.stderr
    assert "Traceback" not in game.stderr.read()
    game.stderr.close()
