"""Which seat a person takes."""

from __future__ import annotations

from csto_game.content.nearest import nearest
from csto_game.model.refusal import GameError
from csto_game.model.scenario import Scenario
from csto_game.text.catalog import say


def seat_of(scenario: Scenario, wish: str | None) -> str:
    """The seat of a role, by the role's id or the seat's code; by default the first role's.

    Raises GameError with the nearest role.
    """
    roles = scenario.roles
    name = scenario.package.id
    if not roles:
        raise GameError(say("cli.no_roles", scenario=name))
    if not wish:
        return next(iter(roles.values())).plays
    if wish in roles:
        return roles[wish].plays
    codes = [role.plays for role in roles.values()]
    if wish.upper() in codes:
        return wish.upper()
    near = nearest(wish, [*roles, *codes])
    if near:
        raise GameError(say("cli.role_near", scenario=name, name=wish, near=near))
    names = ", ".join(f"{id} ({role.plays})" for id, role in roles.items())
    raise GameError(say("cli.role", scenario=name, name=wish, names=names))
