"""Mods as a save names them, and how they are found again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote

from csto_game.content.loaded import Placed
from csto_game.content.problem import Problem
from csto_game.content.shelf import find
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

_SPECIAL = re.compile(r"[%,\x00-\x1f]")


def mod_paths(names: Iterable[str], shelves: Sequence[Path]) -> tuple[Path, ...]:
    """Places of mods given by id or path. Raises GameError with the nearest name."""
    paths: list[Path] = []
    for name in names:
        found = find(name, shelves)
        if isinstance(found, Problem):
            near = say("world.mod_near", near=found.hint) if found.hint else ""
            raise GameError(say("world.mod_absent", name=name) + near)
        paths.append(found)
    return tuple(paths)


def named(order: Iterable[Placed], shelves: Sequence[Path]) -> tuple[str, ...]:
    """``id version`` of each mod, in the order in which they load.

    The place of one that is not installed follows.
    """
    said: list[str] = []
    for placed in order:
        if placed.kind != "mod":
            continue
        words = f"{placed.id} {placed.version}"
        if placed.path is not None and placed.path.parent not in shelves:
            words += f" {_SPECIAL.sub(_escaped, str(placed.path.resolve()))}"
        said.append(words)
    return tuple(said)


def _escaped(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def noted_paths(said: Iterable[str], shelves: Sequence[Path]) -> tuple[Path, ...]:
    """Where the mods of a save are now. Raises GameError if one is gone."""
    paths: list[Path] = []
    for words in said:
        id_, _, rest = words.partition(" ")
        version, _, place = rest.partition(" ")
        there = Path(unquote(place)) if place else None
        found = there if there is not None and there.exists() else find(id_, shelves)
        if isinstance(found, Problem):
            raise GameError(say("world.mod_gone", id=id_, version=version))
        paths.append(found)
    return tuple(paths)
