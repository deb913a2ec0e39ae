"""`csto graph`: who starts, sets and reads what."""

from __future__ import annotations

from argparse import Namespace

from csto_game.cli.document import write_text
from csto_game.cli.home import home_of, shelves
from csto_game.content.nearest import nearest
from csto_game.model.refusal import GameError
from csto_game.session.worlds import open_world
from csto_game.text.catalog import say
from csto_game.workshop.graph.mermaid import write_mermaid
from csto_game.workshop.graph.svg import write_svg
from csto_game.workshop.graph.text import write_text as write_paragraphs
from csto_game.workshop.graph.threads import around, ends, threads

WRITERS = {"text": write_paragraphs, "mermaid": write_mermaid, "svg": write_svg}


def run(options: Namespace) -> int:
    """Draw it. Raises GameError."""
    opened = open_world(options.path, shelves(home_of(options)))
    found = threads(opened.book.scenario)
    if options.around:
        if options.around not in ends(found):
            near = nearest(options.around, ends(found)) or ends(found)[0]
            raise GameError(say("graph.unknown", address=options.around, near=near))
        found = around(found, options.around, steps=options.steps)
    drawn = WRITERS[options.format](found)
    if not options.to:
        print(drawn, end="")
        return 0
    write_text(options.to, drawn)
    print(say("workshop.written", file=options.to))
    return 0
