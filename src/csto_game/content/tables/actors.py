"""`[country.CODE]` and `[power.CODE]`."""

from __future__ import annotations

from csto_game.content.cell import Cell, Reading
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Fields, Key, Table
from csto_game.content.tables.references import Codes, Thing
from csto_game.content.tables.starts import StartTable, UnitTable
from csto_game.content.tables.types import Ids, Number, Text, TextTable, Word
from csto_game.content.tables.words import fixed
from csto_game.model.builtin import MEMBERSHIP
from csto_game.model.scenario import Actor

_BOTH = (
    Key("name", Text(60, templates=False), "its name", required=True),
    Key("adjective", Text(60, templates=False), "{self.adjective}"),
    Key("people", Text(60, templates=False), "{self.people}"),
    Key("capital", Text(60, templates=False), "{self.capital}"),
    Key("leader", Text(60, templates=False), "office or fictional name"),
    Key("form", TextTable(), "further forms for texts", field="forms"),
    Key("text", Text(), "the page's paragraph"),
    Key("land", Ids(free=True), "map units it owns at the start", default="[CODE]"),
    Key("tile", Text(1, templates=False), "its letter on a tile map"),
    Key("ai", Thing("ai"), "personality of its leader"),
    Key("colour", Number(1, 8), "a slot of the player's palette", default="by order"),
    *COMMON,
)


def _finish(reader: Reading, cell: Cell, fields: Fields) -> None:
    fields["code"], fields["kind"] = cell.name, cell.address[0]
    if not reader.has((*cell.address, "land")):
        fields["land"] = (cell.name,)


COUNTRY = Table(
    "country.CODE",
    "a state that is or may become a member",
    Actor,
    (
        *_BOTH,
        Key("membership", Word(MEMBERSHIP), "at the start", default="outside"),
        Key("neighbours", Codes("country"), "one side is enough"),
        Key("units", UnitTable(), "its forces at the start"),
        Key("start", StartTable(("country",)), "start of its stats"),
    ),
    scope=fixed(self="country"),
    finish=_finish,
)
POWER = Table(
    "power.CODE",
    "an outside pole, neighbour or foe",
    Actor,
    (*_BOTH, Key("start", StartTable(("power",)), "start of its stats")),
    scope=fixed(self="power"),
    finish=_finish,
)
