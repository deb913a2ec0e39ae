"""`csto serve`: the game in a browser, for this machine alone unless a token guards it."""

from __future__ import annotations

import re
import secrets
import sys
from argparse import Namespace
from collections.abc import Iterator

from csto_game import places
from csto_game.cli.home import home_of
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.text.translation import language

LEAST = 16
_TOKEN = re.compile(rf"[A-Za-z0-9_-]{{{LEAST},200}}")
_PASSED = ("seed", "difficulty", "hotseat")


def run(options: Namespace) -> int:
    """Serve until Ctrl+C. Raises GameError."""
    try:
        from csto_game import web
    except ImportError:
        raise GameError(say("serve.missing")) from None
    host, token = options.host or web.LOCAL, _token(options.token)
    if not web.is_local(host):
        if not token:
            raise GameError(say("serve.no_token", host=host))
        _tell(say("serve.open_line"))
    home = home_of(options)
    wish = web.Wish(tuple(command(options, home)), host, options.port, token)
    web.serve(wish, _tell)
    return 0


def command(options: Namespace, home: places.Home) -> Iterator[str]:
    """What starts one game: `csto play` with what was asked of us, word for word."""
    yield from (sys.executable, "-m", "csto_game", "play", f"--lang={language()}")
    folder = getattr(options, "home", None)
    if folder:
        yield f"--home={folder}"
    yield from (f"--mod={mod}" for mod in options.mods)
    yield from (f"--role={role}" for role in options.role or ())
    for name in _PASSED:
        value = getattr(options, name)
        if value is not None:
            yield f"--{name}={value}"
    if options.iron:
        yield "--iron"
    if options.resume is not None:
        yield f"--resume={options.resume}"
    if options.scenario is not None:
        yield from ("--", options.scenario)


def _token(given: str | None) -> str:
    """None for no token, "" for one that is made here."""
    if given is None:
        return ""
    if given == "":
        return secrets.token_urlsafe(24)
    if not _TOKEN.fullmatch(given):
        raise GameError(say("serve.weak_token", least=LEAST))
    return given


def _tell(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()
