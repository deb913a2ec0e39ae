"""How this look looks: a few rows to judge colors and signs by."""

from __future__ import annotations

from csto_game.ui.look import Look
from csto_game.ui.map.glyphs import QUADRANTS
from csto_game.ui.rows import EMPTY, Row, Span, join
from csto_game.ui.words import say

_LETTERS = "ABCDEF"


def sample_rows(look: Look) -> list[Row]:
    """Sides of the map, good and bad news, and what is drawn with."""
    theme, glyphs = look.theme, look.glyphs
    colorless = look.is_colorless or glyphs.level == "ascii"
    sides: list[Span] = [look.head(f" {say('sides')}".ljust(12))]
    for place, sign in enumerate(glyphs.camps):
        color = theme.camp(place)
        sides += [look.ink((_LETTERS[place] if colorless else sign) * 4, color), Span(" ")]
    sides += [look.ink(glyphs.unaligned * 4, theme.camp(-1)), Span("  ")]
    sides.append(look.note(say("each is told by its sign, too")))
    news = join(
        (look.head(f" {say('changes')}".ljust(12)),),
        (
            look.good(f"{glyphs.up}3 {say('better')}  "),
            look.bad(f"{glyphs.down}3 {say('worse')}  "),
        ),
        (look.danger(f" {glyphs.alert} {say('danger')} "), Span("  "), look.dim(say("quiet"))),
    )
    drawn = [look.head(f" {say('signs')}".ljust(12)), look.text(f"{glyphs.spark}  {glyphs.parts} ")]
    if glyphs.level == "full":
        drawn.append(look.text(f" {QUADRANTS.strip()}  ⠁⠃⠇⡇⣇⣧⣷⣿"))
    box = glyphs.box
    join_ = look.text(f"  {box[0]}{box[4] * 3}{box[1]}{box[5]}{box[2]}{box[4] * 3}{box[3]}")
    return [tuple(sides), news, (*drawn, join_)]


def sample_block(look: Look) -> list[Row]:
    return [EMPTY, *sample_rows(look)]
