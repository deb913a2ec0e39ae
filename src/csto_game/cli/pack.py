"""`csto pack`: a package as a zip file."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from csto_game.cli.home import home_of, shelves
from csto_game.content.checking import check_set
from csto_game.content.finding import manifest
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.workshop.packing import pack


def run(options: Namespace) -> int:
    """Pack what can be used. Raises GameError."""
    folder = Path(options.path).expanduser()
    if not folder.is_dir():
        raise GameError(say("check.absent", path=folder))
    checked = check_set([folder], shelves(home_of(options)))
    errors = sum(one.loaded.errors for one in checked)
    if errors:
        raise GameError(say("pack.broken", path=folder, errors=errors))
    package = manifest(folder)
    packed = pack(folder)
    name = f"{package.get('id')}-{package.get('version')}.zip"
    file = Path(options.to or name).expanduser()
    try:
        file.write_bytes(packed.data)
    except OSError as error:
        raise GameError(say("cli.unwritten", file=file, why=error.strerror)) from None
    for name in packed.left_out:
        sys.stderr.write(say("pack.left_out", file=name) + "\n")
    print(say("pack.done", file=file, files=len(packed.names), size=len(packed.data)))
    return 0
