"""The list of cities and seas that goes with a map asset (`csto-cities/1`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from csto_game.ui.map.check import MapAssetError, read_json
from csto_game.ui.map.scene import City, Sea

FORMAT = "csto-cities/1"
_RANKS = (0, 1, 2)


def load_cities(path: Path) -> tuple[tuple[City, ...], tuple[Sea, ...]]:
    """Cities and seas in `path`; raises MapAssetError with one sentence that names the file."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise MapAssetError(f"{path}: the list of cities cannot be read ({reason}).") from error
    document = read_json(raw, str(path))
    if document.get("format") != FORMAT:
        raise MapAssetError(f'{path}: "format" must be "{FORMAT}".')
    cities = _rows(document, "cities", path)
    seas = _rows(document, "seas", path)
    return (
        tuple(_city(row, number, path) for number, row in enumerate(cities, start=1)),
        tuple(_sea(row, number, path) for number, row in enumerate(seas, start=1)),
    )


def _rows(document: dict[str, Any], key: str, path: Path) -> list[Any]:
    rows = document.get(key, [])
    if not isinstance(rows, list):
        raise MapAssetError(f'{path}: "{key}" must be a list.')
    return rows


def _city(row: object, number: int, path: Path) -> City:
    match row:
        case [str(name), int() | float() as lon, int() | float() as lat, str(owner), int(rank)] if (
            rank in _RANKS
        ):
            return City(name, (float(lon), float(lat)), owner, rank)
    raise MapAssetError(f"{path}: city {number} must be [name, lon, lat, state, rank 0 to 2].")


def _sea(row: object, number: int, path: Path) -> Sea:
    match row:
        case [str(name), int() | float() as lon, int() | float() as lat]:
            return Sea(name, (float(lon), float(lat)))
    raise MapAssetError(f"{path}: sea {number} must be [name, lon, lat].")
