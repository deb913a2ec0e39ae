"""The chronicle as an article on the screen: its contents, its text, its references."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.session.chronicle import Article, Section, Statement
from csto_game.session.chronicle.markdown import again_words, by_year
from csto_game.ui.draw.box import AT_ONCE, box
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, clip, join, tagged, wrap
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

WIDEST = 84
"""Cells of a line of text at most."""


def chronicle_page(
    article: Article | None, scroll: int, width: int, height: int, look: Look
) -> list[Row]:
    side = side_of(width)
    if article is None:
        text = say("The chronicler is writing.")
        return box(say("chronicle"), [(look.note(f" {text}"),)], width, height, look)
    rows, starts = article_rows(article, width - side - 2, look)
    here = max((n for n, (_, row) in enumerate(starts) if row <= scroll), default=0)
    names = [
        tagged(_entry(name, side - 2, look, is_here=n == here), AT_ONCE, n)
        for n, (name, _) in enumerate(starts)
    ]
    first = max(0, min(here - height // 2, len(names) - height + 2))
    left = box(say("contents"), names, side, height, look, scroll=first, panel="contents")
    percent = min(100, 100 * (scroll + height - 2) // max(len(rows), 1))
    right = box(
        article.title, rows, width - side, height, look,
        focused=True, hint=(look.dim(f" {percent} % "),), scroll=scroll, panel="text",
    )  # fmt: skip
    return beside(left, right)


def side_of(width: int) -> int:
    return 24 if width < 100 else 32


def _entry(name: str, width: int, look: Look, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    paint = look.strong if is_here else look.dim
    return clip((cursor, paint(name)), width, ellipsis=look.glyphs.more)


def article_rows(
    article: Article, width: int, look: Look
) -> tuple[list[Row], tuple[tuple[str, int], ...]]:
    """All rows of the text, and (name, row) of each section's heading."""
    room = min(width - 2, WIDEST)
    rows: list[Row] = [(look.note(f" {line}"),) for line in wrap(_played(article), room)]
    starts = [(say("Summary"), 0)]
    rows += [EMPTY, *_text(article.lead, room, look)]
    rows += _infobox([entry for entry in article.infobox if any(entry)], room, look)
    for section in article.sections:
        rows.append(EMPTY)
        starts.append((section.name, len(rows)))
        rows += _section(section, room, look)
    if article.end:
        name, text = article.end
        rows.append(EMPTY)
        starts.append((say("The end"), len(rows)))
        rows += [(look.key(f" {name}"),), *_text(text, room, look)]
        rows += [row for result in article.results for row in _text(result, room, look)]
    if article.references:
        rows.append(EMPTY)
        starts.append((say("References"), len(rows)))
        rows.append((look.key(f" {say('References')}"),))
        for one in article.references:
            lines = wrap(f"{one.date}: {one.text}", room - 6)
            rows += [
                (look.dim(f" {f'[{one.number}]' if n == 0 else '':>5} "), look.text(line))
                for n, line in enumerate(lines)
            ]
    return rows, tuple(starts)


def _infobox(entries: Sequence[tuple[str, str]], room: int, look: Look) -> list[Row]:
    """What an encyclopedia has in a box beside the text: names in a column, what they are in another."""
    if not entries:
        return []
    names = min(max(cell_width(name) for name, _ in entries) + 2, room // 2)
    bar = look.ink(f" {look.glyphs.trunk} ", look.theme.line)
    rows: list[Row] = [EMPTY]
    for name, text in entries:
        for n, line in enumerate(wrap(text, room - names - 3) or [""]):
            label = cell((look.dim("" if n else name),), names)
            rows.append(join((bar,), label, (look.text(line),)))
    return rows


def _played(article: Article) -> str:
    if article.played:
        return say("As played by {name}, up to {date}", name=article.played, date=article.as_of)
    return say("Up to {date}", date=article.as_of)


def _text(text: str, room: int, look: Look) -> list[Row]:
    return [(look.text(f" {line}"),) for line in wrap(text, room)] if text else []


def _section(section: Section, room: int, look: Look) -> list[Row]:
    rows: list[Row] = [(look.key(f" {section.name}"),)]
    rows += [(look.note(f" {line}"),) for line in wrap(section.opening, room) if line]
    if not section.statements:
        rows += [(look.dim(f" {line}"),) for line in wrap(section.empty, room) if line]
    for year, seasons in by_year(section.statements):
        rows.append((look.strong(f" {year}"),))
        for season, told in seasons:
            rows += _told(season, told, room, look)
    return rows


def _told(season: str, told: Sequence[Statement], room: int, look: Look) -> list[Row]:
    texts = " ".join(_statement(one) for one in told)
    if not season:
        return [(look.text(f"   {line}"),) for line in wrap(texts, room - 2)]
    first, *rest = wrap(f"{season}: {texts}", room - 2)
    head = (look.dim(f"   {season}:"), look.text(first[len(season) + 1 :]))
    return [head, *((look.text(f"   {line}"),) for line in rest)]


def _statement(one: Statement) -> str:
    again = f" {again_words(one)}" if one.again else ""
    return f"{one.text}[{one.reference}]{again}"
