"""One kept world as the bytes of a file: a mark, a checksum, what was said of it, the Scenario."""

from __future__ import annotations

import json
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

import attrs
from attrs import evolve, frozen

from csto_game.content.cache.pickled import ForeignError, frozen_bytes, thawed
from csto_game.content.loaded import Loaded, Placed
from csto_game.content.problem import Also, Problem

_MARK = b"csto world 1\n"
_SUM = 32
_LENGTH = 4
_LEVEL = 3
MOST_BYTES = 64 << 20
"""So long a Scenario may be when it is unpacked; the largest campaign needs 1 MB."""


@frozen
class Kept:
    """A world that was found sound: ``packed`` is its Scenario, not yet unpacked."""

    key: str
    problems: tuple[Problem, ...]
    files: int
    order: tuple[Placed, ...]
    packed: bytes = attrs.field(repr=False)

    def loaded(self) -> Loaded:
        """As it was loaded. Raises ForeignError if the Scenario is damaged."""
        unpacking = zlib.decompressobj()
        try:
            raw = unpacking.decompress(self.packed, MOST_BYTES)
        except zlib.error as error:
            raise ForeignError(str(error)) from None
        if not unpacking.eof:
            raise ForeignError("cut short, or too long")
        return Loaded(thawed(raw), self.problems, self.files, self.order)


def written(key: str, loaded: Loaded) -> bytes:
    """A sound world, to be kept under its key. Raises ForeignError if it cannot be."""
    if loaded.scenario is None:
        raise ForeignError("it has mistakes")
    head = json.dumps(
        {
            "key": key,
            "files": loaded.files,
            "problems": [attrs.astuple(problem) for problem in loaded.problems],
            "order": [_row(placed) for placed in loaded.order],
        }
    ).encode()
    raw = frozen_bytes(loaded.scenario)
    if len(raw) > MOST_BYTES:
        raise ForeignError("too long")
    body = len(head).to_bytes(_LENGTH, "big") + head + zlib.compress(raw, _LEVEL)
    return _MARK + sha256(body).digest() + body


def read(content: bytes) -> Kept:
    """The reverse. Raises ForeignError if this is damaged or something else."""
    start = len(_MARK) + _SUM
    body = content[start:]
    if not content.startswith(_MARK) or sha256(body).digest() != content[len(_MARK) : start]:
        raise ForeignError("damaged")
    end = _LENGTH + int.from_bytes(body[:_LENGTH], "big")
    try:
        head = json.loads(body[_LENGTH:end])
        problems = tuple(_problem(row) for row in head["problems"])
        order = tuple(_placed(*row) for row in head["order"])
        return Kept(str(head["key"]), problems, int(head["files"]), order, body[end:])
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ForeignError(str(error)) from None


def _problem(row: list[Any]) -> Problem:
    also = tuple(Also(*one) for one in row.pop())
    return evolve(Problem(*row), also=also)


def _row(placed: Placed) -> tuple[str | None, ...]:
    path = None if placed.path is None else str(placed.path)
    return placed.id, placed.kind, placed.version, placed.why, placed.prefix, path


def _placed(id_: str, kind: str, version: str, why: str, prefix: str, path: str | None) -> Placed:
    return Placed(id_, kind, version, why, prefix, None if path is None else Path(path))
