"""Where everything is: address → key and value in the text of a file known to be TOML.

The parser gives values without places. One regular expression walks the lines, so that
4,000 of them cost a few milliseconds and every effect can say from the start where it is
written. Items of lists are looked for only when a message needs them (`items`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen

Address = tuple[str, ...]

_LITERALS = r"""'''(?:[^']|'(?!''))*+'''(?:'{1,2})?"""
_BASICS = r'''"""(?:[^"\\]|\\(?s:.)|"(?!""))*+"""(?:"{1,2})?'''
_LITERAL = r"'[^'\n]*+'"
_BASIC = r'"(?:[^"\\\n]|\\.)*+"'
_TEXT = rf"{_LITERALS}|{_BASICS}|{_LITERAL}|{_BASIC}"
_PART = rf"[A-Za-z0-9_-]++|{_LITERAL}|{_BASIC}"
_KEY = rf"(?:{_PART})(?:[ \t]*+\.[ \t]*+(?:{_PART}))*+"
_ITEM = re.compile(
    rf"^[ \t]*+(?:\[(\[?)[ \t]*+({_KEY})[ \t]*+\]"
    rf"|({_KEY})[ \t]*+=[ \t]*+(?:({_TEXT})|(\[)|(\{{)|([^\s,#\]}}]++)))",
    re.MULTILINE,
)
_SPLIT = re.compile(_PART)
_GAP = r"(?:[ \t\n,]|\#[^\n]*+)*+"
_FLAT = re.compile(rf"\[(?:[^\[\]{{}}\"'#]|\#[^\n]*+|{_TEXT})*+\]")
_MEMBER = re.compile(rf"{_GAP}(?:({_KEY})\s*+=\s*+(?:({_TEXT})|(\[)|(\{{)|([^\s,#\]}}]++))|(\}}))")
_ELEMENT = re.compile(rf"{_GAP}(?:({_TEXT})|(\[)|(\{{)|([^\s,#\]}}]++)|(\]))")


class Mark(NamedTuple):
    """Offsets of a key and of its value, ends one past; ``value`` is -1 for a table's header."""

    key: int
    key_end: int
    value: int = -1
    value_end: int = -1


@frozen
class Map:
    """``keys`` by address; ``headers`` of tables, span between the brackets; ``doubles`` are
    headers in double brackets, span with the brackets; ``deep`` is where nesting got too deep.
    """

    keys: dict[Address, Mark] = field(factory=dict)
    headers: dict[Address, Mark] = field(factory=dict)
    doubles: list[Mark] = field(factory=list)
    deep: list[int] = field(factory=list)


DEPTH = 16


def parts(text: str) -> list[tuple[str, int]]:
    """A dotted key as its parts and their offsets in it."""
    return [(_plain(found[0]), found.start()) for found in _SPLIT.finditer(text)]


def _plain(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"':
        return part
    # Only a quoted key with escapes needs the parser; there are hardly any.
    if "\\" not in part:
        return part[1:-1]
    import tomli  # noqa: PLC0415  # not worth loading for the common case

    return str(next(iter(tomli.loads(f"{part} = 0"))))


@lru_cache(maxsize=4096)
def _address(text: str) -> Address:
    if text.isidentifier():
        return (text,)
    if '"' in text or "'" in text or " " in text:
        return tuple(name for name, _ in parts(text))
    return tuple(text.split("."))


def locate(text: str) -> Map:
    """The map of a text that the parser has accepted."""
    found = Map()
    keys, headers = found.keys, found.headers
    prefix: Address = ()
    at = 0
    search = _ITEM.search
    while item := search(text, at):
        at = item.end()
        kind = item.lastindex
        if kind == 2:
            prefix = _address(item[2])
            span = item.span(2)
            if item[1]:
                found.doubles.append(Mark(item.start(1) - 1, at + 1))
            headers.setdefault(prefix, Mark(*span))
            if len(prefix) > DEPTH:
                found.deep.append(span[0])
            continue
        address = prefix + _address(item[3])
        start, end = item.span(3)
        if len(address) > DEPTH:
            found.deep.append(start)
        value = item.start(kind or 3)
        if kind == 5:
            at = _list_end(text, value, found, 1)
        elif kind == 6:
            at = _inline(text, at, address, found, 1)
        keys[address] = Mark(start, end, value, at)
    return found


def _list_end(text: str, at: int, found: Map, depth: int) -> int:
    """Offset past the list that opens at ``at``."""
    flat = _FLAT.match(text, at)
    if flat:
        return flat.end()
    spans: list[tuple[int, int]] = []
    return _elements(text, at + 1, found, depth, spans)


def _elements(text: str, at: int, found: Map, depth: int, spans: list[tuple[int, int]]) -> int:
    if depth == DEPTH + 1:
        found.deep.append(at - 1)
    while item := _ELEMENT.match(text, at):
        kind = item.lastindex
        at = item.end()
        if kind == 5:
            return at
        if kind == 2:
            at = _elements(text, at, found, depth + 1, [])
        elif kind == 3:
            at = _inline(text, at, ("",), Map(deep=found.deep), depth + 1)
        spans.append((item.start(kind or 0), at))
    return at


def _inline(text: str, at: int, prefix: Address, found: Map, depth: int) -> int:
    """Offset past the inline table whose brace ends at ``at``; its keys are added."""
    if depth == DEPTH + 1:
        found.deep.append(at - 1)
    while item := _MEMBER.match(text, at):
        kind = item.lastindex
        at = item.end()
        if kind == 6:
            return at
        address = prefix + _address(item[1])
        value = item.start(kind or 1)
        if kind == 3:
            at = _list_end(text, value, found, depth + 1)
        elif kind == 4:
            at = _inline(text, at, address, found, depth + 1)
        start, end = item.span(1)
        found.keys[address] = Mark(start, end, value, at)
    return at


def items(text: str, mark: Mark) -> list[tuple[int, int]]:
    """Spans of the items of the list whose value ``mark`` points at."""
    spans: list[tuple[int, int]] = []
    _elements(text, mark.value + 1, Map(), 1, spans)
    return spans


def deepest(text: str) -> int:
    """Offset of the first bracket nested too deep, in text that need not be TOML; -1 if none."""
    depth = 0
    for token in re.finditer(rf"{_TEXT}|\#[^\n]*+|[\[\{{\]\}}]|\n(?=[ \t]*+\[)", text):
        first = token[0][0]
        if first in "[{":
            depth += 1
            if depth > DEPTH:
                return token.start()
        elif first in "]}":
            depth = max(0, depth - 1)
    return -1
