"""The article: infobox, sections, references and a chart, still without a form."""

from __future__ import annotations

from csto_game.model.scenario import Scenario
from csto_game.rules.belief import believe
from csto_game.rules.draft import Draft
from csto_game.rules.standing import ended_row
from csto_game.rules.texts import date
from csto_game.session.chronicle.chart import lines
from csto_game.session.chronicle.facts import facts
from csto_game.session.chronicle.records import Article
from csto_game.session.chronicle.sections import filled, sections
from csto_game.session.header import Header
from csto_game.session.table import Table
from csto_game.text.catalog import say


def article(table: Table, header: Header, *, seat: str = "") -> Article:
    """The article about a game. While it goes on, ``seat`` should be the reader's: then nothing
    stands in it that the seat may not know.
    """
    scenario = table.book.scenario
    now = _now(table, seat)
    parts, references = sections(table, now, facts(table, seat))
    end = ended_row(Draft(table.book, table.state, log=False))
    own = seat or next(iter(header.persons), "")
    return Article(
        title=filled(now, scenario.article.title or scenario.alliance.name)
        or scenario.package.name,
        lead=filled(now, scenario.article.lead or scenario.package.text),
        played=", ".join(scenario.actors[code].name for code in header.persons),
        as_of=date(scenario.clock, table.state.turn),
        infobox=tuple(
            (row.name, filled(now, row.text)) for row in scenario.article.infobox.values()
        ),
        sections=parts,
        end=(end.name, " ".join([*_endings(now, end.ending), end.text])) if end else None,
        results=tuple(_result(scenario, s.seat, s.points, won=s.won) for s in end.scores)
        if end
        else (),
        references=references,
        chart=lines(table, own),
    )


def _now(table: Table, seat: str) -> Draft:
    truth = Draft(table.book, table.state, log=False)
    return believe(truth, table.book.layout.index[seat]) if seat else truth


def _endings(now: Draft, ending: str) -> list[str]:
    record = now.book.scenario.endings.get(ending)
    return [filled(now, text) for text in record.history] if record else []


def _result(scenario: Scenario, seat: str, points: int, *, won: bool) -> str:
    result = say("end.won" if won else "end.lost")
    return say("end.score", name=scenario.actors[seat].name, points=points, result=result)
