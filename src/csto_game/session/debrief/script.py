"""What a seat did in a game, as a script to be played again."""

from __future__ import annotations

from csto_game.rules.draft import Draft
from csto_game.rules.mechanisms import council
from csto_game.session.debrief.deeds import deeds
from csto_game.session.rote import Given, about
from csto_game.session.table import Table


def script_of(table: Table, seat: str) -> tuple[Given, ...]:
    """All of its commands, in order."""
    found = []
    for deed in deeds(table, seat):
        motion = ""
        if deed.command.kind == "vote":
            on = council.agenda(Draft(table.book, deed.before, log=False))
            motion = about(on[0]) if on else ""
        found.append(Given(deed.before.turn, deed.command, motion))
    return tuple(found)
