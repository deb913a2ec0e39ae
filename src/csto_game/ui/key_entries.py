"""The entries of a player's file of keys, read strictly: what each says, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from csto_game.content.locate import Mark, locate
from csto_game.content.nearest import nearest
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.machine.own_file import OwnFile
from csto_game.text.catalog import say as sentence
from csto_game.ui.keys import Key, Keys, expand
from csto_game.ui.width import char_width

_FIELDS = ("id", "keys", "on", "label", "help")
_NEEDED = ("back", "choose", "help", "palette", "quit", "up", "down")
"""Without these a player could get lost."""
_NAMED = (
    *("escape", "enter", "tab", "backtab", "space", "up", "down", "left", "right", "pageup"),
    *("pagedown", "home", "end", "insert", "delete", "backspace"),
    *(f"f{number}" for number in range(1, 25)),
)
_CHORD = re.compile(r"((?:ctrl|shift|alt)\+)+([a-z0-9]+)")
_LONGEST = 40


@frozen
class Entry:
    """One entry that counts. ``screens`` includes ``*``; ``special`` are screens of which a shipped
    entry for all is meant.
    """

    id: str
    keys: tuple[str, ...]
    screens: tuple[str, ...]
    special: tuple[str, ...]
    label: str | None
    help: str
    page: Page
    span: tuple[int, int]

    def problem(self, message: str) -> Problem:
        """A problem at the entry's keys."""
        return self.page.problem(self.span, "keys", message, severity="warning")


def read_entries(own: OwnFile, shipped: Keys) -> tuple[list[Entry], list[Problem]]:
    """Entries that count, and the mistakes of the file."""
    page = own.page
    assert page is not None
    rows = own.values.get("key", [])
    others = [name for name in own.values if name != "key"]
    problems = [_at(page, own, name, sentence("keys.entry")) for name in others]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return [], [*problems, _at(page, own, "key", sentence("keys.entry"))]
    found: list[Entry] = []
    for row, marks in zip(rows, _marks(page, own, len(rows)), strict=True):
        reader = _Reader(page, row, marks, shipped, problems)
        entry = reader.read()
        if entry:
            found.append(entry)
    return found, problems


def _at(page: Page, own: OwnFile, name: str, message: str) -> Problem:
    mark = own.places.keys.get((name,)) or own.places.headers.get((name,))
    span = (mark.key, mark.key_end) if mark else (0, 1)
    return page.problem(span, "keys", message, hint='[[key]]  id = "verbs"  keys = ["b"]')


def _marks(page: Page, own: OwnFile, count: int) -> Iterator[Mapping[str, Mark]]:
    """Where each entry's lines are; the map of the whole file knows only the last one's."""
    starts = [mark.key for mark in own.places.doubles]
    if not starts or len(starts) != count:  # written as a list of tables in braces
        mark = own.places.keys.get(("key",), Mark(0, 1, 0, 1))
        yield from [{"": mark}] * count
        return
    for start, end in zip(starts, [*starts[1:], len(page.text)], strict=True):
        found = locate(page.text[start:end])
        keys = {
            address[-1]: Mark(*(offset + start for offset in mark))
            for address, mark in found.keys.items()
        }
        first = page.text.find("\n", start)
        yield {"": Mark(start, first if first > 0 else len(page.text))} | keys


@frozen
class _Reader:
    page: Page
    row: Mapping[str, Any]
    marks: Mapping[str, Mark]
    shipped: Keys
    problems: list[Problem]

    def read(self) -> Entry | None:
        before = len(self.problems)
        for name in self.row:
            if name not in _FIELDS:
                near = nearest(name, _FIELDS)
                self._wrong(name, sentence("keys.extra", name=name), near or ", ".join(_FIELDS))
        action, keys, on = self._action(), self._texts("keys"), self._texts("on")
        if action is None or keys is None or (on is None and "on" in self.row):
            return None
        shipped = [key for key in self.shipped.table if key.id == action]
        good = self._good(action, keys)
        if not good and (keys or action in _NEEDED):
            if len(self.problems) == before:
                self._wrong("keys", sentence("keys.needed", action=action), "")
            return None
        screens, special = self._screens(action, shipped, on)
        if not screens:
            return None
        label, help_ = (self._text(name) for name in ("label", "help"))
        return Entry(action, good, screens, special, label, help_ or "", self.page, self._span())

    def _action(self) -> str | None:
        name = self.row.get("id")
        known = sorted({key.id for key in self.shipped.table})
        if not isinstance(name, str):
            self._wrong("id", sentence("keys.missing", name="id"), "")
            return None
        if name not in known:
            near = nearest(name, known)
            self._wrong("id", sentence("keys.action", name=name[:_LONGEST]), near or "csto keys")
            return None
        return name

    def _texts(self, name: str) -> list[str] | None:
        if name not in self.row:
            if name == "keys":
                self._wrong("", sentence("keys.missing", name=name), "")
            return None
        value = self.row[name]
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._wrong(name, sentence("keys.texts", name=name), "")
            return None
        return value

    def _text(self, name: str) -> str | None:
        value = self.row.get(name)
        if value is not None and not isinstance(value, str):
            self._wrong(name, sentence("keys.text", name=name), "")
            return None
        return value

    def _good(self, action: str, keys: list[str]) -> tuple[str, ...]:
        """The keys that there are; an action that takes a digit takes nothing else."""
        found: list[str] = []
        for one in keys:
            is_digit = one == "1-9" or (one.isascii() and one.isdecimal() and len(one) == 1)
            if is_digit if action == "number" else is_key(one):
                found += [key for key in expand([one]) if key not in found]
                continue
            capital = one[-1:].upper() if re.fullmatch(r"shift\+[a-z]", one) else ""
            hint = (
                sentence("keys.letter", letter=capital) if capital else nearest(one, _NAMED) or ""
            )
            self._wrong("keys", sentence("keys.no_key", name=one[:_LONGEST]), hint)
        return tuple(found)

    def _screens(
        self, action: str, shipped: list[Key], on: list[str] | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        there = [screen for key in shipped for screen in key.on]
        if on is None:
            return tuple(dict.fromkeys(there)), ()
        known = {screen for key in self.shipped.table for screen in key.on}
        found, special = [], []
        for one in dict.fromkeys(on):
            if one in there:
                found.append(one)
            elif "*" in there and one in known:
                found.append(one)
                special.append(one)
            else:
                message = sentence("keys.screen", name=one[:_LONGEST], action=action)
                self._wrong("on", message, ", ".join(there))
        return tuple(found), tuple(special)

    def _span(self) -> tuple[int, int]:
        mark = self.marks.get("keys") or self.marks[""]
        return (mark.value, mark.value_end) if mark.value >= 0 else (mark.key, mark.key_end)

    def _wrong(self, name: str, message: str, hint: str) -> None:
        mark = self.marks.get(name) or self.marks[""]
        is_value = name in _FIELDS and mark.value >= 0
        span = (mark.value, mark.value_end) if is_value else (mark.key, mark.key_end)
        self.problems.append(self.page.problem(span, "keys", message, hint=hint))


def is_key(name: str) -> bool:
    """Is there a key of that name, or a character that a key types?"""
    if len(name) == 1:
        return name.isprintable() and char_width(name) > 0
    chord = _CHORD.fullmatch(name)
    if name == "1-9" or name in _NAMED:
        return True
    if chord is None or (name.startswith("shift+") and len(chord[2]) == 1):
        return False
    return chord[2] in _NAMED or len(chord[2]) == 1
