"""The article as Markdown. What comes from scenarios is escaped: it cannot become a mark of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from csto_game.session.chronicle.records import Article, Section, Statement
from csto_game.text.catalog import say

MOST_DATES = 3
"""Of a sentence that was true more often, the number and the last date are told."""


def as_markdown(article: Article) -> str:
    """The whole article."""
    rows = [f"# {plain(article.title)}", ""]
    rows += _infobox(article)
    for text in (article.lead, _played(article)):
        rows += [plain(text), ""] if text else []
    for section in article.sections:
        rows += _section(section)
    if article.end:
        name, text = article.end
        rows += [f"## {say('chronicle.end')}", "", f"**{plain(name)}.** {plain(text)}", ""]
        rows += [*(f"- {plain(result)}" for result in article.results), ""]
    rows += _references(article)
    return "\n".join(rows).rstrip() + "\n"


def _played(article: Article) -> str:
    facts = {"name": article.played, "date": article.as_of}
    return say("chronicle.role" if article.played else "chronicle.as_of", **facts)


def _infobox(article: Article) -> list[str]:
    if not article.infobox:
        return []
    rows = [f"| {plain(article.title)} | |", "|---|---|"]
    rows += [f"| {plain(name)} | {plain(text)} |" for name, text in article.infobox]
    return [*rows, ""]


def _section(section: Section) -> list[str]:
    rows = [f"## {plain(section.name)}", ""]
    rows += [plain(section.opening), ""] if section.opening else []
    if not section.statements:
        return [*rows, plain(section.empty), ""] if section.empty else rows
    for year, seasons in by_year(section.statements):
        rows += [" ".join([f"**{plain(year)}.**", *(_season(*told) for told in seasons)]), ""]
    return rows


def _season(season: str, told: Sequence[Statement]) -> str:
    texts = " ".join(_statement(statement) for statement in told)
    return f"*{plain(season)}:* {texts}" if season else texts


def by_date(statements: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
    """Statements of the same date together, in order."""
    return [(when, list(told)) for when, told in groupby(statements, lambda s: s.date)]


def by_year(
    statements: Iterable[Statement],
) -> list[tuple[str, list[tuple[str, list[Statement]]]]]:
    """(year, its (season, statements)), in order."""
    return [
        (year, [(season, list(told)) for season, told in groupby(mine, lambda s: s.season)])
        for year, mine in groupby(statements, lambda s: s.year)
    ]


def _statement(statement: Statement) -> str:
    again = f" {plain(again_words(statement))}" if statement.again else ""
    return f"{plain(statement.text)}[^{statement.reference}]{again}"


def again_words(statement: Statement) -> str:
    """The other dates of a sentence that would have stood there more than once, or how many."""
    dates = statement.again
    if len(dates) <= MOST_DATES:
        return say("chronicle.again", dates=", ".join(dates))
    return say("chronicle.again_often", count=len(dates), last=dates[-1])


def _references(article: Article) -> list[str]:
    return [
        f"[^{row.number}]: "
        + plain(say("chronicle.reference", date=row.date, turn=row.turn, text=row.text))
        for row in article.references
    ]


def plain(text: str) -> str:
    """The text with what Markdown would read as its own marked as plain."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~!&" else c for c in " ".join(text.split()))
