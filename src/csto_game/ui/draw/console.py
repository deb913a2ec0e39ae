"""The console of a modder: what was asked, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, cell, wrap
from csto_game.ui.width import cell_width
from csto_game.ui.words import say


def console_rows(
    lines: Sequence[tuple[str, str]], asks: tuple[str, str], width: int, look: Look
) -> list[Row]:
    """``lines`` are (kind, text): ``asked``, ``told`` or ``bad``; ``asks`` are a rule and an effect of the
    world that is open, to begin with.
    """
    if not lines:
        return [EMPTY, *_help(asks, width, look)]
    rows: list[Row] = []
    for kind, text in lines:
        if kind == "asked":
            rows += [EMPTY] if rows else []
            rows += [(look.key(f" {look.glyphs.cursor} "), look.strong(text))]
            continue
        paint = look.warn if kind == "bad" else look.text
        # The checker's lines stand under one another: what is too long is cut, not wrapped.
        kept = [text] if kind == "bad" or text.startswith(" ") else wrap(text, width - 4)
        rows += [(paint(f"   {line}"),) for line in kept]
    return rows


def _help(asks: tuple[str, str], width: int, look: Look) -> list[Row]:
    told = (
        (asks[0], say("a number or a condition, with what it is made of")),
        (f"! {asks[1]}", say("an effect: it happens, and marks the save as touched")),
    )
    room = max(20, *(cell_width(text) + 2 for text, _ in told))
    rows: list[Row] = [
        (*cell((look.key(f" {text}"),), room + 1), look.dim(about)) for text, about in told
    ]
    about = say(
        "self is your seat; others are written with their code. Nothing is hidden from the console."
    )
    return [*rows, EMPTY, *((look.dim(f" {line}"),) for line in wrap(about, width - 4))]
