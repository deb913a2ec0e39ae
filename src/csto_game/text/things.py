"""Addresses such as ``incident.miners.option.pay`` as names and texts that a player knows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from csto_game.model.scenario import Actor, Scenario

_TEMPLATE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
GAP = "…"
"""Stands where a template cannot be filled."""
_SPACES = re.compile(r"\s+")
_ACTOR_TEXTS = ("name", "adjective", "people", "capital", "leader")
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
    "difficulty": "difficulties",
}
_WITHIN: Mapping[str, str] = {"option": "options", "outcome": "outcomes", "rung": "rungs"}


def find(scenario: Scenario, address: str) -> object | None:
    """The record at an address, or None. ``fails``, ``cost`` and their like belong to the whole."""
    parts = address.split(".")
    if len(parts) < 2:
        return None
    table = getattr(scenario, _TABLES.get(parts[0], ""), {})
    thing = table.get(parts[1]) if isinstance(table, Mapping) else None
    for kind, id in zip(parts[2::2], parts[3::2], strict=False):
        thing = getattr(thing, _WITHIN.get(kind, ""), {}).get(id) or thing
    return thing


def name_of(scenario: Scenario, address: str, by: str = "", to: str = "") -> str:
    """The name at an address; an outcome without one has that of what it came of.

    Where nobody is known who would stand in it, a gap stands there.
    """
    open_name = ""
    while "." in address:
        thing = find(scenario, address)
        name = fill_names(scenario, str(getattr(thing, "name", "") or ""), by, to)
        if name and GAP not in name:
            return name
        open_name = open_name or name.removesuffix(f": {GAP}")
        if address.count(".") < 3:
            break
        address = address.rsplit(".", 2)[0]
    if open_name.strip(f"{GAP} "):
        return open_name
    parts = address.split(".")
    return (parts[1] if len(parts) > 1 else address).replace("_", " ")


def text_of(
    scenario: Scenario, address: str, by: str = "", to: str = "", *, key: str = "text"
) -> str:
    """A text at an address (``text``, ``news``, the first of ``history``), or ""."""
    text = getattr(find(scenario, address), key, "")
    if isinstance(text, tuple):
        text = text[0] if text else ""
    return fill_names(scenario, text, by, to) if isinstance(text, str) else ""


def fill_names(scenario: Scenario, text: str, by: str = "", to: str = "") -> str:
    """A scenario's text with its actors put in; numbers of a past moment become ``…``."""
    words = {"self": by, "mover": by, "target": to}

    def put(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        return _template(scenario, match[1], words)

    return _SPACES.sub(" ", _TEMPLATE.sub(put, text)).strip()


def _template(scenario: Scenario, inside: str, words: Mapping[str, str]) -> str:
    head, *forms = inside.split("|")
    if head == "selves":
        actor = scenario.actors.get(words["self"])
        return forms[0] if forms else actor.name if actor else GAP
    first, _, rest = inside.partition(".")
    if first == "alliance" and rest in ("name", "short"):
        return str(getattr(scenario.alliance, rest))
    actor = scenario.actors.get(words.get(first, first))
    if actor is None or "." in rest or rest in scenario.stats:
        return GAP
    return actor_text(actor, rest)


def actor_text(actor: Actor, what: str) -> str:
    """A name or form of an actor; what it has none of is its name."""
    if what in _ACTOR_TEXTS:
        return str(getattr(actor, what)) or actor.name
    return actor.forms.get(what, actor.name)
