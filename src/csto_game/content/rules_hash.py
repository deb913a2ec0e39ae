"""The rules hash: of everything in a world but texts, notes, cites, spacing and file layout.

Two packages with the same hash play the same game, so a save fits both. Order counts only
where it is seen: actors (seats and ties), and options, outcomes and rungs within a thing.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256

from csto_game.content.structure import Reader
from csto_game.content.tables.keys import Table
from csto_game.content.tables.references import Cites
from csto_game.content.tables.registry import TABLES
from csto_game.content.tables.rules import Conditions, Effects, NumberRule, WhoRule
from csto_game.content.tables.starts import StartTable
from csto_game.content.tables.stats import Bands, Drift, Seen
from csto_game.content.tables.types import Text, Texts, TextTable

Canon = list[object] | dict[str, object] | str | int | float | bool | None
_UNSEEN = (Text, Texts, TextTable, Cites, Bands)
_RULES = (Conditions, Effects, NumberRule, WhoRule, Drift, Seen)
_KEPT_TEXTS = frozenset({"file", "tile"})
_IN_ORDER = frozenset({"country", "power", "option", "outcome", "rung"})
_LEFT_OUT = frozenset({"package", "source", "article", "test"})
_SPOKEN = re.compile(r'\bbecause\s+"[^"\n]*"|#[^\n]*')
_BECAUSE = ' because "'
"""How nearly every reason begins; those that do not are found by the slower pattern."""
_TOKEN = re.compile(r"\w+|\.\.|[<>!]=|[^\w\s]")


def rules_hash(reader: Reader) -> str:
    """64 hex digits."""
    root = reader.world.root
    world: dict[str, Canon] = {
        kind: _kind(kind, value) for kind, value in root.items() if kind not in _LEFT_OUT
    }
    text = json.dumps(sorted(world.items()), ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _kind(kind: str, value: object) -> Canon:
    if not isinstance(value, dict):
        return _plain(value)
    table = TABLES.get(kind)
    if table is None:
        return _starts(value, 2 if kind == "relation" else 0)
    if table.address.endswith((".ID", ".CODE")):
        return _things(table, kind, value)
    return _fields(table, value)


def _things(table: Table[object], kind: str, value: dict[str, object]) -> Canon:
    pairs = [[id_, _fields(table, item)] for id_, item in value.items()]
    return [*pairs] if kind in _IN_ORDER else [*sorted(pairs, key=lambda pair: str(pair[0]))]


def _fields(table: Table[object], raw: object) -> Canon:
    if not isinstance(raw, dict):
        return _plain(raw)
    kept: list[tuple[str, Canon]] = []
    for name, value in raw.items():
        child = table.children.get(name)
        if child:
            kept.append((name, _things(child[1], name, value)))
            continue
        key = table.by_name[name]
        if name in {"note", "quiet"} or _is_default(value, key.default):
            continue
        kind = type(key.type)
        if kind in _UNSEEN and name not in _KEPT_TEXTS:
            continue
        if kind in _RULES:
            kept.append((name, _rule(value)))
        elif kind is StartTable:
            kept.append((name, _starts(value, 0)))
        else:
            kept.append((name, _plain(value)))
    return [list(pair) for pair in sorted(kept)]


def _is_default(value: object, default: str) -> bool:
    if isinstance(value, bool):
        return default == ("yes" if value else "no")
    return bool(default) and isinstance(value, int | str) and str(value) == default


def _starts(value: object, depth: int) -> Canon:
    """Start numbers without their sources, sorted."""
    if not isinstance(value, dict):
        return _plain(value)
    if depth:
        return [[name, _starts(item, depth - 1)] for name, item in sorted(value.items())]
    return [
        [name, _plain(item["is"] if isinstance(item, dict) and "is" in item else item)]
        for name, item in sorted(value.items())
    ]


def _plain(value: object) -> Canon:
    """Any other value; rule texts in tables (costs, amounts) lose their spacing."""
    if isinstance(value, dict):
        return [[name, _plain(item)] for name, item in sorted(value.items())]
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return _rule(value)


def _rule(value: object) -> Canon:
    """A rule as its tokens, without reasons and comments; a continued line is one line."""
    if not isinstance(value, str):
        return value if isinstance(value, int | float) else str(value)
    if value.isidentifier():
        return value
    if '"' in value or "#" in value:
        value = _unspoken(value)
    if "\n" not in value:
        return " ".join(_TOKEN.findall(value))
    lines: list[str] = []
    first = -1
    for line in value.split("\n"):
        tokens = " ".join(_TOKEN.findall(line))
        if not tokens:
            continue
        indent = len(line) - len(line.lstrip())
        first = indent if first < 0 else first
        if lines and indent > first:
            lines[-1] += " " + tokens
        else:
            lines.append(tokens)
    return "\n".join(lines)


def _unspoken(value: str) -> str:
    """The rule without reasons and comments."""
    rows: list[str] = []
    for line in value.split("\n"):
        row, because, reason = line.partition(_BECAUSE)
        if '"' in row or "#" in line or (because and not reason.rstrip().endswith('"')):
            return _SPOKEN.sub("", value)
        rows.append(row)
    return "\n".join(rows)
