"""A line of a save: what one seat did in a row, or how several voted on one motion.

``KAZ: trade CHN; end  # 3f2a91bc`` and ``vote bind: LUB yes, HAM abstain  # 41750156``: the
commands in their order, then the fingerprint of the state after the last.
"""

from __future__ import annotations

import re

from attrs import frozen

from csto_game.model.command import VOTES
from csto_game.model.state import State
from csto_game.rules.draft import Draft

SHORT = 8
"""Hex digits of a fingerprint in a line: a chance match once in 4,000 million."""
UNDO = "undo"
DEED = "!"
"""Before an effect that a modder's console applied: ``KAZ: ! self.unrest + 5  # 3f2a91bc``."""
_BETWEEN = "; "
_SEAT = "[A-Z][A-Z0-9]{1,5}"
_END = "  # ([0-9a-f]{8})"
_ROW = re.compile(rf"({_SEAT}): (\S.*?){_END}")
_CAST = rf"{_SEAT} (?:{'|'.join(VOTES)})"
_BALLOT = re.compile(rf"(vote [a-z][a-z0-9_]*): ({_CAST}(?:, {_CAST})*){_END}")


@frozen
class Move:
    """``commands`` are (seat, words); ``line`` is the line in the file, from 1."""

    commands: tuple[tuple[str, str], ...]
    fingerprint: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self._ballot() or self._row()}  # {self.fingerprint[:SHORT]}"

    def _row(self) -> str:
        words = _BETWEEN.join(words for _, words in self.commands)
        return f"{self.commands[0][0]}: {words}"

    def _ballot(self) -> str:
        """Several seats' votes, all on one motion; "" if it is none."""
        parts = [(seat, *words.rpartition(" ")) for seat, words in self.commands]
        heads = {head for _, head, _, _ in parts}
        if len({seat for seat, *_ in parts}) == 1 or len(heads) != 1:
            return ""
        return f"{heads.pop()}: " + ", ".join(f"{seat} {vote}" for seat, _, _, vote in parts)


def row_of(moment: State | Draft, seat: str) -> tuple[object, ...]:
    """What commands must share to stand in one line: the seat, or in council the motions open."""
    if moment.phase == "council":
        return (moment.turn, *(tabled.serial for tabled in moment.motions))
    return (moment.turn, seat)


def read_move(text: str, line: int) -> Move | None:
    """The move that a line holds; None if it holds none."""
    ballot = _BALLOT.fullmatch(text)
    if ballot:
        head, casts, fingerprint = ballot.groups()
        parts = [cast.partition(" ") for cast in casts.split(", ")]
        return Move(tuple((seat, f"{head} {vote}") for seat, _, vote in parts), fingerprint, line)
    row = _ROW.fullmatch(text)
    if not row:
        return None
    seat, words, fingerprint = row.groups()
    if words.startswith(f"{DEED} "):
        # An effect stands alone in its line: its reason may hold what stands between commands.
        return Move(((seat, words),), fingerprint, line)
    return Move(tuple((seat, part) for part in words.split(_BETWEEN)), fingerprint, line)
