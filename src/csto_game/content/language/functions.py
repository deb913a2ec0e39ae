"""Functions of the rule language: each reads its arguments from behind the open bracket."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from csto_game.content.language import expressions, folding, types
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.flags import flag_path
from csto_game.content.language.nouns import enter, noun
from csto_game.content.language.things import KINDS, thing
from csto_game.content.nearest import nearest
from csto_game.model.tree import (
    Borders,
    Call,
    Const,
    Fold,
    Read,
    Roll,
    SinceFlag,
    Tally,
    Value,
    Was,
)

MOST_AGO = 8
_TALLIES = {
    "happened": ("incident", "verb", "motion", "promise", "crisis", "mission"),
    "since": ("incident", "verb", "motion", "promise", "crisis", "mission"),
    "running": ("crisis", "promise", "mission", "motion"),
    "rung": ("crisis",),
}


def call(c: Cursor) -> Value:
    name = c.tokens[c.at]
    read = FUNCTIONS.get(name)
    if read is None:
        return _unknown(c, name)
    c.deeper()
    c.at += 2
    value = read(c)
    c.take(")", hint=f"{name}({USAGE[name]})")
    c.depth -= 1
    return value


# ── numbers ─────────────────────────────────────────────────────────


def _numbers(name: str, least: int, most: int, c: Cursor) -> Value:
    at = c.at - 2
    found = [expressions.number(c)]
    while c.tokens[c.at] == ",":
        c.at += 1
        found.append(expressions.number(c))
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
    low = expressions.number(c)
    c.take(",", hint="roll(1, 6)")
    high = expressions.number(c)
    if isinstance(low, Const) and isinstance(high, Const) and low.value > high.value:
        hint = f"roll({high.value}, {low.value})"
        c.error("range", "the smaller number stands first", c.span(at, c.at), hint=hint)
    return Roll(low, high)


# ── over a noun ─────────────────────────────────────────────────────


def _over_condition(name: str, c: Cursor) -> Value:
    """``count any all``: a noun and a condition."""
    word = noun(c, f"{name}(")
    before = enter(c, word)
    where: Value | None = None
    if c.tokens[c.at] == "where":
        c.at += 1
        where = expressions.yes(c)
    elif name == "all":
        c.unexpected("where", hint=f"all({word} where …)")
    c.use(before)
    return Fold(name, word, where, None, "number" if name == "count" else "yes")


def _over_number(name: str, c: Cursor) -> Value:
    """``sum mean highest lowest``: a number over a noun, which is named after it."""
    start = c.at
    c.at = _find_over(c, name)
    over = c.at
    c.at += 1
    word = noun(c, "over ")
    after = c.at
    before = enter(c, word)
    c.at = start
    body = expressions.number(c)
    if c.at != over:
        c.unexpected("over", hint=f"{name}({USAGE[name]})")
    c.at = after
    where: Value | None = None
    if c.tokens[c.at] == "where":
        c.at += 1
        where = expressions.yes(c)
    c.use(before)
    return Fold(name, word, where, body, "number")


def _find_over(c: Cursor, name: str) -> int:
    """The ``over`` that belongs to this bracket."""
    depth = 0
    for at in range(c.at, len(c.tokens)):
        token = c.tokens[at]
        if token == "over" and depth == 0:
            return at
        depth += (token == "(") - (token == ")")
        if depth < 0:
            break
    c.fail(
        "syntax",
        f"{name} needs to know over whom",
        c.span(c.at - 2),
        hint=f"{name}({USAGE[name]})",
    )


# ── the past ────────────────────────────────────────────────────────


def _was(c: Cursor) -> Value:
    first = c.at
    read = expressions.sum_(c)
    types.want_number(c, read, first)
    if not isinstance(read, Read) and read is not BROKEN:
        c.error("type", "was takes one stat", c.since(first), hint="was(self.treasury, 1)")
    c.take(",", hint=f"was({USAGE['was']})")
    at = c.at
    ago = expressions.number(c)
    if not isinstance(ago, Const) or not 1 <= ago.value <= MOST_AGO:
        message = f"was looks 1 to {MOST_AGO} turns back"
        return c.error("range", message, c.since(at), hint="1")
    return Was(read, ago.value) if isinstance(read, Read) else BROKEN


def _tally(name: str, c: Cursor) -> Value:
    kind, address = thing(c, _TALLIES[name], name)
    who: list[Value] = []
    while c.tokens[c.at] == "," and len(who) < 2:
        c.at += 1
        first = c.at
        who.append(expressions.sum_(c))
        types.want_actor(c, who[-1], first)
    by, to = [*who, None, None][:2]
    return Tally(name, f"{kind}.{address}", by, to, "yes" if name == "running" else "number")


def _since(c: Cursor) -> Value:
    if c.tokens[c.at].partition(".")[0] in KINDS:
        return _tally("since", c)
    flag = flag_path(c, "read")
    return BROKEN if flag is None else SinceFlag(flag)


def _borders(c: Cursor) -> Value:
    first = c.at
    a = expressions.sum_(c)
    types.want_actor(c, a, first)
    c.take(",", hint="borders(self, target)")
    second = c.at
    b = expressions.sum_(c)
    types.want_actor(c, b, second)
    return Borders(a, b)


# ── all of them ─────────────────────────────────────────────────────

MANY = 99
FUNCTIONS: dict[str, Callable[[Cursor], Value]] = {
    "min": partial(_numbers, "min", 1, MANY),
    "max": partial(_numbers, "max", 1, MANY),
    "abs": partial(_numbers, "abs", 1, 1),
    "root": partial(_numbers, "root", 1, 1),
    "clamp": partial(_numbers, "clamp", 3, 3),
    "count": partial(_over_condition, "count"),
    "any": partial(_over_condition, "any"),
    "all": partial(_over_condition, "all"),
    "sum": partial(_over_number, "sum"),
    "mean": partial(_over_number, "mean"),
    "highest": partial(_over_number, "highest"),
    "lowest": partial(_over_number, "lowest"),
    "was": _was,
    "since": _since,
    "happened": partial(_tally, "happened"),
    "running": partial(_tally, "running"),
    "rung": partial(_tally, "rung"),
    "borders": _borders,
    "roll": _roll,
}
USAGE = {
    "min": "a, b, …",
    "max": "a, b, …",
    "abs": "a",
    "root": "a",
    "clamp": "a, low, high",
    "count": "member where …",
    "any": "member where …",
    "all": "member where …",
    "sum": "… over member",
    "mean": "… over member",
    "highest": "… over member",
    "lowest": "… over member",
    "was": "self.treasury, 1",
    "since": "incident.miners",
    "happened": "incident.miners, self",
    "running": "crisis.border, self, target",
    "rung": "crisis.border, self, target",
    "borders": "self, target",
    "roll": "1, 6",
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
