"""``csto play --plain --dev``: files are read anew between lines; ``?`` asks and ``!`` applies rule text."""

from __future__ import annotations

from csto_game.model.refusal import GameError
from csto_game.plain.console import evaluate, mistakes, shake
from csto_game.plain.desk import Desk
from csto_game.plain.telling import go_on
from csto_game.session.told import change_lines, read_line, saved_lines
from csto_game.session.workbench import Renewed
from csto_game.text.catalog import say
from csto_game.text.examples import examples

RELOAD = "reload"
SIGNS = ("?", "!")


def hello(desk: Desk) -> None:
    """Say at the start what --dev adds."""
    if desk.dev is not None:
        desk.write(say("dev.hello"))


def dev_line(desk: Desk, words: str) -> bool:
    """Do a line that is for development; False if it is another one's."""
    if words[:1] not in SIGNS and words.lower() != RELOAD:
        return False
    try:
        _do(desk, words)
    except GameError as error:
        desk.complain(str(error))
    return True


def _do(desk: Desk, words: str) -> None:
    rest = words[1:].strip()
    if desk.dev is None:
        desk.complain(say("dev.off", word=words.split(maxsplit=1)[0]))
    elif words.lower() == RELOAD:
        if not desk.renewed:
            desk.write(say("dev.same"))
    elif not rest.isprintable() or not rest:
        facts = examples(desk.view())
        desk.complain(say("plain.needs", form=f"? {facts['rule']}, ! {facts['effect']}"))
    elif words[0] == "?":
        evaluate(desk, rest)
    else:
        shake(desk, rest)


def catch_up(desk: Desk) -> None:
    """Read files anew if they have changed since the last line, and tell what that did."""
    if desk.dev is None:
        return
    try:
        found = desk.dev.renew(desk.match)
    except GameError as error:
        desk.complain(str(error))
        return
    desk.renewed = found is not None
    if found is not None:
        _tell(desk, found)


# ── files ──


def _tell(desk: Desk, found: Renewed) -> None:
    desk.write(read_line(found.files))
    if found.problems or found.again is None:
        mistakes(desk, found.problems)
        desk.complain(say("dev.mistakes", count=len(found.problems)))
        return
    before = desk.match
    desk.take(found.match)
    if found.is_same:
        desk.write(say("dev.texts"))
        return
    desk.write(*change_lines(found.again), *saved_lines(before, found.match))
    go_on(desk)
