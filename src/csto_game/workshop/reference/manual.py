"""The reference manual as one page of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from csto_game.content.language.functions import FUNCTIONS
from csto_game.content.language.usage import USAGE
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Key, Table
from csto_game.content.tables.registry import SINGLES, THINGS
from csto_game.model.builtin import FIXED
from csto_game.model.tree import NOUNS
from csto_game.workshop.reference import words
from csto_game.workshop.reference.limits import limits
from csto_game.workshop.testing.table import CASE

_KEYS = ("Key", "Type", "Default", "Meaning")
_HEAD = """\
# Reference of the scenario format

Every table and key that files may hold, and every word of the rule language. This page is made by
`csto docs --reference` from what the loader itself reads by; do not edit it.
● stands before keys that must be there.
"""
_OPEN = """\
## Tables of names of your own

`[number]` holds constants, read in rules as `number.NAME`. `[relation.A.B]` holds the start
numbers of pair stats: how A holds B. `start` tables hold a number, a word or a code for each
stat, or `{ is = 30, cite = "source", note = "…" }`.
"""


def reference() -> str:
    """The page."""
    return "\n".join([_HEAD, *_tables(), _OPEN, *_language(), ""])


def _tables() -> Iterator[str]:
    yield "## Tables\n"
    yield "Every table may have these, besides what is listed under it.\n"
    yield from _rows(_KEYS, map(_key, COMMON))
    for table in (*SINGLES, *THINGS, cast("Table[object]", CASE)):
        yield from _table(table, table.address)


def _table(table: Table[object], address: str) -> Iterator[str]:
    yield f"### `[{address}]`\n"
    yield f"{_upper(table.doc)}.\n"
    own = [key for key in table.keys if key not in COMMON]
    yield from _rows(_KEYS, map(_key, sorted(own, key=lambda key: not key.required)))
    for name, (_, child) in table.children.items():
        yield from _table(child, f"{address}.{name}.{child.address.rpartition('.')[2]}")


def _key(key: Key) -> tuple[str, ...]:
    mark = "● " if key.required else ""
    return f"{mark}`{key.name}`", _plain(key.type.label), _plain(key.default), _plain(key.doc)


def _language() -> Iterator[str]:
    yield "## The rule language\n"
    yield from _part("Paths", ("Path", "Is"), words.PATHS)
    yield from _part("Conditions", ("Condition", "Asks"), words.CONDITIONS)
    functions = [(f"`{name}({USAGE[name]})`", *words.FUNCTIONS[name]) for name in FUNCTIONS]
    yield from _part("Functions", ("Function", "Gives", "Meaning"), functions)
    yield from _part("Effects", ("Effect", "Does"), words.EFFECTS)
    yield from _part("After an effect", ("Words", "Meaning"), words.TAILS)
    nouns = [(f"`{noun}`", words.NOUNS[noun]) for noun in NOUNS]
    yield from _part("Nouns", ("Noun", "Goes over"), nouns)
    stats = [(f"`{_path(stat.owner, stat.id)}`", stat.name) for stat in FIXED]
    yield from _part("Built-in stats", ("Path", "Is"), stats)
    yield from _part("Lines of tests", ("Line", "Does"), words.TESTS)
    yield from _part("Words of mods", ("Table", "Does"), words.MODS)
    yield "## Limits\n"
    yield "What is beyond them is refused with a message, before much time is spent on it.\n"
    yield from _rows(("What", "At most"), limits())


def _path(owner: tuple[str, ...], stat: str) -> str:
    letters = iter("AB")
    names = [name if name in ("world", "alliance") else next(letters) for name in owner]
    return ".".join([*names, stat.removesuffix("_to")])


def _part(name: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"### {name}\n"
    yield from _rows(head, rows)


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _plain(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
