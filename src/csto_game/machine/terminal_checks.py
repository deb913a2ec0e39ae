"""What the doctor says of the terminal."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from csto_game.machine.finding import Finding, Here
from csto_game.machine.terminal import SMALLEST
from csto_game.text.catalog import say
from csto_game.text.translation import language

_LOCALES = ("LC_ALL", "LC_CTYPE", "LANG")
_INSIDE = {"TMUX": "tmux", "STY": "screen", "ZELLIJ": "zellij"}


def terminal(here: Here) -> Finding:
    """What it calls itself."""
    term = here.environment.get("TERM", "")
    if here.size is None:
        return Finding("doctor.terminal", "note", say("doctor.no_tty"))
    if term == "dumb":
        return Finding("doctor.terminal", "note", say("doctor.dumb"))
    return Finding("doctor.terminal", "ok", term or say("doctor.unknown"))


def size(here: Here) -> Finding:
    """Whether the screen fits."""
    width, height = SMALLEST
    columns, rows = here.size or (80, 24)
    good = columns >= width and rows >= height
    text = say("doctor.size_text", columns=columns, rows=rows, width=width, height=height)
    return Finding("doctor.size", "ok" if good else "note", text)


def colors(here: Here) -> Finding:
    """How many, and why."""
    chosen = here.chosen
    text = say(f"doctor.color_{chosen.depth}", reason=chosen.reasons.get("color", ""))
    return Finding("doctor.colours", "note" if chosen.depth == "16" else "ok", text)


def letters(here: Here) -> Finding:
    """The encoding, and how screens are drawn with it."""
    chosen = here.chosen
    encoding = here.encoding or say("doctor.unknown")
    reason = chosen.reasons.get("glyphs", "")
    text = say(f"doctor.glyphs_{chosen.glyphs}", encoding=encoding, reason=reason)
    return Finding("doctor.letters", "ok" if chosen.glyphs != "ascii" else "note", text)


def ambiguous(here: Here) -> Finding:
    """Characters about whose width terminals disagree."""
    chosen = here.chosen
    reason = chosen.reasons.get("ambiguous", "")
    is_supposed = reason == say("own.no_answer")
    id = "doctor.cells_supposed" if is_supposed else "doctor.cells"
    text = say(id, count=chosen.ambiguous, reason=reason)
    return Finding("doctor.ambiguous", "ok" if chosen.ambiguous == 1 else "note", text)


def mouse(here: Here) -> Finding:
    """Whether it is used."""
    text = say("doctor.mouse_on" if here.chosen.mouse else "doctor.mouse_off")
    return Finding("doctor.mouse", "ok", text)


def multiplexer(here: Here) -> Finding:
    """Whether another program stands between."""
    inside = next((name for key, name in _INSIDE.items() if here.environment.get(key)), "")
    if not inside:
        return Finding("doctor.multiplexer", "ok", say("doctor.no_multiplexer"))
    is_poor = here.chosen.depth == "16"
    text = say("doctor.multiplexer_poor" if is_poor else "doctor.multiplexer_in", name=inside)
    return Finding("doctor.multiplexer", "note" if is_poor else "ok", text)


def locale(here: Here) -> Finding:
    """The locale that decides, and the language that is spoken."""
    named = next((here.environment[name] for name in _LOCALES if here.environment.get(name)), "")
    text = say("doctor.locale_text", locale=named or say("doctor.unknown"), language=language())
    return Finding("doctor.locale", "ok", text)


def python(here: Here) -> Finding:
    """Which one runs."""
    good = sys.version_info >= (3, 11)
    return Finding("doctor.python", "ok" if good else "bad", platform.python_version())


def screen(here: Here) -> Finding:
    """Whether there is a screen, and by which library."""
    try:
        found = version("textual")
    except PackageNotFoundError:
        return Finding("doctor.screen", "note", say("doctor.screen_absent"))
    return Finding("doctor.screen", "ok", say("doctor.screen_there", version=found))
