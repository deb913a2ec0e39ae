"""What a person is told unasked: at the start, and after the others have played."""

from __future__ import annotations

from csto_game.model.refusal import GameError
from csto_game.plain.desk import Desk
from csto_game.plain.looking_back import tell_debrief
from csto_game.plain.parts import overview
from csto_game.rules.texts import date
from csto_game.text.catalog import say
from csto_game.text.choices import motion_lines
from csto_game.text.report import report
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
    desk.told[desk.seat] = match.turn
    if match.turn != last or match.over:
        turn = match.turn if match.over else match.turn - 1
        lines = report(desk.scenario, view.news, turn, desk.seat)
        head = say("report.head", date=date(desk.scenario.clock, turn))
        desk.write(head, *(f"  {text}" for text in lines or [say("report.nothing")]))
    if match.over:
        desk.write(*end_lines(view))
        tell_debrief(desk)
        desk.write(say("debrief.ask"))
    elif view.phase == "council" and view.motions:
        desk.write(*motion_lines(view.motions[0]), say("motion.vote"))
    else:
        desk.write(*overview(desk.scenario, view))


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
