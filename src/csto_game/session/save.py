"""A save's lines after its heading, and how a file is read.

Each line holds what one seat did: ``KAZ: trade CHN; end  # 3f2a91bc``, the fingerprint of the
state after it. ``undo`` takes back the last command of a person. Other lines that begin with
``#`` are for readers.
"""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

from csto_game.model.refusal import GameError
from csto_game.session.disk import why
from csto_game.session.header import Header, read_header
from csto_game.text.catalog import say

SHORT = 8
"""Hex digits of a fingerprint in a line: a chance match once in 4,000 million."""
LARGEST = 8 * 2**20
UNDO = "undo"
BETWEEN = "; "
_TURN = re.compile(r"turn ([0-9]{1,4}), (.*)")
_ENDED = "ended: "
_MOVE = re.compile(r"([A-Z][A-Z0-9]{1,5}): (\S.*?)  # ([0-9a-f]{8})")


@frozen
class Move:
    """A line of a save: commands of one seat, then the fingerprint. ``line`` is from 1."""

    seat: str
    words: tuple[str, ...]
    fingerprint: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.seat}: {BETWEEN.join(self.words)}  # {self.fingerprint[:SHORT]}"


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


def turn_note(turn: int, date: str) -> str:
    """The line for readers above the first move of a turn."""
    return f"# turn {turn}, {date}"


def ending_note(ending: str) -> str:
    """The line for readers below the last move."""
    return f"# {_ENDED}{ending}"


def read_save(path: Path) -> Save:
    """Read a save. Raises GameError with one sentence naming file and line."""
    raw = _bytes(path)
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


def _bytes(path: Path) -> bytes:
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
    found = _MOVE.fullmatch(text)
    if not found:
        raise GameError(say("save.move", file=path.name, line=number, text=text[:60]))
    seat, words, fingerprint = found.groups()
    if seat not in header.seats:
        raise GameError(say("save.seat", file=path.name, line=number, seat=seat))
    return Move(seat, tuple(words.split(BETWEEN)), fingerprint, number)
