"""Files of translations (``.po``) read strictly: what is not understood is refused, not read over.

Only what the format needs is there: comments, ``msgctxt``, ``msgid`` and ``msgstr`` in quotes.
Nothing in a file is evaluated, its heading least of all.
"""

from __future__ import annotations

import re

from attrs import define, field, frozen

from csto_game.content.characters import refused
from csto_game.content.page import Page
from csto_game.content.problem import Problem

MOST_ENTRIES = 20_000
MOST_CHARACTERS = 8_000
"""In one text; what a place can show is less, and is checked later."""
FORM = "form"
"""The comment of a further form of an actor's name, which the original has not."""
FUZZY = "fuzzy"

_ROW = re.compile(r'(?:(msgctxt|msgid|msgstr)[ \t]+)?"((?:[^"\\\n]|\\.)*+)"[ \t]*')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_ORDER = ("", "msgctxt", "msgid", "msgstr")


@frozen
class Translation:
    """One entry. ``address`` is its ``msgctxt``, ``source`` its ``msgid``; lines from 1."""

    address: str
    source: str
    text: str
    line: int
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def is_form(self) -> bool:
        """Is it a form that only the translation has?"""
        return not self.source and FORM in self.comments

    @property
    def is_fuzzy(self) -> bool:
        return FUZZY in self.flags

    @property
    def is_used(self) -> bool:
        return bool(self.text) and not self.is_fuzzy


def read_po(page: Page) -> tuple[Translation, ...] | Problem:
    """All entries but the heading, or the first thing that is wrong. What is marked as gone
    (``#~``) is left out.
    """
    reader = _Reader(page)
    for number, row in enumerate(page.lines, 1):
        problem = reader.take(number, row)
        if problem:
            return problem
    return reader.close() or tuple(reader.found)


@define
class _Reader:
    page: Page
    found: list[Translation] = field(factory=list)
    _parts: dict[str, str] = field(factory=dict)
    _at: str = ""
    _line: int = 0
    _last: int = 0
    _comments: list[str] = field(factory=list)
    _flags: list[str] = field(factory=list)
    _seen: dict[tuple[str, str], int] = field(factory=dict)

    def take(self, number: int, row: str) -> Problem | None:
        self._last = number
        if not row.strip():
            return self.close()
        if row.startswith("#"):
            problem = self.close() if self._parts else None
            self._note(row)
            return problem
        found = _ROW.fullmatch(row)
        if found is None:
            return self._wrong(number, "syntax", "this is no line of a file of translations")
        problem = self._turn_to(found[1], number) if found[1] else None
        if problem:
            return problem
        if not self._at:
            return self._wrong(number, "syntax", "a text stands here without msgid or msgstr")
        return self._add(found[2], number)

    def _note(self, row: str) -> None:
        if row.startswith("#,"):
            self._flags += [flag.strip() for flag in row[2:].split(",")]
        elif row.startswith(("#.", "# ")):
            self._comments += row[2:].split()

    def _turn_to(self, word: str, number: int) -> Problem | None:
        if word in ("msgctxt", "msgid") and "msgstr" in self._parts:
            problem = self.close()
            if problem:
                return problem
        if _ORDER.index(word) <= _ORDER.index(self._at) or (
            word == "msgstr" and self._at != "msgid"
        ):
            return self._wrong(number, "syntax", f"{word} is out of order")
        self._line = self._line if self._parts else number
        self._at = word
        self._parts[word] = ""
        return None

    def _add(self, raw: str, number: int) -> Problem | None:
        for found in _ESCAPE.finditer(raw):
            if found[1] not in _ESCAPES:
                return self._wrong(number, "syntax", f'"\\{found[1]}" is no escape')
        text = _ESCAPE.sub(lambda found: _ESCAPES[found[1]], raw) if "\\" in raw else raw
        if len(self._parts[self._at]) + len(text) > MOST_CHARACTERS:
            message = f"this text has more than {MOST_CHARACTERS:,} characters"
            return self._wrong(number, "too-long", message)
        self._parts[self._at] += text
        return None

    def close(self) -> Problem | None:
        """The entry that is being read is done."""
        parts, line = self._parts, self._line
        comments, flags = tuple(self._comments), tuple(self._flags)
        self._parts, self._at, self._line = {}, "", 0
        # Comments wait for their entry, but not past an empty line.
        self._comments, self._flags = [], []
        if not parts:
            return None
        if "msgid" not in parts or "msgstr" not in parts:
            return self._wrong(line, "syntax", "this entry has no msgid or no msgstr")
        if not parts.get("msgctxt") and not parts["msgid"]:
            return None
        made = Translation(
            parts.get("msgctxt", ""), parts["msgid"], parts["msgstr"], line, comments, flags
        )
        return self._keep(made)

    def _keep(self, made: Translation) -> Problem | None:
        key = (made.address, made.source)
        if key in self._seen:
            also = (self.page.also(self.page.offset(self._seen[key]), "the first one"),)
            start = self.page.offset(made.line)
            message = f"{made.address}: this text is translated already"
            return self.page.problem((start, start + 7), "twice", message, also=also)
        if len(self.found) == MOST_ENTRIES:
            return self._wrong(made.line, "too-big", f"more than {MOST_ENTRIES:,} translations")
        for _, _, what in refused(made.text):
            return self._wrong(made.line, "character", f"{made.address}: {what} is refused")
        self._seen[key] = made.line
        self.found.append(made)
        return None

    def _wrong(self, number: int, code: str, message: str) -> Problem:
        return problem_at(self.page, number, code, message)


def problem_at(
    page: Page, number: int, code: str, message: str, *, hint: str = "", severity: str = "error"
) -> Problem:
    """A problem that a whole line is about."""
    line = min(max(number, 1), len(page.lines))
    start = page.offset(line)
    span = (start, start + max(1, len(page.lines[line - 1])))
    return page.problem(span, code, message, hint=hint, severity=severity)
