"""What the player has settled: a file of a few lines, `settings.toml` in the folder of settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:  # the strict reader is imported when there is a file
    from csto_game.content.problem import Problem

FILE = "settings.toml"
AUTO = "auto"
Value = str | bool
_CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")


@frozen
class Settings:
    """Each field is one line of the file; the usual values need none.

    ``ambiguous`` is how many cells characters take about which terminals disagree; ``difficulty``
    is which of a world's difficulties a new game begins with; ``plain`` begins in lines.
    """

    theme: str = "dark"
    color: str = AUTO
    glyphs: str = AUTO
    ambiguous: str = AUTO
    language: str = AUTO
    mouse: bool = True
    hints: bool = True
    difficulty: str = "usual"
    plain: bool = False


USUAL = Settings()
CHOICES: Mapping[str, tuple[Value, ...]] = {
    "theme": ("dark", "paper", "mono"),
    "color": (AUTO, "true", "256", "16", "none"),
    "glyphs": (AUTO, "full", "basic", "ascii"),
    "ambiguous": (AUTO, "narrow", "wide"),
    "language": (AUTO,),
    "mouse": (True, False),
    "hints": (True, False),
    "difficulty": ("usual", "easiest", "hardest"),
    "plain": (False, True),
}
"""What each may be, in the order of the page. A language may also be any code, such as ``ru``."""


@frozen
class Settled:
    """The settings of a home, and what is wrong with their file. Without ``path`` none is written."""

    path: Path | None = None
    settings: Settings = USUAL
    problems: tuple[Problem, ...] = ()
    is_damaged: bool = False
    """Whether there is a file that cannot be read. It is not written over."""


def is_allowed(name: str, value: object) -> bool:
    """Is that a value of that setting? An unknown setting has none."""
    if name == "language" and isinstance(value, str):
        return value == AUTO or bool(_CODE.fullmatch(value))
    # Without the type, 1 would pass for true.
    return any(type(value) is type(one) and value == one for one in CHOICES.get(name, ()))
