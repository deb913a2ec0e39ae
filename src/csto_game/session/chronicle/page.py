"""The article as one HTML file that needs nothing else: styles, chart and map are in it, no scripts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from csto_game.session.chronicle.drawing import chart
from csto_game.session.chronicle.land import Land
from csto_game.session.chronicle.markdown import again_words, by_year
from csto_game.session.chronicle.records import Article, Section, Statement
from csto_game.text.catalog import say

_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def as_page(article: Article, land: Land | None = None) -> str:
    """The whole page; with ``land`` it has a map."""
    body = [
        f"<h1>{escape(article.title)}</h1>",
        _infobox(article, land),
        _paragraph(article.lead),
        _paragraph(_played(article), "played"),
        _contents(article),
        *(_section(section) for section in article.sections),
        _end(article),
        _chart(article),
        _references(article),
    ]
    head = f'<meta charset="utf-8"><title>{escape(article.title)}</title><style>{_STYLE}</style>'
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    inner = "\n".join(part for part in body if part)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}{view}</head>\n'
        f"<body>\n<main>\n{inner}\n</main>\n</body>\n</html>\n"
    )


def _played(article: Article) -> str:
    facts = {"name": article.played, "date": article.as_of}
    return say("chronicle.role" if article.played else "chronicle.as_of", **facts)


def _paragraph(text: str, kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f"<p{mark}>{escape(text)}</p>" if text else ""


def _infobox(article: Article, land: Land | None) -> str:
    rows = [
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(text)}</td></tr>'
        for name, text in article.infobox
    ]
    drawn = land.svg(article.owners) if land else ""
    if not rows and not drawn:
        return ""
    caption = f"<caption>{escape(article.title)}</caption>"
    return f"<aside>{drawn}<table>{caption}{''.join(rows)}</table></aside>"


def _contents(article: Article) -> str:
    sections = article.sections
    items = [f'<li><a href="#{_anchor(s)}">{escape(s.name)}</a></li>' for s in sections]
    return f"<nav><h2>{escape(say('chronicle.contents'))}</h2><ol>{''.join(items)}</ol></nav>"


def _anchor(section: Section) -> str:
    return escape(f"s-{section.id or 'course'}")


def _section(section: Section) -> str:
    rows = [f'<h2 id="{_anchor(section)}">{escape(section.name)}</h2>', _paragraph(section.opening)]
    if not section.statements:
        rows.append(_paragraph(section.empty))
    for year, seasons in by_year(section.statements):
        texts = " ".join(_season(season, told) for season, told in seasons)
        rows.append(f"<p><b>{escape(year)}.</b> {texts}</p>")
    return "\n".join(row for row in rows if row)


def _season(season: str, told: Sequence[Statement]) -> str:
    texts = " ".join(_statement(statement) for statement in told)
    return f"<i>{escape(season)}:</i> {texts}" if season else texts


def _statement(statement: Statement) -> str:
    again = f" {escape(again_words(statement))}" if statement.again else ""
    number = statement.reference
    mark = f'<sup id="b{number}"><a href="#r{number}">[{number}]</a></sup>'
    return f"{escape(statement.text)}{mark}{again}"


def _end(article: Article) -> str:
    if article.end is None:
        return ""
    name, text = article.end
    results = "".join(f"<li>{escape(result)}</li>" for result in article.results)
    heading = f"<h2>{escape(say('chronicle.end'))}</h2>"
    return f"{heading}<p><b>{escape(name)}.</b> {escape(text)}</p><ul>{results}</ul>"


def _chart(article: Article) -> str:
    if not article.chart:
        return ""
    heading = f"<h2>{escape(say('chronicle.numbers'))}</h2>"
    return f'{heading}<div class="charts">{"".join(chart(line) for line in article.chart)}</div>'


def _references(article: Article) -> str:
    if not article.references:
        return ""
    items = [
        f'<li id="r{row.number}"><a href="#b{row.number}">↑</a> '
        + escape(say("chronicle.reference", date=row.date, turn=row.turn, text=row.text))
        + "</li>"
        for row in article.references
    ]
    return f"<h2>{escape(say('chronicle.references'))}</h2><ol>{''.join(items)}</ol>"
