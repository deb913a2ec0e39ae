"""`csto mail`: begin a game by mail, play one's turn in it, pass it on."""

from __future__ import annotations

import getpass
import os
import random
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from csto_game import places
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.session.mail import Sitting, begin_mail, pass_on, read_letter, sit_down
from csto_game.session.mail.letter import OVER
from csto_game.session.roles import seat_of
from csto_game.session.worlds import finder, open_world
from csto_game.text.catalog import say

PASSPHRASE = "CSTO_PASSPHRASE"  # the name of a variable


def run(options: Namespace) -> int:
    """Do it. Raises GameError."""
    return {"new": _new, "open": _open, "play": _play, "pass": _pass}[options.action](options)


def _work(home: places.Home) -> Path:
    return home.cache / "mail"


def _new(options: Namespace) -> int:
    home = home_of(options)
    if not options.to or not options.seats:
        raise GameError(say("mail.needs"))
    opened = open_world(options.what, shelves(home), options.mods, home.cache)
    scenario = opened.book.scenario
    persons = tuple(seat_of(scenario, wish.strip()) for wish in options.seats.split(","))
    seed = random.SystemRandom().randrange(1, 1_000_000) if options.seed is None else options.seed
    first = begin_mail(
        opened.book,
        persons,
        seed,
        Path(options.to).expanduser(),
        _work(home),
        difficulty=options.difficulty,
        place=opened.place,
        mods=opened.mods,
    )
    print(say("mail.begun", file=options.to, seat=first))
    return 0


def _sitting(options: Namespace) -> Sitting:
    home = home_of(options)
    file = Path(options.what).expanduser()
    return sit_down(file, finder(shelves(home), home.cache), _work(home), _passphrase)


def _passphrase(seat: str, is_new: bool) -> str:  # noqa: FBT001  # the form of `mail.Ask`
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise GameError(say("mail.ask", variable=PASSPHRASE))
    first = getpass.getpass(say("mail.set" if is_new else "mail.say", seat=seat) + " ")
    if is_new and getpass.getpass(say("mail.again") + " ") != first:
        raise GameError(say("mail.differ"))
    return first


def _open(options: Namespace) -> int:
    return _sit(options, _in_lines)


def _play(options: Namespace) -> int:
    """On the screen, where there is one."""
    is_shown = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    if not is_shown or os.environ.get("TERM") == "dumb":
        return _open(options)
    return _sit(options, lambda sitting: _on_screen(options, sitting))


def _in_lines(sitting: Sitting) -> None:
    from csto_game import plain

    prompts = sys.stdin is not None and sys.stdin.isatty()
    plain.play(sitting.match, sys.stdin, sys.stdout, sys.stderr, prompts=prompts, only=sitting.seat)


def _on_screen(options: Namespace, sitting: Sitting) -> None:
    try:
        from csto_game import ui
    except ImportError:
        raise GameError(say("cli.no_screen")) from None
    language = getattr(options, "lang", None)
    flags = {"language": language} if language else {}
    ui.run(home=home_of(options), flags=flags, letter=sitting)


def _sit(options: Namespace, play: Callable[[Sitting], None]) -> int:
    """Play the turn of the seat that is next, and seal it if it is over."""
    if read_letter(Path(options.what).expanduser()).next == OVER:
        print(say("mail.over"))
        return 0
    sitting = _sitting(options)
    if not sitting.is_done:
        play(sitting)
    if not sitting.is_done:
        print(say("mail.kept", file=options.what))
        return 0
    return _passed(options, sitting)


def _pass(options: Namespace) -> int:
    return _passed(options, _sitting(options))


def _passed(options: Namespace, sitting: Sitting) -> int:
    """Say what to do with the file; the screen has sealed it already, unless the disk refused."""
    following = read_letter(sitting.file).next
    if following == sitting.seat:
        following = pass_on(sitting)
    id = "mail.ended" if following == OVER else "mail.passed"
    print(say(id, file=options.what, seat=following))
    return 0
