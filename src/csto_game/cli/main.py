"""From arguments to an exit code: 0 done, 1 does not hold, 2 unusable, 130 interrupted."""

from __future__ import annotations

import codecs
import errno
import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from csto_game import __version__
from csto_game.cli.language import settle
from csto_game.cli.tree import TREE, USUAL, build
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

INTERRUPTED = 130
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
_SIMPLER = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"}
    | {"−": "-", "…": "...", "·": "-", "×": "x", "→": "->", "\xa0": " "}
)
"""What stands for our signs where a terminal knows only ASCII."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; never raises, whatever happens."""
    try:
        return _main(arguments)
    finally:
        _let_go()


def _main(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    _ready_streams()
    try:
        settle(given, os.environ)
        words, branches = _with_usual(given)
        options = build(*branches).parse_args(words)
        code = _run(options)
        _flush()
        return code
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return 0
    except GameError as error:
        _complain(str(error))
        return error.exit_code
    except OSError as error:
        _silence()
        _complain(_unwritten(error) if error.errno in _NO_ROOM else _crashed(error, given))
        return 2
    except Exception as error:  # noqa: BLE001  # no player should ever meet a traceback
        _complain(_crashed(error, given))
        return 2


def _crashed(error: BaseException, given: list[str]) -> str:
    from csto_game.cli.crash import report_crash

    return report_crash(error, given)


def _run(options: Namespace) -> int:
    if options.version:
        print(say("cli.version", version=__version__))
        return 0
    module = importlib.import_module(TREE[options.command].module)
    run = module.run
    return int(run(options))


def _let_go() -> None:
    """Where forecasts were made, their processes end before Python does: nothing may be printed then."""
    workers = sys.modules.get("csto_game.session.workers")
    if workers is not None:
        with suppress(KeyboardInterrupt):
            workers.wait_for_leaving()


def _with_usual(given: list[str]) -> tuple[list[str], list[str]]:
    """``csto`` is ``csto play``, with or without options; a word that is no command is answered.

    Returns the words, and the command among them; no command where all are asked about.
    """
    rest = given[:]
    lead: list[str] = []
    while rest and rest[0].startswith(("--home", "--lang")):
        taken = 1 if "=" in rest[0] else 2
        lead, rest = lead + rest[:taken], rest[taken:]
    if rest and rest[0] in ("-h", "--help", "--version"):
        return given, []
    if not rest or rest[0].startswith("-"):
        return [*lead, USUAL, *rest], [USUAL]
    if rest[0] not in TREE:
        raise GameError(_unknown(rest[0]))
    return given, rest[:1]


def _unknown(name: str) -> str:
    from csto_game.content.nearest import nearest

    near = nearest(name, TREE)
    if near:
        return say("cli.unknown_near", name=name, near=near)
    return say("cli.unknown", name=name, names=", ".join(TREE))


# ── streams ──


def _simpler(error: UnicodeError) -> tuple[str, int]:
    """What a terminal cannot show, in simpler signs; letters it does not know become ``?``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end].translate(_SIMPLER)
    return "".join(sign if sign.isascii() else "?" for sign in signs), error.end


def _unwritten(error: OSError) -> str:
    why = (error.strerror or type(error).__name__).lower()
    return say("cli.unwritten", file=error.filename or "stdout", why=why)


def _ready_streams() -> None:
    """What a terminal cannot show becomes something simpler; what is closed takes anything."""
    codecs.register_error("simpler", _simpler)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # to the end
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        errors = "replace" if stream is sys.stdin else "simpler"
        with suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors=errors)  # type: ignore[union-attr]  # tests may put others


def _complain(sentence: str) -> None:
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(say("cli.error", sentence=sentence) + "\n")
        sys.stderr.flush()


def _flush() -> None:
    if sys.stdout is not None:
        with suppress(ValueError):
            sys.stdout.flush()


def _silence() -> None:
    """Nobody reads any more: without this, Python would complain once again at the end."""
    with suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
