"""The poles a country may lean to: one color, sign and letter for each, the same on all screens."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from csto_game.model.view import View
from csto_game.ui.look import Look
from csto_game.ui.lookalikes import TWINS
from csto_game.ui.map.theme import Rgb
from csto_game.ui.words import say


@frozen
class Pole:
    code: str
    name: str
    letter: str
    glyph: str
    color: Rgb


def poles(view: View, look: Look) -> tuple[Pole, ...]:
    """The poles in the scenario's order; without an alignment, none."""
    codes = next((tuple(c for c, _ in m.lean.shares) for m in view.members if m.lean.shares), ())
    names = {power.code: power.name for power in view.powers}
    names |= {"alliance": say("alliance"), "unaligned": say("own")}
    made: list[Pole] = []
    place = 0
    for code in codes:
        name = names.get(code, code).removeprefix("the ").removeprefix("The ")
        is_ascii = look.glyphs.level == "ascii"
        letter = _letter(f"{name} {code}", {pole.letter for pole in made}, is_ascii=is_ascii)
        if code == "unaligned":
            made.append(Pole(code, name, "-", look.glyphs.unaligned, look.theme.camp(-1)))
            continue
        own_place = 0 if code == "alliance" else (place := place + 1)
        made.append(
            Pole(
                code, name, letter, look.glyphs.camps[min(own_place, 5)], look.theme.camp(own_place)
            )
        )
    return tuple(made)


def _letter(name: str, taken: set[str], *, is_ascii: bool) -> str:
    """The first letter of the name, or of the code behind it, that no other pole has, nor one
    that looks the same.

    A name in other letters than plain ones has none of its own where signs are plain.
    """
    letters = [char.upper() for char in name if char.isalpha() and (char.isascii() or not is_ascii)]
    seen = {letter.translate(TWINS) for letter in taken}
    return next((letter for letter in letters if letter.translate(TWINS) not in seen), "?")


def leaning(shares: Mapping[str, int], all_poles: tuple[Pole, ...]) -> tuple[Pole, int] | None:
    """The pole with the greatest share and that share per mille; earlier poles win ties."""
    ranked = sorted(all_poles, key=lambda pole: -shares.get(pole.code, 0))
    return (ranked[0], shares.get(ranked[0].code, 0)) if ranked else None
