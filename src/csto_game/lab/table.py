"""A simulation as a table of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from csto_game.lab.document import rate
from csto_game.lab.game import Played
from csto_game.lab.sim import Result
from csto_game.rules import Book
from csto_game.text.catalog import say


def table(result: Result, book: Book) -> list[str]:
    """Wins and scores by role, by kind of player, endings, and speed."""
    games, task = result.games, result.task
    head = {"scenario": book.scenario.package.name, "games": len(games), "seed": task.seed}
    rows = [say("sim.head", turns=task.turns, **head), "", say("sim.roles")]
    rows += [_role(seat, games) for seat in _seats(games)]
    rows += ["", say("sim.kinds"), *_kinds(games), "", say("sim.endings"), *_endings(games), ""]
    mean = rate(sum(game.turns for game in games), len(games), 1)
    rows.append(say("sim.mean_turns", turns=mean))
    turns = sum(game.turns for game in games)
    speed = {
        "games_per_minute": rate(len(games), result.elapsed_s, 60),
        "turns_per_second": rate(turns, result.elapsed_s, 1),
    }
    return [*rows, say("sim.speed", **speed)]


def _seats(games: Sequence[Played]) -> list[str]:
    return list(dict.fromkeys(seat for game in games for seat in game.scores))


def _role(seat: str, games: Sequence[Played]) -> str:
    scores = [game.scores[seat] for game in games if seat in game.scores]
    won = sum(seat in game.won for game in games)
    numbers = "".join(f"{number:6d}" for number in five(scores))
    return f"{seat:10s}{_percent(won, len(games)):>7s}{numbers}"


def five(values: Iterable[int]) -> tuple[int, int, int, int, int]:
    """Least, lower quartile, median, upper quartile, most: always values that occurred."""
    ordered = sorted(values)
    last = len(ordered) - 1
    least, lower, middle, upper, most = (ordered[(last * part + 2) // 4] for part in range(5))
    return least, lower, middle, upper, most


def _kinds(games: Sequence[Played]) -> list[str]:
    """How each kind did in seats that have a role."""
    scores: dict[str, list[int]] = {}
    won: Counter[str] = Counter()
    for game in games:
        for seat, score in game.scores.items():
            scores.setdefault(game.seats[seat], []).append(score)
            won[game.seats[seat]] += seat in game.won
    return [
        f"{kind:10s}{len(found):6d}{_percent(won[kind], len(found)):>6s}{_mean(found):7.1f}"
        for kind, found in sorted(scores.items())
    ]


def _endings(games: Sequence[Played]) -> list[str]:
    counts = Counter(game.ending or say("sim.cut") for game in games)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [f"{ending:20s}{_percent(count, len(games)):>6s}" for ending, count in ordered]


def _percent(part: int, whole: int) -> str:
    return f"{(200 * part + whole) // (2 * whole)}%"


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
