"""Whether a document is a sound map asset; the first fault becomes one sentence."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

FORMAT = "csto-map/1"
MAX_BYTES = 256 * 1024
MAX_POINTS = 20_000
MAX_UNITS = 126  # owners are painted with seven bits: 0 is sea, 1 lake
_LARGEST = 1_000_000
_KEYS = ("bbox", "scale", "translate", "units", "arcs")


class MapAssetError(ValueError):
    """A map or city file that cannot be used: one sentence, naming the file."""


def read_json(raw: bytes, where: str) -> dict[str, Any]:
    """The JSON object in `raw`."""
    try:
        document = json.loads(raw.decode("utf-8"))
    except json.JSONDecodeError as error:
        raise MapAssetError(
            f"{where}: line {error.lineno}, column {error.colno} is not JSON ({error.msg})."
        ) from error
    except (ValueError, RecursionError) as error:
        raise MapAssetError(f"{where}: the file is not JSON text in UTF-8.") from error
    if not isinstance(document, dict):
        raise MapAssetError(f"{where}: the file must hold one JSON object.")
    return document


def check_document(raw: bytes, where: str) -> dict[str, Any]:
    """The asset document in `raw`, known to be sound; raises MapAssetError."""
    if len(raw) > MAX_BYTES:
        raise MapAssetError(f"{where}: the map is larger than {MAX_BYTES // 1024} KB.")
    document = read_json(raw, where)
    fault = _fault(document)
    if fault is not None:
        raise MapAssetError(f"{where}: {fault}.")
    return document


def _fault(document: dict[str, Any]) -> str | None:
    if document.get("format") != FORMAT:
        return f'"format" must be "{FORMAT}", not {document.get("format")!r}'
    missing = [key for key in _KEYS if key not in document]
    if missing:
        return f'the key "{missing[0]}" is missing'
    for key, length in (("bbox", 4), ("scale", 2), ("translate", 2)):
        if not _is_numbers(document[key], length):
            return f'"{key}" must be a list of {length} numbers'
    west, south, east, north = document["bbox"]
    if not (-180 <= west < east <= 180 and -90 < south < north < 90):
        return '"bbox" must be [west, south, east, north] in degrees'
    return _fault_in_arcs(document) or _fault_in_units(document) or _fault_in_lakes(document)


def _is_numbers(value: object, length: int) -> bool:
    if not isinstance(value, list) or len(value) != length:
        return False
    return all(type(n) in (int, float) and -_LARGEST <= n <= _LARGEST for n in value)


def _fault_in_arcs(document: dict[str, Any]) -> str | None:
    arcs = document["arcs"]
    if not isinstance(arcs, list):
        return '"arcs" must be a list'
    for number, arc in enumerate(arcs):
        if not isinstance(arc, list) or len(arc) < 4 or len(arc) % 2:
            return f"arc {number} must be a list of two or more x, y pairs"
        if not all(type(step) is int and -_LARGEST <= step <= _LARGEST for step in arc):
            return f"arc {number} holds something that is no whole number, or a huge one"
        if not _is_inside(arc, document):
            return f'arc {number} leaves the "bbox"'
    if sum(map(len, arcs)) // 2 > MAX_POINTS:
        return f"the map has more than {MAX_POINTS} points"
    return None


def _is_inside(arc: list[int], document: dict[str, Any]) -> bool:
    (sx, sy), (tx, ty) = document["scale"], document["translate"]
    west, south, east, north = map(float, document["bbox"])
    lons = tuple(accumulate(arc[0::2]))
    lats = tuple(accumulate(arc[1::2]))
    slack = abs(sx) + abs(sy)  # one step of the grid: corners are rounded
    return all(
        west - slack <= lon * sx + tx <= east + slack for lon in (min(lons), max(lons))
    ) and all(south - slack <= lat * sy + ty <= north + slack for lat in (min(lats), max(lats)))


def _fault_in_units(document: dict[str, Any]) -> str | None:
    units = document["units"]
    if not isinstance(units, dict) or not units:
        return '"units" must be a table with at least one unit'
    if len(units) > MAX_UNITS:
        return f"the map has more than {MAX_UNITS} units"
    for key, entry in units.items():
        if not isinstance(entry, dict):
            return f'unit "{key}" must be a table'
        if not all(isinstance(entry.get(name), str) for name in ("n", "o")):
            return f'unit "{key}" needs "n" (name) and "o" (owner) as texts'
        if not isinstance(entry.get("p", ""), str):
            return f'unit "{key}" must name its parent "p" as a text'
        fault = _fault_in_rings(entry.get("r"), len(document["arcs"]))
        if fault is not None:
            return f'unit "{key}" {fault}'
    return None


def _fault_in_lakes(document: dict[str, Any]) -> str | None:
    lakes = document.get("lakes", {})
    if not isinstance(lakes, dict):
        return '"lakes" must be a table'
    for name, rings in lakes.items():
        fault = _fault_in_rings(rings, len(document["arcs"]))
        if fault is not None:
            return f'lake "{name}" {fault}'
    return None


def _fault_in_rings(rings: object, arcs: int) -> str | None:
    if not isinstance(rings, list) or not rings:
        return "has no rings"
    for ring in rings:
        if not isinstance(ring, list) or not ring or not all(type(n) is int for n in ring):
            return "has a ring that is no list of arc numbers"
        for number in ring:
            if not -arcs <= number < arcs:
                return f"refers to arc {number}, but the map has {arcs} arcs"
    return None
