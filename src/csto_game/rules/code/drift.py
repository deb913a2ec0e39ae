"""What a stat does by itself each turn (key ``drift``), for all its owners in one instant."""

from __future__ import annotations

from csto_game.model import tree
from csto_game.model.scenario import Stat
from csto_game.rules.code.effects import BlockCoder
from csto_game.rules.code.statics import Statics
from csto_game.rules.layout import Layout

_GROUPS = {"country": "COUNTRIES", "power": "POWERS"}


def drift(layout: Layout, statics: Statics, stat: Stat, cause: int) -> str:
    """Source of ``do(d)``."""
    line = stat.drift
    assert line is not None
    coder = BlockCoder(layout, statics, cause, f"stat.{stat.id}")
    coder.code.fixed = frozenset()
    coder.actors = ["-1", "-1"]
    coder.cause = cause
    coder.put("v = d.v; log = d.log; trail = d.trail; a = 0; m = t = s = " + str(layout.none))
    depth = coder.depth
    loops = [kind for kind in stat.owner if kind in _GROUPS]
    for kind, word in zip(loops, ("s", "t"), strict=False):
        coder.put(f"for {word} in {_GROUPS[kind]}:")
        coder.depth += 1
    if loops in (["country", "country"], ["power", "power"]):
        coder.put("if s < t:" if stat.mutual else "if s != t:")
        coder.depth += 1
    if line.when is not None:
        coder.put(f"if {coder.code(line.when)}:")
        coder.depth += 1
    inner = coder.depth
    values = _values(line.deed)
    if not loops or all(isinstance(value, tree.Const) for value in values):
        coder.deed(line.deed)
    else:
        coder.put("todo.append((s, t, " + ", ".join(coder.code(v) for v in values) + "))")
        coder.out.insert(1, "    todo = []")
        coder.depth = depth
        names = [f"k{i}" for i in range(len(values))]
        with coder.under(f"for s, t, {', '.join(names)} in todo:"):
            coder.deed(line.deed, tuple(names))
    coder.depth = inner
    return "\n".join(["def do(d):", *coder.out])


def _values(deed: tree.Deed) -> list[tree.Value]:
    if isinstance(deed, tree.Change):
        return [deed.amount]
    return [deed.goal, deed.step] if isinstance(deed, tree.Toward) else []
