"""Deeds as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from csto_game.content.language.print_values import Printer
from csto_game.model.tree import (
    Cede,
    Change,
    ClearFlag,
    Deed,
    HasFlag,
    Move,
    Muster,
    SetFlag,
    Toward,
    Value,
)


def print_deed(deed: Deed, printer: Printer) -> str:
    return _PRINTERS[type(deed)](deed, printer)


def _tail(printer: Printer, *links: tuple[str, Value | None]) -> str:
    return "".join(f" {word} {printer.sum(value)}" for word, value in links if value is not None)


def _change(deed: Change, printer: Printer) -> str:
    # What is taken off is one piece: P - A + B would be refused.
    amount = printer.product(deed.amount) if deed.sign == "-" else printer.sum(deed.amount)
    begin = f"{printer.value(deed.place)} {deed.sign} {amount}"
    return begin + _tail(printer, ("in", deed.wait), ("lasting", deed.lasting))


def _toward(deed: Toward, printer: Printer) -> str:
    place, goal = printer.value(deed.place), printer.sum(deed.goal)
    return f"{place} toward {goal} by {printer.sum(deed.step)}"


def _flag(flag: HasFlag, printer: Printer) -> str:
    return f"{printer.flag_owner(flag)}.{flag.flag}"


def _set(deed: SetFlag, printer: Printer) -> str:
    return f"set {_flag(deed.flag, printer)}" + _tail(printer, ("lasting", deed.lasting))


def _clear(deed: ClearFlag, printer: Printer) -> str:
    return f"clear {_flag(deed.flag, printer)}"


def _move(deed: Move, printer: Printer) -> str:
    links = (("for", deed.by), ("to", deed.to), ("in", deed.wait), ("lasting", deed.lasting))
    return f"{deed.verb} {deed.kind}.{deed.thing}" + _tail(printer, *links)


def _muster(deed: Muster, printer: Printer) -> str:
    begin = f"{deed.verb} unit.{deed.unit} {printer.sum(deed.count)}"
    return begin + _tail(printer, ("for", deed.by))


def _cede(deed: Cede, printer: Printer) -> str:
    return f"cede place.{deed.place} to {printer.value(deed.to)}"


_PRINTERS: dict[type, Callable[[Any, Printer], str]] = {
    Change: _change,
    Toward: _toward,
    SetFlag: _set,
    ClearFlag: _clear,
    Move: _move,
    Muster: _muster,
    Cede: _cede,
}
