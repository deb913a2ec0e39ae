"""The article of a game for its reader, and its page with a map: what interfaces and files share."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from csto_game import places
from csto_game.rules import seats, view
from csto_game.session.chronicle.article import article
from csto_game.session.chronicle.land import land_of
from csto_game.session.chronicle.page import as_page
from csto_game.session.chronicle.records import Article
from csto_game.session.header import Header
from csto_game.session.table import Table


def article_for(table: Table, header: Header, seat: str = "") -> Article:
    """The article as a seat may read it (by default the first person's)."""
    return article(table, header, seat=_reader(table, header, seat))


def page_for(table: Table, header: Header, seat: str = "") -> str:
    """The same as one HTML file."""
    reader = _reader(table, header, seat)
    seen = view(table.book, table.state, reader or seat or _first(table, header))
    members = [row.code for row in seen.members if row.membership == "member"]
    land = land_of(table.book.scenario, members, Path(places.maps()), seen.owners)
    made = article(table, header, seat=reader)
    return as_page(evolve(made, owners=tuple(seen.owners.items())), land)


def _reader(table: Table, header: Header, seat: str) -> str:
    """While a game goes on, its article knows no more than its player; afterwards all is told."""
    return (seat or next(iter(header.persons), "")) if table.asked else ""


def _first(table: Table, header: Header) -> str:
    return next(iter(header.persons), seats(table.book)[0])
