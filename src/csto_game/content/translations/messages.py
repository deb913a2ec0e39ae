"""What there is to translate in a package: every text a player reads, by its address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from attrs import frozen

from csto_game.content.language import RuleText
from csto_game.content.language.tokens import rows
from csto_game.content.marks import WORDS_OF_MODS
from csto_game.content.merge import Merged
from csto_game.content.problem import Report
from csto_game.content.tables.cards import OUTCOME
from csto_game.content.tables.keys import Key, Table
from csto_game.content.tables.registry import TABLES
from csto_game.content.tables.rules import Effects
from csto_game.content.tables.stats import Bands, Drift, Holds
from csto_game.content.tables.types import Ids, Text, Texts, TextTable

_HIDDEN = frozenset({"note", "link", "licence", "home", "language", "file", "tile"})
"""Texts that are no words of the game."""
_SHOWN_LISTS = frozenset({("clock", "steps"), ("charter.clause.ID", "values")})
BECAUSE = "because"
ID = "id"
"""The note of what is only a name in the files, but which a player reads."""


@frozen
class Message:
    """``address`` is the ``msgctxt``, ``text`` the ``msgid``; ``note`` tells a translator more."""

    address: str
    text: str
    file: str = ""
    note: str = ""


def messages_of(world: Merged) -> tuple[Message, ...]:
    """All messages of the pages merged, each once, in order."""
    found: dict[tuple[str, str], Message] = {}
    for address, text, note in _all(world.root):
        page, _ = world.mark(tuple(address.split(".")))
        found.setdefault((address, text), Message(address, text, page.name, note))
    return tuple(found.values())


Found = Iterator[tuple[str, str, str]]


def _all(root: Mapping[str, object]) -> Found:
    for kind, value in root.items():
        if not isinstance(value, dict):
            continue
        if kind in WORDS_OF_MODS:
            yield from _all(value)
        elif kind in TABLES:
            yield from _kind(TABLES[kind], kind, value)


def _kind(table: Table[object], address: str, raw: Mapping[str, object]) -> Found:
    if not table.address.endswith((".ID", ".CODE")):
        yield from _table(table, address, raw)
        return
    for id, value in raw.items():
        if isinstance(value, dict):
            yield from _table(table, f"{address}.{id}", value)


def _table(table: Table[object], address: str, raw: Mapping[str, object]) -> Found:
    if table.address == OUTCOME.address:
        yield address, address.rpartition(".")[2], ID
    for name, value in raw.items():
        inner = f"{address}.{name}"
        if name in table.children and isinstance(value, dict):
            yield from _kind(table.children[name][1], inner, value)
        elif name in table.by_name and name not in _HIDDEN:
            yield from _key(table, table.by_name[name], inner, _bare(raw, name, value))


def _bare(raw: Mapping[str, object], name: str, value: object) -> object:
    """Words of a choice without those that are called something: a player never reads these."""
    called = raw.get("words") if name in {"holds", "values"} else None
    if isinstance(called, dict) and isinstance(value, list):
        return [None if word in called else word for word in value]
    return value


def _key(table: Table[object], key: Key, address: str, value: object) -> Found:
    read = _READERS.get(type(key.type))
    if read is not None:
        yield from read(address, value)
    elif (table.address, key.name) in _SHOWN_LISTS and isinstance(key.type, Ids):
        yield from _texts(address, value)
    elif key.name == "group" and isinstance(value, str):
        yield address, value, ID


def _text(address: str, value: object) -> Found:
    if isinstance(value, str) and value.strip():
        yield address, value, ""


def _texts(address: str, value: object) -> Found:
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _text(f"{address}.{number}", item)
    else:
        yield from _text(address, value)


def _words(address: str, value: object) -> Found:
    """The words of a choice; ``number`` and ``actor`` are no words."""
    if isinstance(value, list):
        yield from _texts(address, value)


def _by_name(address: str, value: object) -> Found:
    for name, text in value.items() if isinstance(value, dict) else ():
        yield from _text(f"{address}.{name}", text)


def _reasons(address: str, value: object) -> Found:
    """The reasons of a block's lines."""
    found = rows(RuleText(value), Report()) if isinstance(value, str) else None
    for row in found or ():
        for word, text in zip(row.tokens, row.tokens[1:], strict=False):
            if word == BECAUSE and text[:1] == '"' and len(text) > 2:
                yield address, text[1:-1], BECAUSE


_READERS = cast(
    "Mapping[type, Callable[[str, object], Found]]",
    {
        Text: _text,
        Texts: _texts,
        TextTable: _by_name,
        Bands: _by_name,
        Holds: _words,
        Effects: _reasons,
        Drift: _reasons,
    },
)
