"""The key table: which key does what on which screen, read from `keys.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli
from attrs import field, frozen

_FILE = Path(__file__).parent / "keys.toml"
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
LAYOUTS: Mapping[str, str] = dict(zip(_CYRILLIC, _LATIN, strict=True))
"""A character of another layout → the one on the same key of the Latin layout."""
_BACK: Mapping[str, str] = {
    latin: other for other, latin in LAYOUTS.items() if latin not in LAYOUTS
}
_NAMES = {"escape": "Esc", "enter": "Enter", "up": "↑", "down": "↓", "left": "←", "right": "→"}
_NAMES |= {"space": "Space"}
_NAMES |= {"pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "tab": "Tab"}
_NAMES |= {" ": "Space"}


@frozen
class Key:
    """One entry of the table; `keys` are characters or names such as ``escape``.

    An action without a key is left to the palette.
    """

    id: str
    keys: tuple[str, ...]
    on: tuple[str, ...]
    label: str
    help: str

    @property
    def shown(self) -> str:
        """The first key as a player reads it, "" where there is none."""
        return next(iter(self.names), "")

    @property
    def names(self) -> tuple[str, ...]:
        """All its keys as a player reads them; a row of digits is one."""
        if len(self.keys) > 1 and self.keys[0] == "1" and self.keys[-1].isdecimal():
            return (f"1–{self.keys[-1]}",)
        return tuple(dict.fromkeys(_NAMES.get(key) or _named(key) for key in self.keys))

    def is_on(self, screen: str) -> bool:
        return screen in self.on or "*" in self.on


@frozen
class Keys:
    """The whole table. Where two entries share a key, the one that names the screen wins."""

    table: tuple[Key, ...]
    _found: dict[str, dict[str, Key]] = field(factory=dict, eq=False, repr=False)

    def on(self, screen: str) -> tuple[Key, ...]:
        """The entries of one screen: its own first, then those of all screens that it has no own for."""
        own = [key for key in self.table if screen in key.on]
        named = {key.id for key in own}
        return (*own, *(key for key in self.table if "*" in key.on and key.id not in named))

    def find(self, screen: str, pressed: str) -> Key | None:
        """What a key means there; a letter of another layout means its neighbor on the key."""
        if screen not in self._found:
            self._found[screen] = {k: key for key in reversed(self.on(screen)) for k in key.keys}
        known = self._found[screen]
        here, there = LAYOUTS.get(pressed, ""), _BACK.get(pressed, "")
        return known.get(pressed) or known.get(here) or known.get(there)

    def without(self, action: str) -> Keys:
        """The table without an action."""
        return Keys(tuple(key for key in self.table if key.id != action))

    def key_of(self, action: str, screen: str) -> str:
        """The key to show for an action, or ""."""
        return next((key.shown for key in self.on(screen) if key.id == action), "")

    def named(self, action: str, screen: str) -> str:
        """The key of an action for a sentence that needs one; where it has none, how the palette finds it."""
        shown = self.key_of(action, screen)
        return shown or f"{self.key_of('palette', screen)} {action.replace('_', ' ')}"


def read_keys(table: Mapping[str, Any]) -> Keys:
    entries = (
        Key(
            id=one["id"],
            keys=tuple(expand(one["keys"])),
            on=tuple(one["on"]),
            label=one["label"],
            help=one["help"],
        )
        for one in table["key"]
    )
    return Keys(tuple(entries))


@lru_cache
def load_keys(file: Path = _FILE) -> Keys:
    return read_keys(tomli.loads(file.read_text("utf-8")))


def conflicts(keys: Keys) -> tuple[str, ...]:
    """Sentences about keys that two entries claim on the same screen; none in a sound table."""
    screens = sorted({screen for key in keys.table for screen in key.on if screen != "*"})
    found: list[str] = []
    for screen in screens:
        seen: dict[str, str] = {}
        for key in keys.table:
            if screen not in key.on:
                continue
            for pressed in key.keys:
                if pressed in seen:
                    found.append(f"{pressed} on {screen}: both {seen[pressed]} and {key.id}")
                seen[pressed] = key.id
    return tuple(found)


def _named(key: str) -> str:
    """``ctrl+p`` as ``Ctrl+P``; a character as it is."""
    if len(key) < 2:
        return key
    return "+".join(_NAMES.get(part, part.capitalize()) for part in key.split("+"))


def expand(keys: Iterable[str]) -> Iterable[str]:
    """Each key alone: ``1-9`` is nine, and the space bar has two names."""
    for key in keys:
        if key == "1-9":
            yield from "123456789"
        elif key == "space":
            yield from ("space", " ")
        else:
            yield key
