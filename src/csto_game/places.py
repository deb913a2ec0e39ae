"""Where files are kept: what ships with the game, and what a player's own games leave behind."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parent


class Home(NamedTuple):
    """The folders that belong to the player. None of them need exist yet."""

    saves: Path
    settings: Path
    packages: Path
    cache: Path


def checkout(package: Path = PACKAGE) -> Path | None:
    """The root of the checkout that `package` runs from; None if it is installed."""
    root = package.parent.parent
    is_checkout = package.parent.name == "src" and (root / "pyproject.toml").is_file()
    return root if is_checkout else None


def scenarios(package: Path = PACKAGE) -> Path:
    """The folder of the scenarios that ship with the game."""
    return _shipped("scenarios", package)


def mods(package: Path = PACKAGE) -> Path:
    """The folder of the mods that ship with the game."""
    return _shipped("mods", package)


def maps(package: Path = PACKAGE) -> Path:
    """The folder of the maps that ship with the game."""
    return _shipped("maps", package)


def languages(package: Path = PACKAGE) -> Path:
    """The folder of the program's own texts in other languages, ``ru.po`` and the like."""
    return package / "lang"


def home(
    folder: str | Path | None = None,
    *,
    environment: Mapping[str, str] = os.environ,
    package: Path = PACKAGE,
) -> Home:
    """The player's folders.

    `folder` decides (`--home`), else the variable CSTO_HOME, else a checkout uses its own
    `saves/` and an installed game the platform's folders. An empty name counts as none.
    """
    chosen = folder or environment.get("CSTO_HOME")
    if chosen:
        base = Path(chosen).expanduser().absolute()
        return Home(base / "saves", base / "settings", base / "packages", base / "cache")
    root = checkout(package)
    if root:
        saves = root / "saves"
        return Home(saves, saves / "settings", saves / "packages", saves / "cache")
    return _platform_home()


def _shipped(name: str, package: Path) -> Path:
    packed = package / "shipped" / name
    root = checkout(package)
    return packed if packed.is_dir() or root is None else root / name


def _platform_home() -> Home:
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("csto", appauthor=False)
    return Home(
        saves=dirs.user_data_path / "saves",
        settings=dirs.user_config_path,
        packages=dirs.user_data_path / "packages",
        cache=dirs.user_cache_path,
    )
