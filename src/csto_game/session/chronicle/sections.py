"""The sections of an article: which facts stand in which, in what order, with what numbers."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from csto_game.model.scenario import Chapter, Scenario
from csto_game.rules.draft import Draft
from csto_game.rules.texts import date, fill, year_and_season
from csto_game.session.chronicle.facts import Fact
from csto_game.session.chronicle.records import Reference, Section, Statement
from csto_game.session.table import Table
from csto_game.text.catalog import say
from csto_game.text.events import capital
from csto_game.text.things import name_of

CHAPTER_LIMIT = 16
"""Sentences that a chapter tells beyond what stands in the sections."""


def sections(
    table: Table, now: Draft, found: Sequence[Fact]
) -> tuple[tuple[Section, ...], tuple[Reference, ...]]:
    """All sections with something to say, in reading order, and the references of their sentences."""
    scenario = table.book.scenario
    own, left = _own(now, found)
    plans = sorted([*own, *_chapters(table, now, left)], key=lambda plan: plan.order)
    book = _Register(scenario)
    written = tuple(
        Section(plan.id, plan.name, plan.opening, _write(scenario, plan.facts, book), plan.empty)
        for plan in plans
    )
    return written, tuple(book.rows)


def filled(now: Draft, text: str) -> str:
    """A text of the article with the numbers of its moment."""
    return " ".join(fill(now, text, -1, -1).split())


@frozen
class _Plan:
    """A section before its sentences are numbered; ``facts`` in order of time."""

    order: int
    id: str
    name: str
    opening: str
    empty: str
    facts: Sequence[Fact]


def _own(now: Draft, found: Sequence[Fact]) -> tuple[list[_Plan], list[Fact]]:
    """The scenario's sections, and the facts that none of them asked for.

    The first in the files that asks for a fact has it, wherever the section is read.
    """
    plans: list[_Plan] = []
    taken: set[int] = set()
    for section in now.book.scenario.article.sections.values():
        wanted = [
            n
            for n, fact in enumerate(found)
            if n not in taken
            and (fact.chapter in section.chapters or set(fact.tags) & set(section.tags))
        ]
        taken.update(wanted)
        chosen = _heaviest([found[n] for n in wanted], section.limit)
        empty = filled(now, section.empty) or say("chronicle.quiet")
        opening = filled(now, section.text)
        plans.append(_Plan(section.order, section.id, section.name, opening, empty, chosen))
    return plans, [fact for n, fact in enumerate(found) if n not in taken]


def _chapters(table: Table, now: Draft, left: Sequence[Fact]) -> list[_Plan]:
    """What the sections left, by the chapters of the game that no section tells; a world without
    chapters has one.
    """
    scenario = table.book.scenario
    told = {id for section in scenario.article.sections.values() for id in section.chapters}
    opened = [c for c in scenario.chapters.values() if _is_open(table, c) and c.id not in told]
    if not scenario.chapters:
        opened = [Chapter("", say("chronicle.course"))]
    plans = []
    for chapter in sorted(opened, key=lambda c: c.order):
        mine = [fact for fact in left if fact.chapter == chapter.id]
        opening = filled(now, chapter.history)
        if mine or opening:
            chosen = _heaviest(mine, CHAPTER_LIMIT)
            plans.append(_Plan(chapter.order, chapter.id, chapter.name, opening, "", chosen))
    return plans


def _is_open(table: Table, chapter: Chapter) -> bool:
    return (f"chapter.{chapter.id}", -1, -1) in table.state.tally


# ── sentences ──


class _Register:
    """Numbers statements in the order in which they are written."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.rows: list[Reference] = []

    def add(self, fact: Fact) -> int:
        number = len(self.rows) + 1
        when = date(self.scenario.clock, fact.turn)
        self.rows.append(Reference(number, fact.turn, when, self._source(fact)))
        return number

    def _source(self, fact: Fact) -> str:
        name = capital(name_of(self.scenario, fact.thing, fact.by, fact.to))
        if fact.command and len(fact.selves) < 2:
            return say("chronicle.by_command", name=name, command=fact.command)
        if fact.file:
            return say("chronicle.by_rule", name=name, file=fact.file, line=fact.line)
        return name


def _write(scenario: Scenario, chosen: Sequence[Fact], book: _Register) -> tuple[Statement, ...]:
    """Statements in order of time; the same sentence is written once, with its other dates."""
    kept: dict[str, Statement] = {}
    for fact in chosen:
        when = date(scenario.clock, fact.turn)
        known = kept.get(fact.text)
        if known is None:
            year, season = year_and_season(scenario.clock, fact.turn)
            kept[fact.text] = Statement(fact.text, fact.turn, when, year, season, book.add(fact))
        elif when not in (known.date, *known.again):
            kept[fact.text] = evolve(known, again=(*known.again, when))
    return tuple(kept.values())


def _heaviest(found: Sequence[Fact], limit: int) -> list[Fact]:
    """So many sentences, the weightiest, in order of time."""
    order = sorted(range(len(found)), key=lambda n: (-found[n].weight, n))
    texts: dict[str, None] = {}
    for n in order:
        if len(texts) < limit or found[n].text in texts:
            texts.setdefault(found[n].text)
    return [fact for fact in found if fact.text in texts]
