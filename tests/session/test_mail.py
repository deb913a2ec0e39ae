"""Play by mail: the file opens for whose turn it is, seals show every hand on it, nothing is lost."""

from __future__ import annotations

import base64
import errno
import os
import zlib
from pathlib import Path

import pytest
from attrs import evolve
from tests.hansa import hansa

from csto_game.model.command import Command
from csto_game.model.refusal import GameError, Refusal
from csto_game.rules import Book
from csto_game.session.header import Header
from csto_game.session.mail import Sitting, begin_mail, pass_on, read_letter, sit_down
from csto_game.session.mail.letter import OVER, letter_text
from csto_game.session.match import Match

WORDS = {"LUB": "salt and herring", "HAM": "beer and wax"}


def find(_: Header) -> Book:
    return hansa()


def ask(seat: str, is_new: bool) -> str:  # the form of `mail.Ask`
    return WORDS[seat]


def sit(file: Path) -> Sitting:
    return sit_down(file, find, file.parent / "work", ask)


def do(match: Match, words: str) -> None:
    command = match.parse(words)
    assert isinstance(command, Command), command
    assert not isinstance(match.submit(command), Refusal)


def finish(sitting: Sitting) -> None:
    """End or abstain until another person is asked."""
    while not sitting.is_done:
        words = "end" if sitting.match.table.state.phase == "plan" else "vote abstain"
        do(sitting.match, words)
        sitting.match.run()


def play_turn(file: Path) -> str:
    sitting = sit(file)
    finish(sitting)
    return pass_on(sitting)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "game.mail"
    assert begin_mail(hansa(), ("LUB", "HAM"), 3, file, tmp_path / "work") == "LUB"
    return file


def test_file_goes_from_seat_to_seat_to_the_end(file: Path) -> None:
    seats = []
    for _ in range(200):
        following = read_letter(file).next
        if following == OVER:
            break
        seats.append(following)
        assert play_turn(file) == read_letter(file).next
    assert read_letter(file).next == OVER
    assert set(seats) == {"LUB", "HAM"}
    with pytest.raises(GameError, match="over"):
        sit(file)
    assert not list((file.parent / "work").iterdir())


def test_only_whose_turn_it_is_opens_it(file: Path) -> None:
    play_turn(file)
    if read_letter(file).next == "LUB":
        play_turn(file)
    while read_letter(file).next != "LUB":
        play_turn(file)
    with pytest.raises(GameError, match="not the passphrase of LUB"):
        sit_down(file, find, file.parent / "work", lambda seat, new: WORDS["HAM"])


def test_first_passphrase_is_set_and_must_be_long_enough(file: Path) -> None:
    with pytest.raises(GameError, match="six letters"):
        sit_down(file, find, file.parent / "work", lambda seat, new: "abc")
    asked: list[tuple[str, bool]] = []

    def first(seat: str, is_new: bool) -> str:  # the form of `mail.Ask`
        asked.append((seat, is_new))
        return WORDS[seat]

    sit_down(file, find, file.parent / "work", first)
    assert asked == [("LUB", True)]


def test_turn_that_is_not_over_is_not_passed_and_not_lost(file: Path) -> None:
    sitting = sit(file)
    before = file.read_bytes()
    do(sitting.match, "feast HAM")
    with pytest.raises(GameError, match="not over"):
        pass_on(sitting)
    assert file.read_bytes() == before
    again = sit(file)
    assert again.match.table.state == sitting.match.table.state


def test_orders_are_not_read_by_accident(file: Path) -> None:
    sitting = sit(file)
    do(sitting.match, "feast HAM")
    finish(sitting)
    pass_on(sitting)
    assert b"feast" not in file.read_bytes()
    assert b"feast" in read_letter(file).save


# ── hands on the file ──


def passed(file: Path) -> None:
    """Both have played a turn, and it is LUB's again."""
    play_turn(file)
    while read_letter(file).next != "LUB":
        play_turn(file)


def change(file: Path, old: bytes, new: bytes) -> None:
    letter = read_letter(file)
    assert old in letter.save
    file.write_bytes(letter_text(evolve(letter, save=letter.save.replace(old, new, 1))))


