"""Sitting down to a game by mail, and passing it on.

The turn is played in a working copy, command by command as in any game, so that a crash loses
nothing; the file itself changes only when the turn is over.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from attrs import evolve, frozen

from csto_game.model.refusal import GameError
from csto_game.rules import Book
from csto_game.rules.texts import date
from csto_game.session.disk import why
from csto_game.session.leaders import HUMAN
from csto_game.session.mail import keys
from csto_game.session.mail.checks import check_seats_sealed
from csto_game.session.mail.letter import OVER, Letter, letter_text, read_letter
from csto_game.session.match import Match
from csto_game.session.replay import FindScenario
from csto_game.text.catalog import say

Ask = Callable[[str, bool], str]
"""Gives the passphrase of a seat; True: it is set for the first time."""


@frozen
class Sitting:
    """One seat at the game: the match in its working copy, and what is needed to seal it."""

    file: Path
    seat: str
    match: Match
    letter: Letter
    key: bytes

    @property
    def is_done(self) -> bool:
        """Whether the turn of the seat is over: another person is waited for, or the game is over.

        Programs that were cut short have to play on first.
        """
        return self.match.over or self.match.waiting_for not in (None, self.seat)


def begin_mail(
    book: Book,
    persons: tuple[str, ...],
    seed: int,
    file: Path,
    work: Path,
    *,
    difficulty: str = "",
    place: str = "",
    mods: tuple[str, ...] = (),
) -> str:
    """Begin a game in a new file; gives the seat that opens it first. Raises GameError."""
    if len(set(persons)) < 2:
        raise GameError(say("mail.two"))
    if file.exists():
        raise GameError(say("save.exists", name=file.name))
    match = Match.new(
        book,
        dict.fromkeys(persons, HUMAN),
        seed,
        folder=work,
        name=_free(work, file),
        difficulty=difficulty,
        place=place,
        mods=mods,
    )
    match.run()
    scenario = book.scenario.package
    letter = Letter(f"{scenario.id} {scenario.version}", "", "", (), (), b"")
    _write(file, _as_it_stands(letter, match))
    if match.path:
        match.path.unlink()
    return match.waiting_for or OVER


def _free(work: Path, file: Path) -> str:
    number = 1
    while (work / f"{file.stem}-{number}.csto").exists():
        number += 1
    return f"{file.stem}-{number}"


def sit_down(file: Path, find_scenario: FindScenario, work: Path, ask: Ask) -> Sitting:
    """Open the file for the seat whose turn it is. Raises GameError for a wrong passphrase, for a file
    that was changed, and when the game is over (then `read_letter` and `replay` are enough).
    """
    letter = read_letter(file)
    seat = letter.next
    if seat == OVER:
        raise GameError(say("mail.over"))
    letter, key = _unlocked(letter, seat, ask)
    for found in letter.seals:
        if found.seat == seat and not keys.holds(found, key, letter.save):
            raise GameError(say("mail.changed", file=file.name, seat=seat))
    check_seats_sealed(file, letter)
    copy = _working_copy(work, file, letter)
    match = Match.resume(copy, find_scenario)
    match.run()
    return Sitting(file, seat, match, letter, key)


def _unlocked(letter: Letter, seat: str, ask: Ask) -> tuple[Letter, bytes]:
    lock = letter.lock_of(seat)
    passphrase = ask(seat, lock is None)
    if lock is not None:
        key = keys.unlock(lock, passphrase)
        if key is None:
            raise GameError(say("mail.passphrase", seat=seat))
        return letter, key
    if not keys.is_good(passphrase):
        raise GameError(say("mail.short"))
    lock, key = keys.new_lock(seat, passphrase)
    return evolve(letter, locks=(*letter.locks, lock)), key


def _working_copy(work: Path, file: Path, letter: Letter) -> Path:
    """The save to play in: that of an interrupted sitting if it goes on from this very file."""
    path = work / f"{file.stem}-{letter.next.lower()}.csto"
    try:
        work.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes().startswith(letter.save):
            return path
        path.write_bytes(letter.save)
    except OSError as error:
        raise GameError(say("save.create", file=path.name, why=why(error))) from None
    return path


def pass_on(sitting: Sitting) -> str:
    """Seal the turn into the file; gives the seat that is next, or `OVER`. Raises GameError if the
    turn is not over, or if the disk refuses; the file is then as before.
    """
    if not sitting.is_done:
        raise GameError(say("mail.not_done", seat=sitting.seat))
    letter = _as_it_stands(sitting.letter, sitting.match)
    mark = keys.seal(sitting.seat, sitting.key, letter.save)
    letter = evolve(letter, seals=(*letter.seals, mark))
    _write(sitting.file, letter)
    if sitting.match.path:
        with suppress(OSError):
            sitting.match.path.unlink()
    return letter.next


def _as_it_stands(letter: Letter, match: Match) -> Letter:
    assert match.path is not None, "games by mail have a working copy"
    when = f"{match.turn}, {date(match.book.scenario.clock, match.turn)}"
    return evolve(letter, turn=when, next=match.waiting_for or OVER, save=match.path.read_bytes())


def _write(file: Path, letter: Letter) -> None:
    """Replace the file whole, or leave it as it was."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".new-", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(letter_text(letter))
                out.flush()
                os.fsync(out.fileno())
            Path(name).replace(file)
        finally:
            with suppress(OSError):
                Path(name).unlink()
    except OSError as error:
        raise GameError(say("save.create", file=file.name, why=why(error))) from None
