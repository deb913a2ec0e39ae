"""The folder of kept worlds: files named by their keys, few of them, the longest unused out first.

Nothing here raises: a folder that cannot be read is empty, and what cannot be written is not kept.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from csto_game.content.cache import kept
from csto_game.content.cache.kept import Kept
from csto_game.content.cache.pickled import ForeignError

FOLDER = "worlds"
"""Within the player's cache folder."""
MOST_FILES = 24
MOST_BYTES = 16 << 20
"""Of all files together; a world is some 300 kB."""
_ENDING, _UNFINISHED = ".world", ".new-"


def take(cache: Path, key: str) -> Kept | None:
    """What is kept under a key, if it is whole; it counts as used now."""
    path = _path(cache, key)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        found = kept.read(content)
    except (OSError, ForeignError):
        return None
    if found.key != key:
        return None
    with suppress(OSError):
        os.utime(path)
    return found


def put(cache: Path, key: str, content: bytes) -> None:
    """Keep something: it appears whole or not at all, and what is too much goes."""
    if len(content) > MOST_BYTES:
        return
    with suppress(OSError):
        path = _path(cache, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        finally:
            with suppress(OSError):
                Path(name).unlink()
        _tidy(cache)


def held(cache: Path) -> tuple[int, int]:
    """How many worlds are kept, and their bytes."""
    files = _files(cache)
    return len(files), sum(size for _, size, _ in files)


def _tidy(cache: Path) -> None:
    left = MOST_BYTES
    for number, (_, size, path) in enumerate(sorted(_files(cache), reverse=True)):
        left -= size
        if number >= MOST_FILES or left < 0:
            with suppress(OSError):
                path.unlink()


def _files(cache: Path) -> list[tuple[int, int, Path]]:
    """When it was used last, size and place of each file that is ours."""
    found: list[tuple[int, int, Path]] = []
    with suppress(OSError):
        for path in (cache / FOLDER).iterdir():
            if path.name.endswith(_ENDING) or path.name.startswith(_UNFINISHED):
                with suppress(OSError):
                    facts = path.lstat()
                    found.append((facts.st_mtime_ns, facts.st_size, path))
    return found


def _path(cache: Path, key: str) -> Path:
    return cache / FOLDER / f"{key}{_ENDING}"
