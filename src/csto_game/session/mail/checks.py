"""Whether every person's moves were sealed by that person: what anybody can see without a passphrase."""

from __future__ import annotations

from pathlib import Path

from csto_game.model.refusal import GameError
from csto_game.session.header import read_header
from csto_game.session.mail.letter import Letter
from csto_game.session.move import read_move
from csto_game.text.catalog import say


def check_seats_sealed(file: Path, letter: Letter) -> None:
    """Between two seals stand moves of programs and of the seat that sealed; after the last one, of
    programs only. Raises GameError that names the seat which moved unsealed.
    """
    rows = letter.save.decode("utf-8", errors="replace").split("\n")
    header, begin = read_header(file.name, rows)
    persons = set(header.persons)
    at = sum(len(row.encode()) + 1 for row in rows[:begin])
    seals = list(letter.seals)
    if [seal.size for seal in seals] != sorted(seal.size for seal in seals):
        raise GameError(say("mail.order", file=file.name))
    for number, text in enumerate(rows[begin:], begin + 1):
        at += len(text.encode()) + 1
        move = read_move(text, number) if text and not text.startswith("#") else None
        movers = {seat for seat, _ in move.commands} & persons if move else set()
        sealer = next((seal.seat for seal in seals if at <= seal.size), "")
        strangers = sorted(movers - {sealer})
        if strangers:
            raise GameError(say("mail.unsealed", file=file.name, seat=strangers[0]))
