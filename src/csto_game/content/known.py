"""What rules of a loaded scenario may refer to, for rule text from outside its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from csto_game.content.language import Names
from csto_game.model.scenario import Scenario

_TABLES: Mapping[str, str] = {
    "incident": "incidents",
    "verb": "verbs",
    "rule": "rules",
    "motion": "motions",
    "role": "roles",
    "ending": "endings",
    "promise": "promises",
    "crisis": "crises",
    "unit": "units",
    "mission": "missions",
    "place": "places",
    "chapter": "chapters",
}
_INNER: Mapping[str, str] = {
    "option": "options",
    "outcome": "outcomes",
    "rung": "rungs",
    "objective": "objectives",
    "step": "steps",
}


def names_of(scenario: Scenario) -> Names:
    """All names of a scenario."""
    return Names(
        stats=scenario.stats,
        actors={code: actor.kind for code, actor in scenario.actors.items()},
        numbers=scenario.numbers,
        poles=scenario.alignment.poles if scenario.alignment else (),
        places=tuple(scenario.places),
        things={kind: tuple(address for address, _ in things(scenario, kind)) for kind in _TABLES},
        spots={f"stat.{id}": stat.spot for id, stat in scenario.stats.items() if stat.spot.line},
        forms=tuple(
            dict.fromkeys(form for actor in scenario.actors.values() for form in actor.forms)
        ),
    )


def things(scenario: Scenario, kind: str) -> Iterator[tuple[str, object]]:
    """Addresses without the kind (``miners.option.pay``) and records, parts after their wholes."""
    table: Mapping[str, object] = getattr(scenario, _TABLES[kind])
    yield from _walk(table, "")


def _walk(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    for id, thing in table.items():
        yield f"{prefix}{id}", thing
        for inner, field in _INNER.items():
            below = getattr(thing, field, None)
            if isinstance(below, Mapping):
                yield from _walk(below, f"{prefix}{id}.{inner}.")
