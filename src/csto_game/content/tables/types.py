"""Types of keys that are no rules: texts, numbers, words, ids, lists of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from attrs import frozen

from csto_game.content.cell import SKIP, Cell, listing
from csto_game.content.language import check_template
from csto_game.content.nearest import nearest

BILLION = 1_000_000_000
LONGEST = 2_000
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,5}")


def wrong_type(cell: Cell, message: str, hint: str) -> object:
    """``once is true or false, without quotes`` and how it is written."""
    if isinstance(cell.value, float):
        return decimal(cell)
    return cell.error("type", f"{cell.name} {message}", hint=f"{cell.name} = {hint}")


def decimal(cell: Cell) -> object:
    whole = int(cell.value) if isinstance(cell.value, float) and abs(cell.value) < BILLION else 0
    return cell.error(
        "whole-number",
        "numbers are whole",
        why="decimals differ between machines; a stat may show some: "
        "with decimals = 1, 415 is shown as 41.5",
        hint=f"{cell.name} = {whole}",
    )


@frozen
class Text:
    """A text a player reads. ``lines`` says whether it may have more than one."""

    most: int = LONGEST
    templates: bool = True
    lines: bool = True
    what: str = "fit here"

    @property
    def label(self) -> str:
        return f"text ≤ {self.most}" if self.most != LONGEST else "text"

    def read(self, cell: Cell) -> object:
        value = cell.value
        if not isinstance(value, str):
            return wrong_type(cell, "is a text", '"…"')
        if len(value) > self.most:
            return cell.error(
                "too-long",
                f"this text has {len(value):,} characters; {self.most:,} {self.what}",
                hint="shorten it",
            )
        if not self.lines and "\n" in value:
            return cell.error("character", f"{cell.name} stands on one line", hint="one line")
        if self.templates and cell.reader.with_rules and ("{" in value or "}" in value):
            _check_template(cell, value)
        return value


def _check_template(cell: Cell, value: str) -> None:
    rule = cell.reader.text(cell.address, value, cell.item)
    check_template(rule, cell.scope, cell.reader.names, cell.reader.report)


@frozen
class Texts:
    """One text or a list of them, always kept as a tuple."""

    label: str = "text or list of texts"

    def read(self, cell: Cell) -> object:
        if isinstance(cell.value, list):
            return read_items(cell, Text().read)
        value = Text().read(cell)
        return value if value is SKIP else (value,)


@frozen
class TextTable:
    """A table id → text; ``keys`` says which ids there may be (None: any)."""

    keys: Callable[[Cell], Iterable[str]] | None = None
    code: str = "unknown-key"
    most: int = LONGEST
    label: str = "table of texts"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", '{ id = "…" }')
        read: dict[str, str] = {}
        allowed = None if self.keys is None else tuple(self.keys(cell))
        for name, value in cell.value.items():
            inner = cell.inner(name, value)
            if allowed is not None and name not in allowed:
                near = nearest(name, allowed)
                why = "" if near else f"there may be: {listing(allowed)}"
                message = f'{cell.name} has no "{name}"'
                inner.error(self.code, message, part="key", why=why, hint=near or "")
                continue
            text = Text(self.most).read(inner)
            if isinstance(text, str):
                read[name] = text
        return read


@frozen
class Number:
    low: int = -BILLION
    high: int = BILLION

    @property
    def label(self) -> str:
        if (self.low, self.high) == (-BILLION, BILLION):
            return "number"
        return f"{self.low}–{self.high}" if self.low >= 0 else f"{self.low}…{self.high}"

    def read(self, cell: Cell) -> object:
        value = cell.value
        if isinstance(value, bool) or not isinstance(value, int):
            # Whoever wrote "4" meant 4.
            meant = value if isinstance(value, str) and value.isdecimal() else ""
            example = (meant.lstrip("0") or "0") if 0 < len(meant) < 10 else str(max(self.low, 0))
            return wrong_type(cell, "is a number, without quotes", example)
        if not self.low <= value <= self.high:
            near = self.low if value < self.low else self.high
            return cell.error(
                "range", f"{cell.name} goes from {self.low:,} to {self.high:,}", hint=str(near)
            )
        return value


@frozen
class YesNo:
    label: str = "yes/no"

    def read(self, cell: Cell) -> object:
        if isinstance(cell.value, bool):
            return cell.value
        negative = cell.value in {"no", "false", 0}
        return wrong_type(cell, "is true or false, without quotes", "false" if negative else "true")


@frozen
class Once:
    """How often a card may come: once a game, or once to each seat; "" where nothing limits it."""

    label: str = 'yes/no · "seat"'

    def read(self, cell: Cell) -> object:
        if cell.value == "seat":
            return "seat"
        once = YesNo().read(cell)
        return once if once is SKIP else "game" if once else ""


@frozen
class Word:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def label(self) -> str:
        return " · ".join(self.words)

    def read(self, cell: Cell) -> object:
        value = cell.value
        if not isinstance(value, str):
            return wrong_type(cell, "is a word in quotes", f'"{self.words[0]}"')
        if value in self.words:
            return value
        near = nearest(value, self.words)
        why = f"it is one of: {', '.join(self.words)}"
        message = f'{cell.name} is never "{value}"'
        return cell.error("unknown-choice", message, why=why, hint=near or "")


@frozen
class Id:
    """A name of the author's own: lower case letters, digits and _."""

    label: str = "id"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, str):
            return wrong_type(cell, "is a name in quotes", '"…"')
        if _ID.fullmatch(cell.value):
            return cell.value
        return cell.error(
            "id",
            f'"{cell.value}" cannot be an id',
            why="ids are a–z, 0–9 and _, and begin with a letter",
            hint=suggested_id(cell.value),
        )


@frozen
class Ids:
    """A list of names: ``free`` ones, some of ``words``, else ids. ``least`` and ``most`` count them."""

    least: int = 0
    most: int = 1_000
    free: bool = False
    words: tuple[str, ...] = ()
    label: str = "list of ids"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, list):
            shown = f'["{cell.value}"]' if isinstance(cell.value, str) else '["…"]'
            return wrong_type(cell, "is a list", shown)
        if not self.least <= len(cell.value) <= self.most:
            message = f"{cell.name} holds {self.least} to {self.most} names"
            return cell.error("range", message)
        one = Word(self.words) if self.words else Text(templates=False) if self.free else Id()
        return read_items(cell, one.read)


def read_items(cell: Cell, read: Callable[[Cell], object]) -> object:
    """Each item of a list by ``read``; those that cannot be read are left out."""
    values = cell.value if isinstance(cell.value, list) else []
    items = [
        read(Cell(cell.reader, cell.address, value, cell.scope, index))
        for index, value in enumerate(values)
    ]
    return tuple(item for item in items if item is not SKIP)


def suggested_id(text: str) -> str:
    """A legal id that looks like the text."""
    words = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    return words if _ID.fullmatch(words) else (f"a_{words}"[:40] if words else "")


def is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


def is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None
