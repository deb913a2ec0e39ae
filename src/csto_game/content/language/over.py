"""Functions over a noun: ``count any all`` and ``sum mean highest lowest``."""

from __future__ import annotations

from csto_game.content.language import expressions, sums
from csto_game.content.language.cursor import Cursor
from csto_game.content.language.nouns import enter, noun
from csto_game.content.language.tokens import END
from csto_game.content.language.usage import USAGE
from csto_game.model.tree import Fold, Value


def over_condition(name: str, c: Cursor) -> Value:
    """``count any all``: a noun and a condition."""
    word = noun(c, f"{name}(")
    before, rolls = enter(c, word), c.rolls
    c.rolls = False
    where: Value | None = None
    if c.tokens[c.at] == "where":
        c.at += 1
        where = expressions.yes(c)
    elif name == "all":
        c.unexpected("where", hint=f"all({word} where …)")
    c.use(before)
    c.rolls = rolls
    return Fold(name, word, where, None, "number" if name == "count" else "yes")


def over_number(name: str, c: Cursor) -> Value:
    """``sum mean highest lowest``: a number over a noun, which is named after it."""
    start = c.at
    c.at = _find_over(c, name)
    over = c.at
    c.at += 1
    word = noun(c, "over ")
    after = c.at
    before, rolls = enter(c, word), c.rolls
    c.rolls = False
    c.at = start
    body = sums.number(c)
    if c.at != over:
        c.unexpected("over", hint=f"{name}({USAGE[name]})")
    c.at = after
    where: Value | None = None
    if c.tokens[c.at] == "where":
        c.at += 1
        where = expressions.yes(c)
    c.use(before)
    c.rolls = rolls
    return Fold(name, word, where, body, "number")


def _find_over(c: Cursor, name: str) -> int:
    """The ``over`` that belongs to this bracket."""
    at, depth = c.at, 0
    while (token := c.tokens[at]) != "over" or depth > 0:
        depth += (token == "(") - (token == ")")
        if depth < 0 or token == END:
            span = c.span(c.at - 2)
            hint = f"{name}({USAGE[name]})"
            c.fail("syntax", f"{name} needs to know over whom", span, hint=hint)
        at += 1
    return at
