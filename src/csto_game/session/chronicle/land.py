"""The map of a world as inline SVG: members, other countries, and the land around them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from itertools import accumulate
from math import cos, radians
from pathlib import Path
from typing import Any

from attrs import frozen

from csto_game.model.scenario import Scenario

TILE = 20
MARGIN = 2.0

Point = tuple[float, float]


@frozen
class Land:
    """Drawn shapes: (unit, path data), the box they are seen in, and which codes are what."""

    shapes: tuple[tuple[str, str], ...]
    box: tuple[float, float, float, float]
    members: frozenset[str]
    others: frozenset[str]

    def svg(self, owners: Iterable[tuple[str, str]]) -> str:
        """The map with units in the colours of their owners."""
        held = dict(owners)
        drawn = "".join(
            f'<path class="{self._kind(held.get(unit, ""))}" d="{data}"><title>{escape(unit)}</title></path>'
            for unit, data in self.shapes
        )
        view = " ".join(f"{edge:.1f}" for edge in self.box)
        return f'<svg viewBox="{view}" role="img">{drawn}</svg>'

    def _kind(self, owner: str) -> str:
        if owner in self.members:
            return "land member"
        return "land outside" if owner in self.others else "land"


def land_of(
    scenario: Scenario, members: Iterable[str], folder: Path, owners: Mapping[str, str]
) -> Land | None:
    """The scenario's map; None if it has none, or if its file cannot be drawn from."""
    countries = frozenset(c for c, actor in scenario.actors.items() if actor.kind == "country")
    held = frozenset(members)
    if scenario.map.kind == "tiles":
        shapes = tuple(_tiles(scenario))
        rows = scenario.map.rows
        box = (0.0, 0.0, float(TILE * max(map(len, rows), default=0)), float(TILE * len(rows)))
        return Land(shapes, box, held, countries)
    if scenario.map.kind != "geo":
        return None
    try:
        document = json.loads((folder / f"{scenario.map.file}.json").read_text(encoding="utf-8"))
        rings = _rings(document)
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return None
    box = _box(rings, [unit for unit in rings if owners.get(unit) in countries])
    seen = ((unit, parts) for unit, parts in rings.items() if _is_seen(parts, box))
    return Land(tuple((unit, _path(parts)) for unit, parts in seen), box, held, countries)


def _tiles(scenario: Scenario) -> Iterable[tuple[str, str]]:
    codes = {actor.tile: code for code, actor in scenario.actors.items() if actor.tile}
    codes |= {letter: name for letter, name in scenario.map.label.items() if letter not in codes}
    for y, row in enumerate(scenario.map.rows):
        for x, letter in enumerate(row):
            if letter in codes:
                yield codes[letter], f"M{x * TILE} {y * TILE}h{TILE}v{TILE}h-{TILE}z"


def _rings(document: Mapping[str, Any]) -> dict[str, list[list[Point]]]:
    """Unit → rings of a map asset (what is none is caught above), as wide as in the map's middle."""
    scale, move = document["scale"], document["translate"]
    arcs: list[list[Point]] = []
    for arc in document["arcs"]:
        lons, lats = accumulate(arc[0::2]), accumulate(arc[1::2])
        arcs.append([_flat(x, y, scale, move) for x, y in zip(lons, lats, strict=True)])
    units = document["units"]
    return {unit: [_join(ring, arcs) for ring in entry["r"]] for unit, entry in units.items()}


def _flat(x: int, y: int, scale: list[float], move: list[float]) -> Point:
    (sx, sy), (tx, ty) = scale, move
    return (x * sx + tx) * 10 * cos(radians(48)), -(y * sy + ty) * 10


def _join(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _path(rings: list[list[Point]]) -> str:
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "z" for ring in rings)


def _is_seen(rings: list[list[Point]], box: tuple[float, float, float, float]) -> bool:
    left, top, width, height = box
    return any(
        left <= x <= left + width and top <= y <= top + height for ring in rings for x, y in ring
    )


def _box(
    rings: Mapping[str, list[list[Point]]], units: list[str]
) -> tuple[float, float, float, float]:
    """The box round these units, or round all."""
    points = [p for unit in units or list(rings) for ring in rings[unit] for p in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    return left, top, max(xs) - left + MARGIN, max(ys) - top + MARGIN
