"""Keys that every thing may have."""

from csto_game.content.tables.keys import Key
from csto_game.content.tables.references import Cites
from csto_game.content.tables.types import Ids, Text

COMMON = (
    Key("note", Text(templates=False), "for modders, never shown in play"),
    Key("cite", Cites(), "where it comes from: ids in [source]"),
    Key("tags", Ids(), "for filters and the graph"),
    Key("quiet", Ids(free=True), "warnings that do not matter here"),
)
NAME = Key("name", Text(), "as listed", required=True)
TEXT = Key("text", Text(), "what there is to know")
