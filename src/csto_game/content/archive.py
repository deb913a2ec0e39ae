"""A package in a zip file → its files, read in memory; whatever looks like a trick is refused.

Nothing is ever written to disk. Sizes are counted while unpacking: what the archive says about
itself is not believed.
"""

from __future__ import annotations

import stat
import unicodedata
import zipfile
import zlib
from functools import partial
from io import BytesIO
from pathlib import Path

from attrs import define

from csto_game.content.entry import (
    MEBI,
    MOST_BYTES,
    MOST_FILES,
    Entry,
    bad_name,
    most_bytes,
    plain,
    size,
    too_big,
    too_heavy,
    too_many,
)
from csto_game.content.folder import Found, reason
from csto_game.content.problem import Problem

ARCHIVE_BYTES = 8 * MEBI
RATIO = 100
_FREE_BYTES = 4096
"""Up to this size a file may be as tightly packed as it likes."""
_STEP = 1 << 16
_DIRECTORY_BYTES = MOST_FILES * 1024
"""The list of contents is read whole, so it is measured first."""
_END, _END_BYTES, _COMMENT_BYTES = b"PK\x05\x06", 22, 0xFFFF
_LOCATOR = b"PK\x06\x07"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_UNIX = 3
_FOREIGN = "__MACOSX/"
_SHORT = 80


@define
class _Unpacking:
    """``left``: bytes that the whole package may still unpack to."""

    root: str
    zip: zipfile.ZipFile
    left: int = MOST_BYTES

    def read(self, info: zipfile.ZipInfo, name: str) -> bytes | Problem:
        """The bytes of an entry, which is left as soon as it is too big."""
        most = min(most_bytes(name), self.left)
        allowed = max(_FREE_BYTES, RATIO * info.compress_size)
        raw = bytearray()
        try:
            with self.zip.open(info) as file:
                while chunk := file.read(_STEP):
                    raw += chunk
                    if len(raw) > allowed:
                        return _refusal(self.root, "bomb", _tight(name))
                    if len(raw) > most:
                        break
        except _DAMAGED:
            return plain(name, "unreadable", "this entry of the archive is damaged")
        self.left -= len(raw)
        if self.left < 0:
            return too_heavy(self.root, MOST_BYTES - self.left)
        return too_big(name, len(raw)) or bytes(raw)


def entries(path: Path, root: str) -> Found:
    """All files of the archive in no order, and what is refused of it."""
    try:
        with path.open("rb") as file:
            raw = file.read(ARCHIVE_BYTES + 1)
    except OSError as error:
        return [], [plain(root, "unreadable", reason(error))]
    problem = _whole(raw, root)
    if problem:
        return [], [problem]
    try:
        zip_ = zipfile.ZipFile(BytesIO(raw))
    except _DAMAGED:
        return [], [plain(root, "unreadable", "this is no zip archive, or it is damaged")]
    return _listed(zip_, root)


def _whole(raw: bytes, root: str) -> Problem | None:
    """What can be said before the list of contents is read."""
    if len(raw) > ARCHIVE_BYTES:
        return plain(root, "too-big", f"more than {size(ARCHIVE_BYTES)}; a zip may have no more")
    end = raw.rfind(_END, max(0, len(raw) - _END_BYTES - _COMMENT_BYTES))
    if end < 0 or len(raw) < end + _END_BYTES:
        return plain(root, "unreadable", "this is no zip archive, or it is damaged")
    listed = int.from_bytes(raw[end + 12 : end + 16], "little")
    # Archives of the large kind give the true length elsewhere; no package needs to be one.
    if listed > _DIRECTORY_BYTES or raw[max(0, end - 20) : end].startswith(_LOCATOR):
        return _refusal(root, "too-big", f"it lists more than {MOST_FILES} files")
    return None


def _listed(zip_: zipfile.ZipFile, root: str) -> Found:
    infos = zip_.infolist()
    files = [info for info in infos if not info.is_dir()]
    if len(files) > MOST_FILES:
        return [], [too_many(root, len(files))]
    problems = [wrong for info in infos if (wrong := _refused(info, root))]
    problems += _colliding(infos, root)
    if problems:
        return [], problems
    strip = _only_folder(files)
    unpacking = _Unpacking(root, zip_)
    found: list[Entry] = []
    for info in files:
        name = info.filename[len(strip) :]
        # What is not read later is unpacked all the same: a bomb is a bomb in any file.
        raw = unpacking.read(info, name)
        if not isinstance(raw, bytes):
            return [], [raw]
        if not _is_hidden(name):
            found.append(Entry(name, partial(bytes, raw)))
    return found, []


def _refused(info: zipfile.ZipInfo, root: str) -> Problem | None:
    # `filename` is already cut at a zero byte and mended; `orig_filename` is what is there.
    name = info.orig_filename
    called = name if len(name) <= _SHORT else f"{name[:_SHORT]}…"
    if info.flag_bits & _ENCRYPTED:
        return _refusal(root, "encrypted", f'the entry "{called}" is encrypted')
    parts = name.removesuffix("/").split("/")
    if "\\" in name:
        return _refusal(root, "outside", f'the entry "{called}" has a backslash in its name')
    if ".." in parts or "." in parts or "" in parts or ":" in name:
        return _refusal(root, "outside", f'the entry "{called}" points outside the package')
    if bad_name(name):
        return _refusal(root, "character", f'the name "{called}" holds a character that is refused')
    mode = info.external_attr >> 16 if info.create_system == _UNIX else 0
    kind = stat.S_IFMT(mode)
    if kind and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        what = "a link" if stat.S_ISLNK(mode) else "no plain file"
        return _refusal(root, "link", f"{called} is {what}; packages hold plain files only")
    if info.compress_type not in _METHODS:
        return _refusal(root, "packing", f"{called} is packed in a way that is not read here")
    return None


def _colliding(infos: list[zipfile.ZipInfo], root: str) -> list[Problem]:
    """Names that some systems take for one."""
    seen: dict[str, str] = {}
    problems: list[Problem] = []
    for info in infos:
        name = info.orig_filename.removesuffix("/")
        first = seen.setdefault(unicodedata.normalize("NFKC", name).casefold(), name)
        if first is not name:
            what = f'"{name}" is there twice' if first == name else f'"{first}" and "{name}"'
            why = "" if first == name else " differ only in case or in the form of letters"
            problems.append(_refusal(root, "twice", what + why))
    return problems


def _only_folder(files: list[zipfile.ZipInfo]) -> str:
    """The one folder that holds everything, with its slash; "" if there is no such."""
    names = [info.filename for info in files if not info.filename.startswith(_FOREIGN)]
    first = names[0].partition("/") if names else ("", "", "")
    folder = first[0] + first[1]
    is_one = first[1] and all(name.startswith(folder) for name in names)
    return folder if is_one else ""


def _is_hidden(name: str) -> bool:
    """What editors and systems leave lying about, as in folders."""
    folders = name.split("/")[:-1]
    return any(part.startswith(".") or f"{part}/" == _FOREIGN for part in folders)


def _refusal(root: str, code: str, what: str) -> Problem:
    return plain(root, code, f"refused: {what}")


def _tight(name: str) -> str:
    return f"{name} unpacks to more than {RATIO} times its size"
