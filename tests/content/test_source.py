"""Reading a folder that strangers made."""

import os
from pathlib import Path

import pytest

from csto_game.content.load import load
from csto_game.content.source import read_folder

MANIFEST = """\
[package]
id = "tiny"
format = 1
version = "1.0.0"
name = "Tiny"
[clock]
year = 1
steps = ["year"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tiny = tmp_path / "tiny"
    tiny.mkdir()
    (tiny / "scenario.toml").write_text(MANIFEST, encoding="utf-8")
    return tiny


def told(folder: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.code) for problem in load(folder).problems]


def test_the_smallest_world_loads(folder: Path) -> None:
    loaded = load(folder)

    assert loaded.problems == ()
    assert loaded.scenario
    assert loaded.scenario.package.root == "tiny"


def test_files_come_in_byte_order(folder: Path) -> None:
    for name in ("b.toml", "a/z.toml", "B.toml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")

    names = [page.name for page in read_folder(folder).pages]

    assert names == ["B.toml", "a/z.toml", "b.toml", "scenario.toml"]


def test_a_link_is_refused_unread(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text("[secret]", encoding="utf-8")
    (folder / "extra.toml").symlink_to(secret)

    assert told(folder) == [("extra.toml", "link")]


def test_a_linked_folder_is_not_entered(folder: Path, tmp_path: Path) -> None:
    (folder / "more").symlink_to(tmp_path)

    assert told(folder) == [("more", "link")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_refused_and_does_not_hang(folder: Path) -> None:
    os.mkfifo(folder / "pipe.toml")

    assert told(folder) == [("pipe.toml", "link")]


def test_a_huge_file_is_refused(folder: Path) -> None:
    (folder / "play.toml").write_bytes(b"#" * (1 << 20) + b"\n")

    assert told(folder) == [("play.toml", "too-big")]


def test_too_many_files_are_refused(folder: Path) -> None:
    for number in range(500):
        (folder / f"{number}.toml").write_text("", encoding="utf-8")

    assert told(folder) == [("tiny", "too-big")]


def test_bytes_that_are_no_text_have_a_place(folder: Path) -> None:
    (folder / "bad.toml").write_bytes(b"# fine\n# \xc3\xa4 \xff\n")

    (problem,) = load(folder).problems

    assert (problem.line, problem.column, problem.code) == (2, 5, "utf8")
    assert problem.message == "byte 0xFF is not UTF-8"


def test_a_mark_at_the_start_and_foreign_newlines_are_forgiven(folder: Path) -> None:
    raw = "\ufeff" + MANIFEST.replace("\n", "\r\n")
    (folder / "scenario.toml").write_bytes(raw.encode())

    assert told(folder) == []


def test_a_folder_without_manifest_says_what_it_found(tmp_path: Path) -> None:
    (tmp_path / "play.toml").write_text("", encoding="utf-8")

    problem = load(tmp_path).problems[0]

    assert problem.code == "no-manifest"
    assert "(found: play.toml)" in problem.message


def test_other_files_are_noted_and_known_ones_are_not(folder: Path) -> None:
    for name in ("README.md", "LICENSE", "tests/a.toml", "lang/ru.po", "maps/m.json", "run.py"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")

    (note,) = load(folder).problems

    assert (note.file, note.severity) == ("run.py", "note")
    assert load(folder).scenario


def test_tests_are_not_read_when_playing(folder: Path) -> None:
    (folder / "tests").mkdir()
    (folder / "tests" / "a.toml").write_text("[incidents.nonsense]\n", encoding="utf-8")

    assert told(folder) == []


def test_a_newer_format_is_refused_politely(folder: Path) -> None:
    newer = MANIFEST.replace("format = 1", "format = 2")
    (folder / "scenario.toml").write_text(newer, encoding="utf-8")

    (problem,) = load(folder).problems

    assert (problem.line, problem.column, problem.code) == (3, 10, "newer")


def test_an_absent_manifest_table_is_one_message(folder: Path) -> None:
    (folder / "scenario.toml").write_text("[clock]\nyear = 1\nsteps = ['year']\n", encoding="utf-8")

    assert told(folder) == [("scenario.toml", "missing-key")]


def test_a_mod_cannot_be_played_by_itself(folder: Path) -> None:
    mod = MANIFEST.replace("format = 1", 'format = 1\nkind = "mod"\nextends = ["hansa"]')
    (folder / "scenario.toml").write_text(mod, encoding="utf-8")

    assert told(folder) == [("scenario.toml", "need")]
