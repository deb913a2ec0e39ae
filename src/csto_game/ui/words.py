"""Texts of the interface. As in `.po` files the English source is the id of a text."""

from __future__ import annotations

from collections.abc import Mapping

_translations: dict[str, str] = {}


def say(text: str, /, **facts: object) -> str:
    """The text in the player's language, its ``{names}`` filled with `facts`.

    Facts are put in as they are: what comes from scenarios is never read as a template.
    """
    source = _translations.get(text, text)
    return source.format_map(facts) if facts else source


def translate(table: Mapping[str, str]) -> None:
    """Use these translations from now on; texts without one stay English."""
    _translations.clear()
    _translations.update(table)
