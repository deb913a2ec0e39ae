"""`csto check`: read packages and say everything that is wrong with them."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from csto_game.cli.document import print_json
from csto_game.content.load import Loaded, describe, load
from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

MOST_PRINTED = 100


def run(options: Namespace) -> int:
    """Check. Exit code 0 fine, 1 warnings under --strict, 2 errors. Raises GameError."""
    paths = [Path(path).expanduser() for path in options.paths]
    for path in paths:
        if not path.is_dir():
            raise GameError(say("check.absent", path=path))
    found = [load(path) for path in paths]
    problems = [problem for loaded in found for problem in loaded.problems]
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems)
    if options.json:
        print_json(_document(problems, errors, warnings))
    else:
        _print(found, problems, errors, warnings)
    if errors:
        return 2
    return 1 if warnings and options.strict else 0


def _print(found: list[Loaded], problems: list[Problem], errors: int, warnings: int) -> None:
    for problem in problems[:MOST_PRINTED]:
        sys.stderr.write(render(problem) + "\n")
    if len(problems) > MOST_PRINTED:
        sys.stderr.write(say("check.more", count=len(problems) - MOST_PRINTED) + "\n")
    sys.stderr.flush()
    if errors or warnings:
        files = sum(loaded.files for loaded in found)
        print(say("check.sum", errors=errors, warnings=warnings, files=files))
        return
    for loaded in found:
        if loaded.scenario:
            print(describe(loaded.scenario, loaded.files))


def _document(problems: list[Problem], errors: int, warnings: int) -> dict[str, object]:
    return {
        "ok": not errors,
        "errors": errors,
        "warnings": warnings,
        "messages": [problem_document(problem) for problem in problems],
    }


def problem_document(problem: Problem) -> dict[str, object]:
    """One message for `--json`."""
    names = ("severity", "code", "file", "line", "column", "end_column", "message", "why", "hint")
    also = [
        {"file": a.file, "line": a.line, "column": a.column, "message": a.message}
        for a in problem.also
    ]
    return {name: getattr(problem, name) for name in names} | {"also": also}
