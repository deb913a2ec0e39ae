"""A question with two answers; the safe one is marked first."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.draw.box import AT_ONCE, box
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, join, tagged, wrap


def ask_rows(
    title: str,
    lines: Sequence[str],
    answers: tuple[str, str],
    at: int,
    size: tuple[int, int],
    look: Look,
) -> list[Row]:
    """A box. `at` 0 marks the first answer, which does the deed."""
    width, height = size
    inner = min(64, width - 8)
    text = [line for one in lines for line in wrap(one, inner - 4)]
    if len(text) > height - 9:
        text[max(height - 10, 0) :] = [look.glyphs.more]
    rows: list[Row] = [EMPTY, *((look.text(f"  {line}"),) for line in text), EMPTY]
    buttons: list[Row] = []
    keys = (look.named("yes", "ask"), look.named("no", "ask"))
    for place, (key, name) in enumerate(zip(keys, answers, strict=True)):
        button: Row = (look.key(f" {key} "), look.text(f"{name} "))
        marked = look.chosen((look.key(look.glyphs.cursor), *button))
        buttons.append(tagged(marked if place == at else (Span(" "), *button), AT_ONCE, place))
    rows.append(join((Span("  "),), buttons[0], (Span("   "),), buttons[1]))
    return box(title, [*rows, EMPTY], inner, len(rows) + 3, look, focused=True)
