"""All tables of the format, listed once."""

from __future__ import annotations

from csto_game.content.tables.actors import COUNTRY, POWER
from csto_game.content.tables.base import ALLIANCE, CLOCK, DECK, PACKAGE, SOURCE, WORLD
from csto_game.content.tables.cards import INCIDENT, RULE, VERB
from csto_game.content.tables.charter import CHARTER, MOTION
from csto_game.content.tables.ends import ARTICLE, CHAPTER, ENDING, ROLE
from csto_game.content.tables.keys import Table
from csto_game.content.tables.leaders import ADVISER, AI, ALIGNMENT, DIFFICULTY
from csto_game.content.tables.ledger import CRISIS, MISSION, PROMISE, UNIT
from csto_game.content.tables.places import MAP, PLACE
from csto_game.content.tables.stats import STAT

SINGLES: tuple[Table[object], ...] = (
    PACKAGE,
    CLOCK,
    DECK,
    WORLD,
    ALLIANCE,
    CHARTER,
    ALIGNMENT,
    MAP,
    ARTICLE,
)
"""Tables there is at most one of."""

THINGS: tuple[Table[object], ...] = (
    SOURCE,
    STAT,
    COUNTRY,
    POWER,
    VERB,
    INCIDENT,
    RULE,
    MOTION,
    ROLE,
    ENDING,
    PROMISE,
    CRISIS,
    UNIT,
    MISSION,
    AI,
    ADVISER,
    DIFFICULTY,
    PLACE,
    CHAPTER,
)
"""Tables of things with an id."""

TABLES: dict[str, Table[object]] = {
    table.address.split(".", maxsplit=1)[0]: table for table in (*SINGLES, *THINGS)
}
OTHERS = ("number", "relation", "test")
"""Kinds that hold names of the author's own and no keys."""
