"""What sampled games show: objectives that nobody or everybody reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from csto_game.content.loaded import Loaded
from csto_game.content.problem import Problem
from csto_game.lab.objectives import Reached, sample
from csto_game.rules import Book

CODE = "objective"


def sampled(loaded: Loaded, tell: Callable[[int, int], None]) -> Iterator[Problem]:
    """Warnings about the objectives of a scenario that has no errors."""
    if loaded.scenario is None or not loaded.scenario.roles:
        return
    for reached in sample(Book.of(loaded.scenario), tell=tell):
        objective = loaded.scenario.roles[reached.role].objectives[reached.objective]
        # Without `when` it gives points in any case, more or fewer.
        if objective.when is None or reached.held not in {0, reached.games}:
            continue
        address = ("role", reached.role, "objective", reached.objective)
        message, why = _said(reached)
        found = loaded.warning(address, CODE, message, why=why, hint='quiet = ["objective"]')
        if found:
            yield found


def _said(reached: Reached) -> tuple[str, str]:
    name, games = reached.objective, reached.games
    if reached.held:
        return f"everybody reaches {name}: in all of {games} games", "so it decides nothing"
    return f"nobody reaches {name}: in none of {games} games", "programs of all kinds tried"
