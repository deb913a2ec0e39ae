"""Rules as a modder would write them: for refusals and formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_game.model.scenario import Scenario
from csto_game.model.tree import Value, Who

if TYPE_CHECKING:  # a game begins without anything that knows rules as text
    from csto_game.content.language import Names


def written(scenario: Scenario, rule: Value | Who) -> str:
    """The rule as text, with stats under their owners' names and words for choices."""
    from csto_game.content.language import print_value, print_who  # noqa: PLC0415  # see above

    if isinstance(rule, Who):
        return print_who(rule, _names(scenario))
    return print_value(rule, _names(scenario))


def _names(scenario: Scenario) -> Names:
    from csto_game.content.language import Names  # noqa: PLC0415  # see above

    return Names(
        stats=scenario.stats,
        actors={code: actor.kind for code, actor in scenario.actors.items()},
        poles=scenario.alignment.poles if scenario.alignment else (),
        places=tuple(scenario.places),
    )
