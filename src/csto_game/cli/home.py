"""The player's folders, and where scenarios stand."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from csto_game import places


def home_of(options: Namespace) -> places.Home:
    """The folders that the arguments, the environment or the install name."""
    return places.home(getattr(options, "home", None))


def shelves(home: places.Home) -> tuple[Path, ...]:
    """Where packages are looked for: what ships with the game, then the player's own."""
    return (places.scenarios(), places.mods(), home.packages)
