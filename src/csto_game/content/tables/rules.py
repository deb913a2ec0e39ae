"""Types of keys that hold rule text: conditions, effects, numbers, who, and tables of them."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from csto_game.content.cell import SKIP, Cell
from csto_game.content.language import (
    RuleText,
    parse_conditions,
    parse_effects,
    parse_number,
    parse_who,
)
from csto_game.content.nearest import nearest
from csto_game.content.tables.types import BILLION, decimal, wrong_type
from csto_game.model.tree import Block, Const, Line, Op, Value

MOST_CHARACTERS = 4_000
MOST_IN_LINE = 300
MOST_LINES = 40


def rule_text(cell: Cell, example: str) -> RuleText | None:
    """The value as rule text within the limits, or None and a message."""
    return cell.rule() if _is_rule(cell, example) else None


def _is_rule(cell: Cell, example: str) -> bool:
    value = cell.value
    if not isinstance(value, str):
        wrong_type(cell, "is a rule in quotes", example)
        return False
    return len(value) <= MOST_IN_LINE or _fits(cell, value)


def _fits(cell: Cell, value: str) -> bool:
    lines = value.split("\n")
    longest = max(map(len, lines))
    complaint = ""
    if len(value) > MOST_CHARACTERS:
        complaint = f"this rule has {len(value):,} characters; {MOST_CHARACTERS:,} may be"
    elif longest > MOST_IN_LINE:
        complaint = f"a line of this rule has {longest} characters; {MOST_IN_LINE} may be"
    elif sum(bool(line.strip()) for line in lines) > MOST_LINES:
        complaint = f"this rule has more than {MOST_LINES} lines"
    if complaint:
        cell.error("too-long", complaint, hint="split it: a second rule, or an outcome")
    return not complaint


@frozen
class Conditions:
    label: str = "conditions"

    def read(self, cell: Cell) -> object:
        if not cell.reader.with_rules:
            return SKIP
        if not _is_rule(cell, "'self.STAT > 5'"):
            return SKIP
        whole: Value | None = None
        for rule in cell.rules():
            tree = parse_conditions(rule, cell.scope, cell.reader.names, cell.reader.report)
            cell.reader.keep(cell.address, rule, tree)
            if tree is not None:
                whole = tree if whole is None else Op("and", whole, tree, "yes")
        return whole


@frozen
class Effects:
    label: str = "effects"

    def read(self, cell: Cell) -> object:
        if not cell.reader.with_rules:
            return SKIP
        if not _is_rule(cell, "'self.STAT + 5'"):
            return Block()
        lines: list[Line] = []
        for rule in cell.rules():
            block = parse_effects(rule, cell.scope, cell.reader.names, cell.reader.report)
            cell.reader.keep(cell.address, rule, block)
            lines += block.lines
        return Block(tuple(lines))


@frozen
class NumberRule:
    """A whole number, or an expression in quotes."""

    label: str = "number expression"

    def read(self, cell: Cell) -> object:
        value = cell.value
        if not cell.reader.with_rules:
            return SKIP
        if isinstance(value, float):
            return decimal(cell)
        if isinstance(value, int) and not isinstance(value, bool):
            if -BILLION <= value <= BILLION:
                return Const(value)
            return cell.error("range", "numbers go from -1,000,000,000 to 1,000,000,000")
        if not isinstance(value, str):
            return wrong_type(cell, "is a number, or an expression in quotes", "5")
        rule = rule_text(cell, "5")
        if rule is None:
            return SKIP
        tree = parse_number(rule, cell.scope, cell.reader.names, cell.reader.report)
        cell.reader.keep(cell.address, rule, tree)
        return tree


@frozen
class WhoRule:
    """A phrase that picks actors; ``word`` stands for the candidate in it."""

    word: str
    label: str = "who"

    def read(self, cell: Cell) -> object:
        if not cell.reader.with_rules:
            return SKIP
        rule = rule_text(cell, '"member"')
        if rule is None:
            return SKIP
        names, report = cell.reader.names, cell.reader.report
        who = parse_who(rule, cell.scope, names, report, word=self.word)
        cell.reader.keep(cell.address, rule, who)
        return who


@frozen
class NumberTable:
    """A table name → number; ``names`` says which there may be."""

    names: Callable[[Cell], tuple[str, ...]]
    what: str
    label: str = "table of numbers"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", "{ … = 5 }")
        if not cell.reader.with_rules:
            return SKIP
        allowed = self.names(cell)
        read: dict[str, object] = {}
        for name, value in cell.value.items():
            inner = cell.inner(name, value)
            if name not in allowed:
                self._unknown(inner, allowed)
                continue
            number = NumberRule().read(inner)
            if number is not SKIP:
                read[name] = number
        return read

    def _unknown(self, cell: Cell, allowed: tuple[str, ...]) -> None:
        stat = cell.reader.names.stats.get(cell.name) if self.what == "stat" else None
        if stat is None:
            message = f'there is no {self.what} "{cell.name}"'
            near = nearest(cell.name, allowed) or ""
            cell.error(f"unknown-{self.what}", message, part="key", hint=near)
        elif stat.formula is not None:
            why = f"[stat.{stat.id}] has is = …"
            message = f"{stat.id} is worked out and cannot be paid with"
            cell.error("derived", message, part="key", why=why)
        else:
            message = f"self cannot pay with {stat.id}"
            hint = f'"{stat.owner[0]}.{stat.id}"' if stat.owner[0] in {"world", "alliance"} else ""
            cell.error("wrong-owner", message, part="key", hint=hint)


@frozen
class OrganNeeds:
    """The rule of passing: a word, a percentage, or the clause that says it."""

    label: str = 'consensus · unanimity · majority · "67" · alliance.CLAUSE'

    def read(self, cell: Cell) -> object:
        value = cell.value
        if not isinstance(value, str):
            return wrong_type(cell, "is a word or a percentage in quotes", '"majority"')
        if value in {"consensus", "unanimity", "majority"}:
            return value
        if value.isdigit() and 1 <= int(value) <= 100:
            return value
        clauses = [f"alliance.{id_}" for id_ in cell.reader.ids("charter.clause")]
        if value in clauses:
            return value
        near = nearest(value, ["consensus", "unanimity", "majority", *clauses])
        return cell.error(
            "unknown-choice",
            f'an organ cannot need "{value}"',
            why=f"it needs: {self.label}",
            hint=near or "",
        )
