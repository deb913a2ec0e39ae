"""Which language the player wishes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.text.translation import ENGLISH

_CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def wanted(wish: str | None, environment: Mapping[str, str], settled: str = "") -> str:
    """The language asked for: by argument, else CSTO_LANG, else as settled, else the locale; else English.

    Raises GameError if what the player wrote is no code of a language.
    """
    said = wish if wish is not None else environment.get("CSTO_LANG", "")
    if said:
        if not _CODE.fullmatch(said):
            raise GameError(say("i18n.language", language=said))
        return said
    if settled:
        return settled
    locale = next((environment[name] for name in _LOCALES if environment.get(name)), "")
    found = re.match(r"([a-z]{2,3}(?:_[A-Z]{2})?)(?:[.@]|$)", locale)
    return found[1] if found else ENGLISH
