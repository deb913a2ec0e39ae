"""What a seat did in a game: each command with the moment before it."""

from __future__ import annotations

from itertools import pairwise

from attrs import frozen

from csto_game.model.command import END, Command
from csto_game.model.state import State
from csto_game.rules import Step, parse_command
from csto_game.session.table import Table


@frozen
class Deed:
    """One command of a seat, and the state in which it was given."""

    command: Command
    before: State
    step: Step


def deeds(table: Table, seat: str, turn: int | None = None) -> tuple[Deed, ...]:
    """All that the seat did, or what it did in one turn; ends of planning left out."""
    found: list[Deed] = []
    steps = table.log.steps
    for before, step in pairwise(steps):
        if turn not in (None, before.state.turn):
            continue
        words = next((event.command for event in step.events if event.command), "")
        who, _, rest = words.partition(": ")
        if who != seat or rest == END:
            continue
        command = parse_command(table.book, before.state, seat, rest)
        if isinstance(command, Command):
            found.append(Deed(command, before.state, step))
    return tuple(found)
