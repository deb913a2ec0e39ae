"""`[verb.ID]`, `[incident.ID]` with their options and outcomes, and `[rule.ID]`."""

from __future__ import annotations

from typing import cast

from attrs import frozen

from csto_game.content.cell import SKIP, Cell, Reading
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Fields, Key, Table
from csto_game.content.tables.rules import Conditions, Effects, NumberRule, NumberTable, WhoRule
from csto_game.content.tables.types import (
    Id,
    Number,
    Once,
    Text,
    Texts,
    TextTable,
    Word,
    YesNo,
    wrong_type,
)
from csto_game.content.tables.words import inherited, parties
from csto_game.model.scenario import Amount, Incident, Option, Outcome, Rule, Verb
from csto_game.model.tree import Const

PHASES = ("start", "plan", "council", "resolve", "drift", "end")


def _payable(cell: Cell) -> tuple[str, ...]:
    """Stats a cost may take from: one's own, or ``world.`` and ``alliance.`` ones."""
    kind = cell.scope.words.get("self", "country")
    memory = cell.reader.names.memory
    if ("payable", kind) not in memory:
        memory["payable", kind] = _payable_by(cell, kind)
    return cast("tuple[str, ...]", memory["payable", kind])


def _payable_by(cell: Cell, kind: str) -> tuple[str, ...]:
    own_kinds = ("country", "power") if kind == "actor" else (kind,)
    names: list[str] = []
    for id_, stat in cell.reader.names.stats.items():
        if stat.holds == "number" and stat.formula is None and stat.writable:
            own = len(stat.owner) == 1 and stat.owner[0] in own_kinds
            shared = stat.owner in {("world",), ("alliance",)}
            names += [id_] * own + [f"{stat.owner[0]}.{id_}"] * shared
    return tuple(names)


COST = NumberTable(_payable, "stat")


@frozen
class AmountType:
    """The player's number: ``{ min = 1, max = "self.coin", step = 1, start = 2 }``."""

    label: str = "{ min, max, step, start } numbers"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", "{ min = 1, max = 4 }")
        if not cell.reader.with_rules:
            return SKIP
        read: dict[str, object] = {}
        for name, value in cell.value.items():
            inner = cell.inner(name, value)
            if name not in {"min", "max", "step", "start"}:
                message = f'amount has no key "{name}"'
                inner.error("unknown-key", message, part="key", hint="min, max")
                continue
            kind = Number(1, 1_000_000) if name == "step" else NumberRule()
            read[name] = kind.read(inner)
        missing = [name for name in ("min", "max") if name not in read]
        if missing:
            return cell.error("missing-key", f"amount has no {' and no '.join(missing)}")
        if SKIP in read.values():
            return SKIP
        return Amount(**cast("dict[str, Const]", read))  # type: ignore[arg-type]  # step is an int


_LATER = (
    Key("history", Texts(), "sentences for the chronicle, taken in turn"),
    Key("warn", Text(), "shown with the preview, e.g. what a historian would say"),
)

OUTCOME = Table(
    "outcome.ID",
    "one of several things that may come of it",
    Outcome,
    (
        Key("weight", NumberRule(), "how likely, against the others", required=True),
        Key("when", Conditions(), "possible only then"),
        Key("text", Text(), "told afterwards"),
        Key("do", Effects(), "what happens"),
        Key("history", Texts(), "sentences for the chronicle"),
        Key("hidden", YesNo(), "its effects are not in the preview", default="no"),
        *COMMON,
    ),
    scope=inherited,
)
OPTION = Table(
    "option.ID",
    "a choice",
    Option,
    (
        Key("name", Text(90), "as a leader would say it", required=True),
        Key("text", Text(), "more about it"),
        Key("when", Conditions(), "else it is shown with its reason, and cannot be chosen"),
        Key("cost", COST, "taken from self"),
        Key("do", Effects(), "what happens"),
        Key("ai", NumberRule(), "added to what a leader thinks of it", default="0"),
        *_LATER,
        *COMMON,
    ),
    children={"outcome": ("outcomes", OUTCOME)},
    scope=inherited,
)
_PARTS = {"option": ("options", OPTION), "outcome": ("outcomes", OUTCOME)}
_CARD = (
    Key("name", Text(60), "as a leader would say it", required=True),
    Key("when", Conditions(), "possible only then"),
    Key("do", Effects(), "what happens"),
    Key("ai", NumberRule(), "added to what a leader thinks of it", default="0"),
    Key("secret", YesNo(), "others do not see who", default="no"),
    *_LATER,
    *COMMON,
)

