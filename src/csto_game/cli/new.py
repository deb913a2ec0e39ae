"""`csto new`: a small world to begin with."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from csto_game.text.catalog import say
from csto_game.workshop.starter_world import write_starter


def run(options: Namespace) -> int:
    """Write it. Raises GameError."""
    folder = Path(options.folder).expanduser()
    names = write_starter(folder, options.id or "")
    print(say("new.written", folder=folder, files=", ".join(names)))
    print(say("new.next", folder=folder))
    return 0
