"""Saves as a player puts them in order: kept under a name, called otherwise, with a memo."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from attrs import evolve

from csto_game.model.refusal import GameError
from csto_game.session.disk import replace_whole, why
from csto_game.session.journal import Journal
from csto_game.session.library import SUFFIX, check_name
from csto_game.session.match import Match
from csto_game.session.save import file_bytes, heading_of, memo_note, read_save
from csto_game.session.timeline import branch, parent_of
from csto_game.text.catalog import say

_END = b"\n---\n"


def keep(match: Match, name: str) -> Path:
    """This moment as a save of its own, a leaf of the timeline; the game itself goes on in its line.

    Raises GameError for an iron game, an unsaved one, or a name that is taken.
    """
    path = branch(match, name).path
    if path is None:
        raise GameError(say("timeline.unsaved"))
    return path


def rename(path: Path, name: str, match: Match | None = None) -> Path:
    """Call a save otherwise; lines that left it are told, and so is ``match``, the game being played.

    Raises GameError if the name is taken, or no name for a file.
    """
    target = path.with_name(f"{check_name(name)}{SUFFIX}")
    _move(path, target)
    if match is not None and match.journal is not None and match.journal.path == path:
        match.journal.path = target
    for other in sorted(path.parent.glob(f"*{SUFFIX}")):
        header = heading_of(other)
        parent, turn = parent_of(header) if header is not None else ("", 0)
        if parent == path.stem:
            _new_parent(other, f"parent: {parent} {turn}", f"parent: {target.stem} {turn}")
            _tell(match, other, f"{target.stem} {turn}")
    return target


def memo(path: Path, text: str, match: Match | None = None) -> None:
    """Write words of the player's own into a save; "" takes them back. When the save was last played stays
    as it was. ``match`` is the game being played. Raises GameError.
    """
    line = memo_note(text)
    if match is not None and match.journal is not None and match.journal.path == path:
        match.journal.append(line)
        return
    save = read_save(path)
    before = path.stat()
    Journal.reopen(save).append(line)
    with suppress(OSError):
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _move(path: Path, target: Path) -> None:
    """Never over another file."""
    if target.exists():
        raise GameError(say("save.exists", name=target.stem))
    try:
        path.rename(target)
    except OSError as error:
        raise GameError(say("save.create", file=target.name, why=why(error))) from None


def _tell(match: Match | None, path: Path, parent: str) -> None:
    """The heading of the game being played is another one: its journal goes on behind it."""
    if match is not None and match.journal is not None and match.journal.path == path:
        match.header = evolve(match.header, parent=parent)
        match.journal.size = path.stat().st_size


def _new_parent(path: Path, old: str, new: str) -> None:
    """Change one line of a heading; when the save was last played stays as it was."""
    content = file_bytes(path)
    heading, end, body = content.partition(_END)
    before = path.stat()
    replaced = heading.replace(f"\n{old}".encode(), f"\n{new}".encode(), 1)
    replace_whole(path, replaced + end + body)
    with suppress(OSError):
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
