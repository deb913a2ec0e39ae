"""`csto chronicle`: the history of a game as an article, in Markdown or as one HTML file."""

from __future__ import annotations

from argparse import Namespace

from csto_game.cli.document import write_text
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.session.chronicle import as_markdown
from csto_game.session.chronicle.whole import article_for, page_for
from csto_game.session.library import find
from csto_game.session.replay import load
from csto_game.session.worlds import finder
from csto_game.text.catalog import say

HTML = (".html", ".htm")


def run(options: Namespace) -> int:
    """Write the article. Raises GameError."""
    is_page = bool(options.to) and options.to.endswith(HTML)
    if options.to and not is_page and not options.to.endswith(".md"):
        raise GameError(say("chronicle.kind", file=options.to))
    home = home_of(options)
    again = load(find(home.saves, options.save), finder(shelves(home), home.cache))
    if again.difference:
        raise GameError(again.difference.sentence)
    table, header = again.table, again.save.header
    text = page_for(table, header) if is_page else as_markdown(article_for(table, header))
    if options.to:
        write_text(options.to, text)
    else:
        print(text, end="")
    return 0
