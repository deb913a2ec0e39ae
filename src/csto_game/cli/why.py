"""`csto why`: the causes of a number in a save."""

from __future__ import annotations

from argparse import Namespace

import attrs

from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.session.library import find
from csto_game.session.numbers import own_path
from csto_game.session.replay import load
from csto_game.session.why import why
from csto_game.session.worlds import finder
from csto_game.text.why import why_lines


def run(options: Namespace) -> int:
    """Tell the causes. What the player of the save may not know stays hidden while it lasts."""
    home = home_of(options)
    again = load(find(home.saves, options.save), finder(shelves(home), home.cache))
    if again.difference:
        raise GameError(again.difference.sentence)
    table, persons = again.table, again.save.header.persons
    seat = persons[0] if persons and table.asked else ""
    path = own_path(table.book, options.subject, persons[0] if persons else "")
    found = why(table, path, options.turn, seat=seat)
    if options.json:
        print_json(attrs.asdict(found))
    else:
        print("\n".join(why_lines(table.book.scenario, found, most=99)))
    return 0
