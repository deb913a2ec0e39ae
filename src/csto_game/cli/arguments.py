"""The arguments of each subcommand."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Add = Callable[[argparse.ArgumentParser], None]
MOST_SEED = 2**64 - 1
THEMES = ("dark", "paper", "mono")
COLORS = ("auto", "true", "256", "16", "none")
GLYPHS = ("auto", "full", "basic", "ascii")
MOST_PORT = 2**16 - 1


def play(parser: argparse.ArgumentParser) -> None:
    _game(parser)
    parser.add_argument("--plain", action="store_true", help="lines instead of a screen")
    parser.add_argument("--screen", action="store_true", help="the screen, whatever is settled")
    parser.add_argument(
        "--dev",
        action="store_true",
        help="read changed files anew while you play; a console of rule text",
    )


def serve(parser: argparse.ArgumentParser) -> None:
    _game(parser)
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="8000; 0 is any free")
    parser.add_argument("--host", metavar="ADDRESS", help="let others in: needs a token")
    parser.add_argument(
        "--token", nargs="?", const="", metavar="T", help="a secret word to ask for (made here)"
    )


def _game(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="an id or a folder")
    _mods(parser)
    parser.add_argument(
        "--role",
        action="append",
        metavar="R",
        help="a role's id, or the code of its seat; given again, persons share this machine",
    )
    parser.add_argument("--seed", type=seed, metavar="N", help="what chance begins from")
    parser.add_argument("--difficulty", metavar="D", help="a difficulty of the scenario")
    parser.add_argument("--hotseat", metavar="R,R…", help="the same in one word")
    parser.add_argument("--theme", choices=THEMES, help="how the screen looks")
    parser.add_argument("--color", choices=COLORS, help="how many colors; wins over NO_COLOR")
    parser.add_argument("--glyphs", choices=GLYPHS, help="the characters it is drawn with")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--iron", action="store_true", help="one line only: no branches")
    parser.add_argument(
        "--resume", nargs="?", const="", metavar="SAVE", help="go on with a save (the last one)"
    )


def _mods(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mod",
        action="append",
        default=[],
        dest="mods",
        metavar="PATH",
        help="a mod's id, folder or zip file; may be given more than once",
    )


def listing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document")


def check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a package's folder or zip file; all form one set"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--strict", action="store_true", help="warnings count as failure")
    parser.add_argument("--order", action="store_true", help="show what loads when, and why")
    parser.add_argument(
        "--play", action="store_true", help="sample games for objectives that nobody or all reach"
    )


def sim(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", metavar="SCENARIO", help="an id or a folder")
    _mods(parser)
    parser.add_argument("--games", type=count, default=10, metavar="N", help="how many (10)")
    parser.add_argument(
        "--players",
        default="planner",
        metavar="P",
        help="a kind of player, a list of kinds to take turns over the seats, or SEAT=kind,…",
    )
    parser.add_argument("--seed", type=seed, default=1, metavar="N", help="of the first game (1)")
    parser.add_argument("--turns", type=count, metavar="N", help="stop games after so many turns")
    parser.add_argument("--difficulty", default="", metavar="D", help="how well leaders think")
    parser.add_argument("--jobs", type=count, default=1, metavar="N", help="games at a time (1)")
    parser.add_argument("--json", metavar="FILE", help="write a JSON document; - is the output")
    parser.add_argument("--saves", metavar="DIR", help="keep every game as a save")


def replay(parser: argparse.ArgumentParser) -> None:
    _save(parser)
    parser.add_argument("--verify", action="store_true", help="exit 1 where it differs")
    parser.add_argument("--to", type=count, metavar="TURN", help="stop when that turn begins")
    parser.add_argument("--compare", metavar="SAVE", help="another line of the same game")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def why(parser: argparse.ArgumentParser) -> None:
    _save(parser)
    parser.add_argument("subject", metavar="SUBJECT", help="a number, such as world.turn")
    parser.add_argument("--turn", type=count, metavar="N", help="of one turn only")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def chronicle(parser: argparse.ArgumentParser) -> None:
    _save(parser)
    parser.add_argument(
        "--to", metavar="FILE.md|.html", help="write it there instead of the output"
    )


def debrief(parser: argparse.ArgumentParser) -> None:
    _save(parser)
    parser.add_argument("--seat", default="", metavar="CODE", help="of this seat (all persons)")
    parser.add_argument("--quick", action="store_true", help="leave out what takes imagined games")
    parser.add_argument("--jobs", type=count, metavar="N", help="processes (as many as cores)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def save(parser: argparse.ArgumentParser) -> None:
    actions = ("export", "import", "recover", "empty")
    parser.add_argument("action", choices=actions, help="what to do; empty is about the trash")
    parser.add_argument("save", metavar="SAVE", nargs="?", default="", help="a save's name or file")
    parser.add_argument("--to", metavar="FILE", help="the file to write (export)")
    parser.add_argument("--name", metavar="NAME", help="the new save's name (import, recover)")
    parser.add_argument(
        "--days", type=count, default=30, metavar="N", help="how long it has lain there (empty)"
    )


def mail(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("new", "open", "play", "pass"), help="what to do")
    parser.add_argument(
        "what", metavar="SCENARIO|FILE", help="a scenario (new), or the game's file"
    )
    _mods(parser)
    parser.add_argument("--to", metavar="FILE", help="the game's file (new)")
    parser.add_argument("--seats", metavar="R,R…", help="roles or seats of the persons (new)")
    parser.add_argument("--seed", type=seed, metavar="N", help="what chance begins from (new)")
    parser.add_argument("--difficulty", default="", metavar="D", help="a difficulty (new)")


def doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document")


def keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--write", action="store_true", help="write a file of all keys that you may change"
    )


def _save(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("save", metavar="SAVE", help="a save's name or path")


def count(text: str) -> int:
    """A whole number from 1."""
    if not (text.isascii() and text.isdigit() and int(text[:9]) >= 1 and len(text) < 10):
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is no whole number from 1 on")
    return int(text)


def port(text: str) -> int:
    """A port of a network address."""
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) <= MOST_PORT):
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is no port: 0 to {MOST_PORT}")
    return int(text)


def seed(text: str) -> int:
    """A whole number that a game can begin from."""
    if not (text.isascii() and text.isdigit() and len(text) <= 20 and int(text) <= MOST_SEED):
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is no seed: a whole number from 0 on")
    return int(text)
