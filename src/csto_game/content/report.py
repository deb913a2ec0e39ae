"""``csto check``: messages on stderr, a summary on stdout, an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import attrs

from csto_game.content.load import Loaded, counted, describe, load
from csto_game.content.problem import Problem
from csto_game.content.render import render

MOST_PRINTED = 100
FINE, CANNOT_BE_USED = 0, 2


def check_paths(paths: Sequence[Path]) -> int:
    """Check packages; 0 if none has an error, else 2."""
    loaded = [(path, load(path)) for path in paths]
    problems = [
        problem if len(paths) == 1 else attrs.evolve(problem, file=f"{path.name}/{problem.file}")
        for path, one in loaded
        for problem in one.problems
    ]
    for problem in problems[:MOST_PRINTED]:
        sys.stderr.write(_shown(problem) + "\n")
    if len(problems) > MOST_PRINTED:
        sys.stderr.write(f"and {len(problems) - MOST_PRINTED} more\n")
    for _, one in loaded:
        sys.stdout.write(summary(one) + "\n")
    return CANNOT_BE_USED if any(one.errors for _, one in loaded) else FINE


def summary(loaded: Loaded) -> str:
    """``2 errors, 1 warning in 4 files``, or ``fine: 4 files, 3 countries, 5 incidents``."""
    warnings = sum(problem.severity == "warning" for problem in loaded.problems)
    if loaded.scenario is not None and not warnings:
        return describe(loaded.scenario, loaded.files)
    said = [counted(count, noun) for count, noun in _counts(loaded.errors, warnings) if count]
    return f"{', '.join(said)} in {counted(loaded.files, 'file')}"


def _counts(errors: int, warnings: int) -> tuple[tuple[int, str], ...]:
    return (errors, "error"), (warnings, "warning")


def _shown(problem: Problem) -> str:
    if problem.line:
        return render(problem)
    text = f"{problem.file}: {problem.severity}: {problem.message}  [{problem.code}]"
    return f"{text}\n try: {problem.hint}" if problem.hint else text
