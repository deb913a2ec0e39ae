"""Letting programs play at a table: one line of a save at a time."""

from __future__ import annotations

from collections.abc import Callable

from csto_game.model.command import END, Command
from csto_game.model.refusal import Refusal
from csto_game.rules import Step, step
from csto_game.rules.draft import Draft
from csto_game.rules.game import refusal_on
from csto_game.session.leaders import Leaders
from csto_game.session.move import row_of
from csto_game.session.table import Table

Stop = Callable[[], bool]


def play_row(table: Table, leaders: Leaders, stop: Stop | None) -> tuple[tuple[str, str], ...]:
    """What programs do that belongs into one line, beginning with the seat that is asked.

    Returns (seat, words); ``stop`` is asked between commands, after the first.
    """
    played: list[tuple[str, str]] = []
    row: object = None
    while (seat := table.asked) and leaders.is_program(seat):
        now = row_of(table.state, seat)
        if played and (now != row or (stop and stop())):
            break
        row = now
        command, done = choice(table, leaders, seat)
        table.take(command, done)
        played.append((seat, command.words))
    return tuple(played)


def choice(table: Table, leaders: Leaders, seat: str) -> tuple[Command, Step]:
    """What the program wants and what comes of it; if that cannot be, it waves its turn by."""
    wish = leaders.choose(table.state, seat)
    for command in (wish, Command(seat, END), Command(seat, "vote", choice="abstain")):
        done = step(table.book, table.state, command)
        if not isinstance(done, Refusal):
            return command, done
    raise AssertionError(f"{seat} can neither end nor abstain in phase {table.state.phase}")


def choice_on(leaders: Leaders, draft: Draft, seat: str) -> Command:
    """What the program wants on a Draft that is played on; if that cannot be, it waves its turn by."""
    wish = leaders.choose_on(draft, seat)
    return wish if refusal_on(draft, wish) is None else wave_by(draft, seat)


def wave_by(draft: Draft, seat: str) -> Command:
    """The command of a seat that does nothing."""
    return Command(seat, END) if draft.phase == "plan" else Command(seat, "vote", choice="abstain")
