"""The JSON document of a simulation, as the command line promises it."""

from __future__ import annotations

from collections.abc import Mapping

from csto_game import __version__
from csto_game.lab.game import Played
from csto_game.lab.sim import Result
from csto_game.rules import Book


def document(result: Result, book: Book) -> dict[str, object]:
    """The JSON document of a simulation, as the command line promises it."""
    task, scenario = result.task, book.scenario
    return {
        "scenario": scenario.package.id,
        "scenario_hash": scenario.hash,
        "version": __version__,
        "seed": task.seed,
        "turns_limit": task.turns,
        "players": task.seating.of(0),
        "games": [_game(played, with_players=task.seating.rotates) for played in result.games],
        "elapsed_s": round(result.elapsed_s, 3),
        "games_per_minute": rate(len(result.games), result.elapsed_s, 60),
        "turns_per_second": rate(sum(game.turns for game in result.games), result.elapsed_s, 1),
    }


def _game(played: Played, *, with_players: bool) -> dict[str, object]:
    facts: dict[str, object] = {
        "seed": played.seed,
        "turns": played.turns,
        "ending": played.ending or None,
        "scores": dict(played.scores),
        "won": list(played.won),
        "commands": played.commands,
        "fingerprint": played.fingerprint,
    }
    players: Mapping[str, str] = played.seats
    # With a list of kinds the seats change from game to game; then each game says who sat where.
    return facts | ({"players": dict(players)} if with_players else {})


def rate(count: int, elapsed_s: float, per_s: int) -> float:
    """So many in so many seconds, to one decimal."""
    return round(count * per_s / max(elapsed_s, 1e-9), 1)
