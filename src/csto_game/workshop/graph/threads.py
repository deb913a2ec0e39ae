"""The threads of a scenario: things and flags, and what ties them.

Starting and setting lead from who does it; reading leads to who asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import attrs
from attrs import frozen

from csto_game.content.known import things
from csto_game.model.scenario import Scenario
from csto_game.model.tree import (
    Block,
    ClearFlag,
    HasFlag,
    Move,
    SetFlag,
    SinceFlag,
    Tally,
    Value,
)
from csto_game.rules.layout import block_flags
from csto_game.rules.walk import nodes, pieces

KINDS = ("incident", "verb", "rule", "motion", "crisis", "promise", "mission", "chapter", "ending")
_PARTS = frozenset({"options", "outcomes", "rungs", "objectives", "steps"})


@frozen(order=True)
class Thread:
    """``how`` is ``starts``, ``raises``, ``sets``, ``clears`` or ``reads``; ``part`` is where in ``begin``
    (or, for reading, in ``end``) it is written: the full address.
    """

    begin: str
    how: str
    end: str
    part: str


def threads(scenario: Scenario) -> tuple[Thread, ...]:
    """All threads between incidents, verbs, rules, motions, organs and their like, and flags."""
    records = dict(_records(scenario))
    found = dict.fromkeys(
        thread for address, record in records.items() for thread in _of(address, record)
    )
    known = set(records)
    return tuple(t for t in found if t.begin != t.end and {t.begin, t.end} <= known | _flags(found))


def _records(scenario: Scenario) -> Iterator[tuple[str, object]]:
    for kind in KINDS:
        for address, record in things(scenario, kind):
            yield f"{kind}.{address}", record
    for organ in scenario.charter.organs.values():
        yield f"charter.organ.{organ.id}", organ


def _flags(found: Mapping[Thread, None]) -> set[str]:
    return {end for t in found for end in (t.begin, t.end) if end.startswith("flag.")}


def _of(address: str, record: object) -> Iterator[Thread]:
    """Threads of the rules of one record, those of its options and outcomes left to them."""
    whole = ".".join(address.split(".")[: 3 if address.startswith("charter.") else 2])
    motion = getattr(record, "calls", "")
    if motion:
        yield Thread(whole, "starts", f"motion.{motion}", address)
    for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(record))):
        if field.name not in _PARTS:
            inside = pieces(_Only(getattr(record, field.name)))
            for block in inside.blocks:
                yield from _deeds(whole, address, block)
            # The flag that a line sets is a value, too, but nobody asks for it there.
            written = {id(flag) for block in inside.blocks for flag in block_flags(block)}
            for value in inside.values:
                if id(value) not in written:
                    yield from _asked(whole, address, value)


@frozen
class _Only:
    """One field, so that it can be walked like a record."""

    field: object


def _deeds(whole: str, address: str, block: Block) -> Iterator[Thread]:
    for line in block.lines:
        deed = line.deed
        if isinstance(deed, SetFlag | ClearFlag):
            how = "sets" if isinstance(deed, SetFlag) else "clears"
            yield Thread(whole, how, flag_address(deed.flag), address)
        elif isinstance(deed, Move):
            yield Thread(whole, f"{deed.verb}s", f"{deed.kind}.{deed.thing}", address)


def _asked(whole: str, address: str, value: Value) -> Iterator[Thread]:
    for node in nodes(value):
        if isinstance(node, HasFlag):
            yield Thread(flag_address(node), "reads", whole, address)
        elif isinstance(node, SinceFlag):
            yield Thread(flag_address(node.flag), "reads", whole, address)
        elif isinstance(node, Tally):
            yield Thread(".".join(node.thing.split(".")[:2]), "reads", whole, address)


def flag_address(flag: HasFlag) -> str:
    """``flag.actor.blood``: flags of one name but different owners are different."""
    return f"flag.{flag.scope}.{flag.flag}"


def around(found: tuple[Thread, ...], address: str, *, steps: int) -> tuple[Thread, ...]:
    """The threads within so many steps of a thing."""
    near = {address}
    for _ in range(steps):
        near |= {end for t in found if near & {t.begin, t.end} for end in (t.begin, t.end)}
    return tuple(t for t in found if {t.begin, t.end} <= near)


def ends(found: tuple[Thread, ...]) -> tuple[str, ...]:
    """Everything that a thread is tied to, in order of the first."""
    return tuple(dict.fromkeys(end for t in found for end in (t.begin, t.end)))
