"""The whole format as one JSON Schema (draft 7, which every editor knows)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from csto_game.content.tables.keys import Key, Table
from csto_game.content.tables.registry import SINGLES, THINGS
from csto_game.workshop.schema.types import (
    CODE,
    ID,
    Schema,
    fixed,
    list_of,
    schema_of,
    start_value,
    table_of,
)
from csto_game.workshop.testing.table import CASE

_WHOLE, _PART = "", ".part"
"""A part is what a mod changes, or a file adds to a thing of another file: nothing is required."""


def document() -> Schema:
    """The schema of one scenario file."""
    kinds = dict(_kinds(_WHOLE))
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "csto scenario file",
        "description": "One .toml file of a scenario, a mod, or its tests/ folder.",
        "type": "object",
        "properties": kinds | _words_of_mods(),
        "additionalProperties": False,
        "definitions": dict(_definitions()),
    }


def _words_of_mods() -> dict[str, Schema]:
    things = list_of({"type": "string", "pattern": r"^[a-z]+(\.\w+)+$"})
    return {
        "new": _about(fixed(dict(_kinds(_WHOLE))), "mods: adds a thing that is not there yet"),
        "replace": _about(fixed(dict(_kinds(_WHOLE))), "mods: the whole thing anew"),
        "change": _about(fixed(dict(_kinds(_PART))), "mods: sets these keys of what is there"),
        "add": _about(fixed(dict(_kinds(_PART))), "mods: adds lines to blocks, items to lists"),
        "remove": _about(fixed({"things": things}), "mods: takes things away"),
    }


def _kinds(form: str) -> Iterator[tuple[str, Schema]]:
    for table in SINGLES:
        yield table.address, _reference(table, form)
    for table in (*THINGS, cast("Table[object]", CASE)):
        kind, _, id = table.address.partition(".")
        yield (
            kind,
            _about(table_of(_reference(table, form), CODE if id == "CODE" else ID), table.doc),
        )
    yield "number", _about(table_of({"type": "integer"}, ID), "constants, read as number.NAME")
    starts = table_of(table_of(table_of(start_value()), CODE), CODE)
    yield "relation", _about(starts, "starts of pair stats: [relation.A.B]")


def _definitions() -> Iterator[tuple[str, Schema]]:
    for table in _all((*SINGLES, *THINGS, cast("Table[object]", CASE))):
        for form in (_WHOLE, _PART):
            yield f"{table.address}{form}", _table(table, form)


def _all(tables: tuple[Table[object], ...]) -> Iterator[Table[object]]:
    for table in tables:
        yield table
        yield from _all(tuple(child for _, child in table.children.values()))


def _table(table: Table[object], form: str) -> Schema:
    properties = {key.name: _key(key) for key in table.keys}
    for name, (_, child) in table.children.items():
        properties[name] = _about(table_of(_reference(child, form), ID), child.doc)
    required = () if form == _PART else table.required
    return {"description": table.doc, **fixed(properties, *required)}


def _key(key: Key) -> Schema:
    words = [key.doc, "(required)" if key.required else f"(default: {key.default})"]
    return _about(
        schema_of(key.type), " ".join(words if key.required or key.default else words[:1])
    )


def _reference(table: Table[object], form: str) -> Schema:
    return {"$ref": f"#/definitions/{table.address}{form}"}


def _about(schema: Schema, description: str) -> Schema:
    return {"description": description, **schema}
