"""``numbers``: every number that the seat knows, with the path that ``why`` wants."""

from __future__ import annotations

from collections.abc import Iterator

from csto_game.model.view import Figure, View
from csto_game.plain.desk import Desk
from csto_game.text.catalog import say
from csto_game.text.figures import figure_words

MOST = 40
"""So many lines can be listened to; words after ``numbers`` narrow them down."""


def ask_numbers(desk: Desk, rest: str) -> None:
    """``numbers``, or ``numbers kaz trade``: those whose path or name holds all the words."""
    words = rest.lower().split()
    view = desk.view()
    found = {
        figure.path: figure_words(desk.scenario, figure)
        for figure in _all(view)
        if figure.known and "." in figure.path
    }
    rows = [
        say("numbers.row", path=path, text=text)
        for path, text in found.items()
        if all(word in f"{path} {text}".lower() for word in words)
    ]
    more = len(rows) - MOST
    tail = say("numbers.more", count=more) if more > 0 else ""
    desk.write(*(rows[:MOST] or [say("numbers.none")]), tail)


def _all(view: View) -> Iterator[Figure]:
    """What is seen on top first, then the seat's own, then the others'."""
    yield from (*view.headline, *view.strip, *view.world.values(), *view.alliance.values())
    for member in sorted(view.members, key=lambda one: not one.is_self):
        yield from member.figures.values()
        for pair in member.pairs.values():
            yield from pair
    for power in view.powers:
        yield from power.figures.values()
