"""What the player has settled: a file of a few lines, `settings.toml` in the folder of settings."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, field, frozen

from csto_game.content.locate import Mark, locate
from csto_game.content.nearest import nearest
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.syntax import parse
from csto_game.machine.own_file import OwnFile, read_own
from csto_game.model.refusal import GameError
from csto_game.session.disk import make_folder, replace_whole
from csto_game.text.catalog import say

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
        if self.is_damaged:
            raise GameError(say("own.damaged", file=FILE))
        text = changed(_text(self.path), name, value)
        if not isinstance(parse(Page(FILE, text)), tuple):
            raise GameError(say("own.damaged", file=FILE))
        make_folder(self.path.parent)
        # Where the file is a link, as those do who keep all their settings in one place, the link stays.
        replace_whole(self.path.resolve(), text.encode())
        return read_settings(self.path.parent)


def read_settings(folder: Path) -> Settled:
    """The settings in a folder. A line with a mistake is told and does not count."""
    path = folder / FILE
    own = read_own(path)
    problems = list(own.problems)
    found: dict[str, Value] = {}
    for name, value in own.values.items():
        problem = _problem(own, name, value)
        if problem:
            problems.append(problem)
        else:
            found[name] = value  # type: ignore[assignment]  # `_problem` has looked at it
    return Settled(path, Settings(**found), tuple(problems), own.is_damaged)  # type: ignore[arg-type]


def changed(text: str, name: str, value: Value) -> str:
    """The text of a file with one setting written into it; everything else stays as it is."""
    literal = _literal(value)
    places = locate(text)
    mark = places.keys.get((name,))
    if mark:
        return f"{text[: mark.value]}{literal}{text[mark.value_end :]}"
    line = f"{name} = {literal}\n"
    tables = [one.key for one in places.headers.values()]
    at = text.rfind("\n", 0, min(tables)) + 1 if tables else len(text)
    gap = "\n" if at and text[at - 1] != "\n" else ""
    return f"{text[:at]}{gap}{line}{text[at:]}"


def is_allowed(name: str, value: object) -> bool:
    """Is that a value of that setting? An unknown setting has none."""
    if name == "language" and isinstance(value, str):
        return value == AUTO or bool(_CODE.fullmatch(value))
    # Without the type, 1 would pass for true.
    return any(type(value) is type(one) and value == one for one in CHOICES.get(name, ()))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise GameError(say("own.damaged", file=FILE)) from None


def _literal(value: Value) -> str:
    return json.dumps(value)  # a word or yes and no: TOML writes them as JSON does


def _problem(own: OwnFile, name: str, value: object) -> Problem | None:
    if own.page is None or is_allowed(name, value):
        return None
    mark = own.places.keys.get((name,)) or own.places.headers.get((name,)) or Mark(0, 1)
    key = (mark.key, mark.key_end)
    if name not in CHOICES:
        hint = nearest(name, CHOICES) or say("own.known", names=", ".join(CHOICES))
        return own.page.problem(key, "setting", say("own.setting", name=name[:40]), hint=hint)
    known = ", ".join(_literal(one) for one in CHOICES[name])
    if name == "language":
        known = say("own.language", words=known)
    span = (mark.value, mark.value_end) if mark.value >= 0 else key
    return own.page.problem(span, "setting", say("own.value", name=name), hint=known)
