"""The engine's mechanisms: each a registry entry with tables of its own, none naming a world."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from csto_game.rules.mechanisms import council, crises, deck, forces, promises

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft

Mover = Callable[["Draft", str, str, int, int, int, "int | None", int], None]
"""``move(draft, verb, thing, by, to, wait, lasting, cause)``"""
Runner = Callable[["Draft", str], list[tuple[int, int]]]
"""Who runs such a thing with whom: (by, to) of each."""

MOVES: Mapping[str, Mover] = {
    "incident": deck.move,
    "promise": promises.move,
    "motion": council.move,
    "crisis": crises.move,
    "mission": forces.move,
}
"""What ``start``, ``end``, ``raise``, ``lower`` and ``break`` do, by the thing's kind."""

RUNNING: Mapping[str, Runner] = {
    "incident": deck.running,
    "promise": promises.running,
    "motion": council.running,
    "crisis": crises.running,
    "mission": forces.running,
}
