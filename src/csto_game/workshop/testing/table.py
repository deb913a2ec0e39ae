"""The table ``[test.ID]``: its keys, their types, and what must go together."""

from __future__ import annotations

import re

from attrs import frozen

from csto_game.content.cell import Cell, Reading, listing
from csto_game.content.nearest import nearest
from csto_game.content.tables.keys import Fields, Key, Table
from csto_game.content.tables.types import Ids, Number, Text, wrong_type
from csto_game.players import KINDS
from csto_game.workshop.testing.case import Case
from csto_game.workshop.testing.odds import least_width, may_fail
from csto_game.workshop.testing.script import Script

SCRIPT = "script"
OTHERS = "others"
ANSWERERS = (SCRIPT, *KINDS)
_PERCENT = re.compile(r"(\d{1,3})\s*\.\.\s*(\d{1,3})")


@frozen
class Seats:
    """Code → who answers for it; ``others`` for all that are not named."""

    label: str = f"table code or others → {' · '.join(ANSWERERS)}"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", '{ CODE = "script", others = "idle" }')
        read: dict[str, str] = {}
        codes = (*cell.reader.names.actors, OTHERS)
        for code, kind in cell.value.items():
            inner = cell.inner(code, kind)
            if code not in codes:
                message, near = f'there is no seat "{code}"', nearest(code, codes) or ""
                inner.error("unknown-actor", message, part="key", hint=near)
            elif kind not in ANSWERERS:
                why = f"there are: {listing(ANSWERERS)}"
                near = nearest(str(kind), ANSWERERS) or ""
                inner.error("unknown-choice", f'nobody plays "{kind}"', why=why, hint=near)
            else:
                read[code] = str(kind)
        return read


@frozen
class Percent:
    """``"25..35"``."""

    label: str = '"low..high"'

    def read(self, cell: Cell) -> object:
        found = _PERCENT.fullmatch(cell.value.strip()) if isinstance(cell.value, str) else None
        if found is None:
            message = "percent is two numbers with two points between, in quotes"
            return cell.error("type", message, hint='percent = "25..35"')
        low, high = int(found[1]), int(found[2])
        if not low <= high <= 100:
            return cell.error("range", "percent goes from 0 to 100, the smaller number first")
        return low, high


def _together(_reader: Reading, cell: Cell, fields: Fields) -> None:
    """``seeds`` and ``percent`` are one thing; an interval must leave room for chance."""
    seeds, percent = fields.get("seeds"), fields.get("percent")
    if (seeds is None) != (percent is None):
        there, absent = ("seeds", "percent") if percent is None else ("percent", "seeds")
        why = "seeds says how many games are played, percent in how many of them all must hold"
        hint = 'percent = "25..35"' if absent == "percent" else "seeds = 1000"
        inner = cell.inner(there, None)
        inner.error("missing-key", f"{there} needs {absent}", part="key", why=why, hint=hint)
    elif isinstance(seeds, int) and isinstance(percent, tuple) and may_fail(seeds, percent):
        _too_narrow(cell, seeds, percent)


def _too_narrow(cell: Cell, seeds: int, percent: tuple[int, int]) -> None:
    low, high = least_width(seeds, percent)
    cell.reader.error(
        (*cell.address, "percent"),
        "narrow",
        f"in {seeds} games chance alone can leave {percent[0]}..{percent[1]} per cent",
        why="an honest test would fail by luck more than once in 10,000 runs",
        hint=f'percent = "{low}..{high}", or more seeds',
        severity="warning",
    )


CASE: Table[Case] = Table(
    "test.ID",
    "a test of the scenario",
    Case,
    (
        Key("name", Text(120, templates=False), "what it shows"),
        Key("seats", Seats(), "who answers for whom", default="script for all named, else idle"),
        Key("seed", Number(0), "of the first game", default="1"),
        Key("seeds", Number(1, 100_000), "how many games: seeds seed, seed+1, …"),
        Key("percent", Percent(), "of the games in which all expect hold"),
        Key("play", Script(), "the script", required=True),
        Key("note", Text(templates=False), "for modders"),
        Key("tags", Ids(), "for filters"),
        Key("quiet", Ids(), "warnings that do not matter here"),
    ),
    finish=_together,
)
