"""A Scenario with its texts in another language: every record walked by the declared tables.

What is only a name in the files (a choice's word, a step of the year) stays, because rules,
commands and saves speak of it; its translation stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import attrs
from attrs import frozen

from csto_game.content.tables.cards import OUTCOME
from csto_game.content.tables.keys import Key, Table
from csto_game.content.tables.registry import TABLES
from csto_game.content.tables.rules import Effects
from csto_game.content.tables.stats import Bands, Drift
from csto_game.content.tables.types import Text, Texts, TextTable
from csto_game.model.scenario import Actor, Clause, Clock, Outcome, Scenario, Stat
from csto_game.model.tree import Block, Line

Words = Mapping[tuple[str, str], str]
"""(address, original) → translation."""

_FIELDS: Mapping[str, str] = {
    "country": "actors",
    "power": "actors",
    "crisis": "crises",
    "adviser": "advisers",
    "difficulty": "difficulties",
}
"""Fields of the Scenario that are not called as their table, with or without an s."""


def translate(scenario: Scenario, words: Words, language: str) -> Scenario:
    """The scenario in that language as far as it goes; the rest, and the rules hash, stay."""
    desk = _Desk(words)
    changed: dict[str, object] = {}
    for kind, table in TABLES.items():
        name = _field(kind)
        value = changed.get(name, getattr(scenario, name, None))
        if name == "actors" and isinstance(value, Mapping):
            changed[name] = desk.actors(table, kind, value)
        elif isinstance(value, Mapping):
            changed[name] = desk.things(table, kind, value)
        elif value is not None:
            changed[name] = desk.thing(table, kind, value)
    made = attrs.evolve(scenario, **changed)  # type: ignore[arg-type]  # each field has its own kind
    package = attrs.evolve(made.package, language=language)
    return attrs.evolve(made, package=package, stats=_with_charter(made))


def _field(kind: str) -> str:
    if kind in _FIELDS:
        return _FIELDS[kind]
    fields = attrs.fields_dict(Scenario)
    return kind if kind in fields else f"{kind}s"


def _with_charter(scenario: Scenario) -> Mapping[str, Stat]:
    """Clauses and offices are stats of the alliance, too, and are called the same there."""
    charter = scenario.charter
    stats = dict(scenario.stats)
    for clause in charter.clauses.values():
        stats[clause.id] = attrs.evolve(stats[clause.id], name=clause.name, shown=clause.shown)
    for office in charter.offices.values():
        stats[office.id] = attrs.evolve(stats[office.id], name=office.name)
    return stats


@frozen
class _Desk:
    words: Words

    def actors(
        self, table: Table[object], kind: str, value: Mapping[str, Actor]
    ) -> Mapping[str, object]:
        return {
            code: self._forms(cast("Actor", self.thing(table, f"{kind}.{code}", actor)))
            if actor.kind == kind
            else actor
            for code, actor in value.items()
        }

    def _forms(self, actor: Actor) -> Actor:
        """Forms that only the translation has; their original is empty."""
        start = f"{actor.kind}.{actor.code}.form."
        own = {
            address.removeprefix(start): text
            for (address, source), text in self.words.items()
            if not source and address.startswith(start)
        }
        return attrs.evolve(actor, forms={**actor.forms, **own}) if own else actor

    def things(
        self, table: Table[object], address: str, value: Mapping[str, object]
    ) -> Mapping[str, object]:
        return {id: self.thing(table, f"{address}.{id}", one) for id, one in value.items()}

    def thing(self, table: Table[object], address: str, record: object) -> object:
        """A record with the texts of its keys and children."""
        if not attrs.has(type(record)):
            return record
        changed: dict[str, object] = {}
        for key in table.keys:
            old = getattr(record, key.target, None)
            new = self._key(key, f"{address}.{key.name}", old)
            if new is not old:
                changed[key.target] = new
        for name, (target, child) in table.children.items():
            inner = getattr(record, target, None)
            if isinstance(inner, Mapping) and inner:
                changed[target] = self.things(child, f"{address}.{name}", inner)
        changed |= self._names(table, address, record)
        return attrs.evolve(cast("Any", record), **changed) if changed else record

    def _names(self, table: Table[object], address: str, record: object) -> dict[str, object]:
        """How names that are read by players, too, are shown."""
        if isinstance(record, Outcome) and table is OUTCOME:
            return {"shown": self._said(address, record.id, "")}
        if isinstance(record, Clause):
            return {"shown": self._shown(address, "values", record.values, record.shown)}
        if isinstance(record, Clock):
            return {"names": self._list(f"{address}.steps", record.steps)}
        if isinstance(record, Stat) and record.holds == "choice":
            return {"shown": self._shown(address, "holds", record.words, record.shown)}
        return {}

    def _key(self, key: Key, address: str, old: object) -> object:
        read = _READERS.get(type(key.type))
        if read is not None:
            return read(self, address, old)
        if key.name == "group" and isinstance(old, str):
            return self._said(address, old, old)
        return old

    def _said(self, address: str, original: str, otherwise: str) -> str:
        return self.words.get((address, original), otherwise)

    def text(self, address: str, old: object) -> object:
        return self._said(address, old, old) if isinstance(old, str) else old

    def texts(self, address: str, old: object) -> object:
        if not isinstance(old, tuple) or not old:
            return old
        if len(old) == 1:
            old = (self._said(address, old[0], old[0]),)
        return self._list(address, old)

    def _list(self, address: str, old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._said(f"{address}.{n}", text, text) for n, text in enumerate(old, 1))

    def _shown(
        self, address: str, key: str, names: tuple[str, ...], called: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Words of a choice by what they are called in the files, or by themselves."""
        plain = [name.replace("_", " ") for name in names]
        return tuple(
            self.words.get((f"{address}.words.{name}", label))
            or self._said(f"{address}.{key}.{n}", name, label)
            for n, (name, label) in enumerate(zip(names, called or plain, strict=True), 1)
        )

    def table(self, address: str, old: object) -> object:
        if not isinstance(old, Mapping) or not old:
            return old
        return {name: self._said(f"{address}.{name}", text, text) for name, text in old.items()}

    def bands(self, address: str, old: object) -> object:
        if not isinstance(old, tuple):
            return old
        return tuple((low, self._said(f"{address}.{low}", text, text)) for low, text in old)

    def block(self, address: str, old: object) -> object:
        """The reasons of a block's lines."""
        if isinstance(old, Line):
            because = self._said(address, old.because or "", old.because or "")
            return attrs.evolve(old, because=because) if because else old
        if not isinstance(old, Block) or not any(line.because for line in old.lines):
            return old
        return Block(tuple(cast("Line", self.block(address, line)) for line in old.lines))


_READERS = cast(
    "Mapping[type, Callable[[_Desk, str, object], object]]",
    {
        Text: _Desk.text,
        Texts: _Desk.texts,
        TextTable: _Desk.table,
        Bands: _Desk.bands,
        Effects: _Desk.block,
        Drift: _Desk.block,
    },
)
