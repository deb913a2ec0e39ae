"""What a person is told unasked: at the start, and after the others have played."""

from __future__ import annotations

from csto_game.model.refusal import GameError
from csto_game.model.view import View
from csto_game.plain.desk import Desk
from csto_game.plain.looking_back import tell_debrief
from csto_game.plain.parts import changes, overview
from csto_game.rules.texts import date
from csto_game.text.catalog import say
from csto_game.text.choices import motion_lines
from csto_game.text.report import MOST, report
from csto_game.text.situation import end_lines

SCREEN = 60
"""Lines that push a screen out of sight."""
_PROMPT = "> "


def greet(desk: Desk) -> None:
    """Say which game this is and where it is saved."""
    match = desk.match
    name = desk.scenario.actors[desk.seat].name
    facts = {"title": desk.scenario.package.name, "name": name, "seat": desk.seat}
    desk.write(say("plain.hello"), say("plain.game", seed=match.header.seed, **facts))
    if match.path:
        desk.write(say("plain.saved_as", name=match.path.stem))
    desk.write(*match.notes)


def read_line(desk: Desk) -> str | None:
    """The next line of the input; None at its end."""
    if desk.prompts:
        desk.out.write(_PROMPT)
        desk.out.flush()
    try:
        # A closed standard input raises ValueError, a terminal that went away OSError.
        line = desk.source.readline() if desk.source else ""
    except (ValueError, OSError):
        return None
    if not line and desk.prompts:
        desk.out.write("\n")
    return line or None


def go_on(desk: Desk) -> None:
    """Let the programs play, then tell the person where things stand."""
    match = desk.match
    try:
        match.run(_Thinking(desk) if desk.prompts else None)
    except GameError as error:
        desk.complain(str(error))
    if not _may_look(desk):
        return
    view, last = desk.view(), desk.told.get(desk.seat, match.turn)
    is_first = desk.seat not in desk.told
    if is_first and not match.over:
        desk.write(*_aim(desk, view))
    desk.told[desk.seat] = match.turn
    if match.turn != last or match.over:
        turn = match.turn if match.over else match.turn - 1
        desk.write(*_report(desk, view, turn))
        desk.coach.watch(view)
        desk.coach.look("report")
    if match.over:
        desk.write(*end_lines(view))
        tell_debrief(desk)
        desk.write(say("debrief.ask"))
    elif view.phase == "council" and view.motions:
        desk.write(*motion_lines(desk.scenario, view.motions[0]), say("motion.vote"))
    else:
        desk.write(*(overview if is_first else changes)(desk.scenario, view))


def _aim(desk: Desk, view: View) -> list[str]:
    """What the seat is for, and how it wins."""
    role = next((r for r in desk.scenario.roles.values() if r.plays == desk.seat), None)
    if role is None or view.score is None:
        return []
    facts = {"win": view.score.win, "points": view.score.points}
    aim = say("plain.aim", role=view.score.name, text=role.text).rstrip()
    return [aim, say("plain.win", **facts)]


def _report(desk: Desk, view: View, turn: int) -> list[str]:
    """What happened in a turn, the most important first, and how much is left out."""
    lines = report(desk.scenario, view.news, turn, desk.seat, most=len(view.news))
    told = [f"  {text}" for text in lines[:MOST] or [say("report.nothing")]]
    if len(lines) > MOST:
        told.append("  " + say("report.more", count=len(lines) - MOST))
    return [say("report.head", date=date(desk.scenario.clock, turn)), *told]


def _may_look(desk: Desk) -> bool:
    """Whether the person at the desk may see what comes; between persons there is a curtain."""
    match, seat = desk.match, desk.match.waiting_for
    if desk.only and seat not in (desk.only, None):
        desk.write(say("mail.others", name=desk.scenario.actors[seat or ""].name))
        desk.leaving = True
        return False
    before, desk.sitting = desk.sitting, seat or desk.sitting
    if len(match.persons) < 2 or desk.only or seat in (before, None):
        return True
    return _curtain(desk)


def _curtain(desk: Desk) -> bool:
    """Push what the last person saw out of sight, and wait for the next one."""
    desk.out.write("\n" * SCREEN)
    desk.write(say("plain.curtain", name=desk.scenario.actors[desk.seat].name))
    if read_line(desk) is None:
        desk.leaving = True
        return False
    return True


class _Thinking:
    """A line for each tenth of the round, for people at slow machines."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.last = 0

    def __call__(self, done: int, of: int, name: str) -> None:
        percent = 100 * done // max(1, of) // 10 * 10
        if percent > self.last:
            self.desk.write(say("plain.thinking", name=name, percent=percent))
        self.last = percent
