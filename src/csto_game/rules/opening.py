"""The opening: start numbers of a Scenario as the values of a State."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_game.model.scenario import Start
from csto_game.model.state import Troop
from csto_game.rules.layout import NO_WORD, Layout

if TYPE_CHECKING:
    from csto_game.rules.book import Book


def opening_values(book: Book) -> tuple[int, ...]:
    """Every slot at its start."""
    layout, scenario = book.layout, book.scenario
    values = [0] * layout.size
    for stat in scenario.stats.values():
        if stat.formula is None:
            base, span = layout.base[stat.id], layout.span(stat.id)
            values[base : base + span] = [_value(layout, stat.id, stat.start)] * span
            _blank_nobody(layout, stat.id, values)
    for id, start in (*scenario.world_start.items(), *scenario.alliance.start.items()):
        values[layout.base[id]] = _value(layout, id, start)
    _actors(book, values)
    for number, place in enumerate(scenario.places.values()):
        values[layout.find("owner", number)] = layout.index[place.owner]
    _shares(book, values)
    return tuple(values)


def _actors(book: Book, values: list[int]) -> None:
    layout, scenario = book.layout, book.scenario
    for index, actor in enumerate(scenario.actors.values()):
        if actor.kind == "country":
            membership = _value(layout, "membership", actor.membership)
            values[layout.find("membership", index)] = membership
        for id, start in actor.start.items():
            values[layout.find(id, index)] = _value(layout, id, start)
    for (a, b), numbers in scenario.relations.items():
        one, other = layout.index[a], layout.index[b]
        for id, start in numbers.items():
            values[layout.find(id, one, other)] = _value(layout, id, start)
            if layout.stats[id].mutual:
                values[layout.find(id, other, one)] = _value(layout, id, start)


def _value(layout: Layout, stat: str, start: Start | int | str | None) -> int:
    """A start value as the integer that is kept."""
    record = layout.stats[stat]
    value = start.value if isinstance(start, Start) else start
    if record.holds == "choice":
        return record.words.index(value) if isinstance(value, str) else 0
    if record.holds == "actor":
        return layout.index[value] if isinstance(value, str) else layout.none
    if value is None:
        return record.min
    assert isinstance(value, int), "the checker has seen to it"
    return value


def _blank_nobody(layout: Layout, stat: str, values: list[int]) -> None:
    """What ``none`` has: 0, no word, nobody."""
    record = layout.stats[stat]
    nothing = {"choice": NO_WORD, "actor": layout.none}.get(record.holds, 0)
    base = layout.base[stat]
    for slot in range(base, layout.size):
        where = layout.slots[slot]
        if where.stat != stat:
            return
        if record.owner == ("country", "pole"):
            if where.owner == layout.none or where.toward == len(layout.poles):
                values[slot] = 0
        elif record.owner != ("place",) and layout.none in (where.owner, where.toward):
            values[slot] = nothing


def _shares(book: Book, values: list[int]) -> None:
    table, layout = book.scenario.alignment, book.layout
    if table is None:
        return
    for code, shares in table.start.items():
        for pole, share in shares.items():
            values[layout.find("share", layout.index[code], layout.column(pole))] = share
    for country in range(layout.countries):
        base = layout.find("share", country)
        rest = 1000 - sum(values[base : base + len(layout.poles)])
        home = "unaligned" if "unaligned" in layout.poles else layout.poles[0]
        values[base + layout.column(home)] += rest


def opening_troops(book: Book) -> tuple[Troop, ...]:
    """Units held at the start, numbered from 1; of each kind the pledged ones come first."""
    held = [
        (unit, index, number < pledged)
        for index, actor in enumerate(book.scenario.actors.values())
        for unit, (count, pledged) in actor.units.items()
        for number in range(count)
    ]
    return tuple(
        Troop(serial, unit, owner, pledged=pledged)
        for serial, (unit, owner, pledged) in enumerate(held, 1)
    )
