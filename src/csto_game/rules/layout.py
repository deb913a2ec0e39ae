"""Where every number stands in ``State.values``.

Actors are indexes 0…n−1 in the scenario's order, countries first; ``none`` is n. A stat of
countries has a slot for each country and one for nobody, a stat of powers likewise, a pair a grid
of both. What nobody has is 0 (−1 for a choice, which no word equals): reading through ``none``
needs no question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from csto_game.model.scenario import Scenario, Stat
from csto_game.model.tree import (
    Block,
    ClearFlag,
    HasFlag,
    SetFlag,
    SinceFlag,
)
from csto_game.rules.walk import blocks, nodes, values_of_scenario

NO_WORD = -1


@frozen
class Slot:
    """What one slot of ``values`` is: a stat or flag of an owner (toward another)."""

    stat: str
    owner: int | None
    toward: int | None

    def path(self, layout: Layout) -> str:
        """The slot as written in rules: ``KAZ.unrest``, ``world.oil``, ``KAZ.CHN.share``."""
        return layout.path(self)


@frozen
class Layout:
    """Positions of one compiled world. ``base`` gives each stored stat's first slot."""

    codes: tuple[str, ...]
    none: int
    """The index of nobody: one past the last actor."""
    countries: int
    index: Mapping[str, int]
    stats: Mapping[str, Stat]
    base: Mapping[str, int]
    flags: Mapping[tuple[str, str], int]
    """(flag, scope) → first slot of its expiry turn."""
    dated: frozenset[tuple[str, str]]
    """Flags that some rule asks ``since`` of: each slot has a twin with the turn it was last set."""
    poles: tuple[str, ...]
    pole_column: tuple[int, ...]
    """Actor index (and one for ``none``) → column of its share; the last column is nobody's."""
    places: tuple[str, ...]
    size: int
    slots: tuple[Slot, ...] = field(repr=False)
    low: tuple[int, ...] = field(repr=False)
    high: tuple[int, ...] = field(repr=False)

    @property
    def width(self) -> int:
        """Slots of an actor's stat: one each and one for ``none``."""
        return len(self.codes) + 1

    def column(self, pole: str) -> int:
        """Column of a pole's share (``alliance``, ``unaligned`` or a code)."""
        return self.poles.index(pole)

    def code(self, actor: int) -> str:
        """The actor's code, ``none`` for nobody."""
        return self.codes[actor] if 0 <= actor < len(self.codes) else "none"

    def path(self, slot: Slot) -> str:
        stat = self.stats.get(slot.stat)
        owner = stat.owner if stat else ()
        if owner == ("country", "pole"):
            return f"{self.code(slot.owner or 0)}.{self.poles[slot.toward or 0]}.share"
        if owner == ("place",):
            return f"place.{self.places[slot.owner or 0]}.owner"
        name = {"kept_to": "kept", "broken_to": "broken"}.get(slot.stat, slot.stat)
        if slot.owner is None:
            return f"{owner[0] if owner else 'world'}.{name}"
        if slot.toward is None:
            return f"{self.code(slot.owner)}.{name}"
        return f"{self.code(slot.owner)}.{self.code(slot.toward)}.{name}"

    def places_of(self, kind: str) -> int:
        """Slots in one dimension for owners of a kind, nobody included."""
        sizes = {
            "country": self.countries + 1,
            "power": self.none - self.countries + 1,
            "pole": len(self.poles) + 1,
            "place": max(1, len(self.places)),
        }
        return sizes.get(kind, 1)

    def place(self, kind: str, owner: int) -> int:
        """An owner's place in the dimension of its kind; whoever is not of the kind is nobody."""
        if kind == "country":
            return owner if 0 <= owner < self.countries else self.countries
        if kind == "power":
            return (owner if self.countries <= owner else self.none) - self.countries
        return owner

    def span(self, stat: str) -> int:
        """How many slots a stored stat takes."""
        size = 1
        for kind in self.stats[stat].owner:
            size *= self.places_of(kind)
        return size

    def find(self, stat: str, owner: int = 0, toward: int = 0) -> int:
        """The slot of a stored stat. Shares take a pole's column as ``toward``, places their number."""
        slot = 0
        for kind, actor in zip(self.stats[stat].owner, (owner, toward), strict=False):
            slot = slot * self.places_of(kind) + self.place(kind, actor)
        return self.base[stat] + slot


