"""A save played again: the same to the last fingerprint, or the first difference named."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from tests.hansa import HANSA, ROOT, begin, hansa, play_on

from csto_game.model.refusal import GameError
from csto_game.rules import Book
from csto_game.session.header import Header
from csto_game.session.move import Move, read_move
from csto_game.session.replay import Replay, load
from csto_game.session.save import read_save


def moved(line: str) -> Move | None:
    return read_move(line, 1)


def find(header: Header) -> Book:
    return hansa()


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    match = begin(tmp_path_factory.mktemp("saves"))
    play_on(match)
    assert match.path
    return match.path.read_text(encoding="utf-8")


def replayed(folder: Path, text: str) -> Replay:
    path = folder / "game.csto"
    path.write_text(text, encoding="utf-8")
    return load(path, find)


def test_whole_game_is_the_same_again(tmp_path: Path, text: str) -> None:
    again = replayed(tmp_path, text)
    assert again.difference is None
    assert again.table.state.verdict
    assert again.played == sum(
        len(move.commands) for move in read_save(tmp_path / "game.csto").moves
    )


def test_save_of_a_whole_game_is_small(text: str) -> None:
    # 40 turns of 7 seats are about 1,300 commands; the limit for those is 30 kB.
    commands = sum(len(move.commands) for move in map(moved, text.splitlines()) if move)
    assert len(text) / commands < 23


def test_flipped_fingerprint_is_the_first_difference(tmp_path: Path, text: str) -> None:
    lines = text.splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if line.startswith("HAM: "))
    lines[number] = re.sub(r"# .", lambda m: "# 0" if m[0] != "# 0" else "# 1", lines[number])
    difference = replayed(tmp_path, "".join(lines)).difference
    assert difference
    assert difference.line == number + 1
    assert f"line {number + 1}" in difference.sentence


@pytest.mark.parametrize("old, new", [("end", "sit"), ("end", "vote yes"), ("end", "feast XXX")])
def test_changed_command_is_named_with_its_line(
    tmp_path: Path, text: str, old: str, new: str
) -> None:
    lines = text.splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if line.startswith("STO: end"))
    lines[number] = lines[number].replace(old, new)
    difference = replayed(tmp_path, "".join(lines)).difference
    assert difference
    assert (difference.line, difference.seat) == (number + 1, "STO")


def test_left_out_line_shows_at_the_next(tmp_path: Path, text: str) -> None:
    lines = text.splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if line.startswith("HAM: "))
    del lines[number]
    difference = replayed(tmp_path, "".join(lines)).difference
    assert difference
    assert difference.line <= number + 1


def test_other_seed_differs_at_the_start(tmp_path: Path, text: str) -> None:
    difference = replayed(tmp_path, text.replace("seed: 3", "seed: 4")).difference
    assert difference
    assert difference.line == 0


def test_every_flipped_byte_is_noticed_or_harmless(tmp_path: Path, text: str) -> None:
    body = text.index("start: ")
    same = replayed(tmp_path, text).table.state
    for place in range(body, len(text) - 1, 37):
        letter = "x" if text[place] != "x" else "y"
        flipped = text[:place] + letter + text[place + 1 :]
        try:
            again = replayed(tmp_path, flipped)
        except GameError:
            continue
        if again.difference is None:
            assert again.table.state == same


def test_replay_stops_when_a_turn_begins(tmp_path: Path, text: str) -> None:
    path = tmp_path / "game.csto"
    path.write_text(text, encoding="utf-8")
    again = load(path, find, to=3)
    assert again.table.state.turn == 3
    assert again.table.state.ended == ()


def test_changed_scenario_is_said_with_both_hashes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "game.csto"
    path.write_text(text, encoding="utf-8")
    changed = Book.of(evolve(hansa().scenario, hash="f" * 64))
    with pytest.raises(GameError) as caught:
        load(path, lambda header: changed)
    assert hansa().scenario.hash[:12] in str(caught.value)
    assert "f" * 12 in str(caught.value)


def test_same_game_in_processes_with_other_hash_seeds(tmp_path: Path) -> None:
    kept: list[str] = []
    for number in ("0", "1"):
        folder = tmp_path / number
        arguments = ["sim", str(HANSA), "--games", "1", "--seed", "5", "--saves", str(folder)]
        subprocess.run(
            [sys.executable, "-m", "csto_game", *arguments],
            env=os.environ | {"PYTHONHASHSEED": number},
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        (path,) = folder.iterdir()
        kept.append(re.sub("begun: .*", "", path.read_text(encoding="utf-8")))
    assert kept[0] == kept[1]
