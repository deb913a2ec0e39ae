"""README and licence of a package: from strangers, bounded, never a path, never raised."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from csto_game.content.papers import LONGEST, MOST_LINES, imprint, papers
from csto_game.places import mods, scenarios

MANIFEST = """[package]
id = "a"
authors = ["One", 7, "Two"]
licence = "MIT"
home = { evil = 1 }
"""


def package(folder: Path, **files: str | bytes) -> Path:
    (folder / "scenario.toml").write_text(MANIFEST, "utf-8")
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_md", ".md")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_the_readme_comes_first_then_the_licence_and_nothing_else(tmp_path: Path) -> None:
    package(
        tmp_path,
        LICENSE="Do as you like.\n",
        README_md="# A\r\n\r\n\tTabbed.  \n",
        NOTES_md="not shown",
        tests__README_md="of the tests",
    )
    found = papers(tmp_path)
    assert [one.name for one in found] == ["README.md", "LICENSE"]
    assert found[0].lines == ("# A", "", "    Tabbed.")
    assert found[1].lines == ("Do as you like.",)
    assert not any(one.is_cut or one.trouble for one in found)


def test_what_nobody_reads_to_its_end_is_cut(tmp_path: Path) -> None:
    package(tmp_path, README_md="x" * 100_000 + "\n" + "y\n" * (2 * MOST_LINES))
    (found,) = papers(tmp_path)
    assert found.is_cut
    assert len(found.lines) == MOST_LINES
    assert len(found.lines[0]) == LONGEST + 1


@pytest.mark.parametrize(
    "raw",
    [b"\xff\xfe\x00", b"\x1b[2J\x1b]0;owned\x07", "safe \u202egnp.exe".encode(), b"a\x00b"],
)
def test_what_could_deceive_a_reader_or_a_terminal_is_not_shown(tmp_path: Path, raw: bytes) -> None:
    package(tmp_path, README_md=raw)
    (found,) = papers(tmp_path)
    assert found.trouble
    assert not found.lines
    assert found.trouble.isprintable()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("password", "utf-8")
    folder = tmp_path / "p"
    folder.mkdir()
    package(folder)
    (folder / "README.md").symlink_to(secret)
    (found,) = papers(folder)
    assert "link" in found.trouble
    assert not found.lines


def test_a_zip_is_read_in_memory_and_a_bomb_is_refused(tmp_path: Path) -> None:
    good, bomb = tmp_path / "good.zip", tmp_path / "bomb.zip"
    with zipfile.ZipFile(good, "w") as file:
        file.writestr("scenario.toml", MANIFEST)
        file.writestr("README.md", "hello\n")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("scenario.toml", MANIFEST)
        file.writestr("README.md", "0" * 3_000_000)
    assert papers(good)[0].lines == ("hello",)
    assert all(one.trouble for one in papers(bomb))
    assert papers(tmp_path / "absent.zip")[0].trouble


def test_a_manifest_says_who_made_it_as_far_as_it_is_text(tmp_path: Path) -> None:
    assert imprint(package(tmp_path)) == (("id", "a"), ("authors", "One, Two"), ("licence", "MIT"))
    (tmp_path / "scenario.toml").write_text("not toml [", "utf-8")
    assert imprint(tmp_path) == ()


def test_every_shipped_package_tells_of_itself() -> None:
    shipped = [path for shelf in (scenarios(), mods()) for path in shelf.iterdir() if path.is_dir()]
    assert len(shipped) >= 4
    for path in shipped:
        names = [paper.name for paper in papers(path)]
        assert names[:1] == ["README.md"], path
        assert "licence" in dict(imprint(path)), path
