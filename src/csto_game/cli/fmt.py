"""`csto fmt`: lay scenario files out alike."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from csto_game.content.render import render
from csto_game.text.catalog import say
from csto_game.workshop.formatting.files import format_files


def run(options: Namespace) -> int:
    """Format. Exit code 1: --check found something; 2: a file cannot be read. Raises GameError."""
    paths = [Path(path).expanduser() for path in options.paths]
    looked = format_files(paths, write=not options.check)
    changed = [one.path for one in looked if one.changes]
    for one in looked:
        if one.problem is not None:
            sys.stderr.write(render(one.problem) + "\n")
    sys.stderr.flush()
    for path in changed:
        print(say("fmt.would" if options.check else "fmt.done", path=path))
    print(say("fmt.sum", files=len(looked), changed=len(changed)))
    if any(one.problem and one.problem.severity == "error" for one in looked):
        return 2
    return 1 if options.check and changed else 0
