"""`csto keys`: the keys as they are now, and a file in which to change them."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from csto_game.cli.home import home_of
from csto_game.content.render import render
from csto_game.machine.finding import short
from csto_game.model.refusal import GameError
from csto_game.session.disk import make_whole
from csto_game.text.catalog import say
from csto_game.ui.keys import Key, load_keys
from csto_game.ui.own_keys import FILE, read_own_keys
from csto_game.ui.words import say as word

_HEAD = """\
# Your keys. Take away the # before the lines of an action that you change.
# "on" may be left out: then the action has these keys on all its screens.
# A key is a character or one of: escape enter tab space up down left right pageup pagedown
# home end insert delete backspace f1 … f24, also with ctrl+ or alt+. keys = [] leaves an action
# to the palette. What cannot be is told when the game begins, and by csto doctor.
"""


def run(options: Namespace) -> int:
    """Print the table, or write the file. Raises GameError."""
    folder = home_of(options).settings
    if options.write:
        path = folder / FILE
        if path.exists() or path.is_symlink():
            raise GameError(say("keys.there", path=short(path)))
        make_whole(path, starter().encode())
        print(say("keys.written", path=short(path)))
        return 0
    own = read_own_keys(folder)
    for problem in own.problems:
        sys.stderr.write(f"{render(problem)}\n")
    for key in own.keys.table:
        print(_row(key).rstrip())
    return 0


def starter() -> str:
    """A file that changes nothing: every action, commented out."""
    rows = [_HEAD]
    for key in load_keys().table:
        keys = [one for one in key.keys if one != " "]
        rows.append(
            f"\n# {word(key.help)}\n"
            f"#[[key]]\n"
            f"#id = {json.dumps(key.id)}\n"
            f"#keys = {json.dumps(keys)}\n"
            f"#on = {json.dumps(list(key.on))}\n"
        )
    return "".join(rows)


def _row(key: Key) -> str:
    keys = " ".join(one for one in key.keys if one != " ") or "–"
    return say("keys.row", keys=keys, action=key.id, screens=",".join(key.on), help=word(key.help))
