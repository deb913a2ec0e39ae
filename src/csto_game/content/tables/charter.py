"""`[charter]` with organs, clauses and offices; `[motion.ID]`."""

from __future__ import annotations

from typing import cast

from csto_game.content.cell import Cell, Reading
from csto_game.content.nearest import nearest
from csto_game.content.tables.cards import COST
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Fields, Key, Table
from csto_game.content.tables.references import Code, Thing
from csto_game.content.tables.rules import (
    Conditions,
    Effects,
    NumberRule,
    OrganNeeds,
    WhoRule,
)
from csto_game.content.tables.stats import shown_words
from csto_game.content.tables.types import Id, Ids, Number, Text, Texts, TextTable
from csto_game.content.tables.words import fixed, nobody, only_words, parties, voter, with_words
from csto_game.model.scenario import Charter, Clause, Motion, Office, Organ

ORGAN = Table(
    "charter.organ.ID",
    "a body that votes",
    Organ,
    (
        Key("name", Text(60), "its name", required=True),
        Key("seats", WhoRule("self"), "who has a seat", required=True),
        Key("votes", NumberRule(), "how many votes each has", default="1"),
        Key("needs", OrganNeeds(), "what passes a motion", default="majority"),
        Key(
            "veto",
            Conditions(),
            "whose no stops it: self votes, mover tabled it",
            words=with_words({"mover": "country"}),
        ),
        Key("when", Conditions(), "it sits only then", words=only_words({})),
        Key("quorum", Number(1, 64), "seats that must vote yes or no", default="1"),
        Key("every", Number(1, 400), "meets every so many turns", default="1"),
        Key("yes_at", Number(-100, 100), "leaning from which a leader votes yes", default="0"),
        Key("veto_at", Number(-100, 100), "leaning down to which it votes no", default="-1"),
        *COMMON,
    ),
    scope=fixed(self="country"),
)


def _values(cell: Cell) -> tuple[str, ...]:
    values = cell.reader.raw((*cell.address[:-1], "values"))
    return tuple(map(str, values)) if isinstance(values, list) else ()


def _clause_words(_reader: Reading, cell: Cell, fields: Fields) -> None:
    values = cast("tuple[str, ...]", fields.get("values", ()))
    start = fields.get("start")
    if values and isinstance(start, str) and start not in values:
        why = f"it is one of: {', '.join(values)}"
        message = f"{cell.name} is never {start}"
        hint = nearest(start, values) or ""
        cell.inner("start", start).error("unknown-choice", message, why=why, hint=hint)
    for word in cast("dict[str, str]", fields.get("text", {})):
        if values and word not in values:
            why = f"it is one of: {', '.join(values)}"
            inner = Cell(cell.reader, (*cell.address, "text", word), None)
            inner.error("unknown-choice", f"{cell.name} is never {word}", part="key", why=why)
    fields["shown"] = shown_words(fields.pop("words", None), values)


CLAUSE = Table(
    "charter.clause.ID",
    "a clause of the treaty: a choice, read as alliance.ID",
    Clause,
    (
        Key("name", Text(60), "its name", required=True),
        Key("values", Ids(2, 12), "the words it may be", required=True),
        Key("start", Id(), "its word at the start", required=True),
        Key("words", TextTable(_values, "unknown-choice", 40), "what each word is called"),
        Key("text", TextTable(), "the article for each word"),
        *COMMON,
    ),
    scope=nobody,
    finish=_clause_words,
)
OFFICE = Table(
    "charter.office.ID",
    "an office that an actor holds, read as alliance.ID",
    Office,
    (
        Key("next", WhoRule("self"), "who fills it when a term ends", default="members in turn"),
        Key("name", Text(60), "its name", required=True),
        Key("start", Code(nobody=True), "who holds it at the start", default="none"),
        Key("term", Number(0, 400), "turns; 0: no end", default="0"),
        *COMMON,
    ),
    scope=nobody,
)
CHARTER = Table(
    "charter",
    "the treaty",
    Charter,
    (
        Key("name", Text(90), "its name"),
        Key("signed", Text(60), "when"),
        Key("text", Text(), "what there is to know"),
        *COMMON,
    ),
    children={
        "organ": ("organs", ORGAN),
        "clause": ("clauses", CLAUSE),
        "office": ("offices", OFFICE),
    },
    scope=nobody,
)
MOTION = Table(
    "motion.ID",
    "what an organ may vote on",
    Motion,
    (
        Key("by", WhoRule("self"), "who may table it"),
        Key("target", WhoRule("target"), "about whom"),
        Key("organ", Thing("charter.organ"), "which organ votes", required=True),
        Key("name", Text(90), "as tabled", required=True),
        Key("text", Text(), "what it says"),
        Key("when", Conditions(), "possible only then"),
        Key("do", Effects(), "if it passes"),
        Key("fails", Effects(), "if it does not"),
        Key("leaning", NumberRule(), "how far a voter leans to yes, -100 to 100", words=voter),
        Key("cost", COST, "taken from who tables it"),
        Key("history", Texts(), "sentences for the chronicle"),
        Key("news", Text(), "one sentence told in the turn's report"),
        *COMMON,
    ),
    scope=parties(always_self=True),
)
