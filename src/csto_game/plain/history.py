"""``chronicle``: the game so far as an article, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from csto_game.model.refusal import GameError
from csto_game.plain.desk import Desk
from csto_game.session.chronicle.files import write_files
from csto_game.session.chronicle.markdown import again_words, by_date
from csto_game.session.chronicle.records import Article, Section, Statement
from csto_game.session.chronicle.whole import article_for
from csto_game.text.catalog import say


def ask_chronicle(desk: Desk, rest: str) -> None:
    """What happened, as an encyclopaedia would tell it; while the game goes on, as its player knows it.

    ``chronicle write``: into files beside the save.
    """
    if rest.lower() == "write":
        if desk.only:
            raise GameError(say("timeline.mail"))
        names = " ".join(write_files(desk.match, desk.seat))
        desk.write(say("chronicle.written", files=names))
        return
    desk.write(*_article(article_for(desk.match.table, desk.match.header, desk.seat)))


def _article(article: Article) -> Iterator[str]:
    yield article.title
    yield from (f"  {name}: {text}" for name, text in article.infobox)
    yield article.lead
    for section in article.sections:
        yield from _section(section)
    if article.end:
        name, text = article.end
        yield f"{say('chronicle.end')}: {name}. {text}"


def _section(section: Section) -> Iterator[str]:
    yield f"{section.name}. {section.opening}".rstrip()
    if not section.statements and section.empty:
        yield f"  {section.empty}"
    for when, told in by_date(section.statements):
        yield f"  {when}: {' '.join(map(_statement, told))}"


def _statement(statement: Statement) -> str:
    again = f" {again_words(statement)}" if statement.again else ""
    return f"{statement.text}{again}"
