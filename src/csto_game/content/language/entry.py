"""The ways into the rule language, one for each kind of rule text."""

from __future__ import annotations

from csto_game.content.language import effects, expressions, types
from csto_game.content.language.actions import tail
from csto_game.content.language.cursor import Cursor, Stop
from csto_game.content.language.names import Names, RuleText, Scope
from csto_game.content.language.paths import stat_type
from csto_game.content.language.reading import cursor, finish
from csto_game.content.language.tokens import Row
from csto_game.content.language.who import who
from csto_game.content.problem import Report
from csto_game.model.scenario import Stat
from csto_game.model.tree import Block, Const, Line, Op, Read, Scoped, Value, Who


def parse_conditions(rule: RuleText, scope: Scope, names: Names, report: Report) -> Value | None:
    """All lines joined by ``and``; None if there are none, or none without a mistake."""
    c = cursor(rule, scope, names, report)
    whole: Value | None = None
    for row in _rows(c):
        value = _condition(c, row)
        if value is not None:
            whole = value if whole is None else Op("and", whole, value, "yes")
    return whole


def _condition(c: Cursor, row: Row) -> Value | None:
    try:
        c.begin(row)
        value = expressions.condition(c)
        if c.tokens[c.at]:
            finish(c)
        types.want_yes(c, value, 0)
    except Stop:
        c.use(dict(c.scope.words))
        return None
    return value


def parse_effects(rule: RuleText, scope: Scope, names: Names, report: Report) -> Block:
    """One line of effects a row; rows with mistakes are reported and left out."""
    c = cursor(rule, scope, names, report)
    c.is_effect = True
    found = [effects.effect(c, row) for row in _rows(c)]
    return Block(tuple([line for line in found if line is not None]))


def parse_number(rule: RuleText | int, scope: Scope, names: Names, report: Report) -> Value:
    """One number; a constant 0 if it has a mistake."""
    if isinstance(rule, int):
        return Const(rule)
    c = cursor(rule, scope, names, report)
    try:
        row = _only_row(c, "a number")
        if row is not None:
            c.begin(row)
            return _number(c)
    except Stop:
        pass
    return Const(0)


def _number(c: Cursor) -> Value:
    """A whole condition is read, so that a question gets one answer: that it is no number."""
    value = expressions.condition(c)
    if c.tokens[c.at]:
        c.unexpected("the end of the number")
    types.want_number(c, value, 0)
    return value if value.type == "number" else Const(0)


def parse_value(rule: RuleText, scope: Scope, names: Names, report: Report) -> Value | None:
    """Whatever can be asked: a number, a yes or no, somebody, a word; None if it has a mistake."""
    c = cursor(rule, scope, names, report)
    try:
        row = _only_row(c, "a question")
        if row is None:
            return None
        c.begin(row)
        value = expressions.condition(c)
        finish(c)
    except Stop:
        return None
    return None if value.type == "error" else value


def _only_row(c: Cursor, what: str) -> Row | None:
    """The one row of a rule that has one; None if that is reported."""
    rows = c.rows()
    if len(rows) == 1:
        return rows[0]
    if rows:
        c.begin(rows[1])
        hint = "indent the line deeper than the first, and it goes on with it"
        c.fail("syntax", f"{what} has one line", c.span(0), hint=hint)
    c.report.error("syntax", c.rule, 0, 1, f"{what} is missing here")
    return None


def _rows(c: Cursor) -> list[Row]:
    try:
        return c.rows()
    except Stop:
        return []


def parse_who(rule: RuleText, scope: Scope, names: Names, report: Report, *, word: str) -> Who:
    """A phrase that picks actors; ``word`` (self or target) is what it defines."""
    c = cursor(rule, scope, names, report)
    try:
        row = _only_row(c, "who")
        if row is not None:
            c.begin(row)
            return who(c, word)
    except Stop:
        pass
    return Who()


def parse_drift(rule: RuleText, stat: Stat, names: Names, report: Report) -> Line | None:
    """The tail of an effect on the stat itself: ``toward 20 by 1``, ``+ 4``."""
    c = cursor(rule, drift_scope(stat), names, report)
    c.is_effect = True
    try:
        row = _only_row(c, "drift")
        if row is None:
            return None
        c.begin(row)
        return effects.close(c, tail(c, _own_place(stat)))
    except Stop:
        return None


def drift_scope(stat: Stat) -> Scope:
    """``self`` has the stat; of a pair, ``target`` is the second."""
    kinds = ["power" if kind == "pole" else kind for kind in stat.owner]
    words = dict(zip(("self", "target"), kinds, strict=False))
    if kinds[0] not in ("country", "power"):
        why = f"[stat.{stat.id}] belongs to the {kinds[0]}, so it has no self"
        return Scope({}, f"[stat.{stat.id}]", {"self": why, "target": why})
    why = f"[stat.{stat.id}] is not of a pair"
    return Scope(words, f"[stat.{stat.id}]", {} if len(kinds) > 1 else {"target": why})


def _own_place(stat: Stat) -> Read:
    owner = Scoped("self") if stat.owner[0] not in ("world", "alliance") else None
    toward = Scoped("target") if len(stat.owner) > 1 else None
    return Read(stat.id, stat_type(stat), owner, toward)
