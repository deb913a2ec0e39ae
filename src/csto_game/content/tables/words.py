"""Which words the rules of each table have: self, target, amount, mover, viewer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from csto_game.content.cell import Reading
from csto_game.content.language import Names, Scope
from csto_game.content.tables.keys import Fields
from csto_game.model.tree import Who

ScopeOf = Callable[[Reading, str, Fields, Scope], Scope]


def kind_of(who: object, names: Names) -> str:
    """``country`` or ``power``: what a phrase picks; ``actor`` if it may be either."""
    if not isinstance(who, Who):
        return "country"
    if who.noun:
        return "power" if who.noun == "power" else "country"
    kinds = {names.actors.get(code, "country") for code in who.codes}
    return kinds.pop() if len(kinds) == 1 else "actor"


def fixed(**words: str) -> ScopeOf:
    """Always these words, such as ``self="country"``."""

    def scope(_reader: Reading, address: str, _fields: Fields, _outer: Scope) -> Scope:
        return Scope(words, about=f"[{address}]")

    return scope


def nobody(_reader: Reading, address: str, _fields: Fields, _outer: Scope) -> Scope:
    """No words at all: what happens to the world."""
    missing = {"self": f"[{address}] is about nobody in particular"}
    return Scope({}, about=f"[{address}]", missing=missing)


def inherited(_reader: Reading, address: str, _fields: Fields, outer: Scope) -> Scope:
    """The words of the table around."""
    return attrs.evolve(outer, about=f"[{address}]")


def parties(*, always_self: bool = False, always_target: bool = False) -> ScopeOf:
    """``self`` if there is a ``by``, ``target`` and ``amount`` if there are such keys."""

    def scope(reader: Reading, address: str, fields: Fields, _outer: Scope) -> Scope:
        words: dict[str, str] = {}
        missing: dict[str, str] = {}
        where, path = f"[{address}]", tuple(address.split("."))
        # What is written counts, even if it could not be read: its mistake was told already.
        if always_self or reader.has((*path, "by")):
            words["self"] = kind_of(fields.get("by"), reader.names)
        else:
            missing["self"] = f"{where} has no by, so it happens to nobody in particular"
        if always_target or reader.has((*path, "target")):
            words["target"] = kind_of(fields.get("target"), reader.names)
        else:
            missing["target"] = f"{where} has no target"
        if reader.has((*path, "amount")):
            words["amount"] = "number"
        else:
            missing["amount"] = f"{where} has no amount"
        return Scope(words, about=where, missing=missing)

    return scope


def with_words(extra: Mapping[str, str]) -> Callable[[Scope, Fields], Scope]:
    """The table's own words and these."""

    def scope(outer: Scope, _fields: Fields) -> Scope:
        return attrs.evolve(outer, words={**outer.words, **extra})

    return scope


def only_words(words: Mapping[str, str]) -> Callable[[Scope, Fields], Scope]:
    """These words and no others."""

    def scope(outer: Scope, _fields: Fields) -> Scope:
        return attrs.evolve(outer, words=dict(words))

    return scope


def voter(outer: Scope, _fields: Fields) -> Scope:
    """In a leaning: ``self`` votes, ``mover`` tabled it, ``target`` stays."""
    words = {**outer.words, "self": "country", "mover": outer.words.get("self", "country")}
    return attrs.evolve(outer, words=words)
