"""What ships with tests of its own passes them, and is checked without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from csto_game.cli.main import main

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(path.parent for path in ROOT.glob("*/*/scenario.toml"))
TESTED = [path for path in PACKAGES if any((path / "tests").glob("*.toml"))]


@pytest.mark.parametrize("package", TESTED, ids=lambda path: path.name)
def test_its_own_tests_hold(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["test", str(package)])

    said = capsys.readouterr().out
    assert code == 0, "\n".join(line for line in said.splitlines() if not line.startswith("holds"))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_nothing_is_to_be_said_of_it(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--strict", str(package)])

    assert (code, capsys.readouterr().err) == (0, "")


def test_every_world_has_tests() -> None:
    worlds = {path for path in PACKAGES if path.parent.name == "scenarios"}
    assert worlds <= set(TESTED)
