"""Keys of another kind of table: what they are for, and what to write instead."""

from __future__ import annotations

from csto_game.content.cell import article
from csto_game.content.tables.registry import TABLES

_USES = {
    "weight": ("weight is how often an incident is dealt; {here} is not dealt", "ai = 5"),
    "chance": ("chance is of rules and incidents: per cent a turn", "an outcome with weight"),
    "cost": ("cost is what a verb or an option takes", "an option with cost, or do"),
    "target": ("target is at whom a verb or an incident is aimed", "a noun with each in do"),
    "by": ("by says who acts or is dealt a card", "leave it out"),
    "amount": ("amount is the number a player gives with a verb", "leave it out"),
    "forced": ("forced cards are dealt whenever they can", "leave it out"),
    "phase": ("phase is when in the turn a rule runs", "a rule, or leave it out"),
    "option": ("options are choices of verbs and incidents", "outcome"),
    "cooldown": ("cooldown is of verbs and incidents", "a flag with lasting"),
}


def foreign_key(address: str, name: str) -> tuple[str, str]:
    """Why and cure for a key that other tables have and this one has not; empty if none has."""
    homes = [
        kind for kind, table in TABLES.items() if name in table.by_name or name in table.children
    ]
    if not homes:
        return "", ""
    here = address.split(".")[-2 if address.endswith((".ID", ".CODE")) else -1]
    shown = f"{article(here)} {here}"
    if here == "verb" and name == "weight":
        why = "weight is how often an incident is dealt; a verb is chosen by a leader"
        return why, "ai = 5, if leaders should like it more"
    why, cure = _USES.get(name, ("", ""))
    if why:
        return why.format(here=shown), cure
    return f"{name} is a key of {', '.join(homes[:4])}", ""
