"""Actions of effects: changes of stats and flags; moves of things are in `moves`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from csto_game.content.language import expressions, moves, types
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.flags import flag_path
from csto_game.content.language.folding import COMPARISONS
from csto_game.content.language.paths import resolve
from csto_game.content.language.wording import formula_here, listed
from csto_game.model.scenario import Stat
from csto_game.model.tree import (
    Change,
    ClearFlag,
    Deed,
    HasFlag,
    PlaceOwner,
    Read,
    SetFlag,
    Toward,
    Value,
)

_NOWHERE = Read("", "error")
_NO_FLAG = HasFlag("", "world")


def action(c: Cursor) -> Deed:
    """The deed a row begins with."""
    token = c.tokens[0]
    read = _ACTIONS.get(token)
    if read is not None and c.tokens[1] not in CHANGES:
        c.at = 1
        return read(c)
    return _change(c, token)


def _change(c: Cursor, path: str) -> Deed:
    if not (path[0].isalpha() or path[0] == "_"):
        c.unexpected("what is changed, such as self.unrest")
    if path == "if":
        c.unexpected("what happens; if comes after it", hint="self.unrest + 5 if …")
    c.at = 1
    _ask_not(c)
    place = resolve(c, path, 0)
    return tail(c, _writable(c, place, path))


def tail(c: Cursor, place: Read) -> Deed:
    """What happens to a place: ``+ E``, ``- E``, ``= E`` or ``toward E by E``."""
    sign = c.tokens[c.at]
    if sign == "toward":
        return _toward(c, place)
    if sign not in CHANGES:
        c.unexpected("one of:  +  -  =  toward", hint=_example(c, place))
    at = c.at
    c.at += 1
    if c.tokens[c.at] == "=" and sign != "=":
        hint = c.cure(c.span(at, c.at), sign)
        c.fail("syntax", f"{sign} alone is enough", c.span(at, c.at), hint=hint)
    if sign == "=":
        return Change(sign, place, _set_to(c, place, at))
    _must_be_number(c, place, at)
    amount = _amount(c)
    wait = lasting = None
    if c.tokens[c.at] == "in":
        c.at += 1
        wait = expressions.number(c)
        if c.tokens[c.at] == "lasting":
            c.at += 1
            lasting = expressions.number(c)
    return Change(sign, place, amount, wait, lasting)


CHANGES = ("+", "-", "=", "toward")


def _amount(c: Cursor) -> Value:
    c.rolls = True
    value = expressions.number(c)
    c.rolls = False
    return value


def _toward(c: Cursor, place: Read) -> Toward:
    at = c.at
    c.at += 1
    _must_be_number(c, place, at)
    goal = expressions.number(c)
    c.take("by", hint=c.cure(c.since(at), f"{c.text(*c.since(at))} by 1"))
    step = _amount(c)
    _no_dates(c)
    return Toward(place, goal, step)


def _set_to(c: Cursor, place: Read, at: int) -> Value:
    """The new value of a stat of any type."""
    first = c.at
    c.rolls = True
    value = expressions.choice_or_sum(c, place.type)
    c.rolls = False
    if place.type not in (value.type, "error") and value is not BROKEN:
        if place.type == "number":
            types.not_a_number(c, value, c.since(first))
        elif at:
            types.unlike(c, (place, value), 0, at)
    _no_dates(c)
    return value


def _no_dates(c: Cursor) -> None:
    if c.tokens[c.at] == "in":
        message = "only + and - can come later"
        c.fail("syntax", message, c.span(c.at), hint="an incident without options, started in …")


# ── what may be changed ─────────────────────────────────────────────


def _writable(c: Cursor, place: Value, path: str) -> Read:
    span = c.span(0)
    if isinstance(place, Read):
        stat = c.names.stats[place.stat]
        if stat.formula is not None or not (stat.writable or stat.built_in):
            _derived(c, stat, span)
        elif not stat.writable and stat.owner != ("place",):
            message = f"{path} is kept by the game and cannot be changed"
            c.error("read-only", message, span)
        return place
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


def _must_be_number(c: Cursor, place: Read, at: int) -> None:
    if place.type in ("number", "error"):
        return
    words = types.words_of(c, place.type) if place.type[:7] == "choice:" else ("…",)
    what = "a word" if place.type[:7] == "choice:" else "a country or power"
    source = c.text(*c.span(0, at - 1)) if at else place.stat
    hint = f"{source} = {words[-1]}"
    c.error("type", f"{place.stat} is {what}; it can only be set", c.span(at), hint=hint)


def _ask_not(c: Cursor) -> None:
    """A condition where an effect is wanted."""
    sign = c.tokens[1]
    if sign not in ("<", "<=", ">", ">=", "!=", "==", "in", "has"):
        return
    path = c.tokens[0]
    span = c.span(1)
    hint = c.cure(span, "=") + ", or move the line to when"
    if sign == "has":
        hint = f"set {path}.{c.tokens[2] or 'flag'}, or move the line to when"
    elif sign not in COMPARISONS and sign != "==":
        hint = "move the line to when"
    message = "this asks, but do is for what happens"
    why = f"after {path} an effect has: +  -  =  toward"
    c.fail("syntax", message, span, why=why, hint=hint)


def _example(c: Cursor, place: Read) -> str:
    if place.type[:7] == "choice:":
        return f"{c.tokens[0]} = {types.words_of(c, place.type)[0]}"
    return f"{c.tokens[0]} + 5" if c.at else "+ 5"


# ── flags ───────────────────────────────────────────────────────────


def _set(c: Cursor) -> SetFlag:
    flag = flag_path(c, "set")
    if c.tokens[c.at] == "=":
        c.unexpected("the end of the line", hint="set makes a flag true, clear makes it false")
    lasting: Value | None = None
    if c.tokens[c.at] == "lasting":
        c.at += 1
        lasting = expressions.number(c)
    return SetFlag(flag or _NO_FLAG, lasting)


def _clear(c: Cursor) -> ClearFlag:
    return ClearFlag(flag_path(c, "clear") or _NO_FLAG)


_ACTIONS: dict[str, Callable[[Cursor], Deed]] = {
    "set": _set,
    "clear": _clear,
    "cede": moves.cede,
    **{verb: partial(moves.move, verb) for verb in moves.MOVES},
    **{verb: partial(moves.muster, verb) for verb in moves.MUSTERS},
}
