"""The map and the places on it, the only tables where decimals are read."""

from __future__ import annotations

import math

from attrs import frozen

from csto_game.content.cell import Cell
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Key, Table
from csto_game.content.tables.references import Code
from csto_game.content.tables.types import Ids, Number, Text, TextTable, Word, YesNo, wrong_type
from csto_game.model.scenario import Map, Place, Window

MOST_CELLS = 400


@frozen
class Decimals:
    """A list of so many numbers, which may have decimals."""

    count: int
    label: str = "list of numbers"

    def read(self, cell: Cell) -> object:
        value = cell.value
        if not isinstance(value, list) or len(value) != self.count:
            example = ", ".join(["0"] * self.count)
            return cell.error(
                "type", f"{cell.name} is a list of {self.count} numbers", hint=f"[{example}]"
            )
        for number in value:
            is_number = isinstance(number, int | float) and not isinstance(number, bool)
            if not is_number or not math.isfinite(number) or abs(number) > MOST_CELLS:
                return cell.error("range", f"{cell.name} holds numbers from -400 to 400")
        return tuple(float(number) for number in value)


@frozen
class Rows:
    """Rows of a tile map, equally long."""

    label: str = "list of rows"

    def read(self, cell: Cell) -> object:
        value = cell.value
        if not isinstance(value, list) or not all(isinstance(row, str) for row in value):
            return wrong_type(cell, "is a list of texts", '["..EEE"]')
        width = len(value[0]) if value else 0
        for index, row in enumerate(value):
            if len(row) != width:
                Cell(cell.reader, cell.address, row, item=index).error(
                    "map",
                    f"this row has {len(row)} cells, the first has {width}",
                    hint="add . for sea or a space for nothing",
                )
        return tuple(value)


@frozen
class UnitOwners:
    """Map unit → code at the start; a code that is no actor is a neutral neighbour."""

    label: str = "table map unit → code"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", '{ "UNIT" = "CODE" }')
        read: dict[str, str] = {}
        for name, value in cell.value.items():
            text = Text(templates=False).read(cell.inner(name, value))
            if isinstance(text, str):
                read[name] = text
        return read


VIEW = Table(
    "map.views.ID",
    "a window of the map",
    Window,
    (
        Key("name", Text(40), "as listed", required=True),
        Key("box", Decimals(4), "west, south, east, north", required=True),
    ),
)

MAP = Table(
    "map",
    "the map",
    Map,
    (
        Key("kind", Word(("geo", "tiles", "none")), "what is drawn", default="none"),
        Key("file", Text(templates=False), "name in maps/, or a built-in one: eurasia"),
        Key(
            "rows", Rows(), "tiles: letters of actors and of neutral land, . = sea, space = nothing"
        ),
        Key("owner", UnitOwners(), "owner of map units at the start"),
        Key("label", TextTable(), "names of neutral neighbours, by code; on a board by letter"),
        *COMMON,
    ),
    children={"views": ("views", VIEW)},
)

PLACE = Table(
    "place.ID",
    "a place on the map that someone owns",
    Place,
    (
        Key("name", Text(60), "as written on the map", required=True),
        Key("kind", Word(("city", "region", "base")), "how it is drawn", default="city"),
        Key("owner", Code(nobody=True), "whose it is at the start", default="none"),
        Key("at", Decimals(2), "[lat, lon] in degrees, or [column, row] on tiles"),
        Key("size", Number(1, 5), "how early its name is written", default="2"),
        Key("capital", YesNo(), "drawn as a capital", default="no"),
        Key("land", Ids(free=True), "map units that go with it when ceded"),
        Key("text", Text(), "what there is to know"),
        *COMMON,
    ),
)
