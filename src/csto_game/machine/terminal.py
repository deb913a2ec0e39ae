"""What this terminal can do, told from its environment alone, once, at the start."""

from __future__ import annotations

import os
from collections.abc import Mapping

from attrs import frozen

from csto_game.text.catalog import say

SMALLEST = (72, 20)


@frozen
class Terminal:
    """A choice of color depth and glyph level, each with the reason a person may read."""

    depth: str
    glyphs: str
    depth_reason: str
    glyphs_reason: str


def detect(environment: Mapping[str, str] = os.environ, *, encoding: str = "utf-8") -> Terminal:
    depth, depth_reason = color_depth(environment)
    glyphs, glyphs_reason = glyph_level(environment, encoding)
    return Terminal(depth, glyphs, depth_reason, glyphs_reason)


def color_depth(environment: Mapping[str, str]) -> tuple[str, str]:
    """``true``, ``256``, ``16`` or ``none``, and why."""
    term = environment.get("TERM", "")
    if environment.get("NO_COLOR"):
        return "none", say("terminal.no_color")
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "true", "COLORTERM"
    if term.endswith("256color"):
        return "256", f"TERM={term}"
    return "16", say("terminal.term", term=term or say("terminal.unset"))


def glyph_level(environment: Mapping[str, str], encoding: str) -> tuple[str, str]:
    """``full``, ``basic`` or ``ascii``, and why."""
    if encoding.lower().replace("-", "") != "utf8" or not _is_utf8(environment):
        return "ascii", say("terminal.not_utf8")
    if environment.get("TERM") == "linux":
        return "basic", "TERM=linux"
    return "full", "UTF-8"


def _is_utf8(environment: Mapping[str, str]) -> bool:
    """The first of these variables that is set decides, as in the C library."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        value = environment.get(name)
        if value:
            return "utf-8" in value.lower() or "utf8" in value.lower()
    return True


def is_too_small(width: int, height: int) -> bool:
    return width < SMALLEST[0] or height < SMALLEST[1]
