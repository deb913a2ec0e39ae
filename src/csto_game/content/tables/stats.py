"""`[stat.ID]`."""

from __future__ import annotations

from typing import cast

from attrs import frozen

from csto_game.content.cell import SKIP, Cell, Reading
from csto_game.content.language import Scope, parse_conditions, parse_drift
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Fields, Key, Table
from csto_game.content.tables.rules import NumberRule, rule_text
from csto_game.content.tables.starts import fits
from csto_game.content.tables.types import (
    BILLION,
    Ids,
    Number,
    Text,
    TextTable,
    Word,
    YesNo,
    read_items,
    wrong_type,
)
from csto_game.content.tables.words import only_words
from csto_game.model.scenario import Stat
from csto_game.model.tree import Const

ONES = ("world", "alliance", "country", "power")
PAIRS = ("country", "power")


@frozen
class OwnerType:
    label: str = 'world · alliance · country · power · a pair ["country", "power"]'

    def read(self, cell: Cell) -> object:
        value = cell.value
        if isinstance(value, str):
            word = Word(ONES).read(cell)
            return word if word is SKIP else (word,)
        if not isinstance(value, list) or len(value) != 2:
            return cell.error("type", f"owner is {self.label}", hint='owner = "country"')
        pair = read_items(cell, Word(PAIRS).read)
        return pair if isinstance(pair, tuple) and len(pair) == 2 else SKIP


@frozen
class Holds:
    """``number``, ``actor``, or a list of words."""

    label: str = "number · actor · list of 2–12 words"

    def read(self, cell: Cell) -> object:
        if isinstance(cell.value, list):
            return Ids(2, 12).read(cell)
        return Word(("number", "actor")).read(cell)


@frozen
class AnyValue:
    """A start value; what it may be depends on the stat."""

    label: str = "number, word or code"

    def read(self, cell: Cell) -> object:
        if isinstance(cell.value, bool) or not isinstance(cell.value, int | str):
            return wrong_type(cell, "is a number, a word or a code", "0")
        return cell.value


@frozen
class Bands:
    """``{ 0 = "calm", 40 = "restless" }``: the word from that number up; of a choice, ``{ cross =
    "in a temper" }``: what its words are called.
    """

    label: str = "table number → text, or word → text"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", '{ 0 = "low", 50 = "high" }')
        choice = cell.reader.raw((*cell.address[:-1], "holds"))
        if isinstance(choice, list):
            return TextTable(lambda _: map(str, choice), "unknown-choice", 40).read(cell)
        bands: list[tuple[int, str]] = []
        for name, value in cell.value.items():
            text = Text(24, templates=False).read(cell.inner(name, value))
            if not name.lstrip("-").isdigit() or len(name) > 10:
                message = f'"{name}" is not a number'
                cell.inner(name, value).error("type", message, part="key", hint="0")
            elif isinstance(text, str):
                bands.append((int(name), text))
        return tuple(sorted(bands))


@frozen
class Seen:
    label: str = "all · owner · nobody · conditions with self and viewer"

    def read(self, cell: Cell) -> object:
        if cell.value in {"all", "owner", "nobody"}:
            return cell.value
        if not cell.reader.with_rules:
            return SKIP
        rule = rule_text(cell, '"owner"')
        if rule is None:
            return SKIP
        tree = parse_conditions(rule, cell.scope, cell.reader.names, cell.reader.report)
        return "all" if tree is None else tree


@frozen
class Drift:
    """The tail of an effect; it is parsed when the whole stat is known."""

    label: str = "tail of an effect"

    def read(self, cell: Cell) -> object:
        if not cell.reader.with_rules:
            return SKIP
        return rule_text(cell, '"toward 20 by 1"') or SKIP


def owner_words(fields: Fields) -> dict[str, str]:
    """``self`` for an actor's stat, ``target`` too for a pair's."""
    owner = cast("tuple[str, ...]", fields.get("owner", ("world",)))
    kinds = [kind for kind in owner if kind in PAIRS]
    return dict(zip(("self", "target"), kinds, strict=False))


