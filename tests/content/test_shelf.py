"""Finding and listing packages, and what `csto check` prints."""

import shutil
from pathlib import Path

import pytest

from csto_game.cli.main import main
from csto_game.content.problem import Problem
from csto_game.content.shelf import find, shelf

WORLDS = Path(__file__).parents[1] / "worlds"
HANSA = WORLDS / "hansa"


def test_a_package_is_found_by_id_and_by_path(tmp_path: Path) -> None:
    shutil.copytree(HANSA, tmp_path / "folder_of_another_name")

    assert find("hansa", (tmp_path,)) == tmp_path / "folder_of_another_name"
    assert find(str(HANSA), ()) == HANSA


def test_the_nearest_id_is_offered() -> None:
    found = find("hanse", (WORLDS,))

    assert isinstance(found, Problem)
    assert found.message == 'there is no "hanse" here. Near: hansa'


def test_packages_with_errors_are_listed_too(tmp_path: Path) -> None:
    shutil.copytree(HANSA, tmp_path / "hansa")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "scenario.toml").write_text("[package\n", encoding="utf-8")

    listed = {one.id: one for one in shelf((tmp_path, tmp_path / "absent"))}

    assert (listed["hansa"].name, listed["hansa"].problems) == ("The Steelyard and the Sea", 0)
    assert listed["broken"].problems == 1


def test_a_right_package_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(HANSA)]) == 0

    out, err = capsys.readouterr()
    assert out == "fine: 7 files, 6 countries, 8 incidents\n"
    assert "error" not in err
    assert "warning" not in err


def test_messages_go_to_stderr_and_the_sum_to_stdout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = tmp_path / "hansa"
    shutil.copytree(HANSA, world)
    (world / "more.toml").write_text("[incidents.flax]\n", encoding="utf-8")

    assert main(["check", str(world)]) == 2

    out, err = capsys.readouterr()
    assert out == "1 error in 8 files\n"
    assert err.startswith('more.toml:1:2: error: there is no kind of thing called "incidents"')
