"""`csto doctor`: what this terminal and this install can do."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from attrs import asdict, frozen

from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.session.worlds import folders
from csto_game.text.catalog import say

SMALLEST = (72, 20)


@frozen
class Finding:
    """``state`` is ``ok``, ``note`` (plays, but less well) or ``bad`` (does not play)."""

    name: str
    state: str
    text: str


def run(options: Namespace) -> int:
    """Look at everything. Exit code 1 if something is bad. The player's home is told as ``~``."""
    home = home_of(options)
    found = [check() for check in _CHECKS]
    found.append(_folder(home.saves))
    found.append(Finding("doctor.packages", "ok", _short(home.packages)))
    found.append(_scenarios(len(folders(shelves(home)))))
    if options.json:
        ok = all(finding.state != "bad" for finding in found)
        print_json({"ok": ok, "findings": [asdict(finding) for finding in found]})
    else:
        for finding in found:
            mark = say(f"doctor.{finding.state}")
            print(say("doctor.row", mark=mark, name=say(finding.name), text=finding.text))
    return 1 if any(finding.state == "bad" for finding in found) else 0


def _python() -> Finding:
    good = sys.version_info >= (3, 11)
    return Finding("doctor.python", "ok" if good else "bad", platform.python_version())


def _terminal() -> Finding:
    term = os.environ.get("TERM", "")
    if sys.stdout is None or not sys.stdout.isatty():
        return Finding("doctor.terminal", "note", say("doctor.no_tty"))
    if term == "dumb":
        return Finding("doctor.terminal", "note", say("doctor.dumb"))
    return Finding("doctor.terminal", "ok", term or say("doctor.unknown"))


def _size() -> Finding:
    size, (width, height) = shutil.get_terminal_size(), SMALLEST
    good = size.columns >= width and size.lines >= height
    text = say(
        "doctor.size_text", columns=size.columns, rows=size.lines, width=width, height=height
    )
    return Finding("doctor.size", "ok" if good else "note", text)


def _colours() -> Finding:
    """The rule of the interface: what the environment says, from the strongest word on."""
    environment = os.environ
    term, colour = environment.get("TERM", ""), environment.get("COLORTERM", "")
    if environment.get("NO_COLOR"):
        return Finding("doctor.colours", "ok", say("doctor.no_color"))
    if colour in ("truecolor", "24bit"):
        return Finding(
            "doctor.colours", "ok", say("doctor.true_color", reason=f"COLORTERM={colour}")
        )
    if term.endswith("256color"):
        return Finding("doctor.colours", "ok", say("doctor.color_256", reason=f"TERM={term}"))
    return Finding("doctor.colours", "note", say("doctor.color_16"))


def _letters() -> Finding:
    encoding = (sys.stdout.encoding if sys.stdout else "") or ""
    good = encoding.lower().replace("-", "") == "utf8"
    return Finding("doctor.letters", "ok" if good else "note", encoding or say("doctor.unknown"))


def _screen() -> Finding:
    there = find_spec("textual") is not None
    text = say("doctor.screen_there" if there else "doctor.screen_absent")
    return Finding("doctor.screen", "ok" if there else "note", text)


_CHECKS: tuple[Callable[[], Finding], ...] = (
    _python,
    _terminal,
    _size,
    _colours,
    _letters,
    _screen,
)


def _folder(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
    except OSError as error:
        return Finding("doctor.saves", "bad", say("doctor.no_write", why=error.strerror or ""))
    count = sum(1 for path in folder.glob("*.csto"))
    return Finding("doctor.saves", "ok", say("doctor.writable", folder=_short(folder), count=count))


def _short(folder: Path) -> str:
    """Without the name of the person whose home it lies in."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)


def _scenarios(count: int) -> Finding:
    text = say("doctor.scenario_count", count=count)
    return Finding("doctor.scenarios", "ok" if count else "bad", text)
