"""The tree of subcommands and their arguments. Building it imports nothing of the game."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import NoReturn

from attrs import frozen

from csto_game.cli import arguments, modding
from csto_game.text.catalog import has, say
from csto_game.text.translation import translated

USUAL = "play"


@frozen
class Subcommand:
    """``module`` is imported when the subcommand runs; its ``run(options)`` gives the exit code."""

    module: str
    arguments: arguments.Add


TREE: Mapping[str, Subcommand] = {
    "play": Subcommand("csto_game.cli.play", arguments.play),
    "serve": Subcommand("csto_game.cli.serve", arguments.serve),
    "list": Subcommand("csto_game.cli.listing", arguments.listing),
    "check": Subcommand("csto_game.cli.check", arguments.check),
    "sim": Subcommand("csto_game.cli.sim", arguments.sim),
    "replay": Subcommand("csto_game.cli.replay", arguments.replay),
    "why": Subcommand("csto_game.cli.why", arguments.why),
    "chronicle": Subcommand("csto_game.cli.chronicle", arguments.chronicle),
    "debrief": Subcommand("csto_game.cli.debrief", arguments.debrief),
    "save": Subcommand("csto_game.cli.save", arguments.save),
    "mail": Subcommand("csto_game.cli.mail", arguments.mail),
    "doctor": Subcommand("csto_game.cli.doctor", arguments.doctor),
    "keys": Subcommand("csto_game.cli.keys", arguments.keys),
    "new": Subcommand("csto_game.cli.new", modding.new),
    "fmt": Subcommand("csto_game.cli.fmt", modding.fmt),
    "schema": Subcommand("csto_game.cli.schema", modding.schema),
    "docs": Subcommand("csto_game.cli.docs", modding.docs),
    "graph": Subcommand("csto_game.cli.graph", modding.graph),
    "pack": Subcommand("csto_game.cli.pack", modding.pack),
    "preview": Subcommand("csto_game.cli.preview", modding.preview),
    "upgrade": Subcommand("csto_game.cli.upgrade", modding.upgrade),
    "i18n": Subcommand("csto_game.cli.i18n", modding.i18n),
    "test": Subcommand("csto_game.cli.test", modding.test),
}


class Parser(argparse.ArgumentParser):
    """A parser that says what was meant, and ends with exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(2, say("cli.error", sentence=message) + "\n")

    def print_usage(self, file: object = None) -> None:
        import sys

        super().print_usage(sys.stderr)


def build(*names: str) -> Parser:
    """The tree; with names, only these branches of it: who wants to play waits for no others."""
    parser = Parser(prog="csto", description=say("cli.about"), allow_abbrev=False)
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    _add_common(parser)
    branches = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name in names or TREE:
        about = say(f"cli.{name}")
        branch = branches.add_parser(
            name,
            help=about,
            description=about,
            epilog=say(lesson) if has(lesson := f"cli.{name}.lesson") else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        TREE[name].arguments(branch)
        _add_common(branch)
        _translate(branch)
    _translate(parser)
    return parser


def _translate(parser: argparse.ArgumentParser) -> None:
    for action in parser._actions:  # noqa: SLF001  # there is no other way to them
        if action.help:
            action.help = translated("arguments", action.help)


def _add_common(parser: argparse.ArgumentParser) -> None:
    # Without SUPPRESS a subcommand's default would undo what stood before the subcommand.
    parser.add_argument(
        "--home",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="folder for saves, settings, packages and cache",
    )
    parser.add_argument(
        "--lang",
        metavar="CODE",
        default=argparse.SUPPRESS,
        help="the language to speak, such as ru (CSTO_LANG, or the locale)",
    )
