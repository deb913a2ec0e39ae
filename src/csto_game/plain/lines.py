"""Lines of play in line mode: ``branch``, ``timeline``, ``compare``."""

from __future__ import annotations

from csto_game.plain.desk import Desk
from csto_game.plain.parts import overview
from csto_game.rules.texts import date
from csto_game.session.comparison import compare
from csto_game.session.library import find
from csto_game.session.timeline import Line, branch, timeline
from csto_game.text.catalog import say
from csto_game.text.timeline import comparison_lines


def ask_branch(desk: Desk, rest: str) -> None:
    """``branch NAME``: go on from here as another line; ``branch NAME 6``: from the start of turn 6."""
    name, _, turn = rest.partition(" ")
    is_turn = turn.isascii() and turn.isdigit() and len(turn) < 6
    if not name or (turn and not is_turn):
        desk.complain(say("plain.needs", form="branch calm 6"))
        return
    parent = desk.match.path
    desk.match = branch(desk.match, name, int(turn) if turn else None)
    desk.warned = 0
    desk.told.clear()
    desk.match.run()
    now = desk.match.turn
    when = date(desk.scenario.clock, now)
    desk.write(
        say(
            "timeline.branched",
            name=name,
            turn=now,
            date=when,
            parent=parent.stem if parent else "",
        )
    )
    if turn:
        desk.write(*overview(desk.scenario, desk.view()))


def ask_timeline(desk: Desk, rest: str) -> None:
    """All lines of this game, each under the one it left."""
    path = desk.match.path
    if path is None:
        desk.complain(say("timeline.unsaved"))
        return
    lines = timeline(path)
    desk.write(say("timeline.head", count=len(lines)), *(_line(desk, line) for line in lines))


def _line(desk: Desk, line: Line) -> str:
    row = line.row
    text = say(
        "timeline.row",
        mark=say("timeline.here" if line.is_here else "timeline.there"),
        name=line.name,
        date=date(desk.scenario.clock, row.turn),
        turn=row.turn,
        state=say("timeline.ended", ending=row.ended) if row.ended else "",
        left=say("timeline.left", parent=line.parent, turn=line.left) if line.parent else "",
    )
    return "  " * (1 + line.depth) + text


def ask_compare(desk: Desk, rest: str) -> None:
    """``compare NAME``: this line and another one side by side."""
    path = desk.match.path
    if not rest or path is None:
        desk.complain(say("plain.needs", form="compare NAME") if path else say("timeline.unsaved"))
        return
    found = compare(desk.match, find(path.parent, rest))
    desk.write(*comparison_lines(desk.scenario, found))
