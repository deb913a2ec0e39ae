"""The tests of a package: its files under ``tests/``, read with the names of its world."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from csto_game.content import archive, folder
from csto_game.content.entry import TABLE_BYTES, Entry, too_much
from csto_game.content.known import names_of
from csto_game.content.merge import merge
from csto_game.content.page import Page
from csto_game.content.problem import Problem, Report
from csto_game.content.source import decode
from csto_game.content.structure import Full, Reader
from csto_game.content.tables.types import is_id, suggested_id
from csto_game.model.scenario import Scenario
from csto_game.workshop.testing.case import Case
from csto_game.workshop.testing.table import CASE


@frozen
class Cases:
    """``cases`` in the order of their files, and what is wrong with them."""

    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)


def read_cases(package: Path, scenario: Scenario) -> Cases:
    """All tests of a package, a folder or a zip file."""
    report = Report()
    read = folder.entries if package.is_dir() else archive.entries
    found, _ = read(package, package.name)
    tests = [entry for entry in found if _is_test(entry.name)]
    tests.sort(key=lambda entry: entry.name.encode())
    pages = [page for entry in tests if (page := _page(entry, report))]
    if sum(len(page.text) for page in pages) > TABLE_BYTES:
        report.add(too_much(package.name, "tests", TABLE_BYTES))
        return Cases((), report.problems)
    return cases_of(tuple(pages), scenario, report)


def _is_test(name: str) -> bool:
    return name.startswith("tests/") and name.endswith(".toml")


def _page(entry: Entry, report: Report) -> Page | None:
    raw = entry.read()
    page = decode(entry.name, raw) if isinstance(raw, bytes) else raw
    if isinstance(page, Page):
        return page
    report.add(page)
    return None


def cases_of(pages: tuple[Page, ...], scenario: Scenario, report: Report) -> Cases:
    """The tests of some pages of text."""
    world = merge(pages, report)
    reader = Reader(world, report, names_of(scenario))
    try:
        _only_tests(reader)
        cases = reader.things(CASE)
    except Full:
        cases = {}
    problems = [p for p in report.problems if not _is_quiet(reader, p)]
    return Cases(tuple(cases.values()), tuple(problems))


def _only_tests(reader: Reader) -> None:
    for kind in reader.world.root:
        if kind != "test":
            why = "files under tests/ are not read when playing"
            message = f"tests hold only [test.ID], not {kind}"
            hint = "move it to a file of the world"
            reader.error((kind,), "unknown-table", message, part="kind", why=why, hint=hint)
    for id in reader.ids("test"):
        if not is_id(id):
            hint = suggested_id(id)
            reader.error(("test", id), "id", f'"{id}" cannot be an id', part="id", hint=hint)


def _is_quiet(reader: Reader, problem: Problem) -> bool:
    if problem.severity != "warning":
        return False
    page = next((page for page in reader.world.pages if page.name == problem.file), None)
    return page is not None and problem.code in reader.quiet_at(page, problem.line)
