"""What a package brings along for its readers: a README and a licence, as plain lines.

They come from strangers. Only files of these names at the package's own level are read, with the limits and
refusals of all its files; what is longer than anybody reads is cut, and a hidden character is spelled out.
"""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from csto_game.content import archive, folder
from csto_game.content.characters import shown
from csto_game.content.entry import Entry
from csto_game.content.finding import manifest
from csto_game.content.problem import Problem
from csto_game.content.source import decode

NAMES = ("README", "LICENSE", "LICENCE", "COPYING")
"""Beginnings of their names, in the order in which they are shown."""
IMPRINT = ("id", "version", "authors", "licence", "home")
MOST_LINES = 1000
LONGEST = 400
"""Characters of a line; the rest of a longer one is left out."""
_CUT = "…"


@frozen
class Paper:
    """A file for readers. ``is_cut`` says that there is more of it; ``trouble`` why it cannot be shown."""

    name: str
    lines: tuple[str, ...] = ()
    is_cut: bool = False
    trouble: str = ""


def papers(path: Path) -> tuple[Paper, ...]:
    """Of a package that is a folder or a zip file; the README first. Nothing is raised."""
    found, refused = (folder if path.is_dir() else archive).entries(path, path.name)
    if refused:
        return tuple(Paper(shown(one.file), trouble=one.message) for one in refused[:1])
    ranked = [(_rank(entry.name), entry.name, entry) for entry in found]
    return tuple(
        _paper(entry) for rank, _, entry in sorted(ranked, key=lambda one: one[:2]) if rank >= 0
    )


def imprint(path: Path) -> tuple[tuple[str, str], ...]:
    """What a manifest says of who made the package and of what may be done with it: (key, text), as it is
    written; what is no text is left out.
    """
    written = manifest(path)
    found: list[tuple[str, str]] = []
    for key in IMPRINT:
        value = written.get(key)
        texts = value if isinstance(value, list) else [value]
        text = ", ".join(_line(one) for one in texts if isinstance(one, str) and one.strip())
        if text:
            found.append((key, text[:LONGEST]))
    return tuple(found)


def _rank(name: str) -> int:
    """The place of its kind in the list; -1 for what is none of them."""
    upper = name.upper()
    return next((n for n, one in enumerate(NAMES) if "/" not in name and upper.startswith(one)), -1)


def _paper(entry: Entry) -> Paper:
    raw = entry.read()
    page = raw if isinstance(raw, Problem) else decode(entry.name, raw)
    if isinstance(page, Problem):
        return Paper(shown(entry.name), trouble=page.message)
    lines = page.text.rstrip().split("\n")
    kept = tuple(_line(line) for line in lines[:MOST_LINES])
    return Paper(shown(entry.name), kept, is_cut=len(lines) > MOST_LINES)


def _line(line: str) -> str:
    line = shown(line.expandtabs(4)).rstrip()
    return line if len(line) <= LONGEST else line[:LONGEST] + _CUT
