"""A game that is killed at any moment has lost nothing that it had answered."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.hansa import HANSA, ROOT

from csto_game.session.match import Match
from csto_game.session.save import read_save
from csto_game.session.worlds import finder

SCRIPT = ("feast HAM", "lend RIG 4", "end", "vote yes", "vote no", "vote abstain")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


def start(home: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "csto_game", "--home", str(home), "play", *arguments, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )


def answered(out: str) -> int:
    """How many feasts the game has said were held."""
    return sum(line.startswith("Lübeck: Feast the council of") for line in out.splitlines())


@pytest.mark.parametrize("seed", range(5))
def test_killed_game_has_lost_nothing_it_answered(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    arguments = [str(HANSA), "--seed", str(seed)]
    told = 0
    for _ in range(2):
        game = start(tmp_path, *arguments)
        assert game.stdin
        assert game.stdout
        # The game answers each line before it reads the next, so what it said was done before.
        try:
            game.stdin.write("\n".join(SCRIPT * 9) + "\n")
            game.stdin.flush()
        except BrokenPipeError:
            pass
        time.sleep(dice.uniform(0.2, 0.9))
        game.send_signal(signal.SIGKILL)
        out = game.stdout.read()
        game.stdin.close()
        game.stdout.close()
        game.wait()
        found = sorted((tmp_path / "saves").glob("*.csto")) if (tmp_path / "saves").is_dir() else []
        if not found:
            continue
        (path,) = found
        before = read_save(path)
        match = Match.resume(path, finder(()))
        told += answered(out)
        kept = sum(words == "feast HAM" for move in before.moves for _, words in move.commands)
        # One more may be on the disk: killed between writing it down and saying so.
        assert told <= kept <= told + 3
        assert match.turn >= 1
        assert [name.name for name in path.parent.iterdir() if name.suffix == ".csto"] == [
            path.name
        ]
        arguments = ["--resume", path.stem]


def test_ctrl_c_is_130_and_the_game_is_saved(tmp_path: Path) -> None:
    game = start(tmp_path, str(HANSA), "--seed", "3")
    assert game.stdin
    assert game.stdout
    game.stdin.write("feast HAM\n")
    game.stdin.flush()
    while "Feast the council" not in game.stdout.readline():
        pass
    game.send_signal(signal.SIGINT)
    assert game.wait(20) == 130
    game.stdin.close()
    game.stdout.close()
    (path,) = (tmp_path / "saves").glob("*.csto")
    assert read_save(path).moves[-1].commands == (("LUB", "feast HAM"),)
