"""A package as a zip file: the same files give the same bytes, wherever and whenever."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from attrs import frozen

from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

MOST_ZIP_BYTES = 8 << 20
MOST_FILES = 500
_TIGHTEST = 90
"""A reader refuses what is packed more than 100 : 1; such a file is stored as it is."""
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o100644


@frozen
class Packed:
    """``names`` are in the archive, ``left_out`` are files that the format does not know."""

    data: bytes
    names: tuple[str, ...]
    left_out: tuple[str, ...]


def pack(folder: Path) -> Packed:
    """The archive of a package's folder. Raises GameError."""
    found = sorted(_files(folder, folder), key=lambda name: name.encode())
    names = tuple(name for name in found if belongs(name))
    if len(names) > MOST_FILES:
        raise GameError(say("pack.many", count=len(names), most=MOST_FILES))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            _add(archive, name, (folder / name).read_bytes())
    data = buffer.getvalue()
    if len(data) > MOST_ZIP_BYTES:
        raise GameError(say("pack.big", size=len(data) >> 20, most=MOST_ZIP_BYTES >> 20))
    return Packed(data, names, tuple(name for name in found if not belongs(name)))


def belongs(name: str) -> bool:
    """May a file of this name be in a package?"""
    folder, _, base = name.rpartition("/")
    if base.startswith("."):
        return False
    return (
        base.endswith((".toml", ".md"))
        or base.startswith("LICENSE")
        or (folder == "lang" and base.endswith(".po"))
        or (folder == "maps" and base.endswith(".json"))
    )


def _files(folder: Path, root: Path) -> Iterator[str]:
    for item in sorted(folder.iterdir()):
        name = item.relative_to(root).as_posix()
        if item.is_symlink():
            raise GameError(say("pack.link", file=name))
        if item.is_dir() and not item.name.startswith("."):
            yield from _files(item, root)
        elif item.is_file():
            yield name


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    if _is_too_tight(name, data):
        entry.compress_type = zipfile.ZIP_STORED
    archive.writestr(entry, data, compresslevel=9)


def _is_too_tight(name: str, data: bytes) -> bool:
    trial = BytesIO()
    with zipfile.ZipFile(trial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED, 9)
        packed = archive.infolist()[0].compress_size
    return len(data) > _TIGHTEST * max(1, packed)
