"""Which language the player wishes, found out before anything is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csto_game.machine.tongue import wanted
from csto_game.text.translation import language

__all__ = ["settle", "wanted"]


def settle(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Speak what is wished. Raises GameError if that is no language, or its file is damaged."""
    code = wanted(_argument(arguments, "--lang"), environment, _settled(arguments, environment))
    if code != language():
        from csto_game.session.tongue import speak

        speak(code)


def _settled(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What the player's settings say, or "". Nothing is imported where there are none."""
    from csto_game import places

    folder = places.home(_argument(arguments, "--home"), environment=environment).settings
    if not (folder / "settings.toml").is_file():
        return ""
    from csto_game.machine.settings import AUTO
    from csto_game.machine.settled import read_settings

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