VERB = Table(
    "verb.ID",
    "a card that a leader plays",
    Verb,
    (
        Key("by", WhoRule("self"), "who may; self from here on", required=True),
        Key("target", WhoRule("target"), "at whom: the player chooses one"),
        *_CARD,
        Key("once", YesNo(), "once per game, for the same self", default="no"),
        Key("text", Text(600, what="fit the card"), "what it is"),
        Key("cost", COST, "taken from self"),
        Key("amount", AmountType(), "the player's number, amount in rules"),
        Key("cooldown", Number(0, 400), "turns, for the same self", default="0"),
        Key("group", Id(), "heading in the menu"),
    ),
    children=_PARTS,
    scope=parties(),
)


def _news_has_no_choice(reader: Reading, cell: Cell, fields: Fields) -> None:
    options = cast("dict[str, object]", fields.get("options") or {})
    default = fields.get("default")
    if "by" in fields or not options:
        if isinstance(default, str) and default not in options:
            hint = next(reversed(options), "leave it out")
            message = f'there is no option "{default}" in this incident'
            cell.inner("default", default).error("unknown-thing", message, hint=hint)
        return
    if not reader.with_rules or reader.has((*cell.address, "by")):
        return
    first = next(iter(options))
    option = Cell(reader, (*cell.address, "option", first), None)
    option.error(
        "no-such-word",
        "nobody is there to choose",
        why=f"[{'.'.join(cell.address)}] has no by, so it is news",
        hint='by = "member", or outcomes instead of options',
    )


INCIDENT = Table(
    "incident.ID",
    "a card that is dealt to a leader; without `by` it is news",
    Incident,
    (
        Key("by", WhoRule("self"), "who is dealt the card; self from here on"),
        Key("target", WhoRule("target"), "picked when it is dealt"),
        *_CARD,
        Key("once", Once(), "once per game; seat: once to each self", default="no"),
        Key("text", Text(600, what="fit the card"), "the scene", required=True),
        Key("cooldown", Number(0, 400), "turns, for the same self", default="4"),
        Key("weight", NumberRule(), "against other cards; 0: only by start", default="10"),
        Key("chance", NumberRule(), "per cent a turn that it comes into the deal", default="100"),
        Key("forced", YesNo(), "dealt whenever it can", default="no"),
        Key("default", Id(), "option taken if not answered", default="the last one"),
        Key("lasts", Number(1, 40), "turns to answer", default="1"),
        Key(
            "advice",
            TextTable(lambda cell: tuple(cell.reader.ids("adviser")), "unknown-thing"),
            "one sentence each of the advisers",
        ),
    ),
    children=_PARTS,
    scope=parties(),
    finish=_news_has_no_choice,
)
RULE = Table(
    "rule.ID",
    "what happens by itself",
    Rule,
    (
        Key("by", WhoRule("self"), "runs once for each such actor"),
        Key("phase", Word(PHASES), "when in the turn", default="drift"),
        Key("order", Number(0, 99), "then by id", default="50"),
        Key("when", Conditions(), "only then"),
        Key("chance", NumberRule(), "per cent", default="100"),
        Key("do", Effects(), "what happens", required=True),
        Key("history", Texts(), "sentences for the chronicle"),
        Key("news", Text(), "one sentence told in the turn's report"),
        Key("text", Text(), "one sentence for why"),
        *COMMON,
    ),
    scope=parties(),
)
