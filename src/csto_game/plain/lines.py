"""Lines of play in line mode: ``branch``, ``timeline``, ``compare``."""

from __future__ import annotations

from csto_game.model.refusal import GameError
from csto_game.plain.desk import Desk
from csto_game.plain.parts import overview
from csto_game.plain.telling import go_on
from csto_game.rules.texts import date
from csto_game.session.comparison import compare, other_table
from csto_game.session.library import find
from csto_game.session.save import read_save
from csto_game.session.thumbnail import thumbnail
from csto_game.session.timeline import Line, branch, timeline
from csto_game.text.catalog import say
from csto_game.text.forecast import number
from csto_game.text.timeline import comparison_lines


def ask_branch(desk: Desk, rest: str) -> None:
    """``branch NAME``: go on from here as another line; ``branch NAME 6``: from the start of turn 6."""
    name, _, turn = rest.partition(" ")
    is_turn = turn.isascii() and turn.isdigit() and len(turn) < 6
    if not name or (turn and not is_turn):
        desk.complain(say("plain.needs", form="branch calm 6"))
        return
    if desk.only:
        desk.complain(say("timeline.mail"))
        return
    parent = desk.match.path
    desk.take(branch(desk.match, name, int(turn) if turn else None))
    sat = desk.sitting
    desk.begin_again()
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
    if len(desk.match.persons) > 1 and desk.match.waiting_for != sat:
        go_on(desk)  # another person is asked there: behind the curtain
        return
    desk.sitting = sat
    if turn:
        desk.write(*overview(desk.scenario, desk.view()))


def ask_timeline(desk: Desk, rest: str) -> None:
    """All lines of this game, each under the one it left; ``timeline 4`` tells of a past turn."""
    if rest:
        _past_turn(desk, rest)
        return
    path = desk.match.path
    if path is None:
        desk.complain(say("timeline.unsaved"))
        return
    lines = timeline(path)
    desk.write(say("timeline.head", count=len(lines)), *(_line(desk, line) for line in lines))


def _past_turn(desk: Desk, rest: str) -> None:
    """``timeline 4`` of this line, ``timeline soft 4`` of another one: orders, numbers, what happened."""
    name, _, turn = rest.rpartition(" ")
    if not (turn.isascii() and turn.isdigit() and len(turn) < 6):
        desk.complain(say("plain.needs", form="timeline 4, timeline soft 4"))
        return
    table, path = desk.match.table, desk.match.path
    if name:
        if path is None:
            raise GameError(say("timeline.unsaved"))
        table = other_table(table, read_save(path), read_save(find(path.parent, name.strip())))
    seen = thumbnail(table, desk.seat, int(turn))
    numbers = ", ".join(
        f"{label} {number(desk.scenario, path, value)}" for path, label, value in seen.numbers
    )
    lines = [say("timeline.glance", turn=seen.turn, date=seen.date, numbers=numbers)]
    lines += [say("timeline.order", name=order) for order in seen.orders]
    desk.write(*lines, *(f"  {text}" for text in seen.told))


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
    memo = f" {row.memo}" if row.memo else ""
    return "  " * (1 + line.depth) + text + memo


def ask_compare(desk: Desk, rest: str) -> None:
    """``compare NAME``: this line and another one side by side."""
    path = desk.match.path
    if not rest or path is None:
        desk.complain(say("plain.needs", form="compare NAME") if path else say("timeline.unsaved"))
        return
    found = compare(desk.match, find(path.parent, rest))
    desk.write(*comparison_lines(desk.scenario, found))
