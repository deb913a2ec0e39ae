"""A package's folder → its pages of text, and what was refused before anything is parsed.

Files come from strangers: links are not followed, only plain files are opened, and sizes
count what was read, not what the file system promised.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.screening import screen

MANIFEST = "scenario.toml"
MEBI = 1 << 20
MOST_FILES = 500
MOST_BYTES = 16 * MEBI
FILE_BYTES = MEBI
MAP_BYTES = 4 * MEBI


@frozen
class Source:
    """``pages`` are the world's files in byte order; ``tests`` and ``other`` are only named."""

    root: str
    pages: tuple[Page, ...] = ()
    tests: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@frozen
class _Entry:
    name: str
    path: Path
    mode: int
    size: int


def plain(
    file: str, code: str, message: str, *, hint: str = "", severity: str = "error"
) -> Problem:
    """A problem that has no line."""
    return Problem(file, 0, 0, code, message, severity, hint=hint)


def read_folder(folder: Path) -> Source:
    """All pages of the folder; problems instead of exceptions."""
    root = folder.name or str(folder)
    try:
        entries = sorted(_walk(folder, ""), key=lambda entry: entry.name.encode(errors="replace"))
    except OSError as error:
        return Source(root, problems=(plain(root, "unreadable", _reason(error)),))
    problems = [found for entry in entries if (found := _refused(entry))]
    total = sum(entry.size for entry in entries)
    if len(entries) > MOST_FILES:
        problems.append(plain(root, "too-big", f"more than {MOST_FILES} files"))
    if total > MOST_BYTES:
        problems.append(plain(root, "too-big", f"{_size(total)}; a package may have 16 MB"))
    if problems:
        return Source(root, problems=tuple(problems))
    return _sorted_out(root, entries)


def _walk(folder: Path, prefix: str) -> Iterator[_Entry]:
    with os.scandir(folder) as found:
        for item in found:
            name = prefix + item.name
            info = item.stat(follow_symlinks=False)
            if stat.S_ISDIR(info.st_mode):
                # Folders such as .git are an editor's business, and may be huge.
                if not item.name.startswith("."):
                    yield from _walk(Path(item.path), f"{name}/")
            else:
                yield _Entry(name, Path(item.path), info.st_mode, info.st_size)


def _refused(entry: _Entry) -> Problem | None:
    name = entry.name
    if stat.S_ISLNK(entry.mode):
        return plain(name, "link", f"{name} is a link; packages hold plain files only")
    if not stat.S_ISREG(entry.mode):
        return plain(name, "link", f"{name} is no plain file; packages hold plain files only")
    in_maps = name.startswith("maps/") and name.endswith(".json")
    if entry.size > (MAP_BYTES if in_maps else FILE_BYTES):
        most = 4 if in_maps else 1
        return plain(name, "too-big", f"{_size(entry.size)}; a file may have {most} MB")
    if "\n" in name or "\t" in name or screen(Page(name, name)):
        return plain(name, "character", "this file name holds a character that is refused")
    return None


def _sorted_out(root: str, entries: list[_Entry]) -> Source:
    pages: list[Page] = []
    tests: list[str] = []
    other: list[str] = []
    problems: list[Problem] = []
    for entry in entries:
        if not entry.name.endswith(".toml"):
            if not _known(entry.name):
                other.append(entry.name)
        elif entry.name.startswith("tests/"):
            tests.append(entry.name)
        else:
            page = _page(entry)
            if isinstance(page, Page):
                pages.append(page)
            else:
                problems.append(page)
    if MANIFEST not in (entry.name for entry in entries):
        problems.append(_no_manifest(root, [entry.name for entry in entries]))
    problems += [
        plain(name, "ignored", "this file is not part of the world", severity="note")
        for name in other
    ]
    return Source(root, tuple(pages), tuple(tests), tuple(other), tuple(problems))


def _known(name: str) -> bool:
    base = name.rpartition("/")[2]
    return (
        name.endswith(".md")
        or base.startswith(("LICENSE", "."))
        or (name.startswith("lang/") and name.endswith(".po"))
        or (name.startswith("maps/") and name.endswith(".json"))
    )


def _no_manifest(root: str, names: list[str]) -> Problem:
    found = f" (found: {', '.join(names[:8])})" if names else ""
    message = f"no {MANIFEST} in this folder{found}. A package needs one with [package]."
    return plain(root, "no-manifest", message)


def _page(entry: _Entry) -> Page | Problem:
    try:
        handle = os.open(entry.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            raw = file.read(FILE_BYTES + 1)
    except OSError as error:
        return plain(entry.name, "unreadable", _reason(error))
    if len(raw) > FILE_BYTES:
        return plain(entry.name, "too-big", f"{_size(len(raw))}; a file may have 1 MB")
    return decode(entry.name, raw)


def decode(name: str, raw: bytes) -> Page | Problem:
    """The page of a file's bytes: UTF-8, a byte-order mark forgiven, newlines made one."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"byte 0x{raw[error.start]:02X} is not UTF-8"
        hint = "save the file as UTF-8"
        return Problem(name, line, column, "utf8", message, end_column=column + 1, hint=hint)
    page = Page(name, text.replace("\r\n", "\n"))
    return screen(page) or page


def _size(count: int) -> str:
    return f"{count / MEBI:.1f} MB"


def _reason(error: OSError) -> str:
    return f"this cannot be read: {error.strerror or 'no reason given'}"
