"""First look at a merged world: which kinds, ids and codes there are, and what rules may name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from csto_game.content.cell import article, listing
from csto_game.content.language import Names
from csto_game.content.locate import Address
from csto_game.content.marks import WORDS_OF_MODS
from csto_game.content.merge import Merged
from csto_game.content.nearest import nearest
from csto_game.content.problem import Report
from csto_game.content.structure import Reader
from csto_game.content.tables.charter import CLAUSE, OFFICE
from csto_game.content.tables.registry import OTHERS, TABLES
from csto_game.content.tables.stats import STAT
from csto_game.content.tables.types import is_code, is_id, suggested_id
from csto_game.model.builtin import FIXED, built_in_stats
from csto_game.model.scenario import Spot, Stat
from csto_game.model.tree import NOUNS

RESERVED = frozenset(NOUNS) | {
    *("self", "target", "mover", "viewer", "amount"),
    *("world", "alliance", "number", "place", "unaligned", "none"),
    *("and", "or", "not", "in", "has", "if", "each", "where", "because", "over"),
}
_BUILT_IN = frozenset(stat.id for stat in FIXED) | {"share", "owner"}
_ACTORS = ("country", "power")
_FREE = frozenset({"test", "relation", "article", "package"})
"""Kinds whose second name is no id, or is checked elsewhere."""
MOST = {
    "country": 64,
    "power": 12,
    "stat": 200,
    "verb": 300,
    "incident": 5_000,
    "rule": 500,
    "motion": 100,
    "crisis": 60,
    "mission": 60,
    "promise": 60,
    "number": 500,
}
_BEHIND = {
    "where": "whereabouts",
    "country": "land",
    "power": "might",
    "member": "belonging",
    "other": "others",
}


def survey(world: Merged, report: Report) -> Names:
    """Names of everything, and messages about kinds and ids that cannot be."""
    look = Reader(world, report, Names({}, _actors(world)), with_rules=False)
    _check_kinds(world, look)
    _check_ids(world, look)
    first = attrs.evolve(look.names, poles=_poles(world), places=tuple(look.ids("place")))
    look.names = first
    own = look.things(STAT)
    charter = (look.things(CLAUSE).values(), look.things(OFFICE).values())
    built_in = built_in_stats(
        *charter, with_shares=world.get(("alignment",)) is not None, places=bool(first.places)
    )
    stats: dict[str, Stat] = {**own, **{stat.id: stat for stat in built_in}}
    for id_ in own:
        if id_ in stats and stats[id_].spot != own[id_].spot and id_ not in _BUILT_IN:
            look.error(("stat", id_), "twice", f"{id_} is in the charter already", part="id")
    return attrs.evolve(
        first,
        stats=stats,
        numbers=_numbers(world),
        things=dict(_things(world)),
        spots=_spots(world, look),
        forms=_forms(world),
    )


def _table(world: Merged, kind: str) -> dict[str, object]:
    found = world.get((kind,))
    return found if isinstance(found, dict) else {}


def _actors(world: Merged) -> dict[str, str]:
    return {
        code: kind
        for kind in _ACTORS
        for code, value in _table(world, kind).items()
        if isinstance(value, dict)
    }


def _numbers(world: Merged) -> dict[str, int]:
    return {
        name: value
        for name, value in _table(world, "number").items()
        if isinstance(value, int) and not isinstance(value, bool)
    }


def _poles(world: Merged) -> tuple[str, ...]:
    poles = world.get(("alignment", "poles"))
    return tuple(pole for pole in poles if isinstance(pole, str)) if isinstance(poles, list) else ()


def _forms(world: Merged) -> tuple[str, ...]:
    forms: dict[str, None] = {}
    for kind in _ACTORS:
        for value in _table(world, kind).values():
            form = value.get("form") if isinstance(value, dict) else None
            forms.update(dict.fromkeys(form if isinstance(form, dict) else ()))
    return tuple(forms)


_INNER = ("option", "outcome", "rung", "objective", "step")


def _things(world: Merged) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in TABLES:
        yield kind, tuple(_addresses(_table(world, kind), ""))


def _addresses(table: dict[str, object], prefix: str) -> Iterator[str]:
    for id_, value in table.items():
        if not isinstance(value, dict):
            continue
        name = f"{prefix}{id_}"
        yield name
        for inner in _INNER:
            below = value.get(inner)
            if isinstance(below, dict):
                yield from _addresses(below, f"{name}.{inner}.")


def _spots(world: Merged, reader: Reader) -> dict[str, Spot]:
    found = {f"stat.{id_}": reader.spot(("stat", id_)) for id_ in _table(world, "stat")}
    found |= {f"number.{id_}": reader.spot(("number", id_)) for id_ in _table(world, "number")}
    return found


def _check_kinds(world: Merged, reader: Reader) -> None:
    kinds = (*TABLES, *OTHERS)
    for kind, value in list(world.root.items()):
        if kind in kinds:
            if not isinstance(value, dict):
                reader.error((kind,), "type", f"{kind} is a table", part="key", hint=f"[{kind}]")
                del world.root[kind]
            continue
        if kind in WORDS_OF_MODS:
            reader.error(
                (kind,),
                "unknown-table",
                f'"{kind}" is for mods',
                part="kind",
                why="a package without extends holds its things themselves",
                hint="extends in [package], or a table without this word",
            )
            continue
        near = nearest(kind, kinds) if reader.report.helps else None
        example = next(iter(value), "ID") if isinstance(value, dict) and value else "ID"
        table = TABLES.get(near or "")
        named = f"[{near}.{example}]" if table is None or table.has_id else f"[{near}]"
        reader.error(
            (kind,),
            "unknown-table",
            f'there is no kind of thing called "{kind}"',
            part="kind",
            why="" if near else f"there are: {listing(sorted(kinds), 40)}",
            hint=named if near else "",
        )


def _check_ids(world: Merged, reader: Reader) -> None:
    for kind in (*TABLES, "number"):
        table = _table(world, kind)
        most = MOST.get(kind)
        if most and len(table) > most:
            last = list(table)[most]
            message = f"there are {len(table)} of {kind}; {most} may be"
            reader.error((kind, last), "limit", message, part="id")
            for extra in list(table)[most:]:
                del table[extra]
        if kind in _FREE:
            continue
        if kind in _ACTORS:
            _each(table, (kind,), reader, _check_code)
        elif kind == "number" or (kind in TABLES and TABLES[kind].address.endswith(".ID")):
            _each(table, (kind,), reader, _check_id)
    for inner in ("organ", "clause", "office"):
        below = world.get(("charter", inner))
        _each(below if isinstance(below, dict) else {}, ("charter", inner), reader, _check_id)


_Check = Callable[[Address, Reader], None]


def _each(table: dict[str, object], path: Address, reader: Reader, check: _Check) -> None:
    for id_, value in table.items():
        check((*path, id_), reader)
        if isinstance(value, dict):
            for inner in _INNER:
                below = value.get(inner)
                if isinstance(below, dict):
                    _each(below, (*path, id_, inner), reader, _check_id)


def _check_code(address: Address, reader: Reader) -> None:
    code = address[-1]
    if code == "none" or not is_code(code):
        reader.error(
            address,
            "id",
            f'"{code}" cannot be a code',
            part="id",
            why="codes of countries and powers are 2 to 6 CAPITALS and digits",
            hint="".join(letter for letter in code.upper() if letter.isalnum())[:6],
        )


def _check_id(address: Address, reader: Reader) -> None:
    id_ = address[-1]
    if id_ in RESERVED or (id_ in _BUILT_IN and address[0] in {"stat", "charter"}):
        what = "a word of the rule language" if id_ in RESERVED else "a stat that is built in"
        kind = address[-2]
        reader.error(
            address,
            "reserved",
            f'"{id_}" is {what}',
            part="id",
            why=f"{article(kind)} {kind} of that name could not be told from it",
            hint=_BEHIND.get(id_, f"{id_}_2"),
        )
    elif not is_id(id_):
        reader.error(
            address,
            "id",
            f'"{id_}" cannot be an id',
            part="id",
            why="ids are a–z, 0–9 and _, and begin with a letter; "
            "CAPITALS are for countries and powers",
            hint=suggested_id(id_),
        )
