"""What the words of the rule language mean; tests hold them to the parser's registries."""

from __future__ import annotations

from collections.abc import Mapping

_WHO = "(narrowed to who did it, and to whom)"
FUNCTIONS: Mapping[str, tuple[str, str]] = {
    "min": ("number", "the smallest"),
    "max": ("number", "the largest"),
    "abs": ("number", "without its sign"),
    "root": ("number", "whole square root; 0 of a negative number"),
    "clamp": ("number", "held between low and high"),
    "count": ("number", "of how many the condition holds"),
    "any": ("yes/no", "does it hold of one of them?"),
    "all": ("yes/no", "does it hold of every one? Yes, if there are none"),
    "sum": ("number", "the expression added up; 0 if there are none"),
    "mean": ("number", "the rounded mean; 0 if there are none"),
    "highest": ("number", "the highest of them; 0 if there are none"),
    "lowest": ("number", "the lowest of them; 0 if there are none"),
    "was": ("number", "the number at the start of the turn so many turns ago, 1 to 8"),
    "since": (
        "number",
        f"turns since the flag was last set, or the thing happened {_WHO}; or 9999",
    ),
    "happened": ("number", f"how often the thing happened {_WHO}"),
    "running": ("yes/no", "is the crisis, promise, mission or motion open now?"),
    "rung": ("number", "rung of a running crisis, from 1; 0 if none runs"),
    "position": ("number", "which of a clause's or choice's words is in force, the first is 1"),
    "borders": ("yes/no", "are they neighbours?"),
    "roll": ("number", "a whole number from low to high; only in the amount of an effect"),
}
NOUNS: Mapping[str, str] = {
    "member": "countries whose `membership` is `member`",
    "other": "members except `self`; after `each member, other` except that member",
    "country": "all countries",
    "outsider": "countries whose `membership` is not `member`",
    "power": "all powers",
}
PATHS: tuple[tuple[str, str], ...] = (
    ("`world.STAT` `alliance.STAT` `A.STAT`", "the stat of the world, the alliance, an actor"),
    ("`A.B.STAT`", "the stat of a pair: how A holds B"),
    ("`self` `target` `mover` `viewer` `KAZ`", "an actor; which words exist depends on the place"),
    ("`amount`", "the player's number, in verbs that have one"),
    ("`number.NAME`", "a constant"),
    ("`place.ID.owner`", "whose the place is"),
    ("`none`", "nobody; its numbers read 0"),
)
EFFECTS: tuple[tuple[str, str], ...] = (
    ("`P + E` `P - E` `P = E`", "changes a number; `=` also sets a choice or an actor"),
    (
        "`P + E in N lasting M`",
        "a dated change: by E each turn for M turns (1), beginning N turns from now",
    ),
    ("`P toward E by E2`", "moves the number by at most E2, never past E"),
    ("`set A.flag [lasting N]` `clear A.flag`", "a named yes/no fact, read by `A has flag`"),
    ("`start incident.X [for A] [to B] [in N]`", "deals the card to A, whatever its `when`"),
    ("`start promise.X for A to B [lasting N]`", "A promises B; `break`, `end`"),
    ("`start motion.X [for A] [to B]`", "A tables it about B"),
    ("`start crisis.X for A to B`", "opens at the first rung; `raise`, `lower`, `end`"),
    ("`start mission.X [for A] [to B] [lasting N]`", "asks the pool for it; `end`"),
    ("`gain unit.X N [for A]`", "units of A; `lose`, `pledge`, `withdraw`"),
    ("`cede place.X to A`", "a place changes hands"),
)
TAILS: tuple[tuple[str, str], ...] = (
    ("`if CONDITION`", "only then"),
    ("`each NOUN [, NOUN] [where CONDITION]`", "to everyone in the same instant"),
    ('`because "…"`', "what a player reads when asking why; `{templates}` are filled in"),
)
CONDITIONS: tuple[tuple[str, str], ...] = (
    ("`=` `!=` `<` `<=` `>` `>=`", "compare numbers; `=` and `!=` also words and actors"),
    ("`E in A..B`", "between two numbers, both included"),
    ("`A has flag` `not …`", "flags; the opposite"),
    ("`and` `or`", "mixing them needs brackets"),
)
TESTS: tuple[tuple[str, str], ...] = (
    ("`CODE: command`", "a command of a seat, as in a save"),
    ("`refused CODE: command`", "must be refused"),
    ("`do effect`", "set up with any effect"),
    ("`expect condition`", "must hold"),
    ("`end [n]`", "end so many turns (1)"),
)
MODS: tuple[tuple[str, str], ...] = (
    ("`[new.KIND.ID]`", "adds a thing, an option, an outcome, a rung that is not there yet"),
    ("`[change.KIND.ID]`", "sets these keys of what is there"),
    ("`[add.KIND.ID]`", "appends lines to a rule block, items to a list"),
    ("`[replace.KIND.ID]`", "the whole thing anew"),
    ("`[remove]` with `things`", "takes things away"),
)
