"""What effects may change."""

from __future__ import annotations

from csto_game.content.language import types
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.wording import formula_here, listed
from csto_game.model.scenario import Stat
from csto_game.model.tree import PlaceOwner, Read, Value

_NOWHERE = Read("", "error")


def writable(c: Cursor, place: Value, path: str) -> Read:
    if isinstance(place, Read):
        stat = c.names.stats[place.stat]
        if stat.formula is None and stat.writable:
            return place
        span = c.span(0)
        if stat.formula is not None or not (stat.writable or stat.built_in):
            _derived(c, stat, span)
        elif not stat.writable and stat.owner != ("place",):
            message = f"{path} is kept by the game and cannot be changed"
            c.error("read-only", message, span)
        return place
    span = c.span(0)
    if isinstance(place, PlaceOwner):
        hint = f"cede place.{place.place} to …"
        c.error("read-only", "a place changes hands by cede", span, hint=hint)
    elif place is not BROKEN:
        what = f"{path} is {'no stat' if place.type == 'actor' else 'fixed'}"
        c.error("type", f"{what} and cannot be changed", span, hint=_stat_of(c, place, path))
    return _NOWHERE


def _stat_of(c: Cursor, place: Value, path: str) -> str:
    if place.type != "actor":
        return ""
    kind = types.actor_kind(c, place)
    there = [s.id for s in c.names.stats.values() if s.owner == (kind,) and s.writable]
    return c.cure(c.span(0), f"{path}.{there[0]}") if there else ""


def _derived(c: Cursor, stat: Stat, span: tuple[int, int]) -> None:
    parts = _made_of(stat.formula) if stat.formula is not None else []
    hint = "change what it is made of"
    c.error(
        "derived",
        f"{stat.id} is worked out and cannot be changed",
        span,
        why=f"[stat.{stat.id}] has is = …",
        hint=f"{hint}: {listed(parts)}" if parts else hint,
        also=formula_here(c.names, stat),
    )


def _made_of(value: Value) -> list[str]:
    """Stats that a formula reads, each once."""
    found: dict[str, None] = {}
    todo: list[object] = [value]
    while todo:
        node = todo.pop(0)
        if isinstance(node, Read):
            found[node.stat] = None
        elif isinstance(node, tuple):
            todo[:0] = node
        else:
            todo[:0] = [
                getattr(node, name) for name in getattr(node, "__slots__", ()) if name[:2] != "__"
            ]
    return list(found)


def must_be_number(c: Cursor, place: Read, at: int) -> None:
    if place.type in ("number", "error"):
        return
    words = types.words_of(c, place.type) if place.type[:7] == "choice:" else ("…",)
    what = "a word" if place.type[:7] == "choice:" else "a country or power"
    source = c.text(*c.span(0, at - 1)) if at else place.stat
    hint = f"{source} = {words[-1]}"
    c.error("type", f"{place.stat} is {what}; it can only be set", c.span(at), hint=hint)
