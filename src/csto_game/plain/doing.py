"""Carrying out a command of the game, taking it back, doing it again."""

from __future__ import annotations

from csto_game.model.command import END, Command
from csto_game.model.refusal import GameError, Refusal
from csto_game.plain.desk import Desk
from csto_game.plain.telling import go_on
from csto_game.text.catalog import say
from csto_game.text.events import event_sentence, has_words


def do(desk: Desk, command: Command) -> bool:
    """Carry it out and say what came of it, or why not; whether it was done."""
    turn = desk.match.turn
    try:
        done = desk.match.submit(command)
    except GameError as error:
        desk.complain(str(error))
        return False
    if isinstance(done, Refusal):
        desk.complain(desk.match.refusal_sentence(done, command))
        return False
    # Another deed ends what could be done again.
    desk.undone = desk.undone[1:] if desk.undone[:1] == (command,) else ()
    # What ends the turn, or the game, is told by its report.
    if desk.match.turn == turn and not desk.match.over and command.kind != END:
        said = [
            event_sentence(desk.scenario, event)
            for event in desk.seen(done)
            if has_words(desk.scenario, event)
        ]
        desk.write(*(said or [say("plain.done")]))
    if desk.match.waiting_for != command.seat or desk.match.turn != turn:
        go_on(desk)
    return True


def undo(desk: Desk, rest: str) -> None:
    """Take back the last command."""
    done = desk.match.undo()
    if isinstance(done, Refusal):
        desk.complain(desk.match.refusal_sentence(done))
        return
    desk.undone = (done, *desk.undone)
    desk.write(say("plain.undone", command=done.words))


def redo(desk: Desk, rest: str) -> None:
    """Give the command again that was taken back last."""
    if not desk.undone:
        desk.complain(say("plain.no_redo"))
        return
    command = desk.undone[0]
    if do(desk, command):
        desk.write(say("plain.redone", command=command.words))
