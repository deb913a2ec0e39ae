"""Trees as text; what is printed parses to the same tree."""

from __future__ import annotations

from csto_game.content.language.names import Names
from csto_game.model.tree import Line, Value, Who


def print_value(value: Value, names: Names | None = None) -> str:
    """``names`` gives choices their words; without it they are printed as numbers."""
    return ""


def print_line(line: Line, names: Names | None = None) -> str:
    return ""


def print_who(who: Who, names: Names | None = None) -> str:
    return ""
