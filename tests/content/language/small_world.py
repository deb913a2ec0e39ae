"""A small world of names, built directly: three republics and two powers."""

from __future__ import annotations

from csto_game.content.language import Names, RuleText, Scope
from csto_game.content.problem import Report
from csto_game.model.builtin import built_in_stats
from csto_game.model.scenario import Clause, Office, Spot, Stat
from csto_game.model.tree import Const


def stat(id: str, *owner: str, **more: object) -> Stat:
    return Stat(id=id, owner=owner, name=id.title(), **more)  # type: ignore[arg-type]


OWN = (
    stat("storm", "world"),
    stat("unity", "alliance", spot=Spot("scenario.toml", 46, 1)),
    stat("calm", "country"),
    stat("treasury", "country", max=200),
    stat("defence", "country"),
    stat("safety", "country", formula=Const(0), spot=Spot("scenario.toml", 80, 1)),
    stat("patron", "country", holds="actor", start="none"),
    stat("trust", "country", "country"),
    stat("grip", "country", "power"),
    stat("reach", "power"),
)
CLAUSES = (Clause("defence_bond", "Bond", ("none_promised", "consult", "bound"), "consult"),)
OFFICES = (Office("chair", "Chair"),)


def build() -> Names:
    stats = (*OWN, *built_in_stats(CLAUSES, OFFICES, with_shares=True, places=True))
    return Names(
        stats={s.id: s for s in stats},
        actors={
            "EST": "country",
            "LVA": "country",
            "LTU": "country",
            "GER": "power",
            "USR": "power",
        },
        numbers={"gale": 70, "thaw": 4},
        poles=("alliance", "unaligned", "USR"),
        places=("memel", "riga"),
        things={
            "incident": frozenset(
                {"letters", "bases", "bases.option.grant", "bases.option.refuse.outcome.bluff"}
            ),
            "verb": frozenset({"arm", "visit", "lean", "lean.option.openly"}),
            "motion": ("stand",),
            "promise": ("aid",),
            "crisis": ("border",),
            "mission": ("guard",),
            "unit": ("airborne",),
            "rule": ("envy",),
            "place": ("memel", "riga"),
        },
        spots={
            "stat.unity": Spot("scenario.toml", 46, 1),
            "stat.safety.is": Spot("scenario.toml", 83, 1),
        },
        forms=("of",),
    )


NAMES = build()
WORDS = {"self": "country", "target": "country", "amount": "number"}
SCOPE = Scope(WORDS, "[verb.visit]")
ALONE = Scope(
    {},
    "[incident.harvest]",
    {"self": "[incident.harvest] has no by, so it happens to nobody in particular"},
)


def rule(text: str, column: int = 1, line: int = 1) -> RuleText:
    return RuleText(text, "play.toml", line, column)


def fresh() -> Report:
    return Report()
