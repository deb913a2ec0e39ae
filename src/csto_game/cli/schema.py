"""`csto schema`: the format as a JSON Schema, for editors."""

from __future__ import annotations

from argparse import Namespace

from csto_game.cli.document import as_json, write_text
from csto_game.text.catalog import say
from csto_game.workshop.schema.document import document
from csto_game.workshop.schema.settings import settings


def run(options: Namespace) -> int:
    """Print or write it. Raises GameError."""
    text = as_json(document())
    if not options.to:
        print(text)
        return 0
    write_text(options.to, text + "\n")
    print(say("workshop.written", file=options.to))
    print(settings(options.to))
    return 0
