"""`[promise.ID]`, `[crisis.ID]` with rungs, `[unit.ID]` and `[mission.ID]`."""

from __future__ import annotations

from csto_game.content.tables.cards import OUTCOME
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Key, Table
from csto_game.content.tables.references import Thing
from csto_game.content.tables.rules import Conditions, Effects, NumberRule, WhoRule
from csto_game.content.tables.types import Id, Ids, Number, Text, Texts, TextTable
from csto_game.content.tables.words import fixed, inherited, nobody, parties
from csto_game.model.scenario import Crisis, Mission, Promise, Rung, Unit

PROMISE = Table(
    "promise.ID",
    "what one gives another its word on",
    Promise,
    (
        Key("by", WhoRule("self"), "who may make it", required=True),
        Key("target", WhoRule("target"), "to whom", required=True),
        Key("name", Text(60), "its name", required=True),
        Key("lasts", Number(1, 400), "turns", required=True),
        Key("keep", Conditions(), "looked at each turn; if they fail it is broken"),
        Key("do", Effects(), "each turn while it runs"),
        Key("kept", Effects(), "at the end"),
        Key("broken", Effects(), "when broken"),
        Key(
            "history",
            TextTable(lambda _cell: ("made", "kept", "broken")),
            "sentences: made, kept, broken",
        ),
        Key("text", Text(), "what there is to know"),
        *COMMON,
    ),
    scope=parties(always_self=True, always_target=True),
)
RUNG = Table(
    "crisis.ID.rung.ID",
    "a rung of a crisis' ladder",
    Rung,
    (
        Key("name", Text(60), "its name", required=True),
        Key("text", Text(), "told on entering"),
        Key("enter", Effects(), "on entering"),
        Key("do", Effects(), "each turn"),
        Key("up", NumberRule(), "weight of going up", default="0"),
        Key("stay", NumberRule(), "weight of staying", default="100"),
        Key("down", NumberRule(), "weight of going down", default="0"),
        Key("calls", Thing("motion"), "motion tabled on entering"),
        Key("news", Text(), "one sentence told in the turn's report"),
        *COMMON,
    ),
    scope=inherited,
)
CRISIS = Table(
    "crisis.ID",
    "a ladder that two parties stand on",
    Crisis,
    (
        Key("by", WhoRule("self"), "first party", required=True),
        Key("target", WhoRule("target"), "second party", required=True),
        Key("name", Text(60), "its name", required=True),
        Key("text", Text(), "what there is to know"),
        Key("history", Texts(), "sentences for the chronicle"),
        *COMMON,
    ),
    children={"rung": ("rungs", RUNG)},
    scope=parties(always_self=True, always_target=True),
)
UNIT = Table(
    "unit.ID",
    "a kind of forces",
    Unit,
    (
        Key("name", Text(60), "its name", required=True),
        Key("strength", Number(1, 99), "how strong one is", default="1"),
        Key("text", Text(), "what there is to know"),
        Key("skill", Ids(), "what missions ask for"),
        *COMMON,
    ),
    scope=nobody,
)
MISSION = Table(
    "mission.ID",
    "what the common pool is sent for",
    Mission,
    (
        Key("name", Text(60), "its name", required=True),
        Key("needs", NumberRule(), "strength", required=True),
        Key("text", Text(), "what there is to know"),
        Key("skill", Id(), "half strength without it"),
        Key("lasts", Number(1, 400), "turns", default="2"),
        Key("wear", Number(0, 100), "fatigue a turn", default="10"),
        Key("do", Effects(), "each turn; self asked for it, target is the ground"),
        Key("losses", NumberRule(), "per cent of units lost at the end", default="0"),
        Key("history", Texts(), "sentences for the chronicle"),
        *COMMON,
    ),
    children={"outcome": ("outcomes", OUTCOME)},
    scope=fixed(self="country", target="country"),
)
