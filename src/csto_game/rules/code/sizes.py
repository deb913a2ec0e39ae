"""How large a number can become: sums and products that cannot pass the limit need not be held."""

from __future__ import annotations

from csto_game.model import tree
from csto_game.model.tree import Value
from csto_game.rules.code.arithmetic import LIMIT
from csto_game.rules.layout import Layout

COUNTED = 1_000_000
"""More often, and longer ago, than anything can happen in a game."""


def may_pass(value: tree.Op, layout: Layout) -> bool:
    """Can the operation's result pass the limit?"""
    return _of_op(value, layout) > LIMIT


def largest(value: Value, layout: Layout) -> int:
    """A bound on the absolute value; what is held cannot pass the limit."""
    match value:
        case tree.Const():
            return abs(value.value)
        case tree.Read():
            stat = layout.stats[value.stat]
            return max(abs(stat.min), abs(stat.max)) if stat.holds == "number" else LIMIT
        case tree.Was():
            return largest(value.read, layout)
        case tree.Op():
            return min(_of_op(value, layout), LIMIT)
        case tree.Negative():
            return largest(value.inner, layout)
        case tree.Call():
            return _of_call(value, layout)
        case tree.Roll():
            return max(largest(value.low, layout), largest(value.high, layout))
        case tree.Fold():
            return _of_fold(value, layout)
        case tree.Tally() | tree.SinceFlag():
            return COUNTED
    return LIMIT


def _of_op(value: tree.Op, layout: Layout) -> int:
    left, right = (min(largest(v, layout), LIMIT) for v in (value.left, value.right))
    if value.sign in ("+", "-"):
        return left + right
    return left * right if value.sign == "*" else left


def _of_call(value: tree.Call, layout: Layout) -> int:
    if value.function == "position":
        return len(layout.stats[value.arguments[0].type[7:]].words)
    sizes = [largest(a, layout) for a in value.arguments]
    return max(sizes[1:]) if value.function == "clamp" else max(sizes)


def _of_fold(value: tree.Fold, layout: Layout) -> int:
    """Not held yet: a sum may pass the limit."""
    inner = largest(value.body, layout) if value.body is not None else 1
    return inner * len(layout.codes) if value.function in ("sum", "count") else inner
