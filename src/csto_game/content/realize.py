"""A composed world → the Scenario, with everything checked that only the whole can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

import attrs

from csto_game.content.assemble import assemble
from csto_game.content.bundle import Bundle
from csto_game.content.checks import check
from csto_game.content.checks.quiet import is_quiet
from csto_game.content.collector import without_collector
from csto_game.content.compose import Composed
from csto_game.content.foreign import foreign_key
from csto_game.content.map_units import map_units as units_of
from csto_game.content.problem import Report
from csto_game.content.rules_hash import rules_hash
from csto_game.content.structure import Reader
from csto_game.content.survey import survey
from csto_game.model.scenario import Scenario


def reader_of(composed: Composed, report: Report) -> Reader:
    """Who reads the world, knowing all its names."""
    world = composed.world
    world.foreign_key = foreign_key
    return Reader(world, report, survey(world, report))


@without_collector()
def realize(
    reader: Reader, composed: Composed, map_units: Mapping[str, str] | None, *, warn: bool
) -> Scenario | None:
    """The scenario; None if there are errors. Raises Full if there are too many."""
    report = reader.report
    scenario = assemble(reader)
    if map_units is None:
        map_units = units_of(scenario.map.file) if scenario else {}
    check(reader, scenario, map_units, warn=warn)
    for address, problem in composed.doubts if warn else ():
        if not is_quiet(reader, address, problem.code):
            report.add(problem)
    if scenario is None or report.has_errors:
        return None
    return attrs.evolve(scenario, hash=rules_hash(reader))


def package_hash(bundles: Iterable[Bundle]) -> str:
    """Of every byte that was read."""
    whole = sha256()
    for one in bundles:
        for page in one.source.pages:
            whole.update(f"{page.name}\n{len(page.text)}\n{page.text}".encode())
    return whole.hexdigest()
