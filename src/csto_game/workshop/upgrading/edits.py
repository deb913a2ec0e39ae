"""Edits of a file's text by address; everything that is not named stays as it was."""

from __future__ import annotations

from collections.abc import Callable

from csto_game.content.locate import Address, Mark, locate

Rename = Callable[[Address], Address | None]


def rename(text: str, new: Rename) -> str:
    """Give headers and keys other names; ``new`` says which, or None to leave one alone.

    Only names at places that are written are changed: of ``[a.b]`` both, of ``c = 1`` below it
    only the last.
    """
    places = locate(text)
    marks = [*places.headers.items(), *places.keys.items()]
    changes = [
        (mark, _written(text, mark, address, name))
        for address, mark in marks
        if (name := new(address)) is not None
    ]
    return _put(text, changes)


def set_value(text: str, address: Address, value: str) -> str:
    """Put another value at an address that is written in this file."""
    mark = locate(text).keys.get(address)
    if mark is None:
        return text
    return text[: mark.value] + value + text[mark.value_end :]


def _written(text: str, mark: Mark, old: Address, new: Address) -> str:
    """As many of the last names as the file writes there."""
    count = text[mark.key : mark.key_end].count(".") + 1
    assert len(old) == len(new), "a name is changed, not moved"
    return ".".join(new[-count:])


def _put(text: str, changes: list[tuple[Mark, str]]) -> str:
    for mark, name in sorted(changes, key=lambda change: -change[0].key):
        text = text[: mark.key] + name + text[mark.key_end :]
    return text
