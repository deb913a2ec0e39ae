"""What is wrong with a package: all problems, the marked one with its lines."""

from __future__ import annotations

from csto_game.ui.draw.box import ROW
from csto_game.ui.look import Look
from csto_game.ui.offers import Offer
from csto_game.ui.rows import EMPTY, Row, Span, clip, fit, tagged
from csto_game.ui.words import say


def problem_rows(
    offer: Offer, at: int, width: int, look: Look, *, is_played: bool = False
) -> tuple[list[Row], int]:
    """Every problem in one line, the marked one in full, as the checker prints it.

    ``is_played`` says that a game goes on without these files.
    """
    rows: list[Row] = []
    marked = 0
    for place, trouble in enumerate(offer.troubles):
        is_here = place == at
        marked = len(rows) if is_here else marked
        sign = look.bad(look.glyphs.alert) if trouble.is_error else look.warn(look.glyphs.warn)
        cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
        head = (cursor, sign, look.dim(f" {trouble.place}  "), look.text(trouble.message))
        row = fit(clip(head, width, ellipsis=look.glyphs.more), width)
        rows.append(tagged(look.chosen(row) if is_here else row, ROW, place))
        if is_here:
            rows += [clip((look.text(f"    {line}"),), width) for line in trouble.lines]
            rows.append(EMPTY)
    told = say("Not loaded. Nothing else is affected.")
    if is_played:
        told = say("The game goes on with the rules it had. Save the file, and it is read again.")
    rows.append((look.dim(f" {told}"),))
    files = offer.place or offer.id
    rows.append(
        (look.dim(" " + say("The same on the command line:  csto check {place}", place=files)),)
    )
    return rows, marked
