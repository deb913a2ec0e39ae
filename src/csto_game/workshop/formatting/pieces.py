"""A page of TOML as its pieces: headers, entries, comments, gaps. Joined they are the page again."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from csto_game.content.locate import Mark, locate
from csto_game.workshop.formatting.kinds import Address


@frozen
class Piece:
    """``kind`` is ``header``, ``entry``, ``comment`` or ``gap``.

    ``key`` and ``value`` as written, a header's name in ``key``; ``comment`` is what follows, in
    ``column`` (from 0) of its line.
    """

    kind: str
    key: str = ""
    value: str = ""
    comment: str = ""
    column: int = 0
    address: Address = ()


def pieces(text: str) -> list[Piece]:
    """The pieces of a text that the parser has accepted."""
    places = locate(text)
    marks = sorted(
        [*((mark, address) for address, mark in places.headers.items()), *places_of(places.keys)],
        key=lambda pair: pair[0].key,
    )
    found: list[Piece] = []
    at = 0
    for mark, address in marks:
        if mark.key < at:
            continue  # inside the table in braces just read
        found += _between(text[at : _line_start(text, mark.key)])
        piece, at = _piece(text, mark, address)
        found.append(piece)
    return [*found, *_between(text[at:])]


def places_of(keys: dict[Address, Mark]) -> Iterator[tuple[Mark, Address]]:
    for address, mark in keys.items():
        yield mark, address


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _between(text: str) -> Iterator[Piece]:
    lines = text.split("\n")
    for line in lines[:-1] if not lines[-1].strip() else lines:
        words = line.strip()
        yield Piece("comment", comment=words) if words else Piece("gap")


def _piece(text: str, mark: Mark, address: Address) -> tuple[Piece, int]:
    """The piece and the offset of the next line."""
    is_header = mark.value < 0
    end = text.index("]", mark.key_end) + 1 if is_header else mark.value_end
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    rest = text[end:stop]
    comment = rest.strip()
    column = end + len(rest) - len(rest.lstrip()) - _line_start(text, end)
    value = "" if is_header else text[mark.value : mark.value_end]
    key = text[mark.key : mark.key_end]
    kind = "header" if is_header else "entry"
    return Piece(kind, key, value, comment, column, address), min(stop + 1, len(text))
