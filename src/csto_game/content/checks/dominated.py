"""Options that nobody should take: another costs no more and does everything as well or better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from csto_game.content.checks.quiet import warn
from csto_game.content.locate import Address
from csto_game.content.structure import Reader
from csto_game.model.scenario import Option, Scenario
from csto_game.model.tree import Block, Change, Const, Line, Read, Scoped, Value

Key = tuple[Read, tuple[str, ...], Value | None, Value | None, Value | None, Value | None]
"""Place, each, where, when, wait and lasting of a change: what must be alike to compare amounts."""


@frozen
class _Sum:
    """An option's constant changes added up; ``rest`` are deeds that cannot be compared."""

    changes: Mapping[Key, int]
    rest: Counter[object]


def check_dominated(reader: Reader, scenario: Scenario) -> None:
    """Pairs of options of one card, by constant costs and changes and what is good in a stat."""
    cards = {"verb": scenario.verbs, "incident": scenario.incidents}
    # Whether an option was taken may be asked anywhere: then it does more than it says.
    asked = {use.address for use in reader.report.things}
    for kind, things in cards.items():
        for id_, card in things.items():
            options = [
                option
                for option in card.options.values()  # type: ignore[attr-defined]  # both have them
                if f"{kind}.{id_}.option.{option.id}" not in asked
            ]
            for option in options:
                better = next((o for o in options if _beats(o, option, scenario)), None)
                if better is not None:
                    _tell(reader, (kind, id_, "option", option.id), option, better, scenario)


def _beats(better: Option, worse: Option, scenario: Scenario) -> bool:
    """Is one option provably as good in everything, and better in something?"""
    if better is worse or better.outcomes or worse.outcomes:
        return False
    if better.when is not None and better.when != worse.when:
        return False
    marks = _marks(better, worse, scenario)
    return marks is not None and any(marks) and min(marks) >= 0


def _marks(better: Option, worse: Option, scenario: Scenario) -> list[int] | None:
    """How much better in each thing they differ in; None where that cannot be said."""
    one, two = _sum(better.do), _sum(worse.do)
    if one.rest != two.rest:
        return None
    marks = [
        _mark(key, one.changes.get(key, 0) - two.changes.get(key, 0), scenario)
        for key in {**one.changes, **two.changes}
    ]
    marks += [
        _saving(name, better.cost.get(name), worse.cost.get(name), scenario)
        for name in {**better.cost, **worse.cost}
    ]
    known = [mark for mark in marks if mark is not None]
    return known if len(known) == len(marks) else None


def _mark(key: Key, difference: int, scenario: Scenario) -> int | None:
    place = key[0]
    if not difference:
        return 0
    own = place.owner is None or place.owner == Scoped("self")
    sign = _SIGNS.get(scenario.stats[place.stat].good)
    # What is good for another is not good for whoever chooses.
    return difference * sign if own and sign else None


_SIGNS = {"high": 1, "low": -1}


def _saving(name: str, better: Value | None, worse: Value | None, scenario: Scenario) -> int | None:
    if better == worse:
        return 0
    one, two = better or Const(0), worse or Const(0)
    if not isinstance(one, Const) or not isinstance(two, Const):
        return None
    good = scenario.stats[name.rpartition(".")[2]].good
    return two.value - one.value if good == "high" else None


def _sum(block: Block) -> _Sum:
    changes: dict[Key, int] = {}
    rest: Counter[object] = Counter()
    for line in block.lines:
        deed = line.deed
        if isinstance(deed, Change) and deed.sign in "+-" and isinstance(deed.amount, Const):
            key = (deed.place, line.each, line.where, line.when, deed.wait, deed.lasting)
            amount = deed.amount.value if deed.sign == "+" else -deed.amount.value
            changes[key] = changes.get(key, 0) + amount
        else:
            rest[(deed, line.each, line.where, line.when)] += 1
    # A condition sees what stood above it, so that only unconditional sums can be compared.
    if rest and any(_asks(line) for line in block.lines):
        rest[block] += 1
    return _Sum(changes, rest)


def _asks(line: Line) -> bool:
    return line.when is not None or line.where is not None


def _tell(
    reader: Reader, address: Address, option: Option, better: Option, scenario: Scenario
) -> None:
    one, two = _sum(better.do).changes, _sum(option.do).changes
    keys = [key for key in {**two, **one} if one.get(key, 0) != two.get(key, 0)]
    told = [f"{key[0].stat} {_signed(two.get(key, 0))}" for key in keys]
    other = [f"{key[0].stat} {_signed(one.get(key, 0))}" for key in keys]
    costs = "it costs the same" if option.cost == better.cost else "it costs more"
    effects = f", and {', '.join(told)} is worse than {', '.join(other)}" if keys else ""
    warn(
        reader,
        address,
        "dominated",
        f'"{option.id}" is never better than "{better.id}"',
        why=f"{costs}{effects}",
        hint='give it a use, or quiet = ["dominated"]',
        part="id",
    )


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"
