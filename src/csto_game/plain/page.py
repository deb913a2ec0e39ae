"""Lines of at most 78 characters, safe to write to any terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

WIDEST = 78
_DEEPER = "  "


def clean(text: str) -> str:
    """The text without anything that could move a cursor or hide: those show as ``?``."""
    return "".join(c if c.isprintable() else "?" for c in text)


def wrap(text: str) -> list[str]:
    """One sentence as lines; what is indented stays so, and goes on two further in."""
    lines: list[str] = []
    for row in text.split("\n"):
        bare = row.lstrip(" ")
        indent = " " * min(len(row) - len(bare), 12)
        lines += textwrap.wrap(
            clean(bare),
            WIDEST,
            initial_indent=indent,
            subsequent_indent=indent + _DEEPER if indent else "",
            break_on_hyphens=False,
        ) or [""]
    return lines


def wrap_all(texts: Iterable[str]) -> list[str]:
    """Several sentences as lines; empty ones are left out."""
    return [line for text in texts if text for line in wrap(text)]
