"""Whole pages: a strip above, a body, the message and the keys below."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.machine.terminal import SMALLEST
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, block, fit, spread
from csto_game.ui.words import say


def page_rows(
    top: Row, body: Sequence[Row], below: Sequence[Row], width: int, height: int, look: Look
) -> list[Row]:
    """`body` is cut or padded so that `below` ends in the last row."""
    ground = look.theme.background
    room = height - 1 - len(below)
    return [fit(top, width, ground), *block(body, width, room, ground), *below]


def title_row(title: str, right: str, width: int, look: Look) -> Row:
    """The strip of pages that do not belong to a game."""
    left = (look.mark(" CSTO "), look.strong(f"  {title}"))
    return fit(spread(left, (look.dim(f"{right} "),), width), width, look.theme.background)


def too_small_rows(width: int, height: int, look: Look) -> list[Row]:
    """All that is shown on a terminal on which nothing fits."""
    least = say("Make the window at least {width}×{height},", width=SMALLEST[0], height=SMALLEST[1])
    lines = [
        (look.strong(say("Too small")),),
        EMPTY,
        (look.text(least),),
        (look.text(say("or start with --plain.")),),
        EMPTY,
        (
            look.dim(
                say("It is {width}×{height} now. Nothing is lost.", width=width, height=height)
            ),
        ),
    ]
    above = max(0, (height - len(lines)) // 2)
    rows = [EMPTY] * above + [(look.dim(" "), *line) for line in lines]
    return block(rows, width, height, look.theme.background)


def scroll_to(marked: int, room: int, total: int) -> int:
    """The first row to show so that the marked one is seen, near the middle if need be."""
    return min(max(0, marked - room * 2 // 3), max(0, total - room))
