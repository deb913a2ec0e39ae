"""The trash: a folder beside the saves. A save lies there until the player empties it; then what has lain
longer than some days is deleted, and what is younger stays.

When a save was put there stands in a list beside it: its own date is when it was last played.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from attrs import frozen

from csto_game.model.refusal import GameError
from csto_game.session.disk import make_folder, replace_whole, why
from csto_game.session.library import SUFFIX
from csto_game.text.catalog import say

TRASH = "trash"
DAYS = 30
"""Days that a save lies in the trash at least, unless the player says otherwise."""
_LIST = "since.txt"
_LONGEST = 1_000_000
"""Bytes of the list that are read."""


@frozen
class Trashed:
    """A save in the trash, and for how many days it has lain there."""

    path: Path
    days: int

    @property
    def name(self) -> str:
        """Its name as a save."""
        return self.path.stem


def put(path: Path, today: date | None = None) -> Path:
    """Put a save into the trash, under a name that is free there. Raises GameError."""
    folder = path.parent / TRASH
    make_folder(folder)
    number, target = 1, folder / path.name
    while target.exists():
        number += 1
        target = folder / f"{path.stem}-{number}{SUFFIX}"
    try:
        path.rename(target)
    except OSError as error:
        raise GameError(say("save.create", file=target.name, why=why(error))) from None
    _note(folder, target.name, today or _today())
    return target


def lying(saves: Path, today: date | None = None) -> tuple[Trashed, ...]:
    """What lies in the trash of a folder of saves, what came first, first."""
    folder, now = saves / TRASH, today or _today()
    known = _read(folder)
    found: list[Trashed] = []
    with suppress(OSError):
        for path in folder.iterdir():
            if path.suffix == SUFFIX and path.is_file() and not path.is_symlink():
                since = known.get(path.name) or _last_touched(path)
                found.append(Trashed(path, max((now - since).days, 0)))
    return tuple(sorted(found, key=lambda one: (-one.days, one.name)))


def old(found: Sequence[Trashed], days: int = DAYS) -> tuple[Trashed, ...]:
    """Those that emptying would delete: what has lain there for so many days."""
    return tuple(one for one in found if one.days >= days)


def empty(saves: Path, days: int = DAYS, today: date | None = None) -> tuple[Trashed, ...]:
    """Delete what has lain in the trash for so many days; what was deleted. Raises GameError."""
    gone = old(lying(saves, today), days)
    for one in gone:
        try:
            one.path.unlink(missing_ok=True)
        except OSError as error:
            raise GameError(say("trash.failed", name=one.name, why=why(error))) from None
    _forget(saves / TRASH)
    return gone


# ── since when ──


def _today() -> date:
    return datetime.now(UTC).date()


def _last_touched(path: Path) -> date:
    """For what was put there by hand, or before there was a list: the last that anything was done to it."""
    found = path.stat()
    return datetime.fromtimestamp(max(found.st_mtime, found.st_ctime), UTC).date()


def _read(folder: Path) -> dict[str, date]:
    """Name → day. What cannot be read is not known."""
    known: dict[str, date] = {}
    with suppress(OSError, UnicodeDecodeError):
        with (folder / _LIST).open(encoding="utf-8") as file:
            text = file.read(_LONGEST)
        for line in text.splitlines():
            day, _, name = line.partition(" ")
            with suppress(ValueError):
                known[name] = date.fromisoformat(day)
    return known


def _note(folder: Path, name: str, day: date) -> None:
    _write(folder, _read(folder) | {name: day})


def _forget(folder: Path) -> None:
    """Only what still lies there is listed."""
    known = _read(folder)
    kept = {name: day for name, day in known.items() if (folder / name).is_file()}
    if kept != known:
        _write(folder, kept)


def _write(folder: Path, known: dict[str, date]) -> None:
    """The list is a help: a save is put away also where it cannot be written."""
    lines = [f"{day.isoformat()} {name}\n" for name, day in sorted(known.items())]
    with suppress(OSError, GameError):
        replace_whole(folder / _LIST, "".join(lines).encode())