def test_own_orders_changed_by_another_hand_are_seen(file: Path) -> None:
    sitting = sit(file)
    do(sitting.match, "feast HAM")
    finish(sitting)
    pass_on(sitting)
    while read_letter(file).next != "LUB":
        play_turn(file)
    change(file, b"feast HAM", b"feast RIG")
    with pytest.raises(GameError, match="no longer holds what LUB had sealed"):
        sit(file)


def test_moves_made_in_anothers_name_are_seen(file: Path) -> None:
    play_turn(file)
    letter = read_letter(file)
    assert letter.next == "HAM"
    # LUB's player plays HAM's turn as well, and cannot seal it as HAM.
    sitting = sit(file)
    finish(sitting)
    assert sitting.match.path
    forged = evolve(letter, save=sitting.match.path.read_bytes(), next="LUB")
    file.write_bytes(letter_text(forged))
    with pytest.raises(GameError, match="moves of HAM that HAM has not sealed"):
        sit(file)


def test_seal_of_another_cannot_be_made(file: Path) -> None:
    passed(file)
    letter = read_letter(file)
    mine = next(seal for seal in letter.seals if seal.seat == "LUB")
    forged = tuple(
        evolve(s, digest=mine.digest) if s.seat == "LUB" and s != mine else s for s in letter.seals
    )
    other = evolve(letter, seals=(evolve(forged[0], digest="0" * 64), *forged[1:]))
    file.write_bytes(letter_text(other))
    with pytest.raises(GameError, match="changed"):
        sit(file)


@pytest.mark.parametrize(
    "raw, sentence",
    [
        (b"", "no game by mail"),
        (b"csto save 1\n", "no game by mail"),
        (b"csto mail 1\n", "damaged"),
        (b"csto mail 1\nscenario: a 1\nturn: 1\nnext: LUB\nrubbish\n---\n", "line 5"),
        (b"csto mail 1\nscenario: a 1\nturn: 1\n---\n", "damaged"),
        (b"csto mail 1\nscenario: a 1\nturn: 1\nnext: LUB\n---\n!!!\n", "not whole"),
        (b"csto mail 1\nscenario: a 1\nturn: 1\nnext: LUB\n---\nAAAA\n", "not whole"),
        (b"\xff" * 99, "no game by mail"),
    ],
)
def test_damaged_and_foreign_files_are_refused(tmp_path: Path, raw: bytes, sentence: str) -> None:
    file = tmp_path / "x.mail"
    file.write_bytes(raw)
    with pytest.raises(GameError, match=sentence):
        read_letter(file)


def test_body_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = base64.b64encode(zlib.compress(b"\0" * 40_000_000)).decode()
    file = tmp_path / "x.mail"
    head = "csto mail 1\nscenario: a 1\nturn: 1\nnext: LUB\n---\n"
    file.write_text(head + bomb + "\n", encoding="ascii")
    with pytest.raises(GameError, match="not whole"):
        read_letter(file)


def test_cut_file_is_refused_or_whole(file: Path) -> None:
    whole = file.read_bytes()
    for size in range(0, len(whole) - 2, max(1, len(whole) // 60)):
        file.write_bytes(whole[:size])
        with pytest.raises(GameError):
            sit(file)


def test_one_seat_is_no_game_by_mail(tmp_path: Path) -> None:
    with pytest.raises(GameError, match="two seats"):
        begin_mail(hansa(), ("LUB",), 3, tmp_path / "x.mail", tmp_path)
    (tmp_path / "y.mail").write_text("mine", encoding="utf-8")
    with pytest.raises(GameError, match="already"):
        begin_mail(hansa(), ("LUB", "HAM"), 3, tmp_path / "y.mail", tmp_path)


def test_full_disk_leaves_the_file_and_the_turn_as_they_were(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sit(file)
    finish(sitting)
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(GameError, match="no space left"):
            pass_on(sitting)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.glob(".new-*")] == []
    again = sit(file)
    assert again.is_done
    assert pass_on(again) == "HAM"
