"""The game that `csto play` is about: a new one, or one from a save.

Apart from `play`, for all this need not be loaded before the screen shows its title.
"""

from __future__ import annotations

import random
from argparse import Namespace
from pathlib import Path

from csto_game import places
from csto_game.cli.home import shelves
from csto_game.model.refusal import GameError
from csto_game.model.scenario import Scenario
from csto_game.session.leaders import HUMAN
from csto_game.session.library import find, newest
from csto_game.session.match import Match
from csto_game.session.roles import seat_of
from csto_game.session.worlds import finder, folders, open_world, worlds
from csto_game.text.catalog import say


def go_on(options: Namespace, home: places.Home) -> Match:
    """The game of a save, by name, or of the newest. Raises GameError."""
    path = find(home.saves, options.resume) if options.resume else newest(home.saves)
    return Match.resume(path, finder(shelves(home), home.cache))


def begin(options: Namespace, home: places.Home) -> Match:
    """A new game as the arguments say. Raises GameError."""
    opened = open_world(options.scenario or _first(home), shelves(home), options.mods, home.cache)
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
    wishes = [*(options.role or ()), *(options.hotseat or "").split(",")]
    named = [wish.strip() for wish in wishes if wish.strip()]
    return [seat_of(scenario, wish) for wish in named or [None]]


def _first(home: places.Home) -> str:
    """The scenario that is played when none is named: the first that is sound."""
    found: list[Path] = list(folders(shelves(home)))
    if not found:
        raise GameError(say("cli.no_scenarios"))
    sound = [world.id for world in worlds(shelves(home), home.cache) if world.scenario]
    return sound[0] if sound else found[0].stem
