"""The saves there are: their names, and what each is about."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from attrs import frozen

from csto_game.content.nearest import nearest
from csto_game.model.command import END
from csto_game.model.refusal import GameError
from csto_game.session.disk import make_whole, why
from csto_game.session.header import Header
from csto_game.session.save import Save, file_bytes, read_save
from csto_game.text.catalog import say

SUFFIX = ".csto"
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")


@frozen
class SaveRow:
    """One save of a folder. If it cannot be read, ``trouble`` says why and the rest is empty.

    ``date`` is the date in the game; ``when`` is when it was last played (UTC, to the minute);
    ``ended`` names the ending, or is ""; ``results`` are then (seat, points), and ``won`` the winners.
    ``rules`` is the rules hash, ``parent`` the line it left and the turn (``NAME 6``), or "".
    ``touched`` is how a modder's hand changed the game; ``size`` is in bytes.
    """

    name: str
    path: Path
    when: str
    scenario: str = ""
    version: str = ""
    persons: tuple[str, ...] = ()
    seats: int = 0
    seed: int = 0
    difficulty: str = ""
    turn: int = 0
    date: str = ""
    commands: int = 0
    ended: str = ""
    torn: bool = False
    trouble: str = ""
    rules: str = ""
    parent: str = ""
    iron: bool = False
    touched: tuple[str, ...] = ()
    size: int = 0
    results: tuple[tuple[str, int], ...] = ()
    won: tuple[str, ...] = ()
    memo: str = ""
    """Words of the player's own."""


def saves(folder: Path) -> tuple[SaveRow, ...]:
    """All saves of a folder, the one played last first. A folder that is not there has none."""
    rows = [(_stamp(path), _row(path)) for path in _files(folder)]
    rows.sort(key=lambda pair: (-pair[0], pair[1].name))
    return tuple(row for _, row in rows)


def newest(folder: Path) -> Path:
    """The save played last. Raises GameError if there is none."""
    files = _files(folder)
    if not files:
        raise GameError(say("save.none"))
    return max(files, key=lambda path: (_stamp(path), path.name))


def find(folder: Path, name: str) -> Path:
    """A save by name or path. Raises GameError with the nearest name."""
    given = Path(name).expanduser()
    for path in (folder / f"{name}{SUFFIX}", folder / name, given):
        if path.is_file():
            return path
    near = nearest(name, [path.stem for path in _files(folder)])
    if near:
        raise GameError(say("save.absent_near", name=name, near=near))
    raise GameError(say("save.absent", name=name))


def check_name(name: str) -> str:
    """The name, if a file may have it. Raises GameError."""
    if not _NAME.fullmatch(name):
        raise GameError(say("save.name", name=name))
    return name.removesuffix(SUFFIX)


def free_name(folder: Path, header: Header) -> str:
    """A name that no save has yet: ``tashkent_1992-kaz-2``."""
    who = "-".join(header.persons[:2]).lower() or "programs"
    taken = {path.stem for path in _files(folder)}
    number = 1
    while f"{header.scenario}-{who}-{number}" in taken:
        number += 1
    return f"{header.scenario}-{who}-{number}"


def copy_save(path: Path, name: str) -> Path:
    """Keep a copy under another name in the same folder. Raises GameError."""
    target = path.with_name(f"{check_name(name)}{SUFFIX}")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise GameError(say("save.unreadable", file=path.name, why=why(error))) from None
    make_whole(target, content)
    return target


def free_branch(folder: Path, seat: str, turn: int) -> str:
    """A name that no save has yet for a line that leaves in a turn: ``kaz-turn6``, ``kaz-turn6-2``."""
    first = f"{seat.lower() or 'programs'}-turn{turn}"
    taken = {path.stem for path in _files(folder)}
    names = [first, *(f"{first}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def export_save(path: Path, target: Path) -> int:
    """Write all of a save into another file, which must not be there; its size. Raises GameError."""
    content = file_bytes(path)
    make_whole(target, content)
    return len(content)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob(f"*{SUFFIX}") if path.is_file())


def _stamp(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _row(path: Path) -> SaveRow:
    when = datetime.fromtimestamp(_stamp(path), tz=UTC).strftime("%Y-%m-%d %H:%M")
    try:
        save = read_save(path)
    except GameError as error:
        return SaveRow(path.stem, path, when, trouble=str(error))
    header = save.header
    results, won = save.noted_results
    return SaveRow(
        name=path.stem,
        path=path,
        when=when,
        scenario=header.scenario,
        version=header.version,
        persons=header.persons,
        seats=len(header.seats),
        seed=header.seed,
        difficulty=header.difficulty,
        turn=_turn(save),
        date=save.noted_date,
        commands=sum(len(move.commands) for move in save.moves),
        ended=save.noted_ending,
        torn=save.torn,
        rules=header.hash,
        parent=header.parent,
        iron=bool(header.iron),
        touched=header.touched,
        size=save.size,
        results=results,
        won=won,
        memo=save.noted_memo,
    )


def _turn(save: Save) -> int:
    """The turn the game is in, or ended in: every seat ends every turn once, and no end is taken back."""
    ends = dict.fromkeys(save.header.seats, 0)
    for move in save.moves:
        for seat, words in move.commands:
            ends[seat] += words == END
    over = min(ends.values(), default=0)
    return max(over, 1) if save.noted_ending else over + 1
