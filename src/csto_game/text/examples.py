"""Examples for help, taken from the world that is played: its own countries, numbers and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from csto_game.model.view import Figure, Member, View
from csto_game.text.catalog import say

TURN = "world.turn"
"""A number that every world has."""
_STEP = 5


def examples(view: View) -> dict[str, str]:
    """Facts for sentences of help: ``number``, ``numbers``, ``own``, ``other``, ``other_number``, ``words``,
    ``rule`` and ``effect``. Each is there in any world.
    """
    own, other = _own(view), _other(view)
    theirs = next(_numbers(other.figures.values()), None) if other else None
    stat = own.stat if own else ""
    number = own.path if own else TURN
    return {
        "number": number,
        "numbers": _several(view, number),
        "own": stat or TURN,
        "other": other.code if other else view.seat,
        "other_number": theirs.path if theirs else number,
        "words": _words(theirs or own, other.code if other else view.seat),
        "rule": f"self.{stat} > {own.value}" if own else f"{TURN} > 1",
        "effect": f"self.{stat} + {_STEP}" if own else f"{TURN} + 0",
    }


def _own(view: View) -> Figure | None:
    figures = [figure for figure in view.headline if figure.path.startswith(f"{view.seat}.")]
    me = next((one for one in view.members if one.is_self), None)
    return next(_numbers([*figures, *(me.figures.values() if me else ())]), None)


def _other(view: View) -> Member | None:
    return next((one for one in view.members if not one.is_self), None)


def _numbers(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Known numbers, no words or names."""
    return (one for one in figures if one.known and one.shown[-1:].isdigit())


def _several(view: View, number: str) -> str:
    """One of the world, one of the alliance, one between two actors, as far as there are any."""
    found = [next(_numbers(part.values()), None) for part in (view.world, view.alliance)]
    pairs = (figure for one in view.members for pair in one.pairs.values() for figure in pair)
    found.append(next(_numbers(pairs), None))
    paths = [one.path for one in found if one is not None] or [number]
    *first, last = paths
    return say("help.or", first=", ".join(first), last=last) if first else last


def _words(figure: Figure | None, code: str) -> str:
    """Two words that a number is found by."""
    name = figure.label.split()[0].lower() if figure and figure.label.split() else "turn"
    return f"{code.lower()} {name}"
