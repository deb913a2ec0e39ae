"""The list of checks, in the order they run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from csto_game.content.checks.circles import check_formulas, check_incidents
from csto_game.content.checks.counts import check_counts
from csto_game.content.checks.dominated import check_dominated
from csto_game.content.checks.flags import check_flags
from csto_game.content.checks.idle import check_idle
from csto_game.content.checks.lessons import check_lessons
from csto_game.content.checks.maps import check_board, check_map
from csto_game.content.checks.offers import check_offers
from csto_game.content.checks.ranges import check_ranges
from csto_game.content.checks.reach import check_reach
from csto_game.content.checks.weights import check_weights
from csto_game.content.structure import Full, Reader
from csto_game.model.scenario import Scenario

ERRORS: tuple[Callable[[Reader, Scenario], None], ...] = (
    check_counts,
    check_formulas,
    check_incidents,
    check_weights,
)
WARNINGS: tuple[Callable[[Reader, Scenario], None], ...] = (
    check_flags,
    check_ranges,
    check_reach,
    check_lessons,
    check_idle,
    check_dominated,
    check_offers,
    check_board,
)


def check(
    reader: Reader, scenario: Scenario | None, units: Mapping[str, str], *, warn: bool = True
) -> None:
    """Errors of the whole, and warnings if there are none: a broken world proves nothing."""
    if scenario is None:
        return
    for find in ERRORS:
        find(reader, scenario)
    check_map(reader, scenario, units)
    if not warn or reader.report.has_errors or reader.world.broken:
        return
    # Of a thousand warnings no more is looked for; the world is sound all the same.
    with suppress(Full):
        for find in WARNINGS:
            find(reader, scenario)
