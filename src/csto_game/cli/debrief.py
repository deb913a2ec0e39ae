"""`csto debrief`: what came of a finished game, and which decisions mattered."""

from __future__ import annotations

import sys
from argparse import Namespace

import attrs

from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.session.debrief import Turning, debrief, rivals, turning_points
from csto_game.session.debrief.words import debrief_lines, turning_lines
from csto_game.session.library import find
from csto_game.session.replay import Replay, load
from csto_game.session.workers import Workers
from csto_game.session.worlds import finder
from csto_game.text.catalog import say


def run(options: Namespace) -> int:
    """Tell. Raises GameError while the game goes on."""
    home = home_of(options)
    again = load(find(home.saves, options.save), finder(shelves(home), home.cache))
    if again.difference:
        raise GameError(again.difference.sentence)
    table, header = again.table, again.save.header
    found = debrief(table, header)
    others = rivals(again.save.path.parent, header, again.save.path.stem)
    turning = None if options.quick else _turning(again, jobs=options.jobs)
    if options.json:
        rows = [attrs.asdict(rival) for rival in others]
        document = attrs.asdict(found) | {"others": rows}
        print_json(document | {"turning": _document(turning) if turning else None})
        return 0
    scenario = table.book.scenario
    print("\n".join(debrief_lines(scenario, found, others)))
    if turning:
        print("\n".join(turning_lines(scenario, turning, found.points)))
    return 0


def _turning(again: Replay, *, jobs: int | None) -> Turning:
    workers = Workers(again.table.book, jobs)
    try:
        return turning_points(again.table, again.save.header, workers, tell=_tell)
    finally:
        workers.close()


def _tell(done: int, of: int) -> None:
    if sys.stderr.isatty():
        end = "\r\x1b[K" if done == of else ""
        sys.stderr.write("\r" + say("debrief.progress", percent=100 * done // of) + end)
        sys.stderr.flush()


def _document(turning: Turning) -> dict[str, object]:
    rows = [
        {
            "turn": row.turn,
            "command": str(row.command),
            "name": row.name,
            "effect": round(row.effect, 2),
            "error": round(row.error, 2),
            "pairs": row.pairs,
            "sure": row.sure,
        }
        for row in turning.decisions
    ]
    return {
        "decisions": rows,
        "usual": turning.usual,
        "rote": turning.rote,
        "games": turning.games,
    }
