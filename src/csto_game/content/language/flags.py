"""Flags: named yes/no facts of the world, the alliance, an actor or a pair."""

from __future__ import annotations

from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.paths import actor_word, resolve
from csto_game.content.language.tokens import is_path
from csto_game.content.language.types import want_actor
from csto_game.model.tree import HasFlag, Value


def flag_read(c: Cursor) -> Value:
    """``PATH has FLAG``."""
    at = c.at
    c.at += 2
    name = c.tokens[c.at]
    if not _is_name(name):
        c.unexpected("the name of a flag", hint="self has blood")
    c.at += 1
    flag = of_owner(c, c.tokens[at].split("."), name, at)
    if flag is None:
        return BROKEN
    c.use_flag(name, flag.scope, "read", c.at - 1)
    return flag


def flag_path(c: Cursor, how: str) -> HasFlag | None:
    """``self.blood``, ``world.war``: the flag at this token; None if that is reported."""
    at = c.at
    parts = c.tokens[at].split(".")
    name = parts[-1]
    if not is_path(c.tokens[at]) or not _is_name(name):
        c.unexpected("a flag such as self.blood")
    if len(parts) == 1:
        c.at += 1
        hint = c.cure(c.span(at), f"self.{name}")
        c.error("no-owner", f"whose {name}?", c.span(at), hint=hint)
        return None
    c.at += 1
    if name in c.names.stats:
        span = c.part_span(at, parts, len(parts) - 1, len(parts) - 1)
        c.error("type", f"{name} is a stat; flags have names of their own", span)
        return None
    flag = of_owner(c, parts[:-1], name, at)
    if flag is not None:
        c.use_flag(name, flag.scope, how, at)
    return flag


def of_owner(c: Cursor, owner: list[str], name: str, at: int) -> HasFlag | None:
    if owner in (["world"], ["alliance"]):
        return HasFlag(name, owner[0])
    if len(owner) > 1 and (toward := actor_word(c, owner[-1])):
        holder = _actor(c, owner[:-1], at)
        return None if holder is None else HasFlag(name, "pair", holder, toward[0])
    holder = _actor(c, owner, at)
    return None if holder is None else HasFlag(name, "actor", holder)


def _actor(c: Cursor, parts: list[str], at: int) -> Value | None:
    value = resolve(c, ".".join(parts), at)
    if value.type == "actor":
        return value
    if value is not BROKEN:
        want_actor(c, value, at)
    return None


def _is_name(token: str) -> bool:
    return "a" <= token[:1] <= "z" and "." not in token
