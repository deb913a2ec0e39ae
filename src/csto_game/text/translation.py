"""The player's language: what the program itself says in it.

Set once at the start, before anything is said. An original is English; what has no translation
stays English. ``{count|ход|хода|ходов}`` in a translation is the form for that number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from csto_game.model.plurals import form_of

ENGLISH = "en"
_FORMS = re.compile(r"\{(\w+)\|([^{}]*)\}")
_WHOLE = re.compile(r"[+\-−]?(\d+)(.*)", re.DOTALL)
_table: dict[tuple[str, str], str] = {}
_spoken: list[str] = [ENGLISH]


def use(language: str, table: Mapping[tuple[str, str], str]) -> None:
    """Speak this language from now on; ``table``: (id, original) → translation."""
    _spoken[:] = [language]
    _table.clear()
    _table.update(table)


def language() -> str:
    """The code of the language that is spoken, such as ``ru`` or ``pt_BR``."""
    return _spoken[0]


def translated(id: str, original: str) -> str:
    """The original in the player's language, its ``{names}`` not yet filled in."""
    return _table.get((id, original), original)


def filled(text: str, facts: Mapping[str, object]) -> str:
    """The text with its facts, which are put in as they are. Raises KeyError on a missing fact."""
    if "|" in text:
        text = _FORMS.sub(lambda found: _form(facts[found[1]], found[2].split("|")), text)
    return text.format_map(facts)


def _form(fact: object, forms: list[str]) -> str:
    found = _WHOLE.fullmatch(str(fact))
    number = int(found[1]) if found and not found[2] else 2
    return forms[form_of(language(), number, len(forms))]
