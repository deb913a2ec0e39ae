"""`csto chronicle`: the history of a game as an article in Markdown."""

from __future__ import annotations

from argparse import Namespace

from csto_game.cli.document import write_text
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.session.chronicle import article
from csto_game.session.library import find
from csto_game.session.replay import load
from csto_game.session.worlds import finder
from csto_game.text.catalog import say


def run(options: Namespace) -> int:
    """Write the article. Raises GameError."""
    if options.to and not options.to.endswith(".md"):
        raise GameError(say("chronicle.kind", file=options.to))
    home = home_of(options)
    again = load(find(home.saves, options.save), finder(shelves(home)))
    if again.difference:
        raise GameError(again.difference.sentence)
    text = article(again.table, again.save.header)
    if options.to:
        write_text(options.to, text)
    else:
        print(text, end="")
    return 0
