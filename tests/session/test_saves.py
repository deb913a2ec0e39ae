"""Saves as files: read whole, or refused with one sentence that names file and line."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from csto_game.model.refusal import GameError
from csto_game.session.header import Header, header_text, read_header
from csto_game.session.journal import Journal
from csto_game.session.move import Move
from csto_game.session.save import read_save, turn_note

HEADER = Header(
    game="0.1.0",
    scenario="hansa",
    version="1.0.0",
    hash="ab" * 32,
    seed=7,
    seats={"LUB": "human", "HAM": "planner"},
    mods=("weather 1.0.0", "guilds 2.1.0"),
    difficulty="open_sea",
    begun="2026-07-01",
    start="0123abcd",
)
MOVES = (
    Move((("LUB", "feast HAM"),), "11111111"),
    Move((("LUB", "undo"),), "0123abcd"),
    Move((("LUB", "vote bind yes"), ("HAM", "vote bind abstain")), "33333333"),
    Move((("HAM", "option pirates ransom"), ("HAM", "lend LUB 10"), ("HAM", "end")), "22222222"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "game.csto"
    journal = Journal.create(path, HEADER)
    journal.append(turn_note(1, "Spring 1390"), str(MOVES[0]))
    journal.append(*map(str, MOVES[1:]))
    return path


def refused(path: Path) -> str:
    with pytest.raises(GameError) as caught:
        read_save(path)
    assert path.name in str(caught.value)
    assert caught.value.exit_code == 2
    return str(caught.value)


def change(path: Path, edit: Callable[[str], str]) -> None:
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_what_was_written_is_read(path: Path) -> None:
    save = read_save(path)
    assert save.header == HEADER
    assert [evolve(move, line=0) for move in save.moves] == list(MOVES)
    assert [move.line for move in save.moves] == [14, 15, 16, 17]
    assert (save.noted_turn, save.noted_date) == (1, "Spring 1390")
    assert not save.torn
    assert save.size == path.stat().st_size


@pytest.mark.parametrize("header", [HEADER], ids=["full"])
def test_heading_survives_the_file(header: Header) -> None:
    lines = header_text(header).splitlines()
    assert read_header("x", lines) == (header, len(lines))


def test_bare_heading_survives_the_file() -> None:
    bare = Header("1", "a", "1.0.0", "h", 0, {"AA": "idle"}, start="00000000")
    lines = header_text(bare).splitlines()
    assert read_header("x", lines)[0] == bare


def test_windows_line_ends_are_read(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(read_save(path).moves) == len(MOVES)


def test_torn_last_line_is_left_out_at_every_length(path: Path) -> None:
    whole = path.read_bytes()
    last = whole.rstrip(b"\n").rfind(b"\n") + 1
    for length in range(last + 1, len(whole)):
        path.write_bytes(whole[:length])
        save = read_save(path)
        assert save.torn
        assert len(save.moves) == len(MOVES) - 1
        assert save.size == last


def test_torn_line_is_cut_from_the_file_when_the_game_goes_on(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole + b"LUB: fea")
    journal = Journal.reopen(read_save(path))
    assert path.read_bytes() == whole
    journal.append("LUB: end  # 33333333")
    assert path.read_bytes() == whole + b"LUB: end  # 33333333\n"


@pytest.mark.parametrize(
    "content",
    [b"", b"hello\n", b"\x00\x01\x02\n", b"csto save\n", b"csto save x\n", b"[package]\nid = 1\n"],
)
def test_foreign_file_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "not a save of this game" in refused(path)


def test_newer_save_is_refused(path: Path) -> None:
    change(path, lambda text: text.replace("csto save 1", "csto save 2"))
    assert "newer game" in refused(path)


@pytest.mark.parametrize("line", range(2, 13))
def test_missing_line_of_the_heading_is_named(path: Path, line: int) -> None:
    def without(text: str) -> str:
        lines = text.splitlines(keepends=True)
        return "".join(lines[: line - 1] + lines[line:])

    change(path, without)
    assert f"line {line}" in refused(path)


@pytest.mark.parametrize(
    "old, new, line",
    [
        ("seed: 7", "seed: seven", 6),
        ("seed: 7", "seed: ٧", 6),
        ("seed: 7", "seed: 1_0", 6),
        ("LUB=human", "LUBhuman", 8),
        ("hansa 1.0.0", "hansa", 3),
        ("LUB: feast HAM  # 11111111", "LUB: feast HAM", 14),
        ("LUB: feast HAM  # 11111111", "feast HAM  # 11111111", 14),
        ("LUB: feast HAM  # 11111111", "LUB: feast HAM  # 1111111g", 14),
        ("LUB: feast HAM  # 11111111", "XXX: feast HAM  # 11111111", 14),
        ("LUB yes, HAM abstain", "LUB yes, XXX abstain", 16),
        ("LUB yes, HAM abstain", "LUB yes; HAM abstain", 16),
        ("LUB yes, HAM abstain", "LUB aye, HAM abstain", 16),
        ("LUB: feast HAM  # 11111111", "LUB: fe\x1b[2Jast HAM  # 11111111", 14),
    ],
)
def test_damaged_line_is_named(path: Path, old: str, new: str, line: int) -> None:
    change(path, lambda text: text.replace(old, new))
    assert f"line {line}" in refused(path)


def test_bytes_that_are_no_text_are_named(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"feast", b"fe\xffst"))
    assert "line 14" in refused(path)


def test_huge_file_is_refused_before_it_is_read(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(100 * 2**20)
    assert "too large" in refused(path)


def test_absent_save_is_refused(tmp_path: Path) -> None:
    assert "no save" in refused(tmp_path / "nothing")


def test_folder_is_no_save(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path)


# ── writing ──


def test_new_save_never_overwrites(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(GameError, match="already a save"):
        Journal.create(path, HEADER)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_full_disk_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.reopen(read_save(path))
    before = path.read_bytes()
    write = os.write
    room = iter([5])

    def fills_up(file: int, content: bytes) -> int:
        left = next(room, 0)
        if not left:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, content[:left])

    monkeypatch.setattr(os, "write", fills_up)
    with pytest.raises(GameError, match="no space left on device"):
        journal.append("LUB: end  # 33333333")
    assert path.read_bytes() == before
    monkeypatch.undo()
    journal.append("LUB: end  # 33333333")
    assert read_save(path).moves[-1].commands == (("LUB", "end"),)


def test_rest_of_a_failed_line_is_cut_at_the_next_occasion(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.reopen(read_save(path))

    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    monkeypatch.setattr(os, "ftruncate", fails)
    with pytest.raises(GameError, match="input/output error"):
        journal.append("LUB: end  # 33333333")
    monkeypatch.undo()
    journal.append("LUB: end  # 44444444")
    assert [move.fingerprint for move in read_save(path).moves][-2:] == ["22222222", "44444444"]


def test_save_that_another_program_wrote_to_is_left_alone(path: Path) -> None:
    journal = Journal.reopen(read_save(path))
    with path.open("a") as file:
        file.write("HAM: end  # 55555555\n")
    before = path.read_bytes()
    with pytest.raises(GameError, match="another program"):
        journal.append("LUB: end  # 33333333")
    assert path.read_bytes() == before


def test_save_that_is_gone_is_said_and_not_made_anew(path: Path) -> None:
    journal = Journal.reopen(read_save(path))
    path.unlink()
    with pytest.raises(GameError, match="no longer there"):
        journal.append("LUB: end  # 33333333")
    assert not path.exists()


def test_unwritable_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GameError, match=r"a folder at .*file, and a file is there"):
        Journal.create(tmp_path / "file" / "game.csto", HEADER)
