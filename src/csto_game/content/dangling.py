"""What a mod removed and others still name: told once, in the mod, with who needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from csto_game.content.locate import Address
from csto_game.content.merge import Merged
from csto_game.content.patched import Removal
from csto_game.content.problem import Also, Problem

MOST_NAMED = 8
_KINDS_BY_CODE: Mapping[str, frozenset[str]] = {
    "unknown-stat": frozenset({"stat", "charter"}),
    "unknown-actor": frozenset({"country", "power"}),
    "unknown-number": frozenset({"number"}),
    "unknown-pole": frozenset({"power"}),
}
_MAY_STEM = frozenset({"unknown-thing", "unknown-choice", "template", "no-such-word"})
_STARTED = re.compile(r"\bstart\b")
_STARTABLE = frozenset({"incident", "promise", "motion", "crisis", "mission"})


def moved_to_removals(
    problems: Iterable[Problem], removed: Mapping[Address, Removal], world: Merged
) -> tuple[Problem, ...]:
    """The problems, those that come from a removal as one at the place of the removal."""
    kept: list[Problem] = []
    caused: dict[Address, list[Problem]] = {}
    for problem in problems:
        cause = next((address for address in removed if _stems(problem, address)), None)
        if cause is None:
            kept.append(problem)
        else:
            caused.setdefault(cause, []).append(problem)
    told = [_dangling(address, removed[address], found, world) for address, found in caused.items()]
    return tuple(sorted((*kept, *told)))


def _stems(problem: Problem, removed: Address) -> bool:
    """Does the problem name what was removed?"""
    kinds = _KINDS_BY_CODE.get(problem.code)
    if problem.severity != "error" or (kinds is None and problem.code not in _MAY_STEM):
        return False
    if kinds is not None and removed[0] not in kinds:
        return False
    named = problem.source[problem.column - 1 : max(problem.column, problem.end_column - 1)]
    return re.search(rf"(?<![\w]){re.escape(removed[-1])}(?![\w])", named) is not None


def _dangling(
    address: Address, removal: Removal, problems: list[Problem], world: Merged
) -> Problem:
    first = problems[0]
    name = ".".join(address)
    started = address[0] in _STARTABLE and any(_STARTED.search(p.source) for p in problems)
    page = next((page for page in world.pages if page.name == first.file), None)
    holder = ".".join(world.table_at(page, first.line)) if page else ""
    also = tuple(
        Also(problem.file, problem.line, problem.column, problem.source.strip())
        for problem in problems[:MOST_NAMED]
    )
    return removal.page.problem(
        removal.span,
        "dangling",
        f"{name} is still {'started' if started else 'needed'} elsewhere",
        why=f"it is named in {len(problems)} places" if len(problems) > MOST_NAMED else "",
        hint=f"remove {holder} as well, or change it" if holder else "",
        also=also,
    )
