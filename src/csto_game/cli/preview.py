"""`csto preview`: a card or a verb as a player sees it."""

from __future__ import annotations

from argparse import Namespace

from csto_game.cli.home import home_of, shelves
from csto_game.content.nearest import nearest
from csto_game.model.refusal import GameError
from csto_game.session.worlds import open_world
from csto_game.text.catalog import say
from csto_game.workshop.preview.lines import incident_lines, verb_page
from csto_game.workshop.preview.stage import ask, deal


def run(options: Namespace) -> int:
    """Show it. Raises GameError."""
    book = open_world(options.path, shelves(home_of(options))).book
    known = [f"incident.{id}" for id in book.incidents] + [f"verb.{id}" for id in book.verbs]
    if options.address not in known:
        near = nearest(options.address, known) or known[0]
        raise GameError(say("preview.unknown", address=options.address, near=near))
    kind, _, id = options.address.partition(".")
    if kind == "incident":
        lines = incident_lines(deal(book, id, options.seat), id)
    else:
        lines = verb_page(ask(book, id, options.seat), id)
    print("\n".join(lines))
    return 0
