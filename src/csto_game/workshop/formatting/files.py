"""Files of packages formatted in place, or only looked at."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.source import FILE_BYTES, decode, plain
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.workshop.formatting.page import format_page

SUFFIX = ".toml"


@frozen
class Looked:
    """A file; ``changes`` if it is laid out otherwise than it was."""

    path: Path
    changes: bool = False
    problem: Problem | None = None


def format_files(paths: Sequence[Path], *, write: bool) -> list[Looked]:
    """Format all scenario files at these paths, folders with all that is in them.

    Raises GameError.
    """
    return [_format(path, write=write) for path in dict.fromkeys(_files(paths))]


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from _within(path)
        elif path.suffix == SUFFIX and path.is_file():
            yield path
        else:
            raise GameError(say("fmt.absent", path=path))


def _within(folder: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(other for other in folders if not other.startswith("."))
        yield from (Path(name) / file for file in sorted(files) if file.endswith(SUFFIX))


def _format(path: Path, *, write: bool) -> Looked:
    try:
        with path.open("rb") as file:
            raw = file.read(FILE_BYTES + 1)
    except OSError as error:
        return Looked(path, problem=plain(str(path), "unreadable", str(error.strerror)))
    if len(raw) > FILE_BYTES:
        return Looked(path, problem=plain(str(path), "too-big", say("fmt.too_big")))
    page = decode(str(path), raw)
    if not isinstance(page, Page):
        return Looked(path, problem=page)
    formatted = format_page(page)
    changed = formatted.text.encode() != raw
    if formatted.problem is None and changed and write:
        _write(path, formatted.text)
    return Looked(path, changed and formatted.problem is None, formatted.problem)


def _write(path: Path, text: str) -> None:
    """All or nothing: an editor's work must not be lost when the disk is full."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise GameError(say("cli.unwritten", file=path, why=error.strerror)) from None
