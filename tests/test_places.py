"""Where files are kept: in a checkout, in an installed game, and where a player says."""

import subprocess
import sys
from pathlib import Path

import pytest

from csto_game import places

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A package laid out as a wheel lays it out."""
    package = tmp_path / "site-packages" / "csto_game"
    for name in ("scenarios", "mods", "maps"):
        (package / "shipped" / name).mkdir(parents=True)
    return package


@pytest.fixture
def checked_out(tmp_path: Path) -> Path:
    """A package laid out as the repository is."""
    package = tmp_path / "clone" / "src" / "csto_game"
    package.mkdir(parents=True)
    (tmp_path / "clone" / "pyproject.toml").touch()
    return package


def test_tests_run_from_this_checkout() -> None:
    assert places.checkout() == ROOT


def test_checkout_reads_scenarios_and_maps_at_its_root(checked_out: Path) -> None:
    root = checked_out.parent.parent
    assert places.scenarios(checked_out) == root / "scenarios"
    assert places.mods(checked_out) == root / "mods"
    assert places.maps(checked_out) == root / "maps"


def test_installed_game_reads_what_its_wheel_brought(installed: Path) -> None:
    assert places.checkout(installed) is None
    assert places.scenarios(installed) == installed / "shipped" / "scenarios"
    assert places.maps(installed) == installed / "shipped" / "maps"


def test_installed_game_never_looks_beside_itself(installed: Path) -> None:
    (installed / "shipped" / "maps").rmdir()
    assert places.maps(installed) == installed / "shipped" / "maps"


def test_source_folder_without_a_project_is_no_checkout(checked_out: Path) -> None:
    (checked_out.parent.parent / "pyproject.toml").unlink()
    assert places.checkout(checked_out) is None


def test_given_folder_wins_over_the_variable(tmp_path: Path) -> None:
    home = places.home(tmp_path / "given", environment={"CSTO_HOME": str(tmp_path / "variable")})
    assert home == places.Home(
        saves=tmp_path / "given" / "saves",
        settings=tmp_path / "given" / "settings",
        packages=tmp_path / "given" / "packages",
        cache=tmp_path / "given" / "cache",
    )


def test_variable_wins_over_the_checkout(tmp_path: Path, checked_out: Path) -> None:
    home = places.home(environment={"CSTO_HOME": str(tmp_path)}, package=checked_out)
    assert home.saves == tmp_path / "saves"


def test_variable_may_start_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert places.home(environment={"CSTO_HOME": "~/games"}).saves == tmp_path / "games" / "saves"


def test_relative_folder_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert places.home("here", environment={}).saves == tmp_path / "here" / "saves"


@pytest.mark.parametrize("environment", [{}, {"CSTO_HOME": ""}], ids=["unset", "empty"])
def test_checkout_keeps_everything_in_its_own_saves(
    environment: dict[str, str], checked_out: Path
) -> None:
    home = places.home(environment=environment, package=checked_out)
    saves = checked_out.parent.parent / "saves"
    assert home.saves == saves
    assert all(folder.is_relative_to(saves) for folder in home)


def test_installed_game_uses_the_platform_and_stays_out_of_itself(installed: Path) -> None:
    home = places.home(environment={}, package=installed)
    assert len(set(home)) == len(home)
    assert all(folder.is_absolute() for folder in home)
    assert not any(folder.is_relative_to(installed.parent) for folder in home)


def test_asking_creates_nothing(tmp_path: Path) -> None:
    places.home(tmp_path / "given")
    assert not (tmp_path / "given").exists()


def test_importing_it_loads_nothing_heavy() -> None:
    program = (
        "import sys, csto_game.places\n"
        "heavy = {'attrs', 'cattrs', 'platformdirs', 'rich', 'textual', 'tomli'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
