"""`csto chronicle`: the history of a game as an article, in Markdown or as one HTML file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from attrs import evolve

from csto_game import places
from csto_game.cli.document import write_text
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.rules import seats, view
from csto_game.session.chronicle import Article, article, as_markdown, as_page
from csto_game.session.chronicle.land import land_of
from csto_game.session.library import find
from csto_game.session.replay import Replay, load
from csto_game.session.worlds import finder
from csto_game.text.catalog import say

HTML = (".html", ".htm")


def run(options: Namespace) -> int:
    """Write the article. Raises GameError."""
    is_page = bool(options.to) and options.to.endswith(HTML)
    if options.to and not is_page and not options.to.endswith(".md"):
        raise GameError(say("chronicle.kind", file=options.to))
    home = home_of(options)
    again = load(find(home.saves, options.save), finder(shelves(home)))
    if again.difference:
        raise GameError(again.difference.sentence)
    text = _page(again) if is_page else as_markdown(_article(again))
    if options.to:
        write_text(options.to, text)
    else:
        print(text, end="")
    return 0


def _article(again: Replay) -> Article:
    return article(again.table, again.save.header, seat=_reader(again))


def _reader(again: Replay) -> str:
    """While a game goes on, its article knows no more than its player; afterwards all is told."""
    persons = again.save.header.persons
    return persons[0] if persons and again.table.asked else ""


def _page(again: Replay) -> str:
    table = again.table
    seat = _reader(again) or next(iter(again.save.header.persons), seats(table.book)[0])
    seen = view(table.book, table.state, seat)
    members = [row.code for row in seen.members if row.membership == "member"]
    land = land_of(table.book.scenario, members, Path(places.maps()), seen.owners)
    return as_page(evolve(_article(again), owners=tuple(seen.owners.items())), land)
