"""Changes of numbers that are sure: from what, by how much, to what, as bands."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.model.view import Preview, Range, View
from csto_game.ui.draw.parts import band, bounds_of, plus
from csto_game.ui.figures import decimals, figure_of, scaled
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, row_width, wrap
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_SEVERAL = 3
"""From so many countries on, the same change is one line."""


def ranges_rows(view: View, preview: Preview, width: int, look: Look) -> list[Row]:
    if not preview.sure:
        return []
    shown = bounds_of([*preview.sure, *(one for b in preview.branches for one in b.changes)])
    head = join(cell((look.head(f" {say('EFFECT')}"),), _label_width(width) + 1), (Span(""),))
    rows = [head]
    for one in gathered(view, preview.sure):
        several = len(one) >= _SEVERAL
        for each in one[:1] if several else one:
            label = _several(view, one) if several else ""
            rows += range_rows(view, each, shown, width, look, several=label)
    return rows


def gathered(view: View, ranges: Sequence[Range]) -> list[list[Range]]:
    """The same change of the same stat of several countries together."""
    kinds: dict[tuple[object, ...], list[Range]] = {}
    for one in ranges:
        kinds.setdefault(_kind(view, one), []).append(one)
    return list(kinds.values())


def _kind(view: View, one: Range) -> tuple[object, ...]:
    owner, _, stat = one.path.partition(".")
    if owner in (view.seat, "world", "alliance"):
        return (one.path,)
    return stat, one.low - one.before, one.high - one.before, one.because


def _several(view: View, same: Sequence[Range]) -> str:
    figure = figure_of(view, same[0].path)
    label = figure.label.lower() if figure else same[0].path.rpartition(".")[2]
    return say("{count} {count|other|others}: {label}", count=len(same), label=label)


def _label_width(width: int) -> int:
    return max(12, min(30, width - 36))


def range_rows(
    view: View,
    one: Range,
    bounds: tuple[int, int],
    width: int,
    look: Look,
    *,
    several: str = "",
) -> list[Row]:
    """One number: what it is, from what by what to what, and why.

    `several` names more than one, of which only the change is the same.
    """
    figure = figure_of(view, one.path)
    places = decimals(figure) if figure else 0
    low, high = one.low - one.before, one.high - one.before
    good = figure.good if figure else "none"
    glyphs = look.glyphs
    room = _label_width(width)
    full = several or named(view, one)
    if cell_width(full) >= room:
        full = several or named(view, one, is_short=True)
    name = look.text(f" {full}")
    label = cell(clip((name,), room, ellipsis=glyphs.more), room + 1)
    before = cell((look.dim("" if several else scaled(one.before, places)),), 5, "right")
    first = cell((look.signed(low, plus(low, look, places) or "0", good),), 6, "right")
    if low == high:
        after: Row = (look.dim(f"  {glyphs.arrow} "), look.strong(scaled(one.high, places)))
        row = join(label, before, first, EMPTY if several else after)
    else:
        last = cell((look.signed(high, plus(high, look, places) or "0", good),), 6)
        line = band(low, high, bounds, max(5, min(12, width - room - 26)), look)
        ends = f"{scaled(one.low, places)}{glyphs.dash}{scaled(one.high, places)}"
        after = EMPTY if several else (look.strong(ends),)
        row = join(label, before, first, (Span(" "),), line, (Span(" "),), last, after)
    because = ", ".join(one.because)
    if not because or row_width(row) + cell_width(because) + 3 <= width:
        return [clip((*row, look.note(f"   {because}")), width)]
    return [
        clip(row, width),
        *((look.note(f"   {line}"),) for line in wrap(because, width - 4)[:2]),
    ]


def named(view: View, one: Range, *, is_short: bool = False) -> str:
    """``Treasury`` for our own, ``Kazakhstan: unrest`` for others', ``China: tie`` for our ties; ``KAZ: unrest``
    where there is little room.
    """
    owners = one.path.split(".")[:-1]
    label = one.label or one.path
    others = [
        actor_name(view, code) for code in owners if code not in (view.seat, "world", "alliance")
    ]
    if not others or any(name in label for name in others):
        return label
    if is_short:
        others = [code for code in owners if code not in (view.seat, "world", "alliance")]
    return f"{', '.join(others)}: {label.lower()}"
