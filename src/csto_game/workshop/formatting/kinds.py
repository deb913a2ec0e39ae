"""Which keys hold rule text, by the address under which they are written."""

from __future__ import annotations

from csto_game.content.marks import WORDS_OF_MODS
from csto_game.content.tables.cards import AmountType
from csto_game.content.tables.keys import Key
from csto_game.content.tables.registry import TABLES
from csto_game.content.tables.rules import Conditions, Effects, NumberRule, NumberTable, WhoRule
from csto_game.content.tables.stats import Drift, Seen

Address = tuple[str, ...]
_RULES = (Conditions, Effects, NumberRule, WhoRule, Drift, Seen)
_TABLES_OF_RULES = (NumberTable, AmountType)


def is_rule(address: Address) -> bool:
    """Is the value at this address text of the rule language?"""
    key, below = key_at(address)
    if key is None:
        return False
    if below:
        return len(below) == 1 and isinstance(key.type, _TABLES_OF_RULES)
    return isinstance(key.type, _RULES)


def is_tail(address: Address) -> bool:
    """Is it the tail of an effect, such as ``- 1``?"""
    key, _ = key_at(address)
    return key is not None and isinstance(key.type, Drift)


def key_at(address: Address) -> tuple[Key | None, Address]:
    """The declared key that an address lies in, and what of the address is below it."""
    if address and address[0] in WORDS_OF_MODS:
        address = address[1:]
    table = TABLES.get(address[0]) if address else None
    if table is None:
        return None, ()
    rest = address[2 if table.address.endswith((".ID", ".CODE")) else 1 :]
    while rest and rest[0] in table.children:
        table, rest = table.children[rest[0]][1], rest[2:]
    if not rest:
        return None, ()
    return table.by_name.get(rest[0]), rest[1:]
