"""Whom an order is for, in a few rows: what we have with them, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from csto_game.model.view import Figure, View
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import rule
from csto_game.ui.figures import share, worth
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.poles import poles
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, wrap
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_BAR, _TREND, _LEAN = 10, 9, 24
_LEAST = 5
"""Rows below which it is not worth beginning."""


def partner_rows(view: View, code: str, width: int, height: int, look: Look) -> list[Row]:
    """A rule, a name, our pair numbers, then theirs, in at most so many rows."""
    if not code or height < _LEAST:
        return []
    theirs, pairs, text = _known(view, code)
    label = max((cell_width(one.label) for one in (*pairs, *theirs)), default=0) + 2
    rows: list[Row] = [EMPTY, rule(width, look), (look.head(f" {actor_name(view, code).upper()}"),)]
    rows += [(look.note(f" {line}"),) for line in wrap(text, width - 2)[:2] if text]
    rows += _leaning(view, code, label, look)
    rows += [_figure(one, label, look) for one in (*pairs, *theirs)]
    return [clip(row, width) for row in rows[:height]]


def _known(view: View, code: str) -> tuple[Sequence[Figure], Sequence[Figure], str]:
    """(their numbers, ours with them, what is said of them)."""
    own = next((one for one in view.members if one.code == view.seat), None)
    pairs = _told(own.pairs.get(code, ()) if own else ())
    member = next((one for one in view.members if one.code == code), None)
    if member is not None:
        table = tuple(member.figures[stat] for stat in member.table if stat in member.figures)
        return table, pairs, member.text
    power = next((one for one in view.powers if one.code == code), None)
    if power is None:
        return (), pairs, ""
    return _told(power.figures.values()), pairs, power.text


def _told(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those that are known and say something: nothing of nothing is left out."""
    return tuple(one for one in figures if one.known and (one.value or one.change))


def _leaning(view: View, code: str, label: int, look: Look) -> list[Row]:
    member = next((one for one in view.members if one.code == code), None)
    if member is None or not member.lean.shares:
        return []
    all_poles = poles(view, look)
    letters = tuple(look.ink(one.letter, one.color, bold=True) for one in all_poles)
    line = parts.lean_bar(member.lean, all_poles, _LEAN, look)
    return [join(cell((look.text(f" {say('leans')}"),), label + 7), line, (Span("  "), *letters))]


def _figure(figure: Figure, label: int, look: Look) -> Row:
    return join(
        cell((look.text(f" {figure.label}"),), label),
        cell((look.strong(figure.shown if figure.known else "?"),), 6, "right"),
        (Span(" "),),
        parts.bar(share(figure), _BAR, look, is_bad=worth(figure) < 0),
        cell((Span(" "), *parts.change(figure, look)), 6),
        parts.trend(figure, _TREND, look),
    )
