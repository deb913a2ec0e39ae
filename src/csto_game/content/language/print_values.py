"""Values as text, with brackets only where they are needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from csto_game.content.language.names import Names
from csto_game.model.tree import (
    ActorNamed,
    Borders,
    Call,
    Const,
    Fold,
    HasFlag,
    Negative,
    Not,
    Op,
    PlaceOwner,
    Pole,
    Read,
    Roll,
    Scoped,
    SinceFlag,
    Tally,
    Value,
    Was,
    Within,
)

_JOINT, _TEST, _SUM, _PRODUCT, _UNIT = range(5)
"""How tightly a piece of text holds together, from ``and`` to a single word."""
_SIGNS = {"and": _JOINT, "or": _JOINT, "+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT}
_WRITTEN = {"kept_to": "kept", "broken_to": "broken"}

Text = tuple[str, int]


@frozen
class Printer:
    names: Names | None = None

    def value(self, value: Value) -> str:
        return self.at_least(value, _JOINT)

    def sum(self, value: Value) -> str:
        """In brackets if it would not be read as a sum."""
        return self.at_least(value, _SUM)

    def product(self, value: Value) -> str:
        """In brackets if it is a sum of several."""
        return self.at_least(value, _PRODUCT)

    def at_least(self, value: Value, level: int) -> str:
        text, own = _PRINTERS[type(value)](self, value)
        return text if own >= level else f"({text})"

    def flag_owner(self, flag: HasFlag) -> str:
        if flag.owner is None:
            return flag.scope
        owner = self.value(flag.owner)
        return owner if flag.toward is None else f"{owner}.{self.value(flag.toward)}"


def _const(p: Printer, value: Const) -> Text:
    if value.type == "yes":
        return f"1 = {value.value}", _TEST
    stat = value.type.partition(":")[2]
    if stat and p.names is not None:
        return p.names.stats[stat].words[value.value], _UNIT
    return str(value.value), _UNIT


def _op(p: Printer, value: Op) -> Text:
    own = _SIGNS.get(value.sign, _TEST)
    if own == _TEST:
        left = p.at_least(value.left, _SUM)
        return f"{left} {value.sign} {p.at_least(value.right, _SUM)}", own
    # A chain of one sign goes on to the left without brackets; `and` and `or` do not mix.
    inner = value.left
    goes_on = own != _JOINT or (isinstance(inner, Op) and inner.sign == value.sign)
    left = p.at_least(inner, own if goes_on else own + 1)
    return f"{left} {value.sign} {p.at_least(value.right, own + 1)}", own


def _read(p: Printer, value: Read) -> Text:
    stat = _WRITTEN.get(value.stat, value.stat)
    if value.owner is None:
        names = p.names
        world = names is None or names.stats[stat].owner == ("world",)
        return f"{'world' if world else 'alliance'}.{stat}", _UNIT
    path = p.value(value.owner)
    if value.toward is not None:
        path += f".{p.value(value.toward)}"
    return f"{path}.{stat}", _UNIT


def _fold(p: Printer, value: Fold) -> Text:
    body = "" if value.body is None else f"{p.sum(value.body)} over "
    where = "" if value.where is None else f" where {p.value(value.where)}"
    return f"{value.function}({body}{value.noun}{where})", _UNIT


def _tally(p: Printer, value: Tally) -> Text:
    who = [p.value(actor) for actor in (value.by, value.to) if actor is not None]
    return f"{value.function}({', '.join([value.thing, *who])})", _UNIT


def _call(p: Printer, function: str, *arguments: Value) -> Text:
    return f"{function}({', '.join(p.sum(argument) for argument in arguments)})", _UNIT


_PRINTERS: dict[type, Callable[[Printer, Any], Text]] = {
    Const: _const,
    ActorNamed: lambda p, v: (v.code, _UNIT),
    Scoped: lambda p, v: (v.word, _UNIT),
    Pole: lambda p, v: (v.name, _UNIT),
    PlaceOwner: lambda p, v: (f"place.{v.place}.owner", _UNIT),
    Read: _read,
    HasFlag: lambda p, v: (f"{p.flag_owner(v)} has {v.flag}", _TEST),
    Op: _op,
    Not: lambda p, v: (f"not {p.at_least(v.inner, _TEST)}", _TEST),
    Negative: lambda p, v: (f"-{p.at_least(v.inner, _UNIT)}", _UNIT),
    Within: lambda p, v: (f"{p.sum(v.inner)} in {p.sum(v.low)}..{p.sum(v.high)}", _TEST),
    Call: lambda p, v: _call(p, v.function, *v.arguments),
    Fold: _fold,
    Was: lambda p, v: (f"was({p.value(v.read)}, {v.ago})", _UNIT),
    Tally: _tally,
    SinceFlag: lambda p, v: (f"since({p.flag_owner(v.flag)}.{v.flag.flag})", _UNIT),
    Borders: lambda p, v: _call(p, "borders", v.a, v.b),
    Roll: lambda p, v: _call(p, "roll", v.low, v.high),
}
