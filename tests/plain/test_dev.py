"""``csto play --plain --dev``: a file is changed between two lines; a console asks and applies."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.hansa import HANSA

from csto_game import plain
from csto_game.cli.main import main
from csto_game.session.match import Match
from csto_game.session.workbench import Workbench
from csto_game.session.worlds import open_world

Say = str | Callable[[], object]


class Script(io.StringIO):
    """Lines, and things that are done before the next line is read."""

    def __init__(self, *says: Say) -> None:
        super().__init__()
        self.says: Iterator[Say] = iter(says)

    def readline(self, size: int | None = -1, /) -> str:
        for say in self.says:
            if isinstance(say, str):
                return f"{say}\n"
            say()
        return ""


@pytest.fixture
def world(tmp_path: Path) -> Path:
    folder = tmp_path / "hansa"
    shutil.copytree(HANSA, folder)
    return folder


def play(world: Path, *says: Say, dev: bool = True) -> tuple[str, str]:
    opened = open_world(str(world), ())
    saves = world.parent / "saves"
    match = Match.new(opened.book, {"LUB": "human"}, 3, folder=saves, place=opened.place)
    bench = Workbench.of(match, ()) if dev else None
    out, err = io.StringIO(), io.StringIO()
    assert plain.play(match, Script(*says), out, err, dev=bench) == 0
    return out.getvalue(), err.getvalue()


def edit(world: Path, name: str, old: str, new: str) -> Callable[[], object]:
    path = world / name
    return lambda: path.write_text(path.read_text().replace(old, new, 1))


def silver(world: Path) -> str:
    """The line that gives Lübeck its silver."""
    text = (world / "cities.toml").read_text()
    begin = text.index("[country.LUB.start]")
    return next(row for row in text[begin:].splitlines() if row.startswith("silver"))


def test_changed_file_is_told_before_the_next_line(world: Path) -> None:
    out, err = play(
        world,
        "? self.silver",
        edit(world, "cities.toml", silver(world), "silver = 77"),
        "? self.silver",
        "reload",
    )
    assert err == ""
    flat = " ".join(out.split())
    assert "Read anew: cities.toml." in flat
    before, after = (int(row) for row in out.splitlines() if row.isdigit())
    assert f"LUB.silver: {before}, now {after}." in flat
    assert (
        "goes on in the save hansa-lub-2, marked as touched. hansa-lub-1 stays as it was." in flat
    )
    assert "No file has changed." in flat
    assert out.endswith("Saved as hansa-lub-2.\n")


def test_mistakes_are_shown_with_a_caret_and_mended(world: Path) -> None:
    bad = world / "bad.toml"
    out, err = play(
        world,
        lambda: bad.write_text("[rule.x]\nphase = 'start'\ndo = 'HAM.slver + 1'\n"),
        "? 1 + 1",
        bad.unlink,
        "reload",
    )
    assert "bad.toml:3:" in err
    assert "^" in err
    assert "goes on with the rules it had" in " ".join(err.split())
    assert "\n2\n" in out
    assert "The game is the same to the last number." in out


def test_console_answers_applies_and_says_what_is_wrong(world: Path) -> None:
    out, err = play(
        world,
        "?self.silver > 3 and not HAM.silver > 900",
        '! self.silver + 5 because "a gift"',
        "undo",
        "! self.slver + 5",
        "? self.silver >",
        "!",
        "help dev",
    )
    assert "\nyes\n" in out
    assert "  self.silver > 3: yes\n    self.silver: " in out
    assert "a gift" in out
    assert "nothing to take back" in err
    assert "console:1:6: error" in err
    assert "say what: ?" in err
    assert "marked as touched" in " ".join(out.split())


def test_without_dev_nothing_is_for_it(world: Path) -> None:
    _, err = play(world, "! self.silver + 5", "? 1", "reload", dev=False)
    assert err.count("is for csto play --plain --dev") == 3


def test_touched_game_says_so_when_it_is_verified(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CSTO_HOME", str(tmp_path))
    play(world, "! self.silver + 5", "end")
    assert main(["replay", "hansa-lub-2", "--verify"]) == 0
    assert "Touched while it was played: console." in capsys.readouterr().out
    assert main(["replay", "hansa-lub-1", "--verify"]) == 0
    assert "Touched" not in capsys.readouterr().out


def test_dev_wants_no_iron(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CSTO_HOME", str(tmp_path))
    assert main(["play", str(world), "--dev", "--iron"]) != 0
    assert "iron" in capsys.readouterr().err
    assert main(["play", str(world), "--plain", "--dev", "--iron"]) != 0
    assert "iron" in capsys.readouterr().err
