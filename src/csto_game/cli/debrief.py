"""`csto debrief`: what came of a finished game, and which decisions mattered."""

from __future__ import annotations

import sys
from argparse import Namespace

import attrs

from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.session.debrief import Debrief, Turning, debrief, rivals, turning_points
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
    others = rivals(again.save.path.parent, header, again.save.path.stem)
    workers = Workers(table.book, options.jobs)
    try:
        told = [
            _of(again, seat, None if options.quick else workers)
            for seat in _seats(again, options.seat)
        ]
    finally:
        workers.close()
    if options.json:
        rows = [attrs.asdict(rival) for rival in others]
        documents = [
            attrs.asdict(found)
            | {"others": rows, "turning": _document(turning) if turning else None}
            for found, turning in told
        ]
        print_json(documents[0] if len(documents) == 1 else {"persons": documents})
        return 0
    scenario = table.book.scenario
    for n, (found, turning) in enumerate(told):
        lines = debrief_lines(scenario, found, () if n else others)
        if turning:
            lines += turning_lines(scenario, turning, found.points)
        print("\n".join([*([""] if n else []), *lines]))
    return 0


def _seats(again: Replay, wanted: str) -> tuple[str, ...]:
    """The seat that was asked for, else those of all persons. Raises GameError."""
    persons, seats = again.save.header.persons, tuple(again.save.header.seats)
    if not wanted:
        return persons or ("",)
    found = wanted.upper()
    if found not in seats:
        raise GameError(say("debrief.no_seat", seat=wanted, seats=", ".join(seats)))
    return (found,)


def _of(again: Replay, seat: str, workers: Workers | None) -> tuple[Debrief, Turning | None]:
    """One person's part, with the decisions that mattered if somebody plays them again."""
    table, header = again.table, again.save.header
    found = debrief(table, header, seat)
    if workers is None:
        return found, None
    return found, turning_points(table, header, workers, seat=seat, tell=_tell)


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
