"""`csto play`: the screen, or plain lines."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace

from csto_game import places
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

SMALLEST = (72, 20)
"""Columns and rows that the screen needs."""


def run(options: Namespace) -> int:
    """Play. Raises GameError."""
    home = home_of(options)
    if options.dev and options.iron:
        raise GameError(say("dev.iron"))
    if options.plain:
        return _plain(options, home)
    is_elsewhere = bool(os.environ.get("TEXTUAL_DRIVER"))  # drawn by somebody else: csto serve
    if not is_elsewhere and not options.screen and _is_settled_on_lines(home):
        if _is_terminal():
            sys.stderr.write(say("cli.lines") + "\n")
        return _plain(options, home)
    if os.environ.get("TERM") == "dumb" and _is_terminal():
        sys.stderr.write(say("cli.dumb", term="dumb") + "\n")
        return _plain(options, home)
    if not is_elsewhere:
        _check_terminal()
    return _screen(options, home)


# ── the screen ──


def _screen(options: Namespace, home: places.Home) -> int:
    try:
        from csto_game import ui
    except ImportError:
        raise GameError(say("cli.no_screen")) from None
    resume, roles = options.resume, options.role or []
    is_shared = options.hotseat or len(roles) > 1
    if resume is None and (options.iron or is_shared or options.mods):
        # The screen begins usual games itself; a special one is begun here and gone on with there.
        from csto_game.cli.seating import begin

        made = begin(options, home).path
        resume = made.stem if made else None
    code = int(
        ui.run(
            home=home,
            scenario=options.scenario,
            role=roles[0] if roles else None,
            seed=options.seed,
            difficulty=options.difficulty,
            resume=resume,
            flags=_flags(options),
            dev=options.dev,
        )
    )
    return _to_lines(options, home) if code == ui.LINES else code


def _to_lines(options: Namespace, home: places.Home) -> int:
    """A newcomer has asked for lines: they begin as the title would have, with the lesson."""
    from csto_game.session.worlds import worlds

    sys.stdout.write(say("cli.lines_now") + "\n")
    sound = ((one.id, one.scenario) for one in worlds(shelves(home), home.cache) if one.scenario)
    options.scenario = next((id for id, world in sound if world.package.teaches), None)
    return _plain(options, home)


def _is_settled_on_lines(home: places.Home) -> bool:
    from csto_game.machine.settled import wants_lines

    return wants_lines(home.settings)


def _flags(options: Namespace) -> dict[str, str]:
    """Settings that the command line decides."""
    said = {name: getattr(options, name) for name in ("theme", "color", "glyphs")}
    said["mouse"] = "off" if options.no_mouse else None
    said["language"] = getattr(options, "lang", None)
    return {name: value for name, value in said.items() if value}


def _check_terminal() -> None:
    if not _is_terminal():
        raise GameError(say("cli.no_tty"))
    size = shutil.get_terminal_size()
    width, height = SMALLEST
    if size.columns < width or size.lines < height:
        facts = {"width": width, "height": height}
        raise GameError(say("cli.small", columns=size.columns, rows=size.lines, **facts))


def _is_terminal() -> bool:
    return all(stream is not None and _is_a_tty(stream) for stream in (sys.stdin, sys.stdout))


def _is_a_tty(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]  # streams have it
    except ValueError:
        return False


# ── plain lines ──


def _plain(options: Namespace, home: places.Home) -> int:
    from csto_game import plain
    from csto_game.cli.seating import begin, go_on
    from csto_game.machine.settled import is_first_start, read_settings
    from csto_game.session.bookmarks import FILE, Bookmarks
    from csto_game.session.coach import Coach
    from csto_game.session.workbench import Workbench

    match = go_on(options, home) if options.resume is not None else begin(options, home)
    prompts = sys.stdin is not None and _is_a_tty(sys.stdin)
    dev = Workbench.of(match, shelves(home)) if options.dev else None
    marks = Bookmarks(home.settings / FILE)
    coach = Coach.of(match.header, marks, is_new=options.resume is None)
    own = plain.Own(coach, read_settings(home.settings))
    if prompts and is_first_start(home.settings):
        sys.stdout.write(say("cli.lines_first") + "\n")
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return plain.play(match, *streams, prompts=prompts, dev=dev, own=own)
