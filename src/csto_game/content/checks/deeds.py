"""Walking deeds: the values that an effect line, a block or a phrase looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from csto_game.content.checks.trees import walk
from csto_game.model.tree import (
    Block,
    Cede,
    Change,
    ClearFlag,
    Deed,
    Line,
    Move,
    Muster,
    Read,
    SetFlag,
    Toward,
    Value,
    Who,
)

Parts = tuple[Value | None, ...]


def _place(read: Read) -> Parts:
    """Whose number is changed is looked at; the number itself is not."""
    return read.owner, read.toward


_LOOKED_AT: Mapping[type, Callable[[Any], Parts]] = {
    Change: lambda d: (*_place(d.place), d.amount, d.wait, d.lasting),
    Toward: lambda d: (*_place(d.place), d.goal, d.step),
    SetFlag: lambda d: (d.flag, d.lasting),
    ClearFlag: lambda d: (d.flag,),
    Move: lambda d: (d.by, d.to, d.wait, d.lasting),
    Muster: lambda d: (d.count, d.by),
    Cede: lambda d: (d.to,),
}


def looked_at(deed: Deed) -> Parts:
    """The values that a deed depends on."""
    return _LOOKED_AT[type(deed)](deed)


def values_of(tree: object) -> Iterator[Value]:
    """Every value in whatever a rule text became, outer ones first."""
    if isinstance(tree, Block):
        for line in tree.lines:
            yield from values_of(line)
    elif isinstance(tree, Line):
        for part in (*looked_at(tree.deed), tree.when, tree.where):
            if part is not None:
                yield from walk(part)
    elif isinstance(tree, Who):
        for part in (tree.where, tree.rank):
            if part is not None:
                yield from walk(part)
    elif hasattr(tree, "type"):
        yield from walk(tree)  # type: ignore[arg-type]  # whatever has a type is a value


def lines_of(tree: object) -> tuple[Line, ...]:
    """The effect lines of what a rule text became; none if it only asks."""
    if isinstance(tree, Block):
        return tree.lines
    return (tree,) if isinstance(tree, Line) else ()
