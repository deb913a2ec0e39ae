"""Which language the player wishes, found out before anything is said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.text.translation import ENGLISH, language

_CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def settle(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Speak what is wished. Raises GameError if that is no language, or its file is damaged."""
    code = wanted(_argument(arguments, "--lang"), environment, _settled(arguments, environment))
    if code != language():
        from csto_game.session.tongue import speak

        speak(code)


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


def _settled(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What the player's settings say, or "". Nothing is imported where there are none."""
    from csto_game import places

    folder = places.home(_argument(arguments, "--home"), environment=environment).settings
    if not (folder / "settings.toml").is_file():
        return ""
    from csto_game.machine.settings import AUTO, read_settings

    said = read_settings(folder).settings.language
    return "" if said == AUTO else said


def _argument(arguments: Sequence[str], name: str) -> str | None:
    """What ``--lang`` or ``--home`` says."""
    for place, one in enumerate(arguments):
        if one == "--":
            break
        if one == name and place + 1 < len(arguments):
            return arguments[place + 1]
        if one.startswith(f"{name}="):
            return one.partition("=")[2]
    return None
