"""A merged world whose names are known → the Scenario, or what stands in its way."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from csto_game.content.cell import Cell, listing
from csto_game.content.nearest import nearest
from csto_game.content.structure import Reader
from csto_game.content.tables import actors, base, cards, charter, ends, leaders, ledger, places
from csto_game.content.tables.starts import StartTable
from csto_game.content.tables.stats import STAT
from csto_game.model.scenario import (
    Actor,
    Alliance,
    Article,
    Charter,
    Deck,
    Map,
    Scenario,
    Start,
    Stat,
)

_REQUIRED = {
    "package": "a world needs [package] with id, format, version and name",
    "clock": "a world needs [clock] with year and steps",
}


def assemble(reader: Reader) -> Scenario | None:
    """Everything structured; None if the manifest or the clock is missing or wrong."""
    package = reader.single(base.PACKAGE)
    clock = reader.single(base.CLOCK)
    for name, why in _REQUIRED.items():
        if not reader.has((name,)):
            reader.error((), "missing-key", f"there is no [{name}]", why=why, hint=f"[{name}]")
    world = reader.single(base.WORLD)
    scenario = Scenario(
        package=package,  # type: ignore[arg-type]  # given back only if both are there
        clock=clock,  # type: ignore[arg-type]  # the same
        alliance=reader.single(base.ALLIANCE) or Alliance(),
        deck=reader.single(base.DECK) or Deck(),
        world_start=world.start if world else {},
        numbers=_numbers(reader),
        sources=reader.things(base.SOURCE),
        stats=_stats(reader),
        actors=_actors(reader),
        relations=_relations(reader),
        verbs=reader.things(cards.VERB),
        incidents=reader.things(cards.INCIDENT),
        rules=reader.things(cards.RULE),
        charter=reader.single(charter.CHARTER) or Charter(),
        motions=reader.things(charter.MOTION),
        roles=reader.things(ends.ROLE),
        endings=reader.things(ends.ENDING),
        promises=reader.things(ledger.PROMISE),
        crises=reader.things(ledger.CRISIS),
        units=reader.things(ledger.UNIT),
        missions=reader.things(ledger.MISSION),
        alignment=reader.single(leaders.ALIGNMENT),
        ai=reader.things(leaders.AI),
        advisers=reader.things(leaders.ADVISER),
        difficulties=reader.things(leaders.DIFFICULTY),
        map=reader.single(places.MAP) or Map(),
        places=reader.things(places.PLACE),
        chapters=reader.things(ends.CHAPTER),
        article=reader.single(ends.ARTICLE) or Article(),
    )
    return scenario if package and clock else None


def _numbers(reader: Reader) -> Mapping[str, int]:
    raw = reader.raw(("number",))
    numbers = base.Constants().read(Cell(reader, ("number",), raw)) if raw is not None else {}
    return numbers if isinstance(numbers, dict) else {}


def _stats(reader: Reader) -> Mapping[str, Stat]:
    """Own stats with their formulas, then the built-in ones with their starts checked."""
    built_in = {id_: stat for id_, stat in reader.names.stats.items() if stat.built_in}
    return {**reader.things(STAT), **built_in}


def _actors(reader: Reader) -> Mapping[str, Actor]:
    read = {**reader.things(actors.COUNTRY), **reader.things(actors.POWER)}
    slots = {code: index % 8 + 1 for index, code in enumerate(read)}
    return {
        code: actor if actor.colour else attrs.evolve(actor, colour=slots[code])
        for code, actor in read.items()
    }


def _relations(reader: Reader) -> Mapping[tuple[str, str], Mapping[str, Start]]:
    raw = reader.raw(("relation",))
    kinds = reader.names.actors
    relations: dict[tuple[str, str], Mapping[str, Start]] = {}
    for a, row in raw.items() if isinstance(raw, dict) else ():
        for b, table in row.items() if isinstance(row, dict) else ():
            cell = Cell(reader, ("relation", a, b), table)
            unknown = next((code for code in (a, b) if code not in kinds), None)
            if unknown or a == b:
                _no_relation(cell, unknown or a, kinds)
                continue
            starts = StartTable((kinds[a], kinds[b])).read(cell)
            if isinstance(starts, dict):
                _no_mirror(cell, starts, relations.get((b, a), {}))
                relations[a, b] = starts
    return relations


def _no_relation(cell: Cell, code: str, kinds: Mapping[str, str]) -> None:
    if code in kinds:
        cell.error("range", f"{code} has no relation to itself", part="id")
        return
    near = nearest(code, kinds) or ""
    why = "" if near else f"there are: {listing(kinds)}"
    message = f'there is no country or power "{code}"'
    part = "id" if code == cell.name else "value"
    cell.error("unknown-actor", message, part=part, why=why, hint=near)


def _no_mirror(cell: Cell, starts: Mapping[str, Start], mirror: Mapping[str, Start]) -> None:
    for name in starts:
        if name in mirror and cell.reader.names.stats[name].mutual:
            a, b = cell.address[1:]
            message = f"{name} is mutual, and {b} towards {a} is written already"
            also = cell.reader.also(("relation", b, a, name), "the first one")
            cell.inner(name, None).error(
                "twice", message, part="key", hint="keep one", also=(also,)
            )
