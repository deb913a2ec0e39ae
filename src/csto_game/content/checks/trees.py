"""Walking trees: the parts of a value in the order in which they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
