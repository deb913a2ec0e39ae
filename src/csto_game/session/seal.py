"""The seal over the heading of an iron game."""

from __future__ import annotations

from hashlib import blake2b

from attrs import evolve

from csto_game.session.header import Header, header_text

_KEY = b"csto iron game"


def sealed(header: Header) -> Header:
    """The heading of an iron game."""
    return evolve(header, iron=seal_of(header))


def seal_of(header: Header) -> str:
    """The seal that a heading should have."""
    text = header_text(evolve(header, iron=""))
    return blake2b(text.encode(), digest_size=8, key=_KEY).hexdigest()
