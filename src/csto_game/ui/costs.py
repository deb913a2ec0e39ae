"""Prices in words, and whether they can be paid."""

from __future__ import annotations

from collections.abc import Iterable

from csto_game.model.view import Figure, View
from csto_game.ui.figures import decimals, scaled
from csto_game.ui.look import Look
from csto_game.ui.rows import Row, Span

Cost = Iterable[tuple[str, int]]


def paid_from(view: View, stat: str) -> Figure | None:
    """The figure that a price is taken from: ``coin`` is the seat's own, ``world.oil`` the world's."""
    owner, _, name = stat.rpartition(".")
    if owner == "world":
        return view.world.get(name)
    if owner == "alliance":
        return view.alliance.get(name)
    return next((m.figures.get(name) for m in view.members if m.is_self), None)


def cost_text(view: View, cost: Cost) -> str:
    """``2 capital · 4 treasury``, or "" for what is free."""
    words = [f"{amount_text(view, stat, amount)} {label_of(view, stat)}" for stat, amount in cost]
    return " · ".join(words)


def brief_cost(view: View, cost: Cost) -> str:
    """Amounts alone, as ``1 · 3``."""
    return " · ".join(amount_text(view, stat, amount) for stat, amount in cost)


def amount_text(view: View, stat: str, amount: int) -> str:
    figure = paid_from(view, stat)
    return scaled(amount, decimals(figure)) if figure else str(amount)


def cost_spans(view: View, cost: Cost, look: Look) -> Row:
    """Amounts only, those that cannot be paid in the color of danger."""
    row: list[Span] = []
    for stat, amount in cost:
        figure = paid_from(view, stat)
        shown = amount_text(view, stat, amount)
        row += [look.dim(f"{look.glyphs.between} ")] if row else []
        is_short = figure is not None and figure.known and figure.value - amount < figure.low
        row.append((look.warn if is_short else look.text)(shown))
        row.append(look.dim(f" {label_of(view, stat)} "))
    return tuple(row)


def label_of(view: View, stat: str) -> str:
    figure = paid_from(view, stat)
    return figure.label.lower() if figure else stat
