"""The ways into the rule language, one for each kind of rule text."""

from __future__ import annotations

from csto_game.content.language.names import Names, RuleText, Scope
from csto_game.content.problem import Report
from csto_game.model.scenario import Stat
from csto_game.model.tree import Block, Const, Line, Value, Who


def parse_conditions(rule: RuleText, scope: Scope, names: Names, report: Report) -> Value | None:
    """All lines joined by ``and``; None if there are none."""
    return None


def parse_effects(rule: RuleText, scope: Scope, names: Names, report: Report) -> Block:
    return Block()


def parse_number(rule: RuleText | int, scope: Scope, names: Names, report: Report) -> Value:
    return Const(rule) if isinstance(rule, int) else Const(0)


def parse_who(rule: RuleText, scope: Scope, names: Names, report: Report, *, word: str) -> Who:
    return Who()


def parse_drift(rule: RuleText, stat: Stat, names: Names, report: Report) -> Line | None:
    return None
