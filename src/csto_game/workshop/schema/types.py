"""Types of keys as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from csto_game.content.tables.base import FORMAT, FormatNumber, Needs, Range, Version
from csto_game.content.tables.cards import AmountType
from csto_game.content.tables.keys import Type
from csto_game.content.tables.leaders import Poles, Shares, VerbWeights
from csto_game.content.tables.places import Decimals, Rows, UnitOwners
from csto_game.content.tables.references import Cites, Code, Codes, Thing, Things
from csto_game.content.tables.rules import (
    MOST_CHARACTERS,
    Conditions,
    Effects,
    NumberRule,
    NumberTable,
    OrganNeeds,
    WhoRule,
)
from csto_game.content.tables.starts import StartTable, UnitTable
from csto_game.content.tables.stats import (
    ONES,
    PAIRS,
    AnyValue,
    Bands,
    Drift,
    Holds,
    OwnerType,
    Seen,
)
from csto_game.content.tables.types import (
    Id,
    Ids,
    Number,
    Once,
    Text,
    Texts,
    TextTable,
    Word,
    YesNo,
)
from csto_game.workshop.testing.script import Script
from csto_game.workshop.testing.table import ANSWERERS, Percent, Seats

Schema = dict[str, object]
ID = "^[a-z][a-z0-9_]{0,39}$"
CODE = "^[A-Z][A-Z0-9]{1,5}$"
STRING: Schema = {"type": "string"}
RULE: Schema = {"type": "string", "maxLength": MOST_CHARACTERS}
NUMBER_RULE: Schema = {"type": ["integer", "string"]}
_NAME: Schema = {"type": "string", "pattern": ID}
_COUNT: Schema = {"type": "integer", "minimum": 0}


def schema_of(type_: Type) -> Schema:
    """The schema of a value; nothing is asked of a type that is not listed here."""
    make = TYPES.get(type(type_))
    return make(type_) if make else {}


def list_of(items: Schema, *, least: int = 0, most: int | None = None) -> Schema:
    """A list of such values."""
    schema: Schema = {"type": "array", "items": items}
    if least:
        schema["minItems"] = least
    if most is not None:
        schema["maxItems"] = most
    return schema


def table_of(values: Schema, keys: str = "") -> Schema:
    """A table whose keys are of the author's own choice."""
    named: Schema = {"propertyNames": {"pattern": keys}} if keys else {}
    return {"type": "object", **named, "additionalProperties": values}


def fixed(properties: Mapping[str, Schema], *required: str) -> Schema:
    """A table with these keys only."""
    more: Schema = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False} | more


def start_value() -> Schema:
    """A start number, a word or a code, with or without its source."""
    cite: Schema = {"anyOf": [_NAME, list_of(_NAME)]}
    cited = fixed({"is": {"type": ["integer", "string"]}, "cite": cite, "note": STRING}, "is")
    return {"anyOf": [{"type": ["integer", "string"]}, cited]}


def _number(type_: Number) -> Schema:
    return {"type": "integer", "minimum": type_.low, "maximum": type_.high}


def _ids(type_: Ids) -> Schema:
    one: Schema = {"enum": list(type_.words)} if type_.words else STRING if type_.free else _NAME
    return list_of(one, least=type_.least, most=type_.most)


def _decimals(type_: Decimals) -> Schema:
    return list_of({"type": "number"}, least=type_.count, most=type_.count)


def _amount(_type: AmountType) -> Schema:
    keys = dict.fromkeys(("min", "max", "start"), NUMBER_RULE)
    return fixed({**keys, "step": {"type": "integer", "minimum": 1}}, "min", "max")


def _owner(_type: OwnerType) -> Schema:
    pair = list_of({"enum": list(PAIRS)}, least=2, most=2)
    return {"anyOf": [{"enum": list(ONES)}, pair]}


def _holds(_type: Holds) -> Schema:
    return {"anyOf": [{"enum": ["number", "actor"]}, list_of(_NAME, least=2, most=12)]}


def _plain(schema: Schema) -> Callable[[Any], Schema]:
    return lambda _type: schema


TYPES: Mapping[type, Callable[[Any], Schema]] = {
    Text: lambda t: {"type": "string", "maxLength": t.most},
    Texts: _plain({"anyOf": [STRING, list_of(STRING)]}),
    TextTable: _plain(table_of(STRING)),
    Number: _number,
    YesNo: _plain({"type": "boolean"}),
    Once: _plain({"anyOf": [{"type": "boolean"}, {"enum": ["seat"]}]}),
    Word: lambda t: {"enum": list(t.words)},
    Id: _plain(_NAME),
    Ids: _ids,
    Thing: _plain(_NAME),
    Things: _plain(list_of(_NAME)),
    Code: _plain(STRING),
    Codes: _plain(list_of({"type": "string", "pattern": CODE})),
    Cites: _plain({"anyOf": [_NAME, list_of(_NAME)]}),
    Conditions: _plain(RULE),
    Effects: _plain(RULE),
    WhoRule: _plain(RULE),
    Drift: _plain(RULE),
    Seen: _plain(RULE),
    NumberRule: _plain(NUMBER_RULE),
    NumberTable: _plain(table_of(NUMBER_RULE)),
    AmountType: _amount,
    OrganNeeds: _plain(STRING),
    OwnerType: _owner,
    Holds: _holds,
    AnyValue: _plain({"type": ["integer", "string"]}),
    Bands: _plain(table_of(STRING, "^(-?[0-9]+|[a-z][a-z0-9_]{0,39})$")),
    StartTable: lambda _type: table_of(start_value()),
    UnitTable: _plain(table_of(fixed({"held": _COUNT, "pledged": _COUNT}), ID)),
    Decimals: _decimals,
    Rows: _plain(list_of(STRING)),
    UnitOwners: _plain(table_of(STRING)),
    VerbWeights: _plain(table_of({"type": "integer", "minimum": -100, "maximum": 100}, ID)),
    Poles: _plain(list_of(STRING)),
    Shares: _plain(table_of(table_of(_COUNT), CODE)),
    FormatNumber: _plain({"type": "integer", "minimum": 1, "maximum": FORMAT}),
    Version: _plain({"type": "string", "pattern": r"^\d{1,4}\.\d{1,4}\.\d{1,4}$"}),
    Range: _plain(STRING),
    Needs: _plain(list_of(STRING)),
    Script: _plain(STRING),
    Percent: _plain({"type": "string", "pattern": r"^\d{1,3}\s*\.\.\s*\d{1,3}$"}),
    Seats: _plain(table_of({"enum": list(ANSWERERS)})),
}
