"""A question with two answers; the safe one is marked first."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.draw.box import AT_ONCE, box
from csto_game.ui.look import Look
from csto_game.ui.map.theme import mix
from csto_game.ui.rows import (
    EMPTY,
    Row,
    Span,
    fit,
    has_wide,
    join,
    row_width,
    split,
    tagged,
    wrap,
)

_FAINT = 700
"""Per mille of the way to the ground that the colors of a page below a question go."""


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
    text = [line for one in lines for line in wrap(one, inner - 4)][: height - 9]
    rows: list[Row] = [EMPTY, *((look.text(f"  {line}"),) for line in text), EMPTY]
    buttons: list[Row] = []
    keys = (look.named("yes", "ask"), look.named("no", "ask"))
    for place, (key, name) in enumerate(zip(keys, answers, strict=True)):
        button: Row = (look.key(f" {key} "), look.text(f"{name} "))
        marked = look.chosen((look.key(look.glyphs.cursor), *button))
        buttons.append(tagged(marked if place == at else (Span(" "), *button), AT_ONCE, place))
    rows.append(join((Span("  "),), buttons[0], (Span("   "),), buttons[1]))
    return box(title, [*rows, EMPTY], inner, len(rows) + 3, look, focused=True)


def laid_on(
    below: Sequence[Row], made: Sequence[Row], width: int, height: int, look: Look
) -> list[Row]:
    """A box in the middle of a dimmed page; on an empty one where the page was drawn for another size."""
    blank = fit(EMPTY, width, look.theme.background)
    ground = [faint(row, look) if _is_usable(row, width) else blank for row in below[:height]]
    ground += [blank] * (height - len(ground))
    above = max(0, (height - len(made)) * 2 // 5)
    for place, row in enumerate(made[: height - above], above):
        inner = row_width(row)
        left = (width - inner) // 2
        first, _, last = split(ground[place], (left, inner, width - left - inner))
        ground[place] = join(first, row, last)
    return ground


def _is_usable(row: Row, width: int) -> bool:
    return row_width(row) == width and not has_wide(row)


def faint(row: Row, look: Look) -> Row:
    """A row out of focus: all its colors near the ground; without shades, one color."""
    theme = look.theme
    ground = theme.background
    if look.depth not in ("true", "256"):
        return tuple(Span(one.text, theme.line, ground) for one in row)
    return tuple(
        Span(
            one.text,
            mix(one.fg or theme.text, ground, _FAINT),
            mix(one.bg or ground, ground, _FAINT),
        )
        for one in row
    )
