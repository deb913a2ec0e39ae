"""Figures of a View: found by path, and what can be told from one."""

from __future__ import annotations

import re

from csto_game.model.view import Figure, View
from csto_game.ui.width import cell_width

_SHORT = 10
_DECIMALS = re.compile(r"\d\.(\d+)")


def figure_of(view: View, path: str) -> Figure | None:
    """The figure of a path such as ``KAZ.unrest``, ``world.oil``, ``KAZ.CHN.tie``, if it is shown."""
    owner, *rest = path.split(".")
    if owner in ("world", "alliance"):
        return (view.world if owner == "world" else view.alliance).get(rest[-1] if rest else "")
    for member in view.members:
        if member.code == owner:
            if len(rest) == 2:
                pair = member.pairs.get(rest[0], ())
                return next((one for one in pair if one.stat == rest[1]), None)
            return member.figures.get(rest[-1] if rest else "")
    powers = (power for power in view.powers if power.code == owner)
    return next((power.figures.get(rest[-1] if rest else "") for power in powers), None)


def all_figures(view: View) -> tuple[Figure, ...]:
    """Every figure with a path, those of the strip first."""
    rows = [*view.world.values(), *view.alliance.values()]
    for member in view.members:
        rows += member.figures.values()
        for pair in member.pairs.values():
            rows += pair
    return tuple(rows)


def short_label(figure: Figure) -> str:
    """The label where it is short; else the stat's id, which is one word of English."""
    if cell_width(figure.label) <= _SHORT:
        return figure.label
    if not figure.label.isascii():
        first = figure.label.split()[0]
        return first if cell_width(first) <= _SHORT else f"{first[: _SHORT - 1]}."
    return figure.stat.replace("_", " ").capitalize()


def decimals(figure: Figure) -> int:
    """How many decimals the scenario shows of this figure."""
    found = _DECIMALS.search(figure.shown)
    return len(found.group(1)) if found else 0


def scaled(amount: int, places: int) -> str:
    """A whole number as kept, written with its decimals."""
    return f"{amount / 10**places:.{places}f}" if places else str(amount)


def share(figure: Figure) -> int:
    """Where the value stands between its bounds, per mille; 0 when unknown."""
    span = figure.high - figure.low
    if not figure.known or span <= 0:
        return 0
    return min(1000, max(0, (figure.value - figure.low) * 1000 // span))


def worth(figure: Figure) -> int:
    """-1 where a reader should worry, 1 where all is well, 0 between or where nothing is good."""
    if figure.good == "none" or not figure.known:
        return 0
    place = share(figure) if figure.good == "high" else 1000 - share(figure)
    return -1 if place < 400 else 1 if place >= 600 else 0
