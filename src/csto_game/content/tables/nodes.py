"""What stands at an address of the format: a kind, a thing, a group of things, a key."""

from __future__ import annotations

from attrs import frozen

from csto_game.content.locate import Address
from csto_game.content.tables.keys import Key, Table
from csto_game.content.tables.registry import OTHERS, TABLES
from csto_game.content.tables.starts import StartTable

PLAIN_THINGS = {"number": 2, "relation": 3}
"""Kinds without keys of their own, and how long the address of one of their things is."""


@frozen
class Node:
    """``what`` is ``kind``, ``thing``, ``group``, ``key``, or ``inside`` of a key's value.

    A thing has an address of its own and is added, replaced and removed whole.
    """

    what: str
    address: Address
    table: Table[object] | None = None
    key: Key | None = None

    def step(self, name: str) -> Node:
        """What stands one name further."""
        address = (*self.address, name)
        kind = address[0]
        if kind in PLAIN_THINGS:
            return _plain(address)
        if self.what == "group":
            return Node("thing", address, self.table)
        if self.what == "thing" and self.table:
            child = self.table.children.get(name)
            if child:
                return Node("group", address, child[1])
            return Node("key", address, self.table, self.table.by_name.get(name))
        return Node("inside", address, self.table, self.key)

    @property
    def is_value(self) -> bool:
        """Is this set as a whole, even where it is a table: ``{ is = 30, cite = … }``?"""
        if self.what != "inside":
            return False
        is_start = self.key is not None and isinstance(self.key.type, StartTable)
        return is_start or self.address[0] in PLAIN_THINGS


def _plain(address: Address) -> Node:
    length = PLAIN_THINGS[address[0]]
    if len(address) < length:
        return Node("group", address)
    return Node("thing" if len(address) == length else "inside", address)


def root(kind: str) -> Node | None:
    """What a kind of table is; None if there is no such kind."""
    if kind in PLAIN_THINGS:
        return Node("group", (kind,))
    table = TABLES.get(kind)
    if table is None:
        return None
    is_single = "." not in table.address
    return Node("thing" if is_single else "group", (kind,), table)


def node(address: Address) -> Node | None:
    """What stands at an address; None if its kind is unknown."""
    found = root(address[0]) if address else None
    for name in address[1:]:
        if found is None:
            break
        found = found.step(name)
    return found


KINDS = (*TABLES, *OTHERS)
