"""The package's manifest, the clock, the deck, the alliance, numbers and sources."""

from __future__ import annotations

import re

from attrs import frozen

from csto_game import __version__
from csto_game.content.cell import SKIP, Cell, Reading
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Fields, Key, Table
from csto_game.content.tables.starts import StartTable
from csto_game.content.tables.types import (
    Id,
    Ids,
    Number,
    Text,
    Word,
    YesNo,
    read_items,
    wrong_type,
)
from csto_game.content.versions import Need, in_range, is_range, need
from csto_game.model.scenario import Alliance, Clock, Deck, Package, Source, Start

FORMAT = 1
_VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")


@frozen
class Manifest(Package):
    """``[package]`` with what it says of other packages, which is settled before play."""

    extends: tuple[Need, ...] = ()
    needs: tuple[Need, ...] = ()
    wants: tuple[Need, ...] = ()
    clashes: tuple[Need, ...] = ()


@frozen
class FormatNumber:
    label: str = "number"

    def read(self, cell: Cell) -> object:
        number = Number(1).read(cell)
        if isinstance(number, int) and number > FORMAT:
            return cell.error(
                "newer",
                "this package is written for a newer game "
                f"(format {number}; this game reads {FORMAT})",
                hint="a newer game, or an older version of the package",
            )
        return number


@frozen
class Version:
    label: str = '"1.2.0"'

    def read(self, cell: Cell) -> object:
        if isinstance(cell.value, str) and _VERSION.fullmatch(cell.value):
            return cell.value
        return cell.error("type", "version is three numbers in quotes", hint='version = "1.0.0"')


@frozen
class Range:
    """``">=0.3, <1"``: the versions of the game that a package can be played with."""

    label: str = "range"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, str) or not is_range(cell.value):
            return cell.error(
                "type", f"{cell.name} is a range in quotes", hint='game = ">=0.3, <1"'
            )
        if not in_range(__version__, cell.value):
            return cell.error(
                "newer",
                f"this package is for csto {cell.value}; this is {__version__}",
                hint="another version of the game, or of the package",
            )
        return cell.value


@frozen
class Needs:
    """A list of ``"id"`` or ``"id >=1.0, <2"``."""

    label: str = "list of needs"

    def read(self, cell: Cell) -> object:
        texts = Ids(free=True).read(cell)
        return SKIP if texts is SKIP else read_items(cell, _need)


def _need(cell: Cell) -> object:
    found = need(cell.value) if isinstance(cell.value, str) else None
    if found:
        return found
    return cell.error("need", f'"{cell.value}" names no package', hint='"id", or "id >=1.0, <2"')


def _scenario_by_default(_reader: Reading, _cell: Cell, fields: Fields) -> None:
    fields.setdefault("kind", "scenario")


PACKAGE = Table(
    "package",
    "the manifest",
    Manifest,
    (
        Key("id", Id(), "unique among installed packages", required=True),
        Key("kind", Word(("scenario", "mod", "library")), "what it is for", default="scenario"),
        Key("format", FormatNumber(), "version of the format: 1", required=True),
        Key("version", Version(), "three numbers", required=True),
        Key("game", Range(), "versions of the game it needs", default="any"),
        Key("name", Text(60, templates=False), "as listed", required=True),
        Key("text", Text(templates=False), "as listed"),
        Key("authors", Ids(free=True), "shown"),
        Key("licence", Text(templates=False), "shown"),
        Key("home", Text(templates=False), "shown, never opened"),
        Key("order", Number(0, 99), "its place in lists, then by id", default="50"),
        Key("teaches", YesNo(), "a lesson: the title offers it to who is new", default="no"),
        Key("language", Text(20, templates=False), "of the texts in the files", default="en"),
        Key("extends", Needs(), "scenarios it fits"),
        Key("needs", Needs(), "must be there, loaded before"),
        Key("wants", Needs(), "loaded before if there"),
        Key("clashes", Needs(), "may not be there"),
        *COMMON,
    ),
    finish=_scenario_by_default,
)


def _step_exists(_reader: Reading, cell: Cell, fields: Fields) -> None:
    steps, step = fields.get("steps"), fields.get("step", 1)
    if isinstance(steps, tuple) and isinstance(step, int) and step > len(steps):
        message = f"the year has {len(steps)} steps"
        cell.inner("step", step).error("range", message, hint=f"step = {len(steps)}")
    if fields.get("year") == 0:
        message = "there is no year 0"
        cell.inner("year", 0).error("range", message, hint="-1 is followed by 1")


CLOCK = Table(
    "clock",
    "time",
    Clock,
    (
        Key("year", Number(-9999, 9999), "the first year; -431 is 431 BC", required=True),
        Key("step", Number(1, 12), "step of the year the game starts in", default="1"),
        Key("steps", Ids(1, 12, free=True), "names of the steps of a year", required=True),
        Key("turns", Number(1, 400), "length of the game", default="40"),
        Key("acts", Number(0, 99), "verbs a seat may use in a turn; 0: any", default="0"),
        *COMMON,
    ),
    finish=_step_exists,
)

DECK = Table(
    "deck",
    "how many cards are dealt",
    Deck,
    (
        Key("per_seat", Number(0, 20), "to a leader, at most a turn", default="2"),
        Key("per_turn", Number(0, 100), "in the world", default="8"),
        *COMMON,
    ),
)


@frozen
class WorldStart:
    """What ``[world]`` becomes: only its start numbers."""

    start: dict[str, Start]


WORLD = Table(
    "world",
    "the world",
    WorldStart,
    (Key("start", StartTable(("world",)), "start of the world's stats", required=True), *COMMON),
)
ALLIANCE = Table(
    "alliance",
    "the alliance",
    Alliance,
    (
        Key("name", Text(60, templates=False), "its name"),
        Key("short", Text(20, templates=False), "its name in tables"),
        Key("text", Text(), "what there is to know"),
        Key("start", StartTable(("alliance",)), "start of the alliance's stats"),
        *COMMON,
    ),
)
SOURCE = Table(
    "source.ID",
    "what `cite` refers to",
    Source,
    (
        Key("name", Text(templates=False), "title", required=True),
        Key("link", Text(templates=False), "shown, never opened"),
        Key("licence", Text(templates=False), "shown"),
        Key("note", Text(templates=False), "for modders"),
    ),
)


@frozen
class Constants:
    """The table of constants, read by rules as ``number.NAME``."""

    label: str = "table of numbers"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", "5")
        numbers = {name: Number().read(cell.inner(name, v)) for name, v in cell.value.items()}
        return {name: value for name, value in numbers.items() if value is not SKIP}
