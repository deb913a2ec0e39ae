"""``settings``: what the player has settled, told and changed in lines."""

from __future__ import annotations

from collections.abc import Mapping

from csto_game.content.nearest import nearest
from csto_game.machine.settings import AUTO, CHOICES, Value, is_allowed
from csto_game.machine.settled import change
from csto_game.plain.desk import Desk
from csto_game.session.tongue import speak
from csto_game.text.catalog import say

_WORDS: Mapping[str, bool] = {
    **dict.fromkeys(("on", "yes", "true"), True),
    **dict.fromkeys(("off", "no", "false"), False),
}


def ask_settings(desk: Desk, rest: str) -> None:
    """All settings; of one, what it may be; or change it. Raises GameError if it cannot be written."""
    name, _, value = rest.partition(" ")
    if not name:
        desk.write(*(_row(desk, one) for one in CHOICES))
    elif name not in CHOICES:
        near = nearest(name, CHOICES) or ", ".join(CHOICES)
        desk.complain(f"{say('own.setting', name=name[:40])}: {near}")
    elif not value.strip():
        desk.write(_row(desk, name), _known(name))
    else:
        _settle(desk, name, value.strip())


def _settle(desk: Desk, name: str, text: str) -> None:
    is_switch = isinstance(CHOICES[name][0], bool)
    value: Value = _WORDS.get(text.lower(), text) if is_switch else text
    if not is_allowed(name, value):
        desk.complain(f"{say('own.value', name=name)}. {_known(name)}")
        return
    desk.settled = change(desk.settled, name, value)
    if name == "language" and value != AUTO:
        speak(str(value))
    desk.write(_row(desk, name), *_also(name, value))


def _also(name: str, value: Value) -> tuple[str, ...]:
    """What else there is to know of a change."""
    if name == "language":
        return (say("settings.language"),)
    return (say("cli.lines_now"),) if name == "plain" and value else ()


def _row(desk: Desk, name: str) -> str:
    value = getattr(desk.settled.settings, name)
    return say("settings.row", name=name, value=_said(value))


def _known(name: str) -> str:
    known = ", ".join(_said(one) for one in CHOICES[name])
    if name == "language":
        known = say("own.language", words=known)
    return say("settings.known", values=known)


def _said(value: Value) -> str:
    return value if isinstance(value, str) else "on" if value else "off"
