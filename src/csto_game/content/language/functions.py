"""Functions of the rule language: each reads its arguments from behind the open bracket."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from csto_game.content.language import expressions, folding, sums
from csto_game.content.language.cursor import Cursor
from csto_game.content.language.over import over_condition, over_number
from csto_game.content.language.past import borders, position, since, tally, was
from csto_game.content.language.usage import USAGE
from csto_game.content.nearest import nearest
from csto_game.model.tree import Call, Const, Roll, Value


def call(c: Cursor) -> Value:
    """A call, or an expression in brackets."""
    name = c.tokens[c.at]
    if name == "(":
        return _brackets(c)
    read = FUNCTIONS.get(name)
    if read is None:
        return _unknown(c, name)
    c.deeper()
    c.at += 2
    value = read(c)
    c.take(")", hint=f"{name}({USAGE[name]})")
    c.depth -= 1
    return value


def _brackets(c: Cursor) -> Value:
    c.deeper()
    c.at += 1
    value = expressions.condition(c)
    c.take(")")
    c.depth -= 1
    return value


def _numbers(name: str, least: int, most: int, c: Cursor) -> Value:
    at = c.at - 2
    found = [sums.number(c)]
    while c.tokens[c.at] == ",":
        c.at += 1
        found.append(sums.number(c))
    if not least <= len(found) <= most:
        _count(c, name, at)
    arguments = tuple(found)
    return folding.call(name, arguments) or Call(name, arguments)


def _count(c: Cursor, name: str, at: int) -> None:
    span = c.since(at)
    c.fail("syntax", f"{name} takes other arguments", span, hint=f"{name}({USAGE[name]})")


def _roll(c: Cursor) -> Value:
    if not c.rolls:
        where = "a condition" if not c.is_effect else "this place"
        c.error(
            "roll",
            f"chance cannot stand in {where}",
            c.span(c.at - 2),
            why="a preview of it could not be honest",
            hint="an outcome with weight, chance = 17 in a rule, or weight in an incident",
        )
    at = c.at - 2
    low = sums.number(c)
    c.take(",", hint="roll(1, 6)")
    high = sums.number(c)
    if isinstance(low, Const) and isinstance(high, Const) and low.value > high.value:
        hint = f"roll({high.value}, {low.value})"
        c.error("range", "the smaller number stands first", c.span(at, c.at), hint=hint)
    return Roll(low, high)


# ── all of them ─────────────────────────────────────────────────────

MANY = 99
FUNCTIONS: dict[str, Callable[[Cursor], Value]] = {
    "min": partial(_numbers, "min", 1, MANY),
    "max": partial(_numbers, "max", 1, MANY),
    "abs": partial(_numbers, "abs", 1, 1),
    "root": partial(_numbers, "root", 1, 1),
    "clamp": partial(_numbers, "clamp", 3, 3),
    "count": partial(over_condition, "count"),
    "any": partial(over_condition, "any"),
    "all": partial(over_condition, "all"),
    "sum": partial(over_number, "sum"),
    "mean": partial(over_number, "mean"),
    "highest": partial(over_number, "highest"),
    "lowest": partial(over_number, "lowest"),
    "was": was,
    "since": since,
    "happened": partial(tally, "happened"),
    "running": partial(tally, "running"),
    "rung": partial(tally, "rung"),
    "position": position,
    "borders": borders,
    "roll": _roll,
}
_MEANT = {
    "average": "mean",
    "avg": "mean",
    "total": "sum",
    "number": "count",
    "exists": "any",
    "every": "all",
    "sqrt": "root",
    "random": "roll",
    "rand": "roll",
    "dice": "roll",
    "index": "position",
    "step": "position",
    "round": "a / b, which rounds",
}


def _unknown(c: Cursor, name: str) -> Value:
    span = c.span(c.at)
    meant = _MEANT.get(name) or nearest(name, FUNCTIONS)
    hint = why = ""
    if meant in USAGE:
        hint = f"{meant}({USAGE[meant]})"
    elif meant:
        hint = meant
    else:
        why = f"they are: {', '.join(FUNCTIONS)}"
    parts = _arguments(c) if meant == "mean" else []
    if len(parts) > 1:
        hint += f", or ({' + '.join(parts)}) / {len(parts)}"
    c.fail("unknown-function", f'there is no function "{name}"', span, why=why, hint=hint)


def _arguments(c: Cursor) -> list[str]:
    """The arguments of the call here as they are written; none if the bracket stays open."""
    begin, depth = c.at + 2, 1
    found: list[str] = []
    for at in range(begin, len(c.tokens) - 2):
        token = c.tokens[at]
        depth += (token == "(") - (token == ")")
        if (token == "," and depth == 1) or depth == 0:
            if at == begin:
                return []
            found.append(c.text(*c.span(begin, at - 1)))
            begin = at + 1
        if depth == 0:
            return found
    return []
