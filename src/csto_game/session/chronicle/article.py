"""The article: infobox, sections, chapters, references and a chart, still without a form."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from csto_game.model.scenario import Chapter, Scenario
from csto_game.rules import Book
from csto_game.rules.belief import believe
from csto_game.rules.draft import Draft
from csto_game.rules.standing import ended_row
from csto_game.rules.texts import date, fill
from csto_game.session.chronicle.chart import lines
from csto_game.session.chronicle.facts import Fact, facts
from csto_game.session.chronicle.records import Article, Reference, Section, Statement
from csto_game.session.header import Header
from csto_game.session.table import Table
from csto_game.text.catalog import say
from csto_game.text.things import name_of

CHAPTER_LIMIT = 16
"""Sentences that a chapter tells beyond what stands in the sections."""


def article(table: Table, header: Header, *, seat: str = "") -> Article:
    """The article about a game. While it goes on, ``seat`` should be the reader's: then nothing
    stands in it that the seat may not know.
    """
    scenario = table.book.scenario
    now = _now(table, seat)
    book = _Register(scenario)
    found = facts(table, seat)
    sections, left = _sections(now, found, book)
    end = ended_row(Draft(table.book, table.state, log=False))
    own = seat or next(iter(header.persons), "")
    return Article(
        title=_text(now, scenario.article.title or scenario.alliance.name) or scenario.package.name,
        lead=_text(now, scenario.article.lead or scenario.package.text),
        played=", ".join(scenario.actors[code].name for code in header.persons),
        as_of=date(scenario.clock, table.state.turn),
        infobox=tuple(
            (row.name, _text(now, row.text)) for row in scenario.article.infobox.values()
        ),
        sections=sections,
        chapters=_chapters(table, now, left, book),
        end=(end.name, " ".join([*_endings(now, end.ending), end.text])) if end else None,
        results=tuple(_result(scenario, s.seat, s.points, won=s.won) for s in end.scores)
        if end
        else (),
        references=tuple(book.rows),
        chart=lines(table, own),
    )


def _now(table: Table, seat: str) -> Draft:
    truth = Draft(table.book, table.state, log=False)
    return believe(truth, table.book.layout.index[seat]) if seat else truth


def _text(now: Draft, text: str) -> str:
    return " ".join(fill(now, text, -1, -1).split())


def _endings(now: Draft, ending: str) -> list[str]:
    record = now.book.scenario.endings.get(ending)
    return [_text(now, text) for text in record.history] if record else []


def _result(scenario: Scenario, seat: str, points: int, *, won: bool) -> str:
    result = say("end.won" if won else "end.lost")
    return say("end.score", name=scenario.actors[seat].name, points=points, result=result)


# ── references ──


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
        name = name_of(self.scenario, fact.thing, fact.by)
        if fact.command and fact.thing.startswith(("verb.", "incident.")):
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
            kept[fact.text] = Statement(fact.text, fact.turn, when, book.add(fact))
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


# ── sections ──


def _sections(
    now: Draft, found: Sequence[Fact], book: _Register
) -> tuple[tuple[Section, ...], list[Fact]]:
    """The scenario's sections, and the facts that none of them asked for."""
    scenario = now.book.scenario
    sections: list[Section] = []
    taken: set[int] = set()
    for section in scenario.article.sections.values():
        wanted = [
            n
            for n, fact in enumerate(found)
            if n not in taken
            and (fact.chapter in section.chapters or set(fact.tags) & set(section.tags))
        ]
        taken.update(wanted)
        chosen = _heaviest([found[n] for n in wanted], section.limit)
        sections.append(
            Section(
                section.id,
                section.name,
                _text(now, section.text),
                _write(scenario, chosen, book),
                _text(now, section.empty) or say("chronicle.quiet"),
            )
        )
    return tuple(sections), [fact for n, fact in enumerate(found) if n not in taken]


def _chapters(
    table: Table, now: Draft, left: Sequence[Fact], book: _Register
) -> tuple[Section, ...]:
    """What the sections left, by the chapters of the game; a world without chapters has one."""
    scenario = table.book.scenario
    opened = [c for c in scenario.chapters.values() if _is_open(table.book, table, c)]
    if not opened:
        opened = [Chapter("", say("chronicle.course"))]
    sections = []
    for chapter in sorted(opened, key=lambda c: c.order):
        mine = [fact for fact in left if fact.chapter == chapter.id]
        told = _write(scenario, _heaviest(mine, CHAPTER_LIMIT), book)
        opening = _text(now, chapter.history)
        if told or opening:
            sections.append(Section(chapter.id, chapter.name, opening, told))
    return tuple(sections)


def _is_open(book: Book, table: Table, chapter: Chapter) -> bool:
    return (f"chapter.{chapter.id}", -1, -1) in table.state.tally
