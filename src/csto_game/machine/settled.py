"""Reading and changing the player's settings. The strict reader is imported only for a file with mistakes."""

from __future__ import annotations

from pathlib import Path

import tomli
from attrs import evolve

from csto_game.machine.settings import FILE, Settings, Settled, Value, is_allowed
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

_SMALL = 4096
"""Bytes that a file of settings without mistakes hardly needs."""


def read_settings(folder: Path) -> Settled:
    """The settings in a folder; the usual ones where there is no file. Never raises."""
    path = folder / FILE
    if is_first_start(folder):
        return Settled(path)
    if (sound := _sound(path)) is not None:
        return Settled(path, sound)
    from csto_game.machine.settings_file import read_file  # noqa: PLC0415  # as above

    return read_file(path)


def _sound(path: Path) -> Settings | None:
    """What a file without any mistake says; None if it must be looked at more closely."""
    try:
        if not path.is_file() or path.stat().st_size > _SMALL:
            return None
        found = tomli.loads(path.read_bytes().decode())
    except (OSError, ValueError, RecursionError):
        return None
    if not all(is_allowed(name, value) for name, value in found.items()):
        return None
    return Settings(**found)


def is_first_start(folder: Path) -> bool:
    """Whether nothing was ever settled in that folder."""
    path = folder / FILE
    return not path.exists() and not path.is_symlink()


def wants_lines(folder: Path) -> bool:
    """Whether the player settled on lines. Costs next to nothing where that was never touched."""
    path = folder / FILE
    try:
        is_named = path.is_file() and b"plain" in path.read_bytes()
    except OSError:
        return False
    return is_named and read_settings(folder).settings.plain


def change(settled: Settled, name: str, value: Value) -> Settled:
    """With one setting changed, on the disk, too. Raises GameError if it cannot be written."""
    if settled.path is None:
        settings = evolve(settled.settings, **{name: value})  # type: ignore[arg-type]  # `is_allowed`
        return evolve(settled, settings=settings)
    from csto_game.machine.settings_file import write  # noqa: PLC0415  # not for the first frame

    if settled.is_damaged:
        raise GameError(say("own.damaged", file=FILE))
    write(settled.path, name, value)
    return read_settings(settled.path.parent)
