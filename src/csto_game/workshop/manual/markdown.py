"""A manual as Markdown; what could be read as marks of the form is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from csto_game.workshop.manual.page import Facts, Grid, Part, Rules, Words

_MARKS = re.compile(r"([\\`*_{}\[\]<>#+!|~&]|^\s*(?:[-=]|\d+[.)]))")


def write_markdown(manual: Part) -> str:
    """The page."""
    return "\n".join(_part(manual, 1)).rstrip() + "\n"


def escaped(text: str) -> str:
    """The text on one line, every mark a letter."""
    return _MARKS.sub(_escape, " ".join(text.split()))


def _escape(found: re.Match[str]) -> str:
    """``1.`` at the beginning would be a list."""
    return f"{found[0][:-1]}\\{found[0][-1]}"


def _part(part: Part, level: int) -> Iterator[str]:
    name = f" ({part.address})" if "." in part.address else ""
    yield f"{'#' * min(level, 6)} {escaped(part.title + name)}"
    yield ""
    for block in part.blocks:
        yield from _WRITERS[type(block)](block)
        yield ""
    for inner in part.parts:
        yield from _part(inner, level + 1)


def _words(block: Words) -> Iterable[str]:
    return [escaped(block.text)]


def _facts(block: Facts) -> Iterable[str]:
    return [f"- {escaped(name)}: {escaped(value)}" for name, value in block.rows]


def _rules(block: Rules) -> Iterable[str]:
    return [f"{escaped(block.name)}:", "", *(f"    {line}" for line in block.lines)]


def _grid(block: Grid) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, block.head))} |"
    yield "|" + "---|" * len(block.head)
    for row in block.rows:
        yield f"| {' | '.join(map(escaped, row))} |"


_WRITERS: Mapping[type, Callable[[Any], Iterable[str]]] = {
    Words: _words,
    Facts: _facts,
    Rules: _rules,
    Grid: _grid,
}