def _words(reader: Reading, address: str, fields: Fields, _outer: Scope) -> Scope:
    raw = reader.raw((*address.split("."), "owner"))
    owner = tuple(raw) if isinstance(raw, list) else (raw,)
    return Scope(owner_words({"owner": owner}), about=f"[{address}]")


def _with_viewer(scope: Scope, _fields: Fields) -> Scope:
    return only_words({**scope.words, "viewer": "actor"})(scope, _fields)


def _finish(reader: Reading, cell: Cell, fields: Fields) -> None:
    holds = fields.get("holds", "number")
    if isinstance(holds, tuple):
        fields["holds"], fields["words"] = "choice", holds
        fields["shown"] = shown_words(fields.pop("bands", None), holds)
    low, high = fields.get("min", 0), fields.get("max", 100)
    if isinstance(low, int) and isinstance(high, int) and low > high:
        cell.inner("max", high).error("range", f"max is below min ({low})", hint=f"max = {low}")
        fields["max"] = low
    if "owner" not in fields:
        return
    if fields.get("mutual") and not _of_one_kind(fields["owner"]):
        message = "only a stat of a pair of one kind can be mutual"
        cell.inner("mutual", None).error("type", message, part="key", hint="leave it out")
    if reader.has((*cell.address, "is")) and not reader.with_rules:
        fields["formula"] = Const(0)
    _check_start(cell, fields)
    drift = fields.pop("drift", None)
    if drift is not None:
        stat = reader.names.stats.get(cell.name)
        if stat is not None:
            line = parse_drift(drift, stat, reader.names, reader.report)  # type: ignore[arg-type]  # Drift gives rule text
            reader.keep((*cell.address, "drift"), drift, line)  # type: ignore[arg-type]  # the same
            fields["drift"] = line


def shown_words(called: object, words: tuple[str, ...]) -> tuple[str, ...]:
    """What a choice's words are called; () where nothing is called otherwise."""
    if not isinstance(called, dict) or not called:
        return ()
    return tuple(called.get(word, word.replace("_", " ")) for word in words)


def _of_one_kind(owner: object) -> bool:
    return isinstance(owner, tuple) and len(owner) == 2 and owner[0] == owner[1]


def _check_start(cell: Cell, fields: Fields) -> None:
    stat = cell.reader.names.stats.get(cell.name)
    if stat is None or "start" not in fields:
        return
    if not fits(cell.inner("start", fields["start"]), stat):
        del fields["start"]


STAT = Table(
    "stat.ID",
    "something that is measured",
    Stat,
    (
        Key("owner", OwnerType(), "whose it is", required=True),
        Key("name", Text(24), "label", required=True),
        Key("text", Text(), "one sentence that explains it"),
        Key("holds", Holds(), "a list makes it a choice", default="number"),
        Key("min", Number(-BILLION, BILLION), "lower bound", default="0"),
        Key("max", Number(-BILLION, BILLION), "upper bound", default="100"),
        Key("start", AnyValue(), "where no start table says", default="min, first word, none"),
        Key("mutual", YesNo(), "pairs of one kind: A→B is B→A", default="no"),
        Key("is", NumberRule(), "a formula: worked out, never changed", field="formula"),
        Key("drift", Drift(), "what happens to it each turn"),
        Key("good", Word(("high", "low", "none")), "colours and arrows", default="none"),
        Key("unit", Text(20, templates=False), "shown after it"),
        Key("decimals", Number(0, 3), "where the point stands", default="0"),
        Key("show", Word(("strip", "table", "page", "hidden")), "where", default="page"),
        Key("seen", Seen(), "who may know it", default="all", words=_with_viewer),
        Key("layer", YesNo(), "offered as a map colouring", default="no"),
        Key("words", Bands(), "the word from that number up", field="bands"),
        *COMMON,
    ),
    scope=_words,
    finish=_finish,
)
