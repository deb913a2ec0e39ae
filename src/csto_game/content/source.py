"""A package, folder or zip file → its pages of text, and what was refused before parsing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from csto_game.content import archive, folder
from csto_game.content.entry import FILE_BYTES, TABLE_BYTES, Entry, plain, too_much
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.screening import screen

__all__ = ["FILE_BYTES", "MANIFEST", "Source", "decode", "plain", "read_folder", "read_source"]

MANIFEST = "scenario.toml"
ZIP = ".zip"
_LANGUAGE = re.compile(r"lang/([a-z]{2,3}(?:_[A-Z]{2})?)\.po")


@frozen
class Source:
    """``pages`` are the world's files in byte order; ``tests`` and ``other`` are only named.

    ``languages`` are its translations, by language, which are read only when they are asked for.
    """

    root: str
    pages: tuple[Page, ...] = ()
    tests: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    languages: Mapping[str, Entry] = field(factory=dict, eq=False)

    def translation(self, language: str) -> Page | Problem | None:
        """The file of a language, or of the wider one (``pt`` for ``pt_BR``), if there is any."""
        wider = language.partition("_")[0]
        entry = self.languages.get(language) or self.languages.get(wider)
        return _page(entry) if entry else None


def is_package(path: Path) -> bool:
    """Is this a folder with a manifest, or a zip file?"""
    if path.suffix.lower() == ZIP:
        return path.is_file()
    return (path / MANIFEST).is_file()


def read_source(path: Path) -> Source:
    """All pages of a package; problems instead of exceptions."""
    return read_folder(path) if path.is_dir() else read_archive(path)


def read_folder(path: Path) -> Source:
    """All pages of a package that is a folder."""
    root = path.name or path.resolve().name or str(path)
    return _sorted_out(root, *folder.entries(path, root))


def read_archive(path: Path) -> Source:
    """All pages of a package that is a zip file."""
    found, problems = archive.entries(path, path.name)
    return _sorted_out(path.stem, found, problems)


def _sorted_out(root: str, entries: list[Entry], refused: list[Problem]) -> Source:
    if refused:
        return Source(root, problems=tuple(refused))
    entries.sort(key=lambda entry: entry.name.encode(errors="replace"))
    pages: list[Page] = []
    tests: list[str] = []
    other: list[str] = []
    languages: dict[str, Entry] = {}
    problems: list[Problem] = []
    for entry in entries:
        if not entry.name.endswith(".toml"):
            found = _LANGUAGE.fullmatch(entry.name)
            if found:
                languages[found[1]] = entry
            elif not _known(entry.name):
                other.append(entry.name)
        elif entry.name.startswith("tests/"):
            tests.append(entry.name)
        else:
            page = _page(entry)
            if isinstance(page, Page):
                pages.append(page)
            else:
                problems.append(page)
    if sum(len(page.text) for page in pages) > TABLE_BYTES:
        # Looking at so much would take longer than anybody waits; nothing of it is parsed.
        return Source(root, problems=(too_much(root, "tables", TABLE_BYTES),))
    names = [entry.name for entry in entries]
    if MANIFEST not in names:
        problems.append(_no_manifest(root, names))
    problems += [
        plain(name, "ignored", "this file is not part of the world", severity="note")
        for name in other
    ]
    return Source(root, tuple(pages), tuple(tests), tuple(other), tuple(problems), languages)


def _known(name: str) -> bool:
    base = name.rpartition("/")[2]
    return (
        name.endswith(".md")
        or base.startswith(("LICENSE", "."))
        or (name.startswith("maps/") and name.endswith(".json"))
    )


def _no_manifest(root: str, names: list[str]) -> Problem:
    found = f" (found: {', '.join(names[:8])})" if names else ""
    message = f"no {MANIFEST} in this folder{found}. A package needs one with [package]."
    return plain(root, "no-manifest", message)


def _page(entry: Entry) -> Page | Problem:
    raw = entry.read()
    return decode(entry.name, raw) if isinstance(raw, bytes) else raw


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
