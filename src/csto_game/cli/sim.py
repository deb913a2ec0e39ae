"""`csto sim`: whole games without a screen."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from csto_game.cli.document import as_json, print_json, write_text
from csto_game.cli.home import home_of, shelves
from csto_game.lab.document import document
from csto_game.lab.progress import Progress
from csto_game.lab.seating import read_seating
from csto_game.lab.sim import Task, simulate
from csto_game.lab.table import table
from csto_game.rules import seats
from csto_game.session.seats import check_seats
from csto_game.session.worlds import open_world
from csto_game.text.catalog import say


def run(options: Namespace) -> int:
    """Simulate. Raises GameError."""
    where = shelves(home_of(options))
    opened = open_world(options.scenario, where, options.mods)
    book = opened.book
    name = book.scenario.package.id
    check_seats(book, {}, options.difficulty)
    limit = book.scenario.clock.turns
    task = Task(
        folder=opened.folder,
        mods=tuple(options.mods),
        shelves=where,
        seating=read_seating(options.players, seats(book), name),
        games=options.games,
        seed=options.seed,
        turns=min(options.turns or limit, limit),
        difficulty=options.difficulty,
        saves=str(Path(options.saves).expanduser()) if options.saves else "",
        place=opened.place,
        noted_mods=opened.mods,
    )
    result = simulate(task, book, jobs=options.jobs, tell=Progress(sys.stderr))
    if options.json == "-":
        print_json(document(result, book))
        return 0
    print("\n".join(table(result, book)))
    if options.json:
        write_text(options.json, as_json(document(result, book)) + "\n")
        sys.stderr.write(say("sim.written", file=options.json) + "\n")
    return 0
