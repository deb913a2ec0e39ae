"""What the player has settled: a file of a few lines, `settings.toml` in the folder of settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

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
    is which of a world's difficulties a new game begins with.
    """

    theme: str = "dark"
    color: str = AUTO
    glyphs: str = AUTO
    ambiguous: str = AUTO
    language: str = AUTO
    mouse: bool = True
    hints: bool = True
    difficulty: str = "usual"


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
}
"""What each may be, in the order of the page. A language may also be any code, such as ``ru``."""


@frozen
class Settled:
    """The settings of a home, and what is wrong with their file. Without ``path`` none is written."""

    path: Path | None = None
    settings: Settings = USUAL
    problems: tuple[Problem, ...] = ()
    is_damaged: bool = field(default=False)

    def change(self, name: str, value: Value) -> Settled:
        """With one setting changed, on the disk, too. Raises GameError if it cannot be written."""
        settings = evolve(self.settings, **{name: value})  # type: ignore[arg-type]  # `is_allowed`
        if self.path is None:
            return evolve(self, settings=settings)
        from csto_game.machine.settings_file import write  # noqa: PLC0415  # not for the first frame

        if self.is_damaged:
            raise GameError(say("own.damaged", file=FILE))
        write(self.path, name, value)
        return read_settings(self.path.parent)


def read_settings(folder: Path) -> Settled:
    """The settings in a folder; the usual ones where there is no file. Never raises."""
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return Settled(path)
    from csto_game.machine.settings_file import read_file  # noqa: PLC0415  # as above

    return read_file(path)


def is_allowed(name: str, value: object) -> bool:
    """Is that a value of that setting? An unknown setting has none."""
    if name == "language" and isinstance(value, str):
        return value == AUTO or bool(_CODE.fullmatch(value))
    # Without the type, 1 would pass for true.
    return any(type(value) is type(one) and value == one for one in CHOICES.get(name, ()))
