"""`csto docs`: the manual of a scenario, or the reference of the format."""

from __future__ import annotations

from argparse import Namespace

from csto_game.cli.document import write_text
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.session.worlds import open_world
from csto_game.text.catalog import say
from csto_game.workshop.manual.build import manual
from csto_game.workshop.manual.html import write_html
from csto_game.workshop.manual.markdown import write_markdown
from csto_game.workshop.reference.manual import reference

_WRITERS = {".html": write_html, ".htm": write_html, ".md": write_markdown}


def run(options: Namespace) -> int:
    """Write it. Raises GameError."""
    text = reference() if options.reference else _manual(options)
    if not options.to:
        print(text, end="")
        return 0
    write_text(options.to, text)
    print(say("workshop.written", file=options.to))
    return 0


def _manual(options: Namespace) -> str:
    if not options.path:
        raise GameError(say("docs.what"))
    suffix = "." + (options.to or "page.md").rpartition(".")[2].lower()
    if suffix not in _WRITERS:
        raise GameError(say("docs.kind", file=options.to))
    return _WRITERS[suffix](manual(open_world(options.path, shelves(home_of(options))).book))
