"""The map: units that exist, and owners of the pieces that somebody disputes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from csto_game.content.checks.quiet import warn
from csto_game.content.locate import Address
from csto_game.content.nearest import nearest
from csto_game.content.structure import Reader
from csto_game.model.scenario import Scenario


def check_map(reader: Reader, scenario: Scenario, units: Mapping[str, str]) -> None:
    """``units`` of the built-in map: unit → the unit it is a piece of, or ""."""
    if scenario.map.kind != "geo" or not units:
        return
    for address, unit, item in _named(scenario):
        if unit not in units and reader.has(address):
            reader.error(
                address,
                "unknown-thing",
                f'the map has no unit "{unit}"',
                part="key" if item < 0 else item,
                hint=nearest(unit, units) or "",
            )
    if not reader.report.has_errors:
        _check_owners(reader, scenario, units)


def check_board(reader: Reader, scenario: Scenario) -> None:
    """Each letter of the board is somebody's, or that of land which belongs to nobody here."""
    if scenario.map.kind != "tiles":
        return
    known = {actor.tile for actor in scenario.actors.values()} | {".", " ", *scenario.map.label}
    missed: set[str] = set()
    for index, row in enumerate(scenario.map.rows):
        for letter in row:
            if letter not in known and letter not in missed:
                missed.add(letter)
                warn(
                    reader,
                    ("map", "rows"),
                    "map-owner",
                    f'no country or power has the tile "{letter}"',
                    why="it is drawn as land that belongs to nobody here, without a name",
                    hint=f'tile = "{letter}" in one of them, or label = {{ {letter} = "…" }}',
                    part=index,
                )


def _named(scenario: Scenario) -> Iterator[tuple[Address, str, int]]:
    for unit in scenario.map.owner:
        yield ("map", "owner", unit), unit, -1
    for code, actor in scenario.actors.items():
        for index, unit in enumerate(actor.land):
            yield (actor.kind, code, "land"), unit, index
    for id_, place in scenario.places.items():
        for index, unit in enumerate(place.land):
            yield ("place", id_, "land"), unit, index


def _check_owners(reader: Reader, scenario: Scenario, units: Mapping[str, str]) -> None:
    owned = set(scenario.map.owner)
    for actor in scenario.actors.values():
        owned.update(actor.land)
    missing = [unit for unit, whole in units.items() if whole and unit not in owned]
    if missing:
        example = missing[0]
        warn(
            reader,
            ("map",),
            "map-owner",
            f"nobody owns {', '.join(missing)} at the start",
            why="these are pieces that more than one claims",
            hint=f'owner = {{ "{example}" = "{units[example]}" }}',
        )
