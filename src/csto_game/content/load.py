"""A package's folder → a checked, frozen Scenario, or all that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import attrs
from attrs import frozen

from csto_game.content.assemble import assemble
from csto_game.content.checks import check
from csto_game.content.foreign import foreign_key
from csto_game.content.map_units import map_units as units_of
from csto_game.content.merge import Merged, merge
from csto_game.content.problem import Problem, Report
from csto_game.content.rules_hash import rules_hash
from csto_game.content.source import Source, plain, read_folder
from csto_game.content.structure import Full, Reader
from csto_game.content.survey import survey
from csto_game.model.scenario import Scenario

_STEMS = frozenset({"wrong-owner", "dangling", "no-such-word", "missing-key", "template"})
"""Codes beside ``unknown-…`` of mistakes that may only come from a file that cannot be read."""


@frozen
class Loaded:
    """``scenario`` is None if, and only if, one of the problems is an error."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    files: int = 0

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)


def load(path: Path, *, map_units: Mapping[str, str] | None = None) -> Loaded:
    """Read, check and freeze a package.

    ``map_units``: unit of the map → the unit it is a disputed piece of, or ""; by default
    those of the built-in map that ``[map] file`` names.
    """
    return load_source(read_folder(path), map_units=map_units)


def load_source(source: Source, *, map_units: Mapping[str, str] | None = None) -> Loaded:
    """The same for files from anywhere: the seam for archives and tests."""
    report = Report()
    for problem in source.problems:
        report.add(problem)
    if not source.pages:
        return Loaded(None, report.problems)
    world = merge(source.pages, report)
    world.foreign_key = foreign_key
    try:
        scenario = _build(world, report, map_units, source)
    except Full:
        scenario = None
    problems = report.problems
    unreadable = any(problem.severity == "error" for problem in source.problems)
    if world.broken or unreadable:
        problems = tuple(filter(_certain, problems))
    if any(problem.severity == "error" for problem in problems):
        return Loaded(None, problems, len(source.pages))
    return Loaded(scenario, problems, len(source.pages))


def _certain(problem: Problem) -> bool:
    """May this be said although a file could not be read?"""
    follows = problem.code.startswith("unknown-") and problem.code not in {
        "unknown-key",
        "unknown-table",
    }
    return problem.severity != "warning" and not follows and problem.code not in _STEMS


def _build(
    world: Merged, report: Report, map_units: Mapping[str, str] | None, source: Source
) -> Scenario | None:
    kind = world.get(("package", "kind"))
    if world.get(("package", "extends")) is not None or kind in {"mod", "library"}:
        what = kind if isinstance(kind, str) else "variant"
        message = f"this is a {what}; it is used with a scenario, not by itself"
        report.add(plain("scenario.toml", "need", message))
        return None
    names = survey(world, report)
    reader = Reader(world, report, names)
    scenario = assemble(reader)
    if map_units is None:
        map_units = units_of(scenario.map.file) if scenario else {}
    check(reader, scenario, map_units)
    if scenario is None or report.has_errors:
        return None
    return attrs.evolve(
        scenario,
        package=attrs.evolve(scenario.package, root=source.root),
        hash=rules_hash(reader),
        package_hash=_package_hash(source),
    )


def _package_hash(source: Source) -> str:
    whole = sha256()
    for page in source.pages:
        whole.update(f"{page.name}\n{len(page.text)}\n{page.text}".encode())
    return whole.hexdigest()


def describe(scenario: Scenario, files: int = 0) -> str:
    """``fine: 4 files, 3 countries, 5 incidents``."""
    countries = sum(actor.kind == "country" for actor in scenario.actors.values())
    counts = ((files, "file"), (countries, "country"), (len(scenario.incidents), "incident"))
    said = [counted(number, noun) for number, noun in counts if number or noun != "file"]
    return f"fine: {', '.join(said)}"


def counted(number: int, noun: str) -> str:
    """``1 file``, ``3 countries``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
