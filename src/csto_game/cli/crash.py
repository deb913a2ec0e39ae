"""What a player is told when the game itself has a bug: one sentence, and a report in a file."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from csto_game import __version__, places
from csto_game.text.catalog import say


def report_crash(error: BaseException, arguments: Sequence[str]) -> str:
    """Write a report into the player's folder; returns the sentence for the player."""
    if os.environ.get("CSTO_DEBUG") == "1":
        traceback.print_exception(error)
    try:
        path = _write(error, arguments)
    except OSError:
        return say("cli.crash_bare", kind=type(error).__name__)
    return say("cli.crash", path=path)


def _write(error: BaseException, arguments: Sequence[str]) -> Path:
    now = datetime.now(tz=UTC)
    path = _home(arguments).cache / f"report-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        f"csto {__version__}",
        f"Python {platform.python_version()} on {platform.system()}",
        f"when: {now:%Y-%m-%d %H:%M} UTC",
        f"arguments: {' '.join(arguments)}",
        f"terminal: {os.environ.get('TERM', '')} {sys.stdout.encoding if sys.stdout else ''}",
        "",
        *traceback.format_exception(error),
    ]
    path.write_text("\n".join(rows), encoding="utf-8", errors="replace")
    return path


def _home(arguments: Sequence[str]) -> places.Home:
    for n, argument in enumerate(arguments):
        if argument == "--home" and n + 1 < len(arguments):
            return places.home(arguments[n + 1])
        if argument.startswith("--home="):
            return places.home(argument.partition("=")[2])
    return places.home()
