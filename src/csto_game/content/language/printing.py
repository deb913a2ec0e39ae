"""Trees as text; what is printed parses to the same tree."""

from __future__ import annotations

from csto_game.content.language.names import Names
from csto_game.content.language.print_deeds import print_deed
from csto_game.content.language.print_values import Printer
from csto_game.model.tree import Line, Value, Who


def print_value(value: Value, names: Names | None = None) -> str:
    """``names`` gives choices their words; without it they are printed as numbers."""
    return Printer(names).value(value)


def print_line(line: Line, names: Names | None = None) -> str:
    """An effect on one line, its reason included."""
    printer = Printer(names)
    words = [print_deed(line.deed, printer)]
    if line.when is not None:
        words.append(f"if {printer.value(line.when)}")
    if line.each:
        words.append(f"each {', '.join(line.each)}")
    if line.where is not None:
        words.append(f"where {printer.value(line.where)}")
    if line.because is not None:
        words.append(f'because "{line.because}"')
    return "  ".join(words)


def print_who(who: Who, names: Names | None = None) -> str:
    if who.noun is None:
        return ", ".join(who.codes)
    printer = Printer(names)
    words = [who.noun]
    if who.where is not None:
        words.append(f"where {printer.value(who.where)}")
    if who.pick is not None:
        words.append(f"pick {who.pick}")
    if who.rank is not None:
        words.append(printer.value(who.rank))
    return " ".join(words)
