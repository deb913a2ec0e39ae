"""The file of settings: read strictly, one line changed at a time."""

from __future__ import annotations

import json
from pathlib import Path

from csto_game.content.locate import Mark, locate
from csto_game.content.nearest import nearest
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.syntax import parse
from csto_game.machine.own_file import OwnFile, read_own
from csto_game.machine.settings import CHOICES, FILE, Settings, Settled, Value, is_allowed
from csto_game.model.refusal import GameError
from csto_game.session.disk import make_folder, replace_whole
from csto_game.text.catalog import say


def read_file(path: Path) -> Settled:
    """What a file says. A line with a mistake is told and does not count."""
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


def write(path: Path, name: str, value: Value) -> None:
    """Put one setting into the file. Raises GameError if it cannot be written, or is damaged."""
    text = changed(_text(path), name, value)
    if not isinstance(parse(Page(FILE, text)), tuple):
        raise GameError(say("own.damaged", file=FILE))
    make_folder(path.parent)
    # Where the file is a link, as those do who keep all their settings in one place, the link stays.
    replace_whole(path.resolve(), text.encode())


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
