"""What a value rests on: the slots it may read and the lists it asks, for a known self.

Rather too much than too little: an owner that is not known beforehand counts as everybody. The past
and what ever happened are left out; thinking changes neither.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from csto_game.model import tree
from csto_game.model.tree import Read, Value
from csto_game.rules.layout import Layout, flag_span
from csto_game.rules.walk import nodes

LISTS: Mapping[str, str] = {
    "incident": "cards",
    "promise": "promises",
    "motion": "motions",
    "crisis": "crises",
    "mission": "sorties",
}
"""A thing's kind and the Draft's list in which it runs."""

Known = Mapping[str, int | None]
"""Scope words and who they stand for; None for anybody."""


@frozen
class Ground:
    """Slots of ``Draft.v`` and names of the Draft's lists."""

    slots: frozenset[int]
    lists: frozenset[str]


def ground(value: Value, layout: Layout, seat: int | None = None) -> Ground:
    """What the value rests on for this self, or for any."""
    survey = _Survey(layout)
    survey.value(value, {"self": seat, "target": None})
    return Ground(frozenset(survey.slots), frozenset(survey.lists))


class _Survey:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.slots: set[int] = set()
        self.lists: set[str] = set()
        self._done: set[tuple[str, int | None, int | None]] = set()

    def value(self, value: Value, known: Known) -> None:
        layout = self.layout
        for node in nodes(value):
            match node:
                case Read():
                    self.read(node, known)
                case tree.PlaceOwner():
                    self.slots.add(layout.base["owner"] + layout.places.index(node.place))
                case tree.HasFlag():
                    span = flag_span(node.scope, layout.width)
                    first = layout.flags[node.flag, node.scope]
                    twice = (node.flag, node.scope) in layout.dated
                    self.slots.update(range(first, first + span * (2 if twice else 1)))
                case tree.Tally() if node.function in ("rung", "running"):
                    self.lists.add(LISTS[node.thing.partition(".")[0]])
                case tree.Fold() if node.noun in ("member", "outsider", "other"):
                    self.whole("membership")

    def read(self, node: Read, known: Known) -> None:
        owner, toward = self.who(node.owner, known), self.who(node.toward, known)
        formula = self.layout.stats[node.stat].formula
        if formula is None:
            self.stored(node.stat, owner, toward)
        elif (node.stat, owner, toward) not in self._done:
            self._done.add((node.stat, owner, toward))
            self.value(formula, {"self": owner, "target": toward})

    def who(self, actor: Value | None, known: Known) -> int | None:
        if isinstance(actor, tree.ActorNamed):
            return self.layout.index[actor.code]
        return known.get(actor.word) if isinstance(actor, tree.Scoped) else None

    def stored(self, stat: str, owner: int | None, toward: int | None) -> None:
        layout = self.layout
        slots = [layout.base[stat]]
        for kind, actor in zip(layout.stats[stat].owner, (owner, toward), strict=False):
            size = layout.places_of(kind)
            is_known = actor is not None and kind in ("country", "power")
            places = [layout.place(kind, actor or 0)] if is_known else range(size)
            base = layout.base[stat]
            slots = [base + (slot - base) * size + place for slot in slots for place in places]
        self.slots.update(slots)

    def whole(self, stat: str) -> None:
        """All slots of a stat."""
        base = self.layout.base[stat]
        self.slots.update(range(base, base + self.layout.span(stat)))
