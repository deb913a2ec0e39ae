"""What is wrong with a file of translations, and how much of it is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from csto_game.content.characters import refused
from csto_game.content.nearest import nearest
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.workshop.i18n.catalog import forms, is_form
from csto_game.workshop.i18n.messages import Message
from csto_game.workshop.i18n.plurals import forms_of
from csto_game.workshop.i18n.update import FUZZY

if TYPE_CHECKING:
    import polib

_TEMPLATE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAMES = ("name", "adjective", "people", "capital", "leader")


@frozen
class Counts:
    """Of the messages: translated, doubtful, and not translated at all."""

    total: int
    done: int
    fuzzy: int

    @property
    def missing(self) -> int:
        return self.total - self.done - self.fuzzy


def counts(messages: Sequence[Message], file: polib.POFile) -> Counts:
    """How far the translation has come."""
    wanted = {(message.address, message.text) for message in messages}
    there = [e for e in file if (e.msgctxt, e.msgid) in wanted and e.msgstr and not e.obsolete]
    fuzzy = sum(FUZZY in entry.flags for entry in there)
    return Counts(len(wanted), len(there) - fuzzy, fuzzy)


def problems(
    messages: Sequence[Message], file: polib.POFile, page: Page, language: str
) -> tuple[Problem, ...]:
    """Mistakes in order of line. What is missing or fuzzy is none."""
    checker = _Checker(messages, page, language, forms(file))
    found = [p for entry in file if not entry.obsolete for p in checker.check(entry)]
    return tuple(sorted(found))


@define
class _Checker:
    messages: Sequence[Message]
    page: Page
    language: str
    forms: frozenset[str]
    texts: dict[str, set[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for message in self.messages:
            self.texts.setdefault(message.address, set()).add(message.text)

    def check(self, entry: polib.POEntry) -> Iterator[Problem]:
        if is_form(entry):
            yield from self._form(entry)
        elif entry.msgctxt not in self.texts:
            near = nearest(str(entry.msgctxt), self.texts) or ""
            message = f"the package has no text at {entry.msgctxt}"
            yield self._problem(entry, "unknown-address", message, hint=near)
        elif entry.msgid not in self.texts[str(entry.msgctxt)]:
            hint = f"csto i18n update … {self.language}"
            yield self._problem(entry, "stale", "the original has changed", hint=hint)
        if entry.msgstr:
            yield from self._text(entry)

    def _form(self, entry: polib.POEntry) -> Iterator[Problem]:
        parts = str(entry.msgctxt).split(".")
        if len(parts) != 4 or parts[2] != "form" or f"{parts[0]}.{parts[1]}.name" not in self.texts:
            message = f"{entry.msgctxt} is no form of a country or power"
            yield self._problem(entry, "unknown-address", message, hint="country.CODE.form.gen")

    def _text(self, entry: polib.POEntry) -> Iterator[Problem]:
        for _, _, what in refused(entry.msgstr):
            yield self._problem(entry, "character", f"{what} is refused", hint="remove it")
        if "\n" in entry.msgstr and "\n" not in entry.msgid and entry.msgid:
            yield self._problem(entry, "character", "the original stands on one line")
        known = {found[1] for found in _TEMPLATE.finditer(entry.msgid) if found[1]}
        for found in _TEMPLATE.finditer(entry.msgstr):
            if found[0] in ("{{", "}}"):
                continue
            if found[1] is None:
                yield self._problem(entry, "template", "this brace has no partner", hint="{{ or }}")
            elif found[1] not in known:
                yield from self._template(entry, found[1], known)

    def _template(self, entry: polib.POEntry, inside: str, known: set[str]) -> Iterator[Problem]:
        head, bar, rest = inside.partition("|")
        originals = {one.partition("|")[0] for one in known}
        owner, _, last = head.rpartition(".")
        owners = {one.rpartition(".")[0] for one in originals if one.rpartition(".")[2] in _NAMES}
        if bar and head in originals:
            wanted = forms_of(self.language)
            count = rest.count("|") + 1
            if wanted and count != wanted:
                message = f"{{{inside}}} has {count} forms; this language has {wanted}"
                yield self._problem(entry, "template", message)
        elif not (owner in owners and (last in _NAMES or last in self.forms)):
            near = nearest(inside, known) or ""
            message = f"the original has no {{{inside}}}"
            yield self._problem(entry, "template", message, hint=f"{{{near}}}" if near else "")

    def _problem(self, entry: polib.POEntry, code: str, message: str, *, hint: str = "") -> Problem:
        line = min(max(int(entry.linenum or 1), 1), len(self.page.lines))
        start = sum(len(row) + 1 for row in self.page.lines[: line - 1])
        span = (start, start + max(1, len(self.page.lines[line - 1])))
        return self.page.problem(span, code, f"{entry.msgctxt}: {message}", hint=hint)
