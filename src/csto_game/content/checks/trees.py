"""Walking trees: the parts of a value in the order in which they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from csto_game.model.tree import (
    Borders,
    Call,
    Fold,
    HasFlag,
    Negative,
    Not,
    Op,
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


def _op(v: Value) -> tuple[Value | None, ...]:
    assert isinstance(v, Op)  # the table below sees to it
    return v.left, v.right


def _fold(v: Value) -> tuple[Value | None, ...]:
    assert isinstance(v, Fold)  # the table below sees to it
    return v.body, v.where


_PARTS: dict[type, Callable[..., tuple[Value | None, ...]]] = {
    Op: _op,
    Not: lambda v: (v.inner,),
    Negative: lambda v: (v.inner,),
    Within: lambda v: (v.inner, v.low, v.high),
    Call: lambda v: v.arguments,
    Fold: _fold,
    Was: lambda v: (v.read,),
    Read: lambda v: (v.owner, v.toward),
    HasFlag: lambda v: (v.owner, v.toward),
    SinceFlag: lambda v: (v.flag,),
    Tally: lambda v: (v.by, v.to),
    Borders: lambda v: (v.a, v.b),
    Roll: lambda v: (v.low, v.high),
    Pole: lambda _v: (),
}


def parts(value: Value) -> tuple[Value | None, ...]:
    """The values a value is made of, from left to right."""
    find = _PARTS.get(type(value))
    return find(value) if find else ()


def walk(value: Value) -> Iterator[Value]:
    """The value and all in it, outer ones first."""
    yield value
    for part in parts(value):
        if part is not None:
            yield from walk(part)


def replaced(value: Value, others: Mapping[Value, Value]) -> Value:
    """The value with some of what it is made of, or itself, exchanged."""
    if value in others:
        return others[value]
    changed = {
        name: new
        for name, old in (
            (each.name, getattr(value, each.name)) for each in attrs.fields(type(value))
        )
        if (new := _exchanged(old, others)) is not old
    }
    return attrs.evolve(value, **changed) if changed else value  # type: ignore[arg-type]  # as it was


def _exchanged(part: object, others: Mapping[Value, Value]) -> object:
    if isinstance(part, tuple):
        made = tuple(_exchanged(each, others) for each in part)
        return part if all(a is b for a, b in zip(made, part, strict=True)) else made
    return replaced(part, others) if type(part) in _PARTS or isinstance(part, Scoped) else part  # type: ignore[arg-type]  # a kind of value
