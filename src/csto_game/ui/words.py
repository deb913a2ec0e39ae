"""Texts of the interface. As in `.po` files the English source is the id of a text."""

from __future__ import annotations

from csto_game.text.translation import filled, translated

CONTEXT = "ui"
"""What all these texts have for an address in files of translations."""


def say(text: str, /, **facts: object) -> str:
    """The text in the player's language, its ``{names}`` filled with `facts`.

    Facts are put in as they are: what comes from scenarios is never read as a template.
    """
    source = translated(CONTEXT, text)
    return filled(source, facts) if facts else source
