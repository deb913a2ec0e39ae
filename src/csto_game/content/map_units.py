"""Units of the maps that ship with the game: which there are, and which somebody disputes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from csto_game import places


@cache
def map_units(name: str) -> Mapping[str, str]:
    """Unit → the unit it is a piece of ("" if none); empty for a map that is not ours."""
    path = places.maps() / f"{name}.json"
    if not name.isidentifier() or not path.is_file():
        return {}
    units = json.loads(path.read_text(encoding="utf-8"))["units"]
    return {id_: str(unit.get("p", "")) for id_, unit in units.items()}
