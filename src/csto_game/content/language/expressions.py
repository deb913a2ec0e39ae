"""Conditions: tests joined by `and` or `or`, and comparisons of sums."""

from __future__ import annotations

from csto_game.content.language import types
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.flags import flag_read
from csto_game.content.language.folding import COMPARISONS
from csto_game.content.language.missing import KEYWORDS
from csto_game.content.language.paths import resolve
from csto_game.content.language.sums import number, sum_
from csto_game.content.language.tokens import is_path
from csto_game.content.nearest import nearest
from csto_game.model.tree import Const, Not, Op, Value, Within


def condition(c: Cursor) -> Value:
    """Tests joined by ``and``, or by ``or``; of any type where it is a single one."""
    first = c.at
    left = test(c)
    tokens = c.tokens
    joint = tokens[c.at]
    if joint not in ("and", "or"):
        return left
    types.want_yes(c, left, first)
    while (sign := tokens[c.at]) == joint:
        c.at += 1
        second = c.at
        right = test(c)
        types.want_yes(c, right, second)
        left = _join(joint, left, right)
    if sign in ("and", "or"):
        _mixed(c, first, sign)
    return left


def yes(c: Cursor) -> Value:
    """A condition that must be a yes or no."""
    first = c.at
    value = condition(c)
    types.want_yes(c, value, first)
    return value


def _join(sign: str, left: Value, right: Value) -> Value:
    if isinstance(left, Const) and isinstance(right, Const):
        both = left.value and right.value
        return Const(int(bool(both if sign == "and" else left.value or right.value)), "yes")
    return Op(sign, left, right, "yes")


def _mixed(c: Cursor, first: int, sign: str) -> None:
    span = c.span(c.at)
    done = c.since(first)
    other = "or" if sign == "and" else "and"
    c.fail(
        "mixed",
        f"{other} + {sign}: which first?",
        span,
        why="without brackets readers disagree, so the language does not choose",
        hint=c.cure(done, f"({c.text(*done)})"),
    )


def test(c: Cursor) -> Value:
    tokens = c.tokens
    first = c.at
    token = tokens[first]
    if token == "not":
        c.deeper()
        c.at += 1
        inner = test(c)
        types.want_yes(c, inner, first + 1)
        c.depth -= 1
        return Const(1 - inner.value, "yes") if isinstance(inner, Const) else Not(inner)
    if tokens[first + 1] == "has" and is_path(token):
        return flag_read(c)
    if token and tokens[first + 1] in ("=", "!=") and _may_be_choice(c, token):
        return _choice_first(c, token)
    left = sum_(c)
    sign = tokens[c.at]
    if sign in COMPARISONS:
        return _compare(c, sign, left, first)
    if sign == "in":
        return _within(c, left, first)
    if sign == "==":
        hint = c.cure(c.span(c.at), "=")
        c.fail("syntax", "equal is written with one =", c.span(c.at), hint=hint)
    return left


# ── comparisons ─────────────────────────────────────────────────────


def _compare(c: Cursor, sign: str, left: Value, first: int) -> Value:
    sign_at = c.at
    c.at += 1
    second = c.at
    kind = left.type
    if sign in ("=", "!="):
        right = choice_or_sum(c, kind)
        if kind != right.type and BROKEN not in (left, right):
            return _noun_as_choice(c, right, first, sign_at) or types.unlike(
                c, (left, right), first, sign_at
            )
    else:
        right = sum_(c)
        for value, other in ((left, right), (right, left)):
            if value.type.startswith("choice:"):
                types.no_order(c, value, other, sign_at, first)
                return BROKEN
        if kind not in ("number", "error"):
            types.not_a_number(c, left, c.span(first, sign_at - 1))
        types.want_number(c, right, second)
    if isinstance(left, Const) and isinstance(right, Const):
        return Const(int(COMPARISONS[sign](left.value, right.value)), "yes")
    return Op(sign, left, right, "yes")


def choice_or_sum(c: Cursor, kind: str) -> Value:
    """What stands beside ``=``: a word of the choice on the other side, or a sum."""
    if kind[:7] == "choice:":
        word = c.tokens[c.at]
        words = types.words_of(c, kind)
        if word in words:
            c.at += 1
            return Const(words.index(word), kind)
        if _may_be_choice(c, word) and c.tokens[c.at + 1] != "(":
            c.at += 1
            return _unknown_choice(c, word, kind, c.at - 1)
    return sum_(c)


def _noun_as_choice(c: Cursor, right: Value, first: int, sign_at: int) -> Value | None:
    """``member = self.membership`` where ``member`` also stands for someone."""
    word = c.tokens[first]
    if right.type[:7] != "choice:" or sign_at != first + 1:
        return None
    words = types.words_of(c, right.type)
    if word not in words:
        return None
    return Op(c.tokens[sign_at], Const(words.index(word), right.type), right, "yes")


def is_plain(token: str) -> bool:
    """A bare lower-case word."""
    return "a" <= token[:1] <= "z" and "." not in token and token not in KEYWORDS


def _may_be_choice(c: Cursor, token: str) -> bool:
    return is_plain(token) and token not in c.words and token != "none"


def _choice_first(c: Cursor, word: str) -> Value:
    """``member = self.membership``: the word of a choice stands before the sign."""
    at, sign = c.at, c.tokens[c.at + 1]
    c.at += 2
    right = sum_(c)
    if right.type[:7] != "choice:":
        if right is not BROKEN:
            resolve(c, word, at)
        return BROKEN
    words = types.words_of(c, right.type)
    if word not in words:
        return _unknown_choice(c, word, right.type, at)
    return Op(sign, Const(words.index(word), right.type), right, "yes")


def _unknown_choice(c: Cursor, word: str, kind: str, at: int) -> Const:
    words = types.words_of(c, kind)
    return c.error(
        "unknown-choice",
        f'{kind[7:]} is never "{word}"',
        c.span(at),
        why=f"it is one of: {', '.join(words)}",
        hint=nearest(word, words) or "",
    )


def _within(c: Cursor, inner: Value, first: int) -> Value:
    types.want_number(c, inner, first)
    c.at += 1
    low = number(c)
    c.take("..", hint=c.cure(c.since(first), f"{c.text(*c.since(first))}..…"))
    high = number(c)
    if isinstance(low, Const) and isinstance(high, Const):
        if low.value > high.value:
            hint = f"{high.value}..{low.value}"
            message = f"nothing lies in {low.value}..{high.value}"
            c.error("range", message, c.since(first), hint=hint)
        if isinstance(inner, Const):
            return Const(int(low.value <= inner.value <= high.value), "yes")
    return Within(inner, low, high)
