"""From arguments to an exit code: 0 done, 1 does not hold, 2 unusable, 130 interrupted."""

from __future__ import annotations

import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from csto_game import __version__
from csto_game.cli.crash import report_crash
from csto_game.cli.language import settle
from csto_game.cli.tree import TREE, USUAL, build
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; never raises, whatever happens."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _ready_streams()
    try:
        settle(given, os.environ)
        options = build().parse_args(_with_usual(given))
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
    except Exception as error:  # noqa: BLE001  # no player should ever meet a traceback
        _complain(report_crash(error, given))
        return 2


def _run(options: Namespace) -> int:
    if options.version:
        print(say("cli.version", version=__version__))
        return 0
    module = importlib.import_module(TREE[options.command].module)
    run = module.run
    return int(run(options))


def _with_usual(given: list[str]) -> list[str]:
    """``csto`` is ``csto play``, with or without options; a word that is no command is answered."""
    rest = given[:]
    lead: list[str] = []
    while rest and rest[0].startswith(("--home", "--lang")):
        taken = 1 if "=" in rest[0] else 2
        lead, rest = lead + rest[:taken], rest[taken:]
    if rest and rest[0] in ("-h", "--help", "--version"):
        return given
    if not rest or rest[0].startswith("-"):
        return [*lead, USUAL, *rest]
    if rest[0] not in TREE:
        raise GameError(_unknown(rest[0]))
    return given


def _unknown(name: str) -> str:
    from csto_game.content.nearest import nearest

    near = nearest(name, TREE)
    if near:
        return say("cli.unknown_near", name=name, near=near)
    return say("cli.unknown", name=name, names=", ".join(TREE))


# ── streams ──


def _ready_streams() -> None:
    """Letters that a terminal cannot show become ``?``; what is closed takes anything."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # to the end
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # tests may put others


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
