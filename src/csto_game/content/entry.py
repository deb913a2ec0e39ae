"""One file of a package before it is read, from a folder or an archive; the limits of both."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.screening import screen

MEBI = 1 << 20
MOST_FILES = 500
MOST_BYTES = 16 * MEBI
FILE_BYTES = MEBI
MAP_BYTES = 4 * MEBI
LANG_BYTES = 4 * MEBI
"""A translation repeats every text of a package, whose files are many."""


@frozen
class Entry:
    """``read`` gives the bytes, or what keeps them from being read; nothing is read before."""

    name: str
    read: Callable[[], bytes | Problem]


TABLE_BYTES = 2 * MEBI
"""Of all tables of a package together, more than three times the largest campaign; its tests may be as long again.
Tables are what takes time to read; maps and texts may fill the rest of the package.
"""
WORDS_BYTES = 6 * MEBI
"""Of all its translations together."""


def plain(
    file: str, code: str, message: str, *, hint: str = "", severity: str = "error"
) -> Problem:
    """A problem that has no line."""
    return Problem(file, 0, 0, code, message, severity, hint=hint)


def size(count: int) -> str:
    return f"{count / MEBI:.1f} MB"


def most_bytes(name: str) -> int:
    """How long a file of this name may be."""
    if name.startswith("maps/") and name.endswith(".json"):
        return MAP_BYTES
    return LANG_BYTES if name.startswith("lang/") and name.endswith(".po") else FILE_BYTES


def too_big(name: str, count: int) -> Problem | None:
    """Refusal of a file that is longer than its kind may be."""
    most = most_bytes(name)
    if count <= most:
        return None
    return plain(name, "too-big", f"{size(count)}; a file may have {most // MEBI} MB")


def bad_name(name: str) -> Problem | None:
    """Refusal of a file name that could deceive whoever reads it."""
    if "\n" in name or "\t" in name or screen(Page(name, name)):
        return plain(name, "character", "this file name holds a character that is refused")
    return None


def too_many(root: str, count: int) -> Problem:
    return plain(root, "too-big", f"{count:,} files; a package may have {MOST_FILES}")


def too_much(root: str, what: str, most: int) -> Problem:
    message = f"its {what} are more than {size(most)} together; a package may have no more"
    return plain(root, "too-big", message)


def too_heavy(root: str, count: int) -> Problem:
    return plain(root, "too-big", f"{size(count)}; a package may have {MOST_BYTES // MEBI} MB")
