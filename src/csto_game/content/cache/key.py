"""The name of a world in the cache: a hash of everything that its Scenario is made from.

That is each byte of every package that may take part, the language, and the program that reads
them. A package counts by its place, too, for messages and saves name it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from attrs import define, field

from csto_game import __version__, places
from csto_game.content import archive, folder
from csto_game.content.finding import manifest, packages
from csto_game.content.versions import need

_MAKERS = ("content", "model")
"""Our own packages whose code decides what a Scenario is; they import no others."""


def key_of(path: Path, mods: Sequence[Path], shelves: Sequence[Path], language: str) -> str:
    """64 hex digits; "" where something cannot be read, which loading will tell better."""
    try:
        return _Keyed(tuple(shelves)).key((path, *mods), language)
    except (OSError, RecursionError):
        return ""


@define
class _Keyed:
    shelves: tuple[Path, ...]
    _done: set[Path] = field(factory=set)
    _installed: dict[str, Path] | None = None

    def key(self, paths: Sequence[Path], language: str) -> str:
        maker = program()
        if not maker:
            return ""
        parts = [maker, language, str(len(paths))]
        waiting = list(paths)
        while waiting:
            path = waiting.pop(0)
            if path in self._done:
                parts.append(str(path))
                continue
            self._done.add(path)
            digest = _digest(path)
            if not digest:
                return ""
            parts += [str(path), str(path.resolve()), digest]
            for id_ in _rests_on(path):
                there = self._place(id_)
                parts += [id_, str(there)]
                waiting += [there] if there else []
        return _hash(part.encode(errors="surrogateescape") for part in parts)

    def _place(self, id_: str) -> Path | None:
        if self._installed is None:
            self._installed = dict(packages(self.shelves))
        return self._installed.get(id_)


def _rests_on(path: Path) -> Iterator[str]:
    """Ids of packages that may be brought in by this one."""
    written = manifest(path)
    for word in ("extends", "needs"):
        value = written.get(word)
        for text in value if isinstance(value, list) else ():
            found = need(text) if isinstance(text, str) else None
            if found:
                yield found.id


def _digest(path: Path) -> str:
    """Of all names and bytes of a package; "" if one of them cannot be read."""
    if not path.is_dir():
        with path.open("rb") as file:
            raw = file.read(archive.ARCHIVE_BYTES + 1)
        return _hash((raw,)) if len(raw) <= archive.ARCHIVE_BYTES else ""
    entries, problems = folder.entries(path, path.name)
    parts: list[bytes] = []
    for entry in sorted(entries, key=lambda entry: entry.name):
        raw_ = entry.read()
        if problems or not isinstance(raw_, bytes):
            return ""
        parts += [entry.name.encode(errors="surrogateescape"), raw_]
    return "" if problems else _hash(parts)


@cache
def program() -> str:
    """A hash of the code that makes Scenarios, of the maps it knows, and of the Python it runs on.

    "" if the code cannot be read; then nothing can be kept.
    """
    files = [path for name in _MAKERS for path in sorted((places.PACKAGE / name).rglob("*.py"))]
    if not files:
        return ""
    parts = [__version__.encode(), sys.version.encode()]
    for path in (*files, *sorted(places.maps().glob("*.json"))):
        parts += [path.name.encode(errors="surrogateescape"), path.read_bytes()]
    return _hash(parts)


def _hash(parts: Sequence[bytes] | Iterator[bytes]) -> str:
    whole = sha256()
    for part in parts:
        # With its length, no part can be mistaken for the end of another.
        whole.update(b"%d\n" % len(part))
        whole.update(part)
    return whole.hexdigest()
