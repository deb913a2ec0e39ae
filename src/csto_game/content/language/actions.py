"""Actions of effects: changes of stats and flags; moves of things are in `moves`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from csto_game.content.language import expressions, moves, sums, types
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.flags import flag_path
from csto_game.content.language.folding import COMPARISONS
from csto_game.content.language.paths import resolve
from csto_game.content.language.tokens import is_path
from csto_game.content.language.wording import type_phrase
from csto_game.content.language.writable import must_be_number, writable
from csto_game.model.tree import (
    Change,
    ClearFlag,
    Deed,
    HasFlag,
    Read,
    SetFlag,
    Toward,
    Value,
)

CHANGES = ("+", "-", "=", "toward")
ONE_OF = "one of:  +  -  =  toward"
_NO_FLAG = HasFlag("", "world")


def action(c: Cursor) -> Deed:
    """The deed a row begins with."""
    token = c.tokens[0]
    read = _ACTIONS.get(token)
    if read is not None and c.tokens[1] not in CHANGES:
        c.at = 1
        return read(c)
    return _change(c, token)


def _change(c: Cursor, path: str) -> Deed:
    if not is_path(path):
        c.unexpected("what is changed, such as self.unrest")
    if path == "if":
        c.unexpected("what happens; if comes after it", hint="self.unrest + 5 if …")
    c.at = 1
    _ask_not(c)
    if c.tokens[1] not in CHANGES:
        c.unexpected(ONE_OF, hint=_example(c, path))
    place = resolve(c, path, 0)
    return tail(c, writable(c, place, path))


def _refuse_second_sign(c: Cursor, at: int) -> None:
    """``P - A - B`` would take A − B off; half of all readers think it takes off both."""
    depth, end = 0, c.at
    for n in range(at + 1, end):
        token = c.tokens[n]
        depth += (token == "(") - (token == ")")
        if token in ("+", "-") and depth == 0 and n > at + 1 and c.tokens[n - 1] not in "+-*/,":
            inner = c.text(*c.span(at + 1, end - 1))
            c.fail(
                "mixed",
                f"- and {token}: what is taken off?",
                c.span(n),
                why="without brackets readers disagree, so the language does not choose",
                hint=f"- ({inner}), or two lines",
            )


def tail(c: Cursor, place: Read) -> Deed:
    """What happens to a place: ``+ E``, ``- E``, ``= E`` or ``toward E by E``."""
    sign = c.tokens[c.at]
    if sign == "toward":
        return _toward(c, place)
    if sign not in CHANGES:
        c.unexpected(ONE_OF, hint="+ 5")
    at = c.at
    c.at += 1
    if c.tokens[c.at] == "=" and sign != "=":
        hint = c.cure(c.span(at, c.at), sign)
        c.fail("syntax", f"{sign} alone is enough", c.span(at, c.at), hint=hint)
    if sign == "=":
        return Change(sign, place, _set_to(c, place, at))
    must_be_number(c, place, at)
    amount = _amount(c)
    if sign == "-":
        _refuse_second_sign(c, at)
    wait = lasting = None
    if c.tokens[c.at] == "in":
        c.at += 1
        wait = sums.number(c)
        if c.tokens[c.at] == "lasting":
            c.at += 1
            lasting = sums.number(c)
    return Change(sign, place, amount, wait, lasting)


def _amount(c: Cursor) -> Value:
    c.rolls = True
    value = sums.number(c)
    c.rolls = False
    return value


def _toward(c: Cursor, place: Read) -> Toward:
    at = c.at
    c.at += 1
    must_be_number(c, place, at)
    goal = sums.number(c)
    c.take("by", hint=c.cure(c.since(at), f"{c.text(*c.since(at))} by 1"))
    step = _amount(c)
    _no_dates(c)
    return Toward(place, goal, step)


def _set_to(c: Cursor, place: Read, at: int) -> Value:
    """The new value of a stat of any type."""
    first = c.at
    c.rolls = True
    value = expressions.choice_or_sum(c, place.type)
    c.rolls = False
    if place.type not in (value.type, "error") and value is not BROKEN:
        if place.type == "number":
            types.not_a_number(c, value, c.since(first))
        elif place.type == "actor":
            message = f"{place.stat} is a country or power; this is {type_phrase(value.type)}"
            c.error("type", message, c.since(first), hint="a code, self, target or none")
        elif at:
            types.unlike(c, (place, value), 0, at)
    _no_dates(c)
    return value


def _no_dates(c: Cursor) -> None:
    if c.tokens[c.at] == "in":
        message = "only + and - can come later"
        c.fail("syntax", message, c.span(c.at), hint="an incident without options, started in …")


def _ask_not(c: Cursor) -> None:
    """A condition where an effect is wanted."""
    sign = c.tokens[1]
    if sign not in ("<", "<=", ">", ">=", "!=", "==", "in", "has"):
        return
    path = c.tokens[0]
    span = c.span(1)
    hint = c.cure(span, "=") + ", or move the line to when"
    if sign == "has":
        hint = f"set {path}.{c.tokens[2] or 'flag'}, or move the line to when"
    elif sign not in COMPARISONS and sign != "==":
        hint = "move the line to when"
    message = "this asks, but do is for what happens"
    why = f"after {path} an effect has: +  -  =  toward"
    c.fail("syntax", message, span, why=why, hint=hint)


def _example(c: Cursor, path: str) -> str:
    """How a change of the stat at the end of the path could look."""
    stat = c.names.stats.get(path.rpartition(".")[2])
    if stat is None:
        return ""
    return f"{path} = {stat.words[0]}" if stat.words else f"{path} + 5"


# ── flags ───────────────────────────────────────────────────────────


def _set(c: Cursor) -> SetFlag:
    flag = flag_path(c, "set")
    if c.tokens[c.at] == "=":
        c.unexpected("the end of the line", hint="set makes a flag true, clear makes it false")
    lasting: Value | None = None
    if c.tokens[c.at] == "lasting":
        c.at += 1
        lasting = sums.number(c)
    return SetFlag(flag or _NO_FLAG, lasting)


def _clear(c: Cursor) -> ClearFlag:
    return ClearFlag(flag_path(c, "clear") or _NO_FLAG)


_ACTIONS: dict[str, Callable[[Cursor], Deed]] = {
    "set": _set,
    "clear": _clear,
    "cede": moves.cede,
    **{verb: partial(moves.move, verb) for verb in moves.MOVES},
    **{verb: partial(moves.muster, verb) for verb in moves.MUSTERS},
}
