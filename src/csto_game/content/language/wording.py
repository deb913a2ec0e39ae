"""Phrases that messages share: owners, kinds, lists of what there is."""

from __future__ import annotations

from collections.abc import Iterable

from csto_game.content.language.names import Names
from csto_game.content.problem import Also
from csto_game.model.scenario import Stat

MOST_LISTED = 8
_OWNERS = {
    "world": "the world",
    "alliance": "the alliance",
    "country": "a country",
    "power": "a power",
    "place": "a place",
    "pole": "a pole",
    "actor": "a country or power",
}
_TYPES = {"number": "a number", "yes": "a yes or no", "actor": "a country or power"}


def owner_phrase(owner: Iterable[str]) -> str:
    """``a country``, ``the world``, ``a country towards a power``."""
    return " towards ".join(_OWNERS.get(kind, kind) for kind in owner)


def type_phrase(type_: str) -> str:
    return _TYPES.get(type_, "a word")


def listed(names: Iterable[str]) -> str:
    """The first eight, with commas."""
    there = list(names)
    more = ", …" if len(there) > MOST_LISTED else ""
    return ", ".join(there[:MOST_LISTED]) + more


def those_are(names: Iterable[str]) -> str:
    there = listed(names)
    return f"those are: {there}" if there else "there are none"


def defined_here(names: Names, stat: Stat) -> tuple[Also, ...]:
    spot = names.spots.get(f"stat.{stat.id}", stat.spot)
    return (Also(spot.file, spot.line, spot.column, "defined here"),) if spot.line else ()


def formula_here(names: Names, stat: Stat) -> tuple[Also, ...]:
    own = names.spots.get(f"stat.{stat.id}", stat.spot)
    spot = names.spots.get(f"stat.{stat.id}.is", own)
    return (Also(spot.file, spot.line, spot.column, "its formula"),) if spot.line else ()


def place_phrase(about: str) -> str:
    """``in this incident`` for ``[incident.harvest]``."""
    kind, *inner = about.strip("[]").split(".")
    kind = inner[0] if kind == "charter" and inner else kind
    return f"in this {kind}" if kind else "here"
