"""Mods of a scenario: which are on, and what is wrong with those that cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from csto_game.ui.look import Look
from csto_game.ui.offers import ModOffer
from csto_game.ui.rows import Row, Span, clip, fit, tagged, wrap
from csto_game.ui.words import say


def mod_rows(
    mods: Sequence[ModOffer], chosen: AbstractSet[str], at: int, width: int, look: Look
) -> list[Row]:
    """One line a mod; below the marked one what it does, or its errors."""
    rows: list[Row] = []
    for place, mod in enumerate(mods):
        is_here = place == at
        cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
        sign = look.good(look.glyphs.done) if mod.place in chosen else look.dim(look.glyphs.todo)
        if mod.troubles:
            sign = look.warn(look.glyphs.alert)
        name = look.dim(mod.name) if mod.troubles else look.text(mod.name)
        row = clip((cursor, Span(" "), sign, Span(" "), name), width, ellipsis=look.glyphs.more)
        rows.append(tagged(look.chosen(fit(row, width)) if is_here else row, "mods", place))
        if not is_here:
            continue
        if mod.troubles:
            for trouble in mod.troubles:
                text = f"{trouble.place}  {trouble.message}"
                rows += [(look.warn(f"    {line}"),) for line in wrap(text, width - 6)]
        else:
            rows += [(look.note(f"    {line}"),) for line in wrap(mod.text, width - 6)]
    return rows or [(look.note(" " + say("No mod fits this scenario.")),)]
