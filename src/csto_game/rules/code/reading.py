"""What a value depends on: which stats it reads, and which of them to name as a change's inputs."""

from __future__ import annotations

from collections.abc import Mapping

from csto_game.model import tree
from csto_game.model.scenario import Stat
from csto_game.model.tree import Read, Value
from csto_game.rules.walk import nodes, parts

MOST_INPUTS = 8


def stats_read(value: Value | None, stats: Mapping[str, Stat]) -> frozenset[str]:
    """Ids of all stored stats the value reads, through formulas too (``*`` if it asks the lists)."""
    found: set[str] = set()
    _follow(value, stats, found, set())
    return frozenset(found)


def _follow(
    value: Value | None, stats: Mapping[str, Stat], found: set[str], seen: set[str]
) -> None:
    for node in nodes(value):
        if isinstance(node, Read):
            formula = stats[node.stat].formula
            if formula is None:
                found.add(node.stat)
            elif node.stat not in seen:
                seen.add(node.stat)
                _follow(formula, stats, found, seen)
        elif isinstance(node, tree.Fold):
            found.add("membership")
        elif isinstance(node, tree.Tally | tree.HasFlag | tree.SinceFlag):
            found.add("*")
        elif isinstance(node, tree.PlaceOwner):
            found.add("owner")


def inputs(value: Value) -> tuple[Read, ...]:
    """The reads that a player would name as what entered: not those inside folds or the past."""
    found: list[Read] = []
    _inputs(value, found)
    return tuple(found[:MOST_INPUTS])


def _inputs(value: Value, found: list[Read]) -> None:
    if isinstance(value, Read):
        if value not in found:
            found.append(value)
    elif isinstance(value, tree.Op):
        _inputs(value.left, found)
        _inputs(value.right, found)
    elif isinstance(value, tree.Call):
        for argument in value.arguments:
            _inputs(argument, found)
    elif isinstance(value, tree.Negative | tree.Not):
        _inputs(value.inner, found)


def reads_itself_elsewhere(place: Read, value: Value | None, stats: Mapping[str, Stat]) -> bool:
    """Does the value read the stat at ``place`` other than exactly there?

    If not, a line over many actors may be carried out one by one with the same result as at once.
    """
    if value is None or place.stat not in stats_read(value, stats):
        return False
    if stats[place.stat].mutual:
        return True
    plain = [node for node in nodes(value) if isinstance(node, Read)]
    if any(
        stats[node.stat].formula is not None and place.stat in stats_read(node, stats)
        for node in plain
    ):
        return True
    return any(node.stat == place.stat and node != place for node in plain) or any(
        isinstance(node, tree.Fold | tree.Was) for node in nodes(value)
    )


def words_in(value: Value) -> frozenset[str]:
    """Scope words that the value needs from outside: self, target, amount, nouns.

    The noun of a count, sum or any is its own within it.
    """
    if isinstance(value, tree.Scoped):
        return frozenset((value.word,))
    words = frozenset[str]().union(*(words_in(part) for part in parts(value)))
    return words - {value.noun} if isinstance(value, tree.Fold) else words
