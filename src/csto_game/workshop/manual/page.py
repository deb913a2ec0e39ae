"""A manual before it is written down: parts with titles, made of a few kinds of blocks."""

from __future__ import annotations

from attrs import frozen


@frozen
class Words:
    """A paragraph."""

    text: str


@frozen
class Facts:
    """Names and what they are, shown beside each other."""

    rows: tuple[tuple[str, str], ...]


@frozen
class Rules:
    """Lines of the rule language under a name such as ``when``."""

    name: str
    lines: tuple[str, ...]


@frozen
class Grid:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Words | Facts | Rules | Grid


@frozen
class Part:
    """``address`` is unique on the page; "" if nothing refers to the part."""

    title: str
    address: str = ""
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
