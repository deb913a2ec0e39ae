"""Damaged saves: everything up to the first bad line is saved, and what was lost is said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from attrs import evolve
from tests.hansa import begin, hansa, play_on

from csto_game.model.refusal import GameError
from csto_game.rules import Book, fingerprint
from csto_game.session.header import Header
from csto_game.session.match import Match
from csto_game.session.recover import recover
from csto_game.session.replay import load
from csto_game.session.save import read_save


def find(_: Header) -> Book:
    return hansa()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    match = begin(tmp_path)
    play_on(match, turns=4)
    assert match.path
    return match.path


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def spoil(path: Path, number: int, text: str) -> None:
    rows = lines(path)
    rows[number - 1] = text
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_whole_save_loses_nothing(path: Path) -> None:
    found = recover(path, find)
    assert (found.lost, found.line) == (0, 0)
    assert found.path.name == "hansa-lub-1-recovered.csto"
    assert load(found.path, find).table.state == load(path, find).table.state


@pytest.mark.parametrize("text", ["", "rubbish", "LUB: end", "XXX: end  # 01234567", "a\x00b"])
def test_bad_line_ends_what_is_kept(path: Path, text: str) -> None:
    bad = read_save(path).moves[9].line
    good = load(path, find, to=99)
    before = path.read_bytes()
    spoil(path, bad, text)
    damaged = path.read_bytes()
    with pytest.raises(GameError, match="csto save recover hansa-lub-1"):
        Match.resume(path, find)
    found = recover(path, find)
    assert path.read_bytes() == damaged != before
    assert found.line == bad
    assert found.lost > 0
    again = load(found.path, find)
    assert again.difference is None
    states = {fingerprint(step.state) for step in good.table.log.steps}
    assert fingerprint(again.table.state) in states
    play_on(Match.resume(found.path, find), turns=1)


def test_changed_command_ends_what_is_kept(path: Path) -> None:
    move = next(m for m in read_save(path).moves if m.line > 25 and m.commands[0][1] == "end")
    spoil(path, move.line, lines(path)[move.line - 1][:-1] + "z")
    found = recover(path, find)
    assert found.line == move.line
    assert load(found.path, find).difference is None


def test_flipped_bits_and_cuts_anywhere_never_end_in_a_traceback(path: Path) -> None:
    whole = path.read_bytes()
    dice = random.Random(7)
    for n in range(40):
        raw = bytearray(whole)
        for _ in range(dice.randint(1, 3)):
            raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(8)
        if n % 4 == 0:
            raw = raw[: dice.randrange(len(raw))]
        path.write_bytes(bytes(raw))
        try:
            found = recover(path, find, f"try{n}")
        except GameError:
            continue
        assert load(found.path, find).difference is None


def test_damaged_heading_cannot_be_recovered(path: Path) -> None:
    spoil(path, 3, "scenario hansa")
    with pytest.raises(GameError, match="line 3"):
        recover(path, find)
    foreign = path.with_name("foreign.csto")
    foreign.write_bytes(b"\x89PNG\r\n")
    with pytest.raises(GameError, match="not a save"):
        recover(foreign, find)


def test_names_are_never_overwritten(path: Path) -> None:
    assert recover(path, find).path != recover(path, find).path
    with pytest.raises(GameError, match="already"):
        recover(path, find, path.stem)


# ── a scenario that has changed ──


def changed(version: str) -> Book:
    scenario = hansa().scenario
    made = evolve(scenario.package, version=version)
    return Book.of(evolve(scenario, package=made, hash="cd" * 32))


@pytest.mark.parametrize(
    "version, sentence",
    [("", "edited under the same version number"), ("9.0.0", "here is hansa 9.0.0")],
)
def test_other_rules_are_named_and_what_that_means(path: Path, version: str, sentence: str) -> None:
    with pytest.raises(GameError, match=sentence):
        Match.resume(path, lambda _: changed(version or hansa().scenario.package.version))
