"""The one declaration of what files may hold: tables, their keys, and the keys' types.

Reading, messages and the reference manual are made from these records, so they cannot
disagree. A `Type` turns a raw value into a record's value; what it dislikes it reports and
gives back `SKIP`, so that one mistake never hides another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, Protocol, TypeVar

import attrs
from attrs import field, frozen

from csto_game.content.cell import Cell, Reading
from csto_game.content.language import Scope

T_co = TypeVar("T_co", covariant=True)
Fields = dict[str, object]


class Type(Protocol):
    """How a key's value is read. ``label`` is its name in the manual."""

    @property
    def label(self) -> str: ...

    def read(self, cell: Cell) -> object: ...


@frozen
class Key:
    """``default`` and ``doc`` are for the manual. ``field`` is the record's field if it is
    called otherwise; ``words`` changes the scope of this key only (a voter, a viewer).
    """

    name: str
    type: Type
    doc: str = ""
    required: bool = False
    default: str = ""
    field: str = ""
    words: Callable[[Scope, Fields], Scope] | None = None

    @property
    def target(self) -> str:
        return self.field or self.name


@frozen
class Table(Generic[T_co]):
    """A kind of table. ``address`` shows where it stands (``incident.ID.option.ID``).

    ``record`` is what it becomes. ``children`` are tables of things inside it: key → (field,
    table). ``open`` tables hold names of the author's own choice, so that any file may go on
    with them. ``scope`` says which words its rules have; ``finish`` mends fields at the end.
    """

    address: str
    doc: str
    record: Callable[..., T_co]
    keys: tuple[Key, ...]
    children: Mapping[str, tuple[str, Table[object]]] = field(factory=dict)
    scope: Callable[[Reading, str, Fields, Scope], Scope] | None = None
    finish: Callable[[Reading, Cell, Fields], None] | None = None
    by_name: Mapping[str, Key] = field(init=False)
    accepted: frozenset[str] = field(init=False)
    required: tuple[str, ...] = field(init=False)
    phrases: tuple[str, ...] = field(init=False)
    """Keys that say who, ``target`` last: it may look at ``self``."""
    has_id: bool = field(init=False)
    has_spot: bool = field(init=False)

    @by_name.default
    def _by_name(self) -> Mapping[str, Key]:
        return {key.name: key for key in self.keys}

    @accepted.default
    def _accepted(self) -> frozenset[str]:
        record = self.record
        return frozenset(attrs.fields_dict(record) if isinstance(record, type) else ())

    @required.default
    def _required(self) -> tuple[str, ...]:
        return tuple(key.name for key in self.keys if key.required)

    @phrases.default
    def _phrases(self) -> tuple[str, ...]:
        names = [key.name for key in self.keys if key.type.label == "who"]
        return tuple(sorted(names, key=lambda name: name == "target"))

    @has_id.default
    def _has_id(self) -> bool:
        return "id" in self.accepted and self.address.endswith(".ID")

    @has_spot.default
    def _has_spot(self) -> bool:
        return "spot" in self.accepted
