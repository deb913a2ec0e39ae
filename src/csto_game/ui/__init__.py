"""The interface: screens over a game. `run` is all that the command line needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from csto_game.places import Home

if TYPE_CHECKING:
    from csto_game.session.mail import Sitting as Letter

__all__ = ["LINES", "run"]

LINES = -1
"""Instead of an exit code: the player wishes to go on in lines."""


def run(  # noqa: PLR0913  # each is a wish of the command line
    *,
    home: Home,
    scenario: str | None = None,
    role: str | None = None,
    seed: int | None = None,
    difficulty: str | None = None,
    resume: str | None = None,
    flags: Mapping[str, str] | None = None,
    dev: bool = False,
    letter: Letter | None = None,
) -> int:
    """Show the game until the player leaves; returns the exit code, or `LINES` to go on in lines.

    `resume` is the name of a save, or "" for the newest; `flags` are settings that the command
    line decides, by their names; `letter` is a game by mail, opened for a seat. Raises GameError.
    """
    from csto_game.ui.start import start  # noqa: PLC0415  # `--version` needs no Textual

    return start(
        home,
        scenario=scenario or "",
        role=role or "",
        seed=seed,
        difficulty=difficulty or "",
        resume=resume,
        flags=flags or {},
        dev=dev,
        letter=letter,
    )
