"""The settings: one a line, what the marked one is for, and how it all looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from csto_game.ui.draw.box import ROW, box, rule
from csto_game.ui.draw.samples import sample_rows
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, tagged, wrap
from csto_game.ui.words import say

SETTING_NAMES: Mapping[str, str] = {
    "theme": "theme",
    "color": "colors",
    "glyphs": "signs",
    "ambiguous": "ambiguous width",
    "language": "language",
    "mouse": "mouse",
    "hints": "hints",
    "difficulty": "difficulty",
    "plain": "lines",
}
SETTING_ABOUT: Mapping[str, str] = {
    "theme": "Dark, light as paper, or one scale of greys. The colors of dark and paper were chosen to be "
    "told apart with every kind of color vision; each also has a sign and a letter.",
    "color": "How many colors are sent. Auto goes by COLORTERM, TERM and NO_COLOR.",
    "glyphs": "Which characters screens are drawn with: all, those of simple fonts, or only ASCII.",
    "ambiguous": "Signs that some terminals, mostly East Asian ones, show two cells wide. Auto asks the "
    "terminal at the start. Where they are wide, screens are drawn with ASCII.",
    "language": "What the program says, and the world of an open game where it has the language. Saves and "
    "commands are the same in all of them.",
    "mouse": "Click to choose, the wheel to scroll, the right button to go back. Off leaves the mouse "
    "to the terminal. With it on, Shift and drag still select text.",
    "hints": "One line when a screen is open for the first time.",
    "difficulty": "What a new game begins with: what its world calls usual, its first level, or its last.",
    "plain": "From the next start on the game is played in lines, for screen readers and slow connections. "
    "With --screen it begins with screens all the same.",
}
SETTING_VALUES: Mapping[str | bool, str] = {
    True: "on",
    False: "off",
    "auto": "auto",
    "dark": "dark",
    "paper": "paper",
    "mono": "mono",
    "true": "all",
    "none": "none",
    "full": "all signs",
    "basic": "simple",
    "ascii": "ASCII",
    "narrow": "one cell",
    "wide": "two cells",
    "usual": "usual",
    "easiest": "easiest",
    "hardest": "hardest",
    "en": "English",
    "ru": "Русский",
}


@frozen
class SettingLine:
    """``effect`` is what an automatic value comes to; ``reason`` why it is so, ``by`` what overrules it."""

    name: str
    value: object
    effect: object = ""
    reason: str = ""
    by: str = ""


def settings_page(
    lines: Sequence[SettingLine], at: int, place: str, width: int, height: int, look: Look
) -> list[Row]:
    """``place`` is where they are kept."""
    inner = width - 2
    rows = [EMPTY] + [
        tagged(_line(line, inner, look, is_here=n == at), ROW, n) for n, line in enumerate(lines)
    ]
    rows += [EMPTY, rule(inner, look)]
    about = say(SETTING_ABOUT[lines[at].name])
    rows += [(look.text(f" {text}"),) for text in wrap(about, min(inner - 2, 100))]
    if height - len(rows) > 5:
        rows += [EMPTY, *(clip(row, inner) for row in sample_rows(look))]
    note = (look.dim(f" {look.glyphs.sides} {say('change')} "),)
    return box(say("settings"), rows, width, height, look, focused=True, right=place, hint=note)


def _line(line: SettingLine, width: int, look: Look, *, is_here: bool) -> Row:
    glyphs = look.glyphs
    cursor = look.key(f"{glyphs.cursor} ") if is_here else Span("  ")
    name = (look.strong if is_here else look.text)(say(SETTING_NAMES[line.name]))
    shown = named(line.value)
    arrows = (f"{glyphs.left} ", f" {glyphs.right}") if is_here else ("  ", "  ")
    value = join((look.key(arrows[0]),), (look.strong(shown),), (look.key(arrows[1]),))
    ends: list[Span] = []
    if line.effect not in ("", line.value):
        ends.append(look.text(f"{glyphs.arrow} {named(line.effect)}  "))
    reason = say("{by} decides, not this", by=line.by) if line.by else line.reason
    ends.append((look.warn if line.by else look.dim)(reason))
    row = join((Span(" "), cursor), cell((name,), 20), cell(value, 17), tuple(ends))
    row = cell(clip(row, width, ellipsis=glyphs.more), width)
    return look.chosen(row) if is_here else row


def named(value: object) -> str:
    """A value as a player reads it; a number or the code of a language as it is."""
    if isinstance(value, str | bool) and value in SETTING_VALUES:
        return say(SETTING_VALUES[value])
    return str(value)
