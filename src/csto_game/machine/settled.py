"""Reading and changing the player's settings. The strict reader is imported only when there is a file."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from csto_game.machine.settings import FILE, Settled, Value
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say


def read_settings(folder: Path) -> Settled:
    """The settings in a folder; the usual ones where there is no file. Never raises."""
    path = folder / FILE
    if is_first_start(folder):
        return Settled(path)
    from csto_game.machine.settings_file import read_file  # noqa: PLC0415  # as above

    return read_file(path)


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
