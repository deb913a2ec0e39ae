"""The file of a game by mail: a heading of locks and seals, and the save, packed.

The body is compressed and in base64 so that nobody reads others' orders by accident; that is no
secret. Each seat's ``lock`` knows its passphrase, each ``seal`` is a keyed digest of the save as it was
when that seat passed it on.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from csto_game.model.refusal import GameError
from csto_game.session.disk import why
from csto_game.text.catalog import say

SUFFIX = ".mail"
_MAGIC = "csto mail 1"
_END = "---"
LARGEST = 8 * 2**20
_KEY = re.compile(r"(scenario|turn|next): (.+)")
_LOCK = re.compile(r"lock ([A-Z][A-Z0-9]{1,5}): ([0-9a-f]{32}) ([0-9a-f]{64})")
_SEAL = re.compile(r"seal ([A-Z][A-Z0-9]{1,5}): ([0-9]{1,8}) ([0-9a-f]{64})")
OVER = "nobody"
_WIDTH = 76


@frozen
class Lock:
    """Salt and check of one seat's passphrase, both in hex."""

    seat: str
    salt: str
    check: str


@frozen
class Seal:
    """``digest`` (hex) of the first ``size`` bytes of the save, with the seat's key."""

    seat: str
    size: int
    digest: str


@frozen
class Letter:
    """``save`` is the text of the save; ``next`` the seat whose turn it is, or `OVER`."""

    scenario: str
    turn: str
    next: str
    locks: tuple[Lock, ...]
    seals: tuple[Seal, ...]
    save: bytes

    def lock_of(self, seat: str) -> Lock | None:
        return next((lock for lock in self.locks if lock.seat == seat), None)


def letter_text(letter: Letter) -> bytes:
    """The file as written."""
    rows = [
        _MAGIC,
        f"scenario: {letter.scenario}",
        f"turn: {letter.turn}",
        f"next: {letter.next}",
        *(f"lock {lock.seat}: {lock.salt} {lock.check}" for lock in letter.locks),
        *(f"seal {seal.seat}: {seal.size} {seal.digest}" for seal in letter.seals),
        _END,
    ]
    packed = base64.b64encode(zlib.compress(letter.save, 9)).decode()
    rows += [packed[n : n + _WIDTH] for n in range(0, len(packed), _WIDTH)]
    return ("\n".join(rows) + "\n").encode()


def read_letter(path: Path) -> Letter:
    """Read a file. Raises GameError if it is none, or damaged."""
    rows = _rows(path)
    if not rows or rows[0] != _MAGIC:
        raise GameError(say("mail.foreign", file=path.name))
    if _END not in rows:
        raise GameError(say("mail.damaged", file=path.name, line=len(rows)))
    end = rows.index(_END)
    facts: dict[str, str] = {}
    locks: list[Lock] = []
    seals: list[Seal] = []
    for number, text in enumerate(rows[1:end], 2):
        if found := _KEY.fullmatch(text):
            facts[found[1]] = found[2]
        elif found := _LOCK.fullmatch(text):
            locks.append(Lock(found[1], found[2], found[3]))
        elif found := _SEAL.fullmatch(text):
            seals.append(Seal(found[1], int(found[2]), found[3]))
        else:
            raise GameError(say("mail.damaged", file=path.name, line=number))
    if set(facts) != {"scenario", "turn", "next"}:
        raise GameError(say("mail.damaged", file=path.name, line=2))
    save = _unpacked(path, rows[end + 1 :], end + 2)
    return Letter(facts["scenario"], facts["turn"], facts["next"], tuple(locks), tuple(seals), save)


def _rows(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise GameError(say("save.unreadable", file=path.name, why=why(error))) from None
    if len(raw) > LARGEST:
        raise GameError(say("save.too_large", file=path.name))
    return raw.decode("ascii", errors="replace").replace("\r\n", "\n").split("\n")


def _unpacked(path: Path, rows: Sequence[str], line: int) -> bytes:
    """The save; a body that would unpack to more than any save may be is refused."""
    reader = zlib.decompressobj()
    try:
        save = reader.decompress(base64.b64decode("".join(rows), validate=True), LARGEST)
    except (binascii.Error, ValueError, zlib.error):
        raise GameError(say("mail.body", file=path.name, line=line)) from None
    if not reader.eof:
        raise GameError(say("mail.body", file=path.name, line=line))
    return save
