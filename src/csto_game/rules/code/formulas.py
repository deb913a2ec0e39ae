"""Formulas of stats as functions ``F_ID(v, d, s, t)``, held in their bounds."""

from __future__ import annotations

from csto_game.model import tree
from csto_game.model.scenario import Stat
from csto_game.rules.code.resting import ground
from csto_game.rules.code.statics import Statics
from csto_game.rules.code.values import ValueCoder
from csto_game.rules.layout import Layout
from csto_game.rules.walk import nodes


def formula(layout: Layout, statics: Statics, stat: Stat) -> str:
    """Source of the stat's function."""
    assert stat.formula is not None, "only stats with a formula have one"
    code = ValueCoder(layout, statics)
    value = code(stat.formula)
    held = f"({stat.min} if (z := {value}) < {stat.min} else {stat.max} if z > {stat.max} else z)"
    name = f"def F_{stat.id}(v, d, s, t):\n"
    if not _is_of_crises(layout, statics, stat):
        return f"{name}{code.head()}    return {held}"
    key = f"({stat.id!r}, s, t)"
    return (
        f"{name}    known = d.of_crises()\n    if {key} in known: return known[{key}]\n"
        f"{code.head()}    known[{key}] = found = {held}\n    return found"
    )


def _is_of_crises(layout: Layout, statics: Statics, stat: Stat) -> bool:
    """Does it rest on running crises alone? Then it is worked out once for as long as they stand."""
    assert stat.formula is not None, "the caller has asked"
    asked = [node for node in nodes(stat.formula) if isinstance(node, tree.Tally | tree.Roll)]
    if not asked or any(getattr(node, "function", "") != "rung" for node in asked):
        return False
    rests = ground(stat.formula, layout)
    return rests.lists == {"crises"} and all(
        layout.slots[slot].stat in statics.stats for slot in rests.slots
    )
