"""`csto play`: the screen, or plain lines."""

from __future__ import annotations

import os
import random
import shutil
import sys
from argparse import Namespace
from pathlib import Path

from csto_game import places
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.model.scenario import Scenario
from csto_game.session.leaders import HUMAN
from csto_game.session.library import find, newest
from csto_game.session.match import Match
from csto_game.session.roles import seat_of
from csto_game.session.worlds import finder, folders, open_world, worlds
from csto_game.text.catalog import say

SMALLEST = (72, 20)
"""Columns and rows that the screen needs."""


def run(options: Namespace) -> int:
    """Play. Raises GameError."""
    home = home_of(options)
    if options.plain:
        return _plain(options, home)
    if os.environ.get("TERM") == "dumb" and _is_terminal():
        sys.stderr.write(say("cli.dumb", term="dumb") + "\n")
        return _plain(options, home)
    _check_terminal()
    return _screen(options, home)


# ── the screen ──


def _screen(options: Namespace, home: places.Home) -> int:
    try:
        from csto_game import ui
    except ImportError:
        raise GameError(say("cli.no_screen")) from None
    resume = options.resume
    if resume is None and (options.iron or options.hotseat):
        # The screen begins usual games itself; a special one is begun here and gone on with there.
        made = _new(options, home).path
        resume = made.stem if made else None
    return int(
        ui.run(
            home=home,
            scenario=options.scenario,
            role=options.role,
            seed=options.seed,
            difficulty=options.difficulty,
            resume=resume,
        )
    )


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

    match = _resumed(options, home) if options.resume is not None else _new(options, home)
    prompts = sys.stdin is not None and _is_a_tty(sys.stdin)
    return plain.play(match, sys.stdin, sys.stdout, sys.stderr, prompts=prompts)


def _resumed(options: Namespace, home: places.Home) -> Match:
    path = find(home.saves, options.resume) if options.resume else newest(home.saves)
    return Match.resume(path, finder(shelves(home)))


def _new(options: Namespace, home: places.Home) -> Match:
    opened = open_world(options.scenario or _first(home), shelves(home), options.mods)
    seed = random.SystemRandom().randrange(1, 1_000_000) if options.seed is None else options.seed
    return Match.new(
        opened.book,
        dict.fromkeys(_persons(options, opened.book.scenario), HUMAN),
        seed,
        folder=home.saves,
        difficulty=options.difficulty or "",
        place=opened.place,
        mods=opened.mods,
        iron=options.iron,
    )


def _persons(options: Namespace, scenario: Scenario) -> list[str]:
    """The seats that persons take: one, or those that share this machine."""
    if not options.hotseat:
        return [seat_of(scenario, options.role)]
    return [seat_of(scenario, wish.strip()) for wish in options.hotseat.split(",") if wish.strip()]


def _first(home: places.Home) -> str:
    """The scenario that is played when none is named: the first that is sound."""
    found: list[Path] = list(folders(shelves(home)))
    if not found:
        raise GameError(say("cli.no_scenarios"))
    sound = [world.id for world in worlds(shelves(home)) if world.scenario]
    return sound[0] if sound else found[0].stem
