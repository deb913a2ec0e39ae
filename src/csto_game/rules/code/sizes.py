"""How large a number can become: products that cannot pass the limit need not be held."""

from __future__ import annotations

from csto_game.model import tree
from csto_game.model.tree import Value
from csto_game.rules.layout import Layout

UNKNOWN = 10**12


def largest(value: Value, layout: Layout) -> int:
    """A bound on the absolute value; `UNKNOWN` where none is known."""
    match value:
        case tree.Const():
            return abs(value.value)
        case tree.Read():
            stat = layout.stats[value.stat]
            return max(abs(stat.min), abs(stat.max)) if stat.holds == "number" else UNKNOWN
        case tree.Was():
            return largest(value.read, layout)
        case tree.Op():
            return _of_op(value, layout)
        case tree.Negative():
            return largest(value.inner, layout)
        case tree.Call():
            return _of_call(value, layout)
        case tree.Roll():
            return max(largest(value.low, layout), largest(value.high, layout))
        case tree.Fold():
            inner = largest(value.body, layout) if value.body is not None else 1
            many = len(layout.codes) if value.function in ("sum", "count") else 1
            return min(inner * many, UNKNOWN)
    return UNKNOWN


def _of_op(value: tree.Op, layout: Layout) -> int:
    left, right = largest(value.left, layout), largest(value.right, layout)
    if value.sign in ("+", "-"):
        return min(left + right, UNKNOWN)
    return min(left * right, UNKNOWN) if value.sign == "*" else left


def _of_call(value: tree.Call, layout: Layout) -> int:
    sizes = [largest(a, layout) for a in value.arguments]
    return max(sizes[1:]) if value.function == "clamp" else max(sizes)