def lay_out(scenario: Scenario) -> Layout:
    """Positions for all stored stats and all flags that rules speak of."""
    codes = tuple(scenario.actors)
    countries = sum(1 for actor in scenario.actors.values() if actor.kind == "country")
    index = {code: i for i, code in enumerate(codes)} | {"none": len(codes)}
    poles = scenario.alignment.poles if scenario.alignment else ()
    places = tuple(scenario.places)
    stats = dict(scenario.stats)
    owners = _owners(len(codes), countries, len(poles), len(places))
    base: dict[str, int] = {}
    slots: list[Slot] = []
    low: list[int] = []
    high: list[int] = []
    for stat in stats.values():
        if stat.formula is not None:
            continue
        base[stat.id] = len(slots)
        floor, top = bounds(stat, len(codes))
        for slot in _slots(stat, owners):
            slots.append(slot)
            low.append(floor)
            high.append(top)
    flags: dict[tuple[str, str], int] = {}
    dated = {(flag.flag, flag.scope) for flag in _asked_since(scenario)}
    for flag in _flags(scenario):
        key = (flag.flag, flag.scope)
        if key in flags:
            continue
        flags[key] = len(slots)
        for _ in range(2 if key in dated else 1):
            for slot in _flag_slots(flag, len(codes) + 1):
                slots.append(slot)
                low.append(0)
                high.append(1_000_000)
    return Layout(
        codes=codes,
        none=len(codes),
        countries=countries,
        index=index,
        stats=stats,
        base=base,
        flags=flags,
        dated=frozenset(dated),
        poles=poles,
        pole_column=tuple(poles.index(c) if c in poles else len(poles) for c in (*codes, "none")),
        places=places,
        size=len(slots),
        slots=tuple(slots),
        low=tuple(low),
        high=tuple(high),
    )


def flag_span(scope: str, width: int) -> int:
    """Slots that one flag takes for its expiry turns (its last-set turns take as many again)."""
    return {"world": 1, "alliance": 1, "actor": width, "pair": width * width}[scope]


def bounds(stat: Stat, actors: int) -> tuple[int, int]:
    """Lowest and highest value a slot of the stat may hold."""
    if stat.holds == "choice":
        return 0, len(stat.words) - 1
    if stat.holds == "actor":
        return 0, actors
    return stat.min, stat.max


def _owners(actors: int, countries: int, poles: int, places: int) -> dict[str, list[int | None]]:
    """Owners of each kind in the order of their slots."""
    return {
        "world": [None],
        "alliance": [None],
        "country": [*range(countries), actors],
        "power": [*range(countries, actors), actors],
        "pole": list(range(poles + 1)),
        "place": list(range(max(1, places))),
    }


def _slots(stat: Stat, owners: dict[str, list[int | None]]) -> Iterator[Slot]:
    kinds = stat.owner
    for owner in owners[kinds[0]]:
        for toward in owners[kinds[1]] if len(kinds) > 1 else [None]:
            yield Slot(stat.id, owner, toward)


def _flag_slots(flag: HasFlag, width: int) -> Iterator[Slot]:
    if flag.scope == "actor":
        yield from (Slot(flag.flag, a, None) for a in range(width))
    elif flag.scope == "pair":
        yield from (Slot(flag.flag, a, b) for a in range(width) for b in range(width))
    else:
        yield Slot(flag.flag, None, None)


def _asked_since(scenario: Scenario) -> Iterator[HasFlag]:
    for value in values_of_scenario(scenario):
        for node in nodes(value):
            if isinstance(node, SinceFlag):
                yield node.flag


def _flags(scenario: Scenario) -> Iterator[HasFlag]:
    for value in values_of_scenario(scenario):
        for node in nodes(value):
            if isinstance(node, HasFlag):
                yield node
            elif isinstance(node, SinceFlag):
                yield node.flag
    for block in blocks(scenario):
        yield from block_flags(block)


def block_flags(block: Block) -> Iterator[HasFlag]:
    """Flags that the lines of a block set or clear."""
    for line in block.lines:
        if isinstance(line.deed, SetFlag | ClearFlag):
            yield line.deed.flag
