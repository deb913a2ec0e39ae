"""The loop of line mode: read a line, do it, say what came of it."""

from __future__ import annotations

import re
from typing import TextIO

from csto_game.content.nearest import nearest
from csto_game.model.command import END
from csto_game.model.refusal import Refusal
from csto_game.plain.asks import ASKS, ask
from csto_game.plain.desk import Desk, Own
from csto_game.plain.dev import catch_up, dev_line, hello
from csto_game.plain.doing import do
from csto_game.plain.subjects import tells
from csto_game.plain.teaching import line_to, noticed, teach
from csto_game.plain.telling import go_on, greet, read_line
from csto_game.session.match import Match
from csto_game.session.workbench import Workbench
from csto_game.text.catalog import say

LONGEST = 1000
_TABLE = ("look", "members")
"""What the overview holds already."""
_COMMENT = re.compile(r"(^|\s)#.*$")
_SEAT = re.compile(r"([A-Z][A-Z0-9]{1,5}):\s+")


def play(  # noqa: PLR0913  # each is a wish of whoever begins it
    match: Match,
    source: TextIO | None,
    out: TextIO,
    err: TextIO,
    *,
    prompts: bool = False,
    jobs: int | None = None,
    only: str = "",
    dev: Workbench | None = None,
    own: Own | None = None,
) -> int:
    """Play until the input ends or the person leaves; with ``only``, until another person is asked.

    ``dev`` is for modders (`plain.dev`); ``own`` knows where lessons stood, and the settings.
    Returns the exit code.
    """
    desk = Desk(match, out, err, prompts=prompts, jobs=jobs, only=only, source=source, dev=dev)
    if own is not None:
        desk.coach, desk.settled = own.coach, own.settled
    try:
        greet(desk)
        hello(desk)
        go_on(desk)
        _open_first(desk)
        teach(desk)
        while not desk.leaving:
            line = read_line(desk)
            if line is None:
                break
            catch_up(desk)
            _line(desk, line)
            teach(desk, line=_said(line))
    finally:
        desk.close()
    if desk.match.path:
        desk.write(say("plain.leave", name=desk.match.path.stem))
    return 0


def _open_first(desk: Desk) -> None:
    """What the seat's role would see first of a new game."""
    if not desk.match.asked or desk.leaving:
        return
    view = desk.view()
    # Where things stand was told a moment ago, and the table with it, unless there was a vote to tell of.
    has_table = view.phase != "council" or not view.motions
    for screen in view.opens:
        word, _, rest = line_to(desk, screen).partition(" ")
        if has_table and (word, rest) == _TABLE:
            noticed(desk, word, rest)
        elif word != "look" or tells(desk, rest):
            ask(desk, word, rest)


def _said(line: str) -> str:
    """A line without its comment."""
    return _COMMENT.sub("", line).strip()


def _line(desk: Desk, line: str) -> None:
    if len(line) > LONGEST:
        desk.complain(say("plain.too_long", most=LONGEST))
        return
    words = _said(line)
    seat = _SEAT.match(words)
    if seat and seat[1] != desk.seat:
        desk.complain(say("plain.other_seat", seat=seat[1], active=desk.seat))
        return
    words = words[seat.end() :] if seat else words
    word, _, rest = words.partition(" ")
    if dev_line(desk, words):
        return
    if word.lower() in ASKS:
        ask(desk, word.lower(), rest.strip())
    elif words and desk.match.asked and not desk.match.waiting_for:
        # What a program did could not be saved before: it goes first, once it can be.
        go_on(desk)
    elif words:
        _command(desk, " ".join(words.split()))


def _command(desk: Desk, words: str) -> None:
    sure = words == f"{END} now"
    command = desk.match.parse(END if sure else words)
    if isinstance(command, Refusal):
        desk.complain(_why_not(desk, command, words))
    elif command.kind == END and not sure and _should_ask(desk):
        desk.warned = desk.match.turn
        desk.write(say("plain.left", count=_lapsing(desk)))
    else:
        do(desk, command)


def _should_ask(desk: Desk) -> bool:
    # A script means what it says; only a person at a terminal is asked, once a turn.
    return desk.prompts and desk.warned != desk.match.turn and _lapsing(desk) > 0


def _lapsing(desk: Desk) -> int:
    view = desk.view()
    return sum(1 for card in view.cards if card.due <= view.turn)


def _why_not(desk: Desk, refusal: Refusal, words: str) -> str:
    if refusal.code != "unknown_word" or refusal.instead:
        return desk.match.refusal_sentence(refusal)
    word = words.split(maxsplit=1)[0]
    if word in (verb.id for verb in desk.view().verbs):
        return desk.match.refusal_sentence(refusal)
    near = nearest(word, [*ASKS, "option", "table", "vote", END, *desk.scenario.verbs])
    return say("plain.near" if near else "plain.unknown", word=word, near=near)
