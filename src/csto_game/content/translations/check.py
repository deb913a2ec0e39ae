"""What is wrong with a file of translations, and how much of it is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import define, field, frozen

from csto_game.content.language.templates import NAMES_OF_ACTOR, NAMES_OF_ALLIANCE
from csto_game.content.nearest import nearest
from csto_game.content.page import Page
from csto_game.content.problem import MOST_PROBLEMS, Problem
from csto_game.content.translations.messages import Message
from csto_game.content.translations.po import Translation, problem_at
from csto_game.model.plurals import forms_of

STALE = "stale"
_TEMPLATE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAMES = (*NAMES_OF_ACTOR, *NAMES_OF_ALLIANCE)
_LONGER, _AT_LEAST = 4, 120
"""A translation may be so many times as long as its original, or so long, before it is refused."""

_HELPED = 20


@frozen
class Counts:
    """Of the messages: translated, doubtful, and not translated at all."""

    total: int
    done: int
    fuzzy: int

    @property
    def missing(self) -> int:
        return self.total - self.done - self.fuzzy


def counts(messages: Sequence[Message], found: Sequence[Translation]) -> Counts:
    """How far the translation has come."""
    wanted = {(message.address, message.text) for message in messages}
    there = [one for one in found if one.text and (one.address, one.source) in wanted]
    fuzzy = sum(one.is_fuzzy for one in there)
    return Counts(len(wanted), len(there) - fuzzy, fuzzy)


def problems(
    messages: Sequence[Message],
    found: Sequence[Translation],
    page: Page,
    language: str,
    *,
    others: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Mistakes in order of line; a changed original is a warning. What is missing or fuzzy is none.

    ``others`` are forms that other packages' translations give.
    """
    checker = _Checker(messages, page, language, forms(found) | others)
    told = (problem for one in found for problem in checker.check(one))
    return tuple(sorted(islice(told, MOST_PROBLEMS)))


def forms(found: Sequence[Translation]) -> frozenset[str]:
    """Names of the forms that a translation gives: ``gen`` of ``country.KAZ.form.gen``."""
    return frozenset(one.address.rpartition(".")[2] for one in found if one.is_form)


@define
class _Checker:
    messages: Sequence[Message]
    page: Page
    language: str
    forms: frozenset[str]
    texts: dict[str, set[str]] = field(factory=dict)
    helped: int = 0

    def __attrs_post_init__(self) -> None:
        for message in self.messages:
            self.texts.setdefault(message.address, set()).add(message.text)

    def check(self, one: Translation) -> Iterator[Problem]:
        if one.is_form:
            yield from self._form(one)
        elif one.address not in self.texts:
            near = self._near(one.address)
            message = f"the package has no text at {one.address}"
            yield self._problem(one, "unknown-address", message, hint=near)
        elif one.source not in self.texts[one.address]:
            hint = f"csto i18n update … {self.language}"
            message = "the original has changed"
            yield self._problem(one, STALE, message, hint=hint, severity="warning")
            return
        if one.text:
            yield from self._text(one)

    def _near(self, address: str) -> str:
        """What was meant; among many unknown ones it is not worth the time."""
        self.helped += 1
        return (nearest(address, self.texts) or "") if self.helped <= _HELPED else ""

    def _form(self, one: Translation) -> Iterator[Problem]:
        parts = one.address.split(".")
        if len(parts) != 4 or parts[2] != "form" or f"{parts[0]}.{parts[1]}.name" not in self.texts:
            message = f"{one.address} is no form of a country or power"
            yield self._problem(one, "unknown-address", message, hint="country.CODE.form.gen")

    def _text(self, one: Translation) -> Iterator[Problem]:
        if "\n" in one.text and "\n" not in one.source:
            yield self._problem(one, "character", "the original stands on one line")
        most = max(_AT_LEAST, _LONGER * len(one.source))
        if len(one.text) > most:
            message = f"{len(one.text):,} characters, where the original has {len(one.source):,}"
            yield self._problem(one, "too-long", message, hint="shorten it")
        known = {found[1] for found in _TEMPLATE.finditer(one.source) if found[1]}
        for found in _TEMPLATE.finditer(one.text):
            if found[0] in ("{{", "}}"):
                continue
            if found[1] is None:
                yield self._problem(one, "template", "this brace has no partner", hint="{{ or }}")
            elif found[1] not in known:
                yield from self._template(one, found[1], known)

    def _template(self, one: Translation, inside: str, known: set[str]) -> Iterator[Problem]:
        head, bar, rest = inside.partition("|")
        originals = {one.partition("|")[0] for one in known}
        owner, _, last = head.rpartition(".")
        owners = {one.rpartition(".")[0] for one in originals if one.rpartition(".")[2] in _NAMES}
        if bar and head in originals:
            wanted = forms_of(self.language)
            count = rest.count("|") + 1
            if wanted and count != wanted:
                message = f"{{{inside}}} has {count} forms; this language has {wanted}"
                yield self._problem(one, "template", message)
        elif not (owner in owners and (last in NAMES_OF_ACTOR or last in self.forms)):
            near = nearest(inside, known) or ""
            message = f"the original has no {{{inside}}}"
            yield self._problem(one, "template", message, hint=f"{{{near}}}" if near else "")

    def _problem(
        self, one: Translation, code: str, message: str, *, hint: str = "", severity: str = "error"
    ) -> Problem:
        said = f"{one.address}: {message}"
        return problem_at(self.page, one.line, code, said, hint=hint, severity=severity)
