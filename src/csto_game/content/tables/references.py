"""Types of keys that refer to something: things, actors, sources, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from csto_game.content.cell import SKIP, Cell, listing
from csto_game.content.nearest import nearest
from csto_game.content.tables.types import read_items, wrong_type


def known(cell: Cell, name: str, names: Iterable[str], code: str, message: str) -> bool:
    """Is the name among these? If not, say so with the nearest of them."""
    names = tuple(names)
    if name in names:
        return True
    near = nearest(name, names) if cell.reader.report.helps else None
    why = "" if near or not names else f"there are: {listing(names)}"
    cell.error(code, message, why=why, hint=near or "")
    return False


@frozen
class Thing:
    """The id of another thing, such as ``organ = "council"``."""

    kind: str
    code: str = "unknown-thing"

    @property
    def label(self) -> str:
        return f"id of a {self.kind}"

    def read(self, cell: Cell) -> object:
        value = cell.value
        if not isinstance(value, str):
            return wrong_type(cell, "is a name in quotes", '"…"')
        message = f"there is no {self.kind}.{value}"
        return value if known(cell, value, cell.reader.ids(self.kind), self.code, message) else SKIP


@frozen
class Things:
    """A list of ids of things of one kind."""

    kind: str

    @property
    def label(self) -> str:
        return f"list of {self.kind} ids"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, list):
            return wrong_type(cell, "is a list", '["…"]')
        return read_items(cell, Thing(self.kind).read)


@frozen
class Code:
    """An actor's code; ``none`` where ``nobody`` is allowed."""

    kind: str = "actor"
    nobody: bool = False
    label: str = "code"

    def read(self, cell: Cell) -> object:
        value = cell.value
        if not isinstance(value, str):
            return wrong_type(cell, "is a code in quotes", '"…"')
        if self.nobody and value == "none":
            return value
        actors = cell.reader.names.actors
        fit = [code for code, kind in actors.items() if self.kind in {"actor", kind}]
        what = "country or power" if self.kind == "actor" else self.kind
        message = f'there is no {what} "{value}"'
        return value if known(cell, value, fit, "unknown-actor", message) else SKIP


@frozen
class Codes:
    """A list of actors' codes."""

    kind: str = "country"
    label: str = "list of codes"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, list):
            shown = f'["{cell.value}"]' if isinstance(cell.value, str) else '["…"]'
            return wrong_type(cell, "is a list", shown)
        return read_items(cell, Code(self.kind).read)


@frozen
class Cites:
    """Ids of sources: one, or a list."""

    label: str = "id in [source], or a list"

    def read(self, cell: Cell) -> object:
        if isinstance(cell.value, list):
            return read_items(cell, _cite)
        value = _cite(cell)
        return value if value is SKIP else (value,)


def _cite(cell: Cell) -> object:
    value = cell.value
    if not isinstance(value, str):
        return wrong_type(cell, "is a name in quotes", '"…"')
    message = f"there is no [source.{value}]"
    fits = known(cell, value, cell.reader.ids("source"), "unknown-thing", message)
    return value if fits else SKIP
