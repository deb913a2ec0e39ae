"""`csto doctor`: what this terminal and this install can do."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from contextlib import suppress

from attrs import asdict

from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.machine.choosing import Asked, choose
from csto_game.machine.doctor import examine, report, worst
from csto_game.machine.finding import Here
from csto_game.machine.measure import measured
from csto_game.machine.settled import read_settings
from csto_game.ui.own_keys import read_own_keys


def run(options: Namespace) -> int:
    """Look at everything. Exit code 1 if something is bad. The player's home is told as ``~``."""
    findings = examine(_here(options))
    if options.json:
        ok = worst(findings) != "bad"
        print_json({"ok": ok, "findings": [asdict(finding) for finding in findings]})
    else:
        print(report(findings))
    return 1 if worst(findings) == "bad" else 0


def _here(options: Namespace) -> Here:
    home = home_of(options)
    settled = read_settings(home.settings)
    encoding = (sys.stdout.encoding if sys.stdout else "") or ""
    own = read_own_keys(home.settings)
    asked = Asked({}, os.environ, encoding, measured() if _is_terminal() else None)
    return Here(
        home=home,
        shelves=shelves(home),
        environment=os.environ,
        encoding=encoding,
        size=shutil.get_terminal_size() if _is_terminal() else None,
        settled=settled,
        chosen=choose(settled.settings, asked),
        keys=own.problems,
        own_keys=own.count,
    )


def _is_terminal() -> bool:
    with suppress(ValueError, AttributeError):
        return sys.stdout.isatty()
    return False
