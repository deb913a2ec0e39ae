"""`csto check`: read packages and say everything that is wrong with them."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import attrs

from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.content.checking import Checked, check_set
from csto_game.content.load import counted, describe
from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.content.shelf import find
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

MOST_PRINTED = 100
MOST_IN_DOCUMENT = 1_000


def run(options: Namespace) -> int:
    """Check. Exit code 0 fine, 1 warnings under --strict, 2 errors. Raises GameError."""
    where = shelves(home_of(options))
    given = [_path(text, where) for text in options.paths]
    found = check_set(given, where)
    problems = [problem for checked in found for problem in checked.problems]
    problems += [note for checked in found for note in checked.loaded.missing]
    problems += _of_tests(found, given)
    if options.play and not any(problem.severity == "error" for problem in problems):
        problems += _sampled(found)
    problems = sorted(set(problems))
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems)
    if options.json:
        print_json(_document(problems, errors, warnings) | _orders(found, show=options.order))
    else:
        _print(problems)
        _summary(found, errors, warnings, show_order=options.order)
    if errors:
        return 2
    return 1 if warnings and options.strict else 0


def _path(text: str, where: Sequence[Path]) -> Path:
    found = find(text, where)
    if isinstance(found, Problem):
        raise GameError(f"csto check: {found.message}")
    return found


def _of_tests(found: Sequence[Checked], given: Sequence[Path]) -> list[Problem]:
    """What is wrong with the tests of the packages given; they are not run."""
    from csto_game.workshop.testing.read import read_cases

    return [
        attrs.evolve(problem, file=f"{one.prefix}/{problem.file}") if one.prefix else problem
        for checked in found
        for one in checked.loaded.order
        if checked.loaded.scenario is not None and one.path is not None and one.path in given
        for problem in read_cases(one.path, checked.loaded.scenario).problems
    ]


def _sampled(found: Sequence[Checked]) -> list[Problem]:
    from csto_game.cli.sampled import sampled
    from csto_game.lab.progress import Progress

    tell = Progress(sys.stderr)
    return [problem for checked in found for problem in sampled(checked.loaded, tell)]


# ── for people ──


def _print(problems: Sequence[Problem]) -> None:
    for problem in problems[:MOST_PRINTED]:
        sys.stderr.write(render(problem) + "\n")
    if len(problems) > MOST_PRINTED:
        sys.stderr.write(say("check.more", count=len(problems) - MOST_PRINTED) + "\n")
    sys.stderr.flush()


def _summary(found: Sequence[Checked], errors: int, warnings: int, *, show_order: bool) -> None:
    if show_order:
        for checked in found:
            print("\n".join(_order_lines(checked)))
    if errors or warnings:
        files = sum(checked.loaded.files for checked in found)
        counts = ((errors, "error"), (warnings, "warning"))
        said = ", ".join(counted(number, noun) for number, noun in counts if number)
        print(say("check.sum", counts=said, files=counted(files, "file")))
        return
    for checked in found:
        loaded = checked.loaded
        print(describe(loaded.scenario, loaded.files) if loaded.scenario else say("check.part"))


def _order_lines(checked: Checked) -> list[str]:
    placed = checked.loaded.order
    return [
        say("check.place", place=place, id=one.id, version=one.version, why=one.why)
        for place, one in enumerate(placed, 1)
    ]


# ── for programs ──


def _document(problems: Sequence[Problem], errors: int, warnings: int) -> dict[str, object]:
    return {
        "ok": not errors,
        "errors": errors,
        "warnings": warnings,
        "messages": [problem_document(problem) for problem in problems[:MOST_IN_DOCUMENT]],
    }


def _orders(found: Sequence[Checked], *, show: bool) -> dict[str, object]:
    if not show:
        return {}
    return {
        "order": [
            [
                {"id": one.id, "version": one.version, "kind": one.kind, "why": one.why}
                for one in checked.loaded.order
            ]
            for checked in found
        ]
    }


def problem_document(problem: Problem) -> dict[str, object]:
    """One message for `--json`."""
    names = ("severity", "code", "file", "line", "column", "end_column", "message", "why", "hint")
    also = [
        {"file": a.file, "line": a.line, "column": a.column, "message": a.message}
        for a in problem.also
    ]
    return {name: getattr(problem, name) for name in names} | {"also": also}
