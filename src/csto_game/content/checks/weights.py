"""How much a rule asks of the machine: what it looks at, times all it goes over, formulas within formulas.

Files come from strangers, and a few lines can ask for more than a game's whole life: a sum over all of a
formula that is a sum over all of a formula … So each rule, and each turn as a whole, has a bound. It is far
above what any world for people needs; the bound is no matter of taste, only of waiting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field

from csto_game.content.checks.deeds import lines_of, looked_at
from csto_game.content.checks.trees import parts, walk
from csto_game.content.locate import Address
from csto_game.content.structure import Reader
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Const, Fold, Line, Op, Read, Value, Who

ONE_RULE = 1_000_000
ALL_RULES = 20_000_000
"""Numbers looked at: by one rule, and when everything of a world is worked out once (a second or two)."""
_PLAYED_BY_ALL = frozenset({"rule", "verb", "incident", "motion"})


@define
class Scales:
    """Weighs values: how many numbers are looked at to work one out."""

    scenario: Scenario
    countries: int
    powers: int
    _formulas: dict[str, int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        # The inner ones first: a formula may lead through two hundred others.
        for id_ in _inner_first(self.scenario):
            formula = self.scenario.stats[id_].formula
            self._formulas[id_] = min(self.of(formula), 10 * ALL_RULES)

    def of(self, value: Value | None) -> int:
        kind = type(value)
        # The commonest first: this is asked of every rule whenever a world is loaded.
        if kind is Const or value is None:
            return 1
        if isinstance(value, Op):
            return 1 + self.of(value.left) + self.of(value.right)
        if isinstance(value, Read):
            return 2 + self._formulas.get(value.stat, 0)
        inner = 0
        for part in parts(value):
            if part is not None:
                inner += self.of(part)
        return 1 + self.size(value.noun) * inner if isinstance(value, Fold) else 1 + inner

    def formula(self, stat: str) -> int:
        """Of a stat that is worked out; 0 of one that is kept."""
        return self._formulas.get(stat, 0)

    def size(self, noun: str | None) -> int:
        """How many a noun may go over."""
        if noun is None:
            return 1
        return max(1, self.powers if noun == "power" else self.countries)

    def line(self, line: Line) -> int:
        weight = 1
        for part in (*looked_at(line.deed), line.when, line.where):
            if part is not None:
                weight += self.of(part)
        for noun in line.each:
            weight *= self.size(noun)
        return weight

    def tree(self, tree: object) -> int:
        """Of whatever a rule text became."""
        if isinstance(tree, Who):
            return self.size(tree.noun) * (1 + self.of(tree.where) + self.of(tree.rank))
        lines = lines_of(tree)
        if lines:
            return sum(self.line(line) for line in lines)
        return self.of(tree) if hasattr(tree, "type") else 0  # type: ignore[arg-type]  # a value


def _inner_first(scenario: Scenario) -> Iterator[str]:
    """Stats with formulas, each after those that it reads (there are no circles, or they were told)."""
    reads = {
        id_: [v.stat for v in walk(stat.formula) if isinstance(v, Read)]
        for id_, stat in scenario.stats.items()
        if stat.formula is not None
    }
    done: set[str] = set()
    waiting = [(id_, False) for id_ in reversed(reads)]
    while waiting:
        id_, is_ready = waiting.pop()
        if is_ready:
            yield id_
        elif id_ not in done:
            done.add(id_)
            waiting.append((id_, True))
            waiting += [(other, False) for other in reads[id_] if other in reads]


def check_weights(reader: Reader, scenario: Scenario) -> None:
    """Each rule by itself, then all of them together."""
    kinds = [actor.kind for actor in scenario.actors.values()]
    scales = Scales(scenario, kinds.count("country"), kinds.count("power"))
    if _formulas(reader, scales):
        return
    total = 0
    for address, _, tree in reader.rules:
        weight = scales.tree(tree)
        if weight > ONE_RULE:
            _tell(reader, address, weight)
            return
        total += weight * _times(address, scenario, scales)
    if total > ALL_RULES:
        reader.error(
            (),
            "too-heavy",
            f"all rules together look at {total:,} numbers a turn; {ALL_RULES:,} are the most",
            why="each member times each member times … grows fast",
            hint="fewer sums within sums, or fewer countries",
        )


def _formulas(reader: Reader, scales: Scales) -> bool:
    """The first formula that is too heavy, in the order of the files, is told."""
    for id_, stat in scales.scenario.stats.items():
        if stat.formula is not None and scales.formula(id_) > ONE_RULE:
            _tell(reader, ("stat", id_, "is"), scales.formula(id_))
            return True
    return False


def _times(address: Address, scenario: Scenario, scales: Scales) -> int:
    """For how many it is worked out in a turn: each who may, at each target."""
    if address[0] not in _PLAYED_BY_ALL or address[-1] == "by":
        return scales.countries if address[0] in {"stat", "ai", "alignment"} else 1
    things: Mapping[str, object] = getattr(scenario, f"{address[0]}s")
    thing = things.get(address[1])
    times = 1
    for who in _picks(thing):
        times *= scales.size(who.noun) if address[-1] != "target" else 1
    return times


def _picks(thing: object) -> Iterator[Who]:
    for key in ("by", "target"):
        who = getattr(thing, key, None)
        if isinstance(who, Who):
            yield who


def _tell(reader: Reader, address: Address, weight: int) -> None:
    reader.error(
        address,
        "too-heavy",
        f"this looks at {weight:,} numbers each time; {ONE_RULE:,} are the most",
        why="sums within sums, or a formula of formulas, grow fast",
        hint="drop an inner sum, or keep it in a stat that a rule sets once a turn",
    )
