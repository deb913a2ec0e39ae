"""Saving what can be saved of a damaged file: every command up to the first that is not whole.

The damaged file stays as it is; what is good goes into a new save beside it.
"""

from __future__ import annotations

from pathlib import Path

from attrs import evolve, frozen

from csto_game.model.refusal import GameError
from csto_game.session.header import Header, read_header
from csto_game.session.journal import Journal
from csto_game.session.library import SUFFIX, check_name
from csto_game.session.move import Move, read_move
from csto_game.session.replay import FindScenario, replay
from csto_game.session.save import Save, file_bytes
from csto_game.text.catalog import say


@frozen
class Recovered:
    """``path`` is the new save with ``kept`` commands up to ``turn``. ``lost`` lines of the old one were
    left out from ``line`` on, because of ``why``; nothing was lost if ``line`` is 0.
    """

    path: Path
    kept: int
    turn: int
    lost: int
    line: int
    why: str


@frozen
class Survey:
    """What is good of a save: ``body`` are its whole lines, ``loss`` is told as of the save itself."""

    header: Header
    body: tuple[str, ...]
    loss: Recovered


def recover(path: Path, find_scenario: FindScenario, name: str = "") -> Recovered:
    """Write what is good of a save into a new one. Raises GameError if even its heading is damaged."""
    found = survey(path, find_scenario)
    target = path.with_name(f"{_name(path, name)}{SUFFIX}")
    Journal.create(target, found.header, found.body)
    return evolve(found.loss, path=target)


def survey(path: Path, find_scenario: FindScenario) -> Survey:
    """See what is good of a save, and write nothing. Raises GameError as `recover` does."""
    rows = _lines(path)
    header, begin = read_header(path.name, rows)
    moves, line, why = _readable(path, header, rows, begin)
    save = Save(path, header, tuple(moves), (), 0)
    book = find_scenario(header)
    again = replay(save, book)
    if again.difference and not again.difference.line:
        # Only the mark of the start is wrong, or the heading itself: the first move tells which.
        header = evolve(header, start=again.difference.found)
        save = evolve(save, header=header)
        again = replay(save, book)
    if again.difference:
        line, why = again.difference.line, again.difference.sentence
        moves = [move for move in moves if move.line < line]
        if not moves:
            raise GameError(say("save.nothing_good", file=path.name, why=why))
        again = replay(evolve(save, moves=tuple(moves)), book)
    last = moves[-1].line if moves else begin
    lost = sum(1 for text in rows[last:] if text and not text.startswith("#"))
    turn = again.table.state.turn
    loss = Recovered(path, again.played, turn, lost, line if lost else 0, why)
    return Survey(header, tuple(rows[begin:last]), loss)


def _lines(path: Path) -> list[str]:
    """The file's lines; what is no text is shown by a letter that no line may hold."""
    text = file_bytes(path).decode("utf-8", errors="replace").replace("\r\n", "\n")
    return text.split("\n")


def _readable(
    path: Path, header: Header, rows: list[str], begin: int
) -> tuple[list[Move], int, str]:
    """The moves up to the first line that is none, its number (0: there is none) and what is wrong."""
    moves: list[Move] = []
    for number, text in enumerate(rows[begin:], begin + 1):
        if text.startswith("#") or (not text and number == len(rows)):
            continue
        move = read_move(text, number)
        seats = {seat for seat, _ in move.commands} if move else set()
        if move is None or not text.isprintable() or not seats <= set(header.seats):
            facts = {"file": path.name, "line": number}
            shown = "".join(c if c.isprintable() else "?" for c in text[:60])
            return moves, number, say("save.move", text=shown, **facts)
        moves.append(move)
    return moves, 0, ""


def _name(path: Path, name: str) -> str:
    if name:
        return check_name(name)
    first = f"{path.stem}-recovered"
    number, found = 1, first
    while path.with_name(f"{found}{SUFFIX}").exists():
        number += 1
        found = f"{first}-{number}"
    return found
