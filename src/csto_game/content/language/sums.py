"""Sums: numbers, paths and calls, joined by arithmetic; constants are folded."""

from __future__ import annotations

from csto_game.content.language import types
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.folding import ARITHMETIC, LARGEST, bounded
from csto_game.content.language.paths import resolve
from csto_game.content.language.tokens import END, is_path
from csto_game.model.tree import Const, Negative, Op, Value


def number(c: Cursor) -> Value:
    """A sum that must be a number."""
    first = c.at
    value = sum_(c)
    types.want_number(c, value, first)
    return value


def sum_(c: Cursor) -> Value:
    tokens = c.tokens
    first = c.at
    left = _product(c)
    while (sign := tokens[c.at]) in ("+", "-"):
        c.at += 1
        second = c.at
        right = _product(c)
        left = _arithmetic(c, sign, (left, first), (right, second))
    return left


def _product(c: Cursor) -> Value:
    tokens = c.tokens
    first = c.at
    left = _unit(c)
    while (sign := tokens[c.at]) in ("*", "/"):
        c.at += 1
        second = c.at
        right = _unit(c)
        left = _arithmetic(c, sign, (left, first), (right, second))
    return left


def _arithmetic(c: Cursor, sign: str, one: tuple[Value, int], two: tuple[Value, int]) -> Value:
    (left, first), (right, second) = one, two
    if left.type != "number" or right.type != "number":
        if left.type not in ("number", "error"):
            types.not_a_number(c, left, c.span(first, second - 2))
        types.want_number(c, right, second)
        return BROKEN
    if isinstance(left, Const) and isinstance(right, Const):
        return Const(bounded(ARITHMETIC[sign](left.value, right.value)))
    return Op(sign, left, right, "number")


def _unit(c: Cursor) -> Value:
    at = c.at
    token = c.tokens[at]
    value = c.known.get(token)
    if value is not None and c.tokens[at + 1] != "(":
        c.at += 1
        return value
    if is_path(token):
        if c.tokens[at + 1] == "(":
            return c.call(c)
        value = resolve(c, token, at)
        c.at += 1
        return value
    if "0" <= token[:1] <= "9":
        c.at += 1
        return literal(c, token, at)
    if token == "-":
        return _negative(c)
    if token != "(":
        c.unexpected("a number or a name" if token != END else "a number or a name after this")
    return c.call(c)


def literal(c: Cursor, token: str, at: int) -> Value:
    if "." in token:
        why = "decimals differ between machines; a stat may show some: with decimals = 1"
        return c.error("whole-number", "numbers are whole", c.span(at), why=why)
    # A longer one need not be read at all, and reading it could take long.
    if len(token) > 10 or int(token) > LARGEST:
        size = f"has {len(token):,} digits" if len(token) > 10 else "is too large"
        message = f"this number {size}; numbers go from -{LARGEST:,} to {LARGEST:,}"
        return c.error("range", message, c.span(at))
    return Const(int(token))


def _negative(c: Cursor) -> Value:
    c.deeper()
    c.at += 1
    first = c.at
    inner = _unit(c)
    types.want_number(c, inner, first)
    c.depth -= 1
    return Const(-inner.value) if isinstance(inner, Const) else Negative(inner)
