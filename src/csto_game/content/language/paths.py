"""Dotted paths: ``KAZ.unrest``, ``self.target.trust``, ``alliance.chair.loyalty``.

What is wrong with a path is told by `missing` and `missing_stats`; here is what is right.
"""

from __future__ import annotations

from csto_game.content.language import missing, missing_stats
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.model.scenario import Stat
from csto_game.model.tree import ActorNamed, Const, PlaceOwner, Pole, Read, Scoped, Value

LEDGER = {"kept": "kept_to", "broken": "broken_to"}
"""How a pair's count of promises is written, and its stat."""
POLES = ("alliance", "unaligned")


def stat_type(stat: Stat) -> str:
    return f"choice:{stat.id}" if stat.holds == "choice" else stat.holds


def resolve(c: Cursor, path: str, at: int) -> Value:
    """The typed value of the path at a token; reported and broken if it has none."""
    value = c.known.get(path)
    if value is None:
        value = _resolve(c, path.split("."), at)
        if value is not BROKEN:
            c.known[path] = value
    return value


def actor_word(c: Cursor, word: str) -> tuple[Value, str] | None:
    """The value and kind of a word that stands for an actor here."""
    kind = c.words.get(word)
    if kind is not None:
        return None if kind == "number" else (Scoped(word), kind)
    kind = c.names.actors.get(word)
    if kind is not None:
        return ActorNamed(word), kind
    return (ActorNamed(word), "actor") if word == "none" else None


def _resolve(c: Cursor, parts: list[str], at: int) -> Value:
    head = parts[0]
    if head in ("world", "alliance"):
        return _common(c, parts, at)
    if head == "number":
        return _number(c, parts, at)
    if head == "place":
        return _place(c, parts, at)
    actor = actor_word(c, head)
    if actor is not None:
        return _follow(c, parts, at, start=1, found=actor)
    if c.words.get(head) == "number":
        if len(parts) == 1:
            return Scoped(head, "number")
        return missing.nothing_after(c, parts, at, 1, "a number")
    return missing.head(c, parts, at)


def _common(c: Cursor, parts: list[str], at: int) -> Value:
    """A stat of the world or the alliance, and what follows it."""
    owner = parts[0]
    if len(parts) == 1:
        return missing_stats.stat_name(c, parts, at)
    stat = c.names.stats.get(parts[1])
    if stat is None:
        return missing_stats.unknown_stat(c, parts, at, 1, (owner,))
    if stat.owner != (owner,):
        return missing_stats.wrong_owner(c, parts, at, 1, (owner,))
    read = Read(stat.id, stat_type(stat))
    if len(parts) == 2:
        return read
    if stat.holds != "actor":
        return missing.nothing_after(c, parts, at, 2, missing.holds_phrase(stat))
    return _follow(c, parts, at, start=2, found=(read, "actor"))


def _number(c: Cursor, parts: list[str], at: int) -> Value:
    value = c.names.numbers.get(".".join(parts[1:]))
    return missing.unknown_number(c, parts, at) if value is None else Const(value)


def _place(c: Cursor, parts: list[str], at: int) -> Value:
    if len(parts) < 3 or parts[2] != "owner":
        return missing.place_owner(c, parts, at)
    if parts[1] not in c.names.places:
        return missing.unknown_place(c, parts, at)
    owner = PlaceOwner(parts[1])
    if len(parts) == 3:
        return owner
    return _follow(c, parts, at, start=3, found=(owner, "actor"))


def _follow(c: Cursor, parts: list[str], at: int, *, start: int, found: tuple[Value, str]) -> Value:
    """Stats of an actor, as far as the path goes on through actors."""
    value, kind = found
    index = start
    while index < len(parts):
        stat = c.names.stats.get(parts[index])
        if stat is not None and len(stat.owner) == 1:
            if not _fits(kind, stat.owner[0]):
                return missing_stats.wrong_owner(c, parts, at, index, (kind,))
            value = Read(stat.id, stat_type(stat), value)
        else:
            pair = _pair(c, parts, at, index, (value, kind))
            if not isinstance(pair, Read):
                return pair
            value, index = pair, index + 1
            stat = c.names.stats[pair.stat]
        index += 1
        kind = "actor"
        if index < len(parts) and stat.holds != "actor":
            return missing.nothing_after(c, parts, at, index, missing.holds_phrase(stat))
    return value


def _pair(c: Cursor, parts: list[str], at: int, index: int, owner: tuple[Value, str]) -> Value:
    """The stat of a pair whose second word stands at ``index``."""
    word = parts[index]
    toward = actor_word(c, word)
    if toward is None and word in POLES:
        toward = (Pole(word), "pole")
    if toward is None:
        return missing.after_actor(c, parts, at, index, owner[1])
    kinds = (owner[1], toward[1])
    if index + 1 == len(parts):
        return missing_stats.pair_stat_name(c, parts, at, kinds)
    name = LEDGER.get(parts[index + 1], parts[index + 1])
    stat = c.names.stats.get(name)
    if stat is None:
        return missing_stats.unknown_stat(c, parts, at, index + 1, kinds)
    if not _fits_pair(c, stat, kinds, toward[0]):
        return missing_stats.wrong_pair(c, parts, at, index, kinds)
    return Read(stat.id, stat_type(stat), owner[0], toward[0])


def _fits(kind: str, owner: str) -> bool:
    return kind == owner or (kind == "actor" and owner in ("country", "power"))


def _fits_pair(c: Cursor, stat: Stat, kinds: tuple[str, str], toward: Value) -> bool:
    if len(stat.owner) != 2 or not _fits(kinds[0], stat.owner[0]):
        return False
    if stat.owner[1] != "pole":
        return _fits(kinds[1], stat.owner[1])
    if isinstance(toward, Pole):
        return toward.name in c.names.poles
    if isinstance(toward, ActorNamed):
        return toward.code in c.names.poles
    return kinds[1] in ("power", "actor")
