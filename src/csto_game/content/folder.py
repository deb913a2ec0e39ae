"""A package's folder → its files, or what was refused before anything is read.

Links are not followed, only plain files are opened, and sizes count what was read, not what
the file system promised.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from attrs import frozen

from csto_game.content.entry import (
    MOST_BYTES,
    MOST_FILES,
    Entry,
    bad_name,
    most_bytes,
    plain,
    too_big,
    too_heavy,
    too_many,
)
from csto_game.content.problem import Problem

Found = tuple[list[Entry], list[Problem]]
DEEPEST = 16


@frozen
class _Item:
    name: str
    path: Path
    mode: int
    size: int


def entries(folder: Path, root: str) -> Found:
    """All files of the folder in no order, and what is refused of it."""
    try:
        items = list(_walk(folder, "", 0))
    except OSError as error:
        return [], [plain(root, "unreadable", reason(error))]
    problems = [found for item in items if (found := _refused(item))]
    total = sum(item.size for item in items)
    if len(items) > MOST_FILES:
        problems = [too_many(root, len(items))]
    elif total > MOST_BYTES:
        problems.append(too_heavy(root, total))
    return [Entry(item.name, partial(_read, item)) for item in items], problems


def _walk(folder: Path, prefix: str, depth: int) -> Iterator[_Item]:
    with os.scandir(folder) as found:
        for item in found:
            name = prefix + item.name
            info = item.stat(follow_symlinks=False)
            if not stat.S_ISDIR(info.st_mode) or depth == DEEPEST:
                yield _Item(name, Path(item.path), info.st_mode, info.st_size)
            elif not item.name.startswith("."):
                # Folders such as .git are an editor's business, and may be huge.
                yield from _walk(Path(item.path), f"{name}/", depth + 1)


def _refused(item: _Item) -> Problem | None:
    name = item.name
    if stat.S_ISLNK(item.mode):
        return plain(name, "link", f"{name} is a link; packages hold plain files only")
    if stat.S_ISDIR(item.mode):
        return plain(name, "too-deep", f"folders are nested more than {DEEPEST} deep")
    if not stat.S_ISREG(item.mode):
        return plain(name, "link", f"{name} is no plain file; packages hold plain files only")
    return too_big(name, item.size) or bad_name(name)


def _read(item: _Item) -> bytes | Problem:
    most = most_bytes(item.name)
    try:
        handle = os.open(item.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            raw = file.read(most + 1)
    except OSError as error:
        return plain(item.name, "unreadable", reason(error))
    return too_big(item.name, len(raw)) or raw


def reason(error: OSError) -> str:
    """The system's reason without its number and path."""
    return f"this cannot be read: {error.strerror or 'no reason given'}"
