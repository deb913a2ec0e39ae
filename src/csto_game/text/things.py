"""Addresses such as ``incident.miners.option.pay`` as names that a player knows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from csto_game.model.scenario import Scenario

_TEMPLATE = re.compile(r"\{[^{}]*\}")
_TABLES: Mapping[str, str] = {
    "verb": "verbs",
    "incident": "incidents",
    "rule": "rules",
    "motion": "motions",
    "promise": "promises",
    "crisis": "crises",
    "mission": "missions",
    "ending": "endings",
    "chapter": "chapters",
    "stat": "stats",
    "unit": "units",
    "place": "places",
    "country": "actors",
    "power": "actors",
}


def name_of(scenario: Scenario, address: str) -> str:
    """The name of the thing at an address; of its option, where there is one. Templates are left out."""
    parts = address.split(".")
    thing = _find(scenario, parts)
    name = str(getattr(thing, "name", "") or getattr(thing, "text", ""))
    if len(parts) >= 4 and parts[2] == "option":
        option = getattr(thing, "options", {}).get(parts[3])
        name = getattr(option, "name", "") or name
    bare = " ".join(_TEMPLATE.sub("", name).split())
    return bare or (parts[1] if len(parts) > 1 else address).replace("_", " ")


def _find(scenario: Scenario, parts: list[str]) -> object:
    table = getattr(scenario, _TABLES.get(parts[0], ""), {}) if len(parts) > 1 else {}
    return table.get(parts[1]) if isinstance(table, Mapping) else None
