"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from csto_game.model.refusal import GameError
from csto_game.text.catalog import say


def why(error: OSError) -> str:
    """The system's reason in its own words, without number and path."""
    return (error.strerror or type(error).__name__).lower()


def make_folder(folder: Path) -> None:
    """Make a folder if it is not there. Raises GameError that names it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise GameError(say("save.folder_file", folder=folder)) from None
    except OSError as error:
        raise GameError(say("save.folder", folder=folder, why=why(error))) from None


def make_whole(path: Path, content: bytes) -> None:
    """Write a new file: beside it first, flushed, then renamed. Raises GameError; never overwrites."""
    make_folder(path.parent)
    try:
        if path.exists():
            raise GameError(say("save.exists", name=path.stem))
        _put(path, content)
    except OSError as error:
        raise GameError(say("save.create", file=path.name, why=why(error))) from None


def replace_whole(path: Path, content: bytes) -> None:
    """Put new content in a file's place, all of it or none. Raises GameError."""
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        try:
            _fill(handle, content)
            Path(name).replace(path)
        finally:
            with suppress(OSError):
                Path(name).unlink()
        _flush_folder(path.parent)
    except OSError as error:
        raise GameError(say("save.write", file=path.name, why=why(error))) from None


def _fill(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        _fill(handle, content)
        _name(name, path)
    finally:
        with suppress(OSError):
            Path(name).unlink()
    _flush_folder(path.parent)


def _name(made: str, path: Path) -> None:
    """A second name for the file, which fails if it is taken; some file systems can only rename."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise GameError(say("save.exists", name=path.stem)) from None
    except OSError:
        Path(made).replace(path)


def _flush_folder(folder: Path) -> None:
    """The new name itself must reach the disk; where folders cannot be opened, nothing can be done."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
