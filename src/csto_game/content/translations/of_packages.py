"""The translations of the packages that a world was put together from."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from csto_game.content.bundle import Bundle
from csto_game.content.entry import WORDS_BYTES, too_much
from csto_game.content.page import Page
from csto_game.content.problem import Problem, Report
from csto_game.content.translations.check import STALE, counts, forms, problems
from csto_game.content.translations.messages import Message, messages_of
from csto_game.content.translations.po import Translation, read_po
from csto_game.content.translations.translate import translate
from csto_game.model.scenario import Scenario


def translated(
    scenario: Scenario, bundles: Sequence[Bundle], language: str, report: Report
) -> Scenario:
    """The scenario in a language as far as its packages have it. Mistakes are reported.

    Later packages win, as they do with rules; a text that another package has changed has no
    translation but that package's own.
    """
    words: dict[tuple[str, str], str] = {}
    others: frozenset[str] = frozenset()
    for one in bundles:
        if one.manifest is None or one.manifest.language == language:
            continue
        found = _read(one, language, report)
        if found:
            _check(messages_of(one.own), *found, language, others, report)
            others |= forms(found[1])
            words |= {(one.address, one.source): one.text for one in found[1] if one.is_used}
    return translate(scenario, words, language) if words else scenario


def check_all(bundles: Sequence[Bundle], report: Report) -> tuple[Problem, ...]:
    """Report what is wrong with every translation; notes about how much of it is missing."""
    others: dict[str, frozenset[str]] = {}
    notes: list[Problem] = []
    for one in bundles:
        messages = messages_of(one.own) if one.source.languages else ()
        left = WORDS_BYTES
        for language in sorted(one.source.languages):
            found = _read(one, language, report)
            left -= len(found[0].text) if found else 0
            if left < 0:
                report.add(too_much(one.source.root, "translations", WORDS_BYTES))
                break
            if not found:
                continue
            known = others.get(language, frozenset())
            _check(messages, *found, language, known, report)
            others[language] = known | forms(found[1])
            notes += _missing(messages, *found)
    return tuple(notes)


def _check(
    messages: Sequence[Message],
    page: Page,
    found: Sequence[Translation],
    language: str,
    others: frozenset[str],
    report: Report,
) -> None:
    for problem in problems(messages, found, page, language, others=others):
        if problem.code != STALE:
            report.add(problem)


def _missing(
    messages: Sequence[Message], page: Page, found: Sequence[Translation]
) -> list[Problem]:
    count = counts(messages, found)
    if count.done == count.total:
        return []
    said = f"{count.done:,} of {count.total:,} texts are translated"
    why = f"{count.fuzzy:,} fuzzy, {count.missing:,} missing"
    return [Problem(page.name, 0, 0, "translation", said, "note", why=why)]


def _read(
    one: Bundle, language: str, report: Report
) -> tuple[Page, tuple[Translation, ...]] | None:
    page = one.source.translation(language)
    if page is None:
        return None
    if isinstance(page, Problem):
        named = f"{one.prefix}/{page.file}" if one.prefix else page.file
        report.add(attrs.evolve(page, file=named))
        return None
    page = Page(f"{one.prefix}/{page.name}", page.text) if one.prefix else page
    entries = read_po(page)
    if isinstance(entries, Problem):
        report.add(entries)
        return None
    return page, entries
