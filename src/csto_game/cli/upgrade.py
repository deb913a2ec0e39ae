"""`csto upgrade`: rewrite a package of an older format."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from csto_game.text.catalog import say
from csto_game.workshop.upgrading.package import upgrade, write


def run(options: Namespace) -> int:
    """Rewrite. Exit code 1: --check found something to do. Raises GameError."""
    folder = Path(options.folder).expanduser()
    done = upgrade(folder)
    if not done.changed:
        print(say("upgrade.current", format=done.end))
        return 0
    if not options.check:
        write(folder, done.changed)
    for name in done.changed:
        print(say("fmt.would" if options.check else "upgrade.done", path=name))
    print(say("upgrade.sum", begin=done.begin, end=done.end))
    return 1 if options.check else 0
