"""`csto test`: run the tests of scenario packages."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from csto_game.cli.check import problem_document
from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.model.refusal import GameError
from csto_game.session.worlds import open_world
from csto_game.text.catalog import say
from csto_game.workshop.testing.case import Case, Outcome
from csto_game.workshop.testing.read import Cases, read_cases
from csto_game.workshop.testing.report import lines, outcome_document, passed
from csto_game.workshop.testing.run import run_case
from csto_game.workshop.testing.world import book_of


def run(options: Namespace) -> int:
    """Run. Exit code 0: all hold; 1: one does not; 2: a file cannot be used. Raises GameError."""
    outcomes: list[Outcome] = []
    problems: list[Problem] = []
    for path in options.paths:
        opened = open_world(path, shelves(home_of(options)))
        scenario = opened.book.scenario
        read = read_cases(Path(opened.folder), scenario)
        problems += read.problems
        _complain(read, quiet=options.json)
        chosen = [] if read.errors else _chosen(read.cases, options.only)
        if not read.cases and not options.json:
            print(say("test.none", id=scenario.package.id))
        book = book_of(scenario, chosen)
        for case in chosen:
            outcome = run_case(book, case)
            outcomes.append(outcome)
            if not options.json:
                print("\n".join(lines(outcome)), flush=True)
    return _result(options, outcomes, problems)


def _chosen(cases: tuple[Case, ...], only: str | None) -> list[Case]:
    found = [case for case in cases if case.id.startswith(only or "")]
    if only and cases and not found:
        raise GameError(say("test.only", only=only))
    return found


def _complain(read: Cases, *, quiet: bool) -> None:
    for problem in () if quiet else read.problems:
        sys.stderr.write(render(problem) + "\n")
    sys.stderr.flush()


def _result(options: Namespace, outcomes: list[Outcome], problems: list[Problem]) -> int:
    errors = any(problem.severity == "error" for problem in problems)
    if options.json:
        holds = not errors and passed(outcomes) == len(outcomes)
        tests = [outcome_document(outcome) for outcome in outcomes]
        messages = [problem_document(problem) for problem in problems]
        print_json({"ok": holds, "tests": tests, "messages": messages})
    elif outcomes:
        print(say("test.sum", passed=passed(outcomes), count=len(outcomes)))
    if errors:
        return 2
    return 0 if passed(outcomes) == len(outcomes) else 1
