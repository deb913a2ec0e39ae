"""How a save is read: its heading, then its moves (see `move`), each in a line of its own.

``undo`` takes back the last command of a person. Lines that begin with ``#`` are for readers.
"""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

from csto_game.model.refusal import GameError
from csto_game.model.state import Verdict
from csto_game.session.disk import why
from csto_game.session.header import Header, read_header
from csto_game.session.move import Move, read_move
from csto_game.text.catalog import say

LARGEST = 8 * 2**20
LONGEST_MEMO = 200
_TURN = re.compile(r"turn ([0-9]{1,4}), (.*)")
_ENDED = "ended: "
_RESULTS = "points: "
MEMO = "memo:"
_RESULT = re.compile(r"([A-Z][A-Z0-9]{1,5}) ([0-9]{1,3})( won)?")


@frozen
class Save:
    """A file as read. ``size`` is the length in bytes of what is whole; ``torn`` says that a last
    line was cut off in the middle and left out; ``notes`` are the lines for readers.
    """

    path: Path
    header: Header
    moves: tuple[Move, ...]
    notes: tuple[str, ...]
    size: int
    torn: bool = False

    @property
    def noted_turn(self) -> int:
        """The last turn whose date stands in the file; 0 if none does."""
        return max(
            (int(found[1]) for found in map(_TURN.fullmatch, self.notes) if found), default=0
        )

    @property
    def noted_date(self) -> str:
        """The last date that stands in the file, or ""."""
        dates = [found[2] for found in map(_TURN.fullmatch, self.notes) if found]
        return dates[-1] if dates else ""

    @property
    def noted_ending(self) -> str:
        """The ending as noted, or "" if the game goes on."""
        return next((n.removeprefix(_ENDED) for n in self.notes if n.startswith(_ENDED)), "")

    @property
    def noted_memo(self) -> str:
        """The last words of the player's own on this line, or ""."""
        memos = [n.removeprefix(MEMO).strip() for n in self.notes if n.startswith(MEMO)]
        return memos[-1] if memos else ""

    @property
    def noted_results(self) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
        """((seat, points), …) and who won, as noted; empty while the game goes on."""
        noted = next((n for n in self.notes if n.startswith(_RESULTS)), "")
        found = [_RESULT.fullmatch(part) for part in noted.removeprefix(_RESULTS).split(", ")]
        rows = [match for match in found if match]
        scores = tuple((match[1], int(match[2])) for match in rows)
        return scores, tuple(match[1] for match in rows if match[3])


def turn_note(turn: int, date: str) -> str:
    """The line for readers above the first move of a turn."""
    return f"# turn {turn}, {date}"


def ending_note(ending: str) -> str:
    """The line for readers below the last move."""
    return f"# {_ENDED}{ending}"


def results_note(verdict: Verdict) -> str:
    """The line for readers with all seats' points and who won."""
    rows = [f"{code} {n}{' won' if code in verdict.won else ''}" for code, n in verdict.scores]
    return f"# {_RESULTS}{', '.join(rows) or '-'}"


def memo_note(text: str) -> str:
    """The line for readers with words of the player's own: printable ones, and not too many."""
    kept = "".join(char for char in " ".join(text.split()) if char.isprintable())
    return f"# {MEMO} {kept[:LONGEST_MEMO]}".rstrip()


def read_save(path: Path) -> Save:
    """Read a save. Raises GameError with one sentence naming file and line."""
    raw = file_bytes(path)
    size = raw.rfind(b"\n") + 1
    lines = [_decode(path, row, number) for number, row in enumerate(_rows(raw[:size]), 1)]
    header, begin = read_header(path.name, lines)
    moves: list[Move] = []
    notes: list[str] = []
    for number, text in enumerate(lines[begin:], begin + 1):
        if text.startswith("#"):
            notes.append(text.removeprefix("#").strip())
        else:
            moves.append(_move(path, header, text, number))
    return Save(path, header, tuple(moves), tuple(notes), size, torn=size < len(raw))


def heading_of(path: Path) -> Header | None:
    """The heading, which may be whole where the moves below it are not; None if it is not."""
    try:
        text = file_bytes(path).decode("utf-8", errors="replace")
        return read_header(path.name, text.replace("\r\n", "\n").split("\n"))[0]
    except GameError:
        return None


def file_bytes(path: Path) -> bytes:
    """All of a file that may be a save. Raises GameError."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise GameError(say("save.absent", name=path.name)) from None
    except OSError as error:
        raise GameError(say("save.unreadable", file=path.name, why=why(error))) from None
    if len(raw) > LARGEST:
        raise GameError(say("save.too_large", file=path.name))
    return raw


def _rows(raw: bytes) -> list[bytes]:
    rows = raw.replace(b"\r\n", b"\n").split(b"\n")
    return rows[:-1]


def _decode(path: Path, row: bytes, number: int) -> str:
    try:
        text = row.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if not text.isprintable():
        raise GameError(say("save.not_text", file=path.name, line=number))
    return text


def _move(path: Path, header: Header, text: str, number: int) -> Move:
    move = read_move(text, number)
    if move is None:
        raise GameError(say("save.move", file=path.name, line=number, text=text[:60]))
    for seat, _ in move.commands:
        if seat not in header.seats:
            raise GameError(say("save.seat", file=path.name, line=number, seat=seat))
    return move
