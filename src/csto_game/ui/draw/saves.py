"""The list of saved games."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from csto_game.ui.look import Look
from csto_game.ui.offers import Offer, Saved, named
from csto_game.ui.rows import Row, Span, cell, clip, fit, join, spread
from csto_game.ui.words import say


def saves_rows(
    saves: Sequence[Saved],
    at: int,
    width: int,
    look: Look,
    offers: Sequence[Offer] | None = None,
) -> list[Row]:
    if not saves:
        return [(look.note(" " + say("No games yet. Esc, then n begins one.")),)]
    named_saves = [evolve(save, title=named(save, offers)) for save in saves]
    return [_saved(one, width, look, is_here=place == at) for place, one in enumerate(named_saves)]


def _saved(save: Saved, width: int, look: Look, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    sign = (
        look.warn(look.glyphs.alert)
        if save.trouble
        else look.good(look.glyphs.todo if save.is_over else look.glyphs.done)
    )
    detail = look.warn(save.trouble) if save.trouble else look.dim(save.detail)
    left = join(
        (cursor, sign, Span(" ")), cell((look.strong(save.title),), width // 3), (Span(" "), detail)
    )
    right: Row = (look.dim(f"{save.when} "),)
    row = spread(clip(left, width - 18, ellipsis=look.glyphs.more), right, width)
    return look.chosen(fit(row, width)) if is_here else row
