"""`csto pack`: the same bytes for the same files, and nothing that does not belong."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest

from csto_game.cli.main import main
from csto_game.model.refusal import GameError
from csto_game.workshop.packing import belongs, pack
from csto_game.workshop.starter_world import write_starter


@pytest.fixture
def world(tmp_path: Path) -> Path:
    write_starter(tmp_path / "world")
    return tmp_path / "world"


def test_same_files_same_bytes(world: Path, tmp_path: Path) -> None:
    first = pack(world).data
    copy = tmp_path / "copy"
    copytree(world, copy)
    for file in copy.rglob("*"):
        os.utime(file, (5, 5))
    (copy / "scenario.toml").chmod(0o600)
    assert pack(copy).data == first


def test_names_are_sorted_and_only_what_belongs_is_there(world: Path) -> None:
    (world / "notes.txt").write_text("mine", encoding="utf-8")
    (world / ".git").mkdir()
    (world / ".git" / "a.toml").write_text("", encoding="utf-8")
    packed = pack(world)
    with zipfile.ZipFile(BytesIO(packed.data)) as archive:
        assert archive.namelist() == sorted(archive.namelist()) == list(packed.names)
        assert archive.testzip() is None
    assert packed.left_out == ("notes.txt",)
    assert "tests/basics.toml" in packed.names
    assert not [name for name in packed.names if ".git" in name]


@pytest.mark.parametrize(
    "name, expected",
    [
        ("scenario.toml", True),
        ("a/b.toml", True),
        ("lang/ru.po", True),
        ("ru.po", False),
        ("maps/x.json", True),
        ("x.json", False),
        ("LICENSE.txt", True),
        ("README.md", True),
        ("a.py", False),
        (".hidden.toml", False),
    ],
)
def test_what_belongs(name: str, expected: bool) -> None:
    assert belongs(name) is expected


def test_what_is_too_tight_for_a_reader_is_stored(world: Path) -> None:
    (world / "README.md").write_text("a" * 100_000, encoding="utf-8")
    with zipfile.ZipFile(BytesIO(pack(world).data)) as archive:
        assert archive.getinfo("README.md").compress_type == zipfile.ZIP_STORED
        for entry in archive.infolist():
            assert entry.file_size <= 100 * max(1, entry.compress_size)


def test_links_are_refused(world: Path) -> None:
    (world / "link.toml").symlink_to(world / "scenario.toml")
    with pytest.raises(GameError, match="link"):
        pack(world)


def test_command(world: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.zip"
    assert main(["pack", str(world), "--to", str(file)]) == 0
    assert zipfile.is_zipfile(file)
    (world / "verbs.toml").write_text("[verb.x]\n", encoding="utf-8")
    assert main(["pack", str(world), "--to", str(file)]) == 2
    assert "csto check" in capsys.readouterr().err
