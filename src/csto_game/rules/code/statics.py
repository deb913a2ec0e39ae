"""What never changes in a world, worked out once: groups such as ``power where power.pole = 1``.

A stat is static if no effect, price or mechanism can change it. A condition on static stats picks
the same actors all game long, so loops over them need not ask again.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from csto_game.model import tree
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Block, Read, Value
from csto_game.rules.code.arithmetic import divide, root
from csto_game.rules.layout import Layout
from csto_game.rules.walk import nodes, pieces

_SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": divide, "=": operator.eq, "!=": operator.ne,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "and": lambda a, b: a and b, "or": lambda a, b: a or b,
}  # fmt: skip
_CALLS: Mapping[str, Callable[..., int]] = {
    "min": min, "max": max, "abs": abs, "root": root, "clamp": lambda x, low, high: min(max(x, low), high),
    "position": lambda place: place + 1,
}  # fmt: skip


def static_stats(scenario: Scenario) -> frozenset[str]:
    """Ids of stored stats that nothing can change."""
    moved = {place.stat for block in pieces(scenario).blocks for place in _written(block)}
    moved |= {
        stat.id for stat in scenario.stats.values() if stat.drift is not None or stat.built_in
    }
    costs: list[Mapping[str, Value]] = [verb.cost for verb in scenario.verbs.values()]
    costs += [motion.cost for motion in scenario.motions.values()]
    options = [verb.options for verb in scenario.verbs.values()]
    options += [incident.options for incident in scenario.incidents.values()]
    costs += [option.cost for several in options for option in several.values()]
    moved |= {price.rpartition(".")[2] for cost in costs for price in cost}
    return frozenset(
        stat.id for stat in scenario.stats.values() if stat.formula is None and stat.id not in moved
    )


def _written(block: Block) -> Iterable[Read]:
    for line in block.lines:
        if isinstance(line.deed, tree.Change | tree.Toward):
            yield line.deed.place


class Statics:
    """Groups that are the same all game long, by name; ``names`` go into the generated code's globals."""

    def __init__(self, layout: Layout, scenario: Scenario, opening: tuple[int, ...]) -> None:
        self.layout, self.opening = layout, opening
        self.stats = static_stats(scenario)
        self.names: dict[str, tuple[Any, ...]] = {}
        self._known: dict[tuple[str, tuple[Value, ...], str], str] = {}

    def is_static(self, value: Value, words: frozenset[str]) -> bool:
        """Does it read only static stats of actors named by these words?"""
        for node in nodes(value):
            if isinstance(node, Read):
                if node.stat not in self.stats:
                    return False
            elif isinstance(node, tree.Scoped):
                if node.word not in words:
                    return False
            elif not isinstance(node, _PLAIN):
                return False
        return True

    def group(self, noun: str, conditions: list[Value], given: str) -> str:
        """The name of the noun's actors for which all conditions hold; for a ``given`` word, a table of such
        groups by that actor (nobody's group, the last, is empty).
        """
        key = (noun, tuple(conditions), given)
        if key not in self._known:
            name = self._known[key] = f"G{len(self._known)}"
            self.names[name] = self._work_out(noun, conditions, given)
        return self._known[key]

    def _work_out(self, noun: str, conditions: list[Value], given: str) -> tuple[Any, ...]:
        countries, none = self.layout.countries, self.layout.none
        group = range(countries) if noun == "country" else range(countries, none)
        if not given:
            return tuple(x for x in group if all(self._value(c, {noun: x}) for c in conditions))
        tables = [
            tuple(
                x for x in group if all(self._value(c, {noun: x, given: who}) for c in conditions)
            )
            for who in range(none)
        ]
        return (*tables, ())

    def _value(self, value: Value, words: Mapping[str, int]) -> Any:  # noqa: ANN401  # number, yes or actor
        match value:
            case tree.Const():
                return value.value
            case tree.ActorNamed():
                return self.layout.index[value.code]
            case tree.Scoped():
                return words[value.word]
            case Read():
                return self._read(value, words)
            case tree.Op():
                return _SIGNS[value.sign](
                    self._value(value.left, words), self._value(value.right, words)
                )
            case tree.Not():
                return not self._value(value.inner, words)
            case tree.Negative():
                return -self._value(value.inner, words)
            case tree.Within():
                low, high = self._value(value.low, words), self._value(value.high, words)
                return low <= self._value(value.inner, words) <= high
            case tree.Call():
                return _CALLS[value.function](*(self._value(a, words) for a in value.arguments))
        raise AssertionError(value)

    def _read(self, value: Read, words: Mapping[str, int]) -> int:
        owners = [self._value(a, words) for a in (value.owner, value.toward) if a is not None]
        return self.opening[self.layout.find(value.stat, *owners)]


_PLAIN = (tree.Const, tree.ActorNamed, tree.Op, tree.Not, tree.Negative, tree.Within, tree.Call)


def ands(value: Value | None) -> list[Value]:
    """A condition taken apart at its top ``and``."""
    if value is None:
        return []
    if isinstance(value, tree.Op) and value.sign == "and":
        return ands(value.left) + ands(value.right)
    return [value]
