"""Changes that will come at their date, in words."""

from __future__ import annotations

from csto_game.model.view import DueRow, Range, View
from csto_game.ui.draw.parts import plus
from csto_game.ui.draw.ranges import named
from csto_game.ui.figures import decimals, figure_of
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import Row, Span
from csto_game.ui.words import say

_SHARE = "share"


def due_spans(view: View, due: DueRow, look: Look, *, about: str = "") -> Row:
    """``Treasury +1  the first convoys``: what will move, by how much a turn, and why.

    The country that it is `about` is not named.
    """
    figure = figure_of(view, due.path)
    places, good = (decimals(figure), figure.good) if figure else (0, "none")
    amount = plus(due.amount, look, places)
    if due.path.rpartition(".")[2] == _SHARE and figure is None:
        amount = f"{plus(due.amount, look, 1)} %"
    return (
        look.text(f"{_name(view, due, about or view.seat)} "),
        look.signed(due.amount, amount, good),
        look.note(f"  {due.because}" if due.because else ""),
    )


def _name(view: View, due: DueRow, about: str) -> str:
    """A number's name, and its owner's where that is not plain."""
    owner, *rest = due.path.split(".")
    figure = figure_of(view, due.path)
    if figure is None and len(rest) == 2 and rest[1] == _SHARE:
        text = say("leaning to {pole}", pole=_pole(view, rest[0]))
        return text if owner == about else f"{actor_name(view, owner)}: {text}"
    if figure is not None and owner == about and len(rest) == 1:
        return figure.label
    return named(view, Range(due.path, figure.label if figure else due.label, 0, 0, 0))


def _pole(view: View, code: str) -> str:
    own = {"alliance": say("the alliance"), "unaligned": say("nobody")}
    return own.get(code) or actor_name(view, code)


def due_span(view: View, due: DueRow, when: str, look: Look) -> Span:
    """When it begins, and how many turns it lasts where that is more than one."""
    times = "" if due.left == 1 else say("{count} times", count=due.left)
    return look.dim(f"{when}, {times}" if times else when)
