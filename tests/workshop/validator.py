"""As much of JSON Schema as the schema of scenarios uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}


def mistakes(
    schema: dict[str, Any], value: Any, root: dict[str, Any], at: str = ""
) -> Iterator[str]:
    """What the schema dislikes about the value."""
    if "$ref" in schema:
        target = root["definitions"][schema["$ref"].removeprefix("#/definitions/")]
        yield from mistakes(target, value, root, at)
        return
    if "anyOf" in schema and all(list(mistakes(s, value, root, at)) for s in schema["anyOf"]):
        yield f"{at}: none of anyOf"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not of {schema['enum']}"
    if "type" in schema and not any(_is(value, t) for t in _list(schema["type"])):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    check = {dict: _object, list: _array, str: _text, int: _number}.get(type(value))
    if check:
        yield from check(schema, value, root, at)


Check = Iterator[str]


def _array(schema: dict[str, Any], value: Any, root: dict[str, Any], at: str) -> Check:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**9):
        yield f"{at}: {len(value)} items"
    for n, item in enumerate(value):
        yield from mistakes(schema.get("items", {}), item, root, f"{at}[{n}]")


def _text(schema: dict[str, Any], value: Any, _root: dict[str, Any], at: str) -> Check:
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} is not like {schema['pattern']}"
    if len(value) > schema.get("maxLength", 10**9):
        yield f"{at}: too long"


def _number(schema: dict[str, Any], value: Any, _root: dict[str, Any], at: str) -> Check:
    if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value} out of range"


def _object(
    schema: dict[str, Any], value: dict[str, Any], root: dict[str, Any], at: str
) -> Iterator[str]:
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}: no {name}"
    names = schema.get("propertyNames", {})
    for name, item in value.items():
        if "pattern" in names and not re.search(names["pattern"], name):
            yield f"{at}: name {name}"
        inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
        if inner is False:
            yield f"{at}: unknown key {name}"
        else:
            yield from mistakes(inner, item, root, f"{at}.{name}")


def _is(value: object, name: str) -> bool:
    if name == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if name == "integer" and isinstance(value, bool):
        return False
    return isinstance(value, TYPES[name])


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
