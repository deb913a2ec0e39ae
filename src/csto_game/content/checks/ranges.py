"""Warnings by the ranges of stats: never true, always true, a divisor that may be 0."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from csto_game.content.checks.intervals import Bounds, Ranges
from csto_game.content.checks.quiet import is_quiet
from csto_game.content.checks.together import conflicts
from csto_game.content.checks.trees import walk
from csto_game.content.locate import Address
from csto_game.content.problem import RuleText
from csto_game.content.structure import Reader
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Block, Change, Const, Op, Read, Toward, Value, Who, Within

_SIGNS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_COMPARISON = re.compile(r"<=|>=|!=|[<>=]|\bin\b")
_QUOTED = re.compile(r'"[^"\n]*"|#[^\n]*')
_EDGE = re.compile(r"\b(?:and|or|not|where|if|over|each|pick|because)\b|[(),\n]")


@frozen
class Piece:
    """A condition (or number) and the stretch of rule text it was read from."""

    address: Address
    rule: RuleText
    value: Value
    start: int
    end: int


def check_ranges(reader: Reader, scenario: Scenario) -> None:
    """Comparisons with one possible answer, and divisors that may be 0."""
    ranges = Ranges(scenario, len(scenario.actors))
    for address, rule, tree in reader.rules:
        for piece in _conditions(address, rule, tree):
            _check_comparisons(reader, ranges, piece)
            _check_together(reader, piece)
        if "/" in rule.text:
            _check_divisors(reader, scenario, address, rule, tree)


def _conditions(address: Address, rule: RuleText, tree: object) -> Iterator[Piece]:
    """The conditions of a rule, each with its text."""
    text = rule.text
    if isinstance(tree, Block):
        for line in tree.lines:
            condition = line.when or line.where
            if condition is not None:
                yield Piece(address, rule, condition, *_tail(rule, line.line))
    elif isinstance(tree, Who):
        if tree.where is not None:
            end = text.find(" pick ")
            yield Piece(
                address, rule, tree.where, text.find("where"), end if end > 0 else len(text)
            )
    elif tree is not None and getattr(tree, "type", "") == "yes":
        yield Piece(address, rule, tree, 0, len(text))  # type: ignore[arg-type]  # a value with a type


def _tail(rule: RuleText, line: int) -> tuple[int, int]:
    """From ``if`` or ``each`` to the end of the line of effects (with what continues it)."""
    rows = rule.text.split("\n")
    index = line - rule.line
    start = sum(len(row) + 1 for row in rows[:index])
    first = next((row for row in rows if row.strip()), "")
    indent = len(first) - len(first.lstrip())
    end = start + len(rows[index])
    for row in rows[index + 1 :]:
        if row.strip() and len(row) - len(row.lstrip()) <= indent:
            break
        end += 1 + len(row)
    found = re.compile(r"\b(?:if|each)\b").search(rule.text, start, end)
    return (found.start() if found else start), end


def _blank(text: str) -> str:
    """The text with quotes and comments blanked out, of the same length."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def _is_comparison(value: Value) -> bool:
    return isinstance(value, Within) or (isinstance(value, Op) and value.sign in _SIGNS)


def _check_comparisons(reader: Reader, ranges: Ranges, piece: Piece) -> None:
    answers = [
        (index, value, answer)
        for index, value in enumerate(filter(_is_comparison, _written(piece.value)))
        if (answer := _answer(ranges, value)) is not None
    ]
    if not answers:
        return
    for index, value, answer in answers:
        span = _span(piece, index)
        if span:
            _tell(reader, ranges, piece, value, answer, span)


def _span(piece: Piece, index: int) -> tuple[int, int] | None:
    """Where one of the piece's comparisons stands in the rule; None if that is not sure."""
    text = _blank(piece.rule.text)
    signs = list(_COMPARISON.finditer(text, piece.start, piece.end))
    if len(signs) != sum(1 for _ in filter(_is_comparison, _written(piece.value))):
        return None
    start, end = _around(text, signs[index])
    # A constant is there to be varied: today's value proves nothing about tomorrow's.
    return None if "number." in text[start:end] else (start, end)


def _check_together(reader: Reader, piece: Piece) -> None:
    """Tests that are possible each by itself, and impossible together."""
    if not isinstance(piece.value, Op) or piece.value.sign != "and":
        return
    if "number." in piece.rule.text[piece.start : piece.end]:
        return  # as above: constants are there to be varied
    for conflict in conflicts(piece.value):
        tests = list(filter(_is_comparison, _written(piece.value)))
        index = next(n for n, test in enumerate(tests) if test is conflict)
        span = _span(piece, index)
        if span and not is_quiet(reader, piece.address, "never"):
            message = "this never holds where what stands before it holds"
            hint = "drop one of them, or join them with: or"
            reader.report.warn("never", piece.rule, *span, message, hint=hint)
            reader.stop_if_full()


def _written(value: Value) -> Iterator[Value]:
    """Comparisons in the order of their signs in the text."""
    return walk(value)


def _around(text: str, sign: re.Match[str]) -> tuple[int, int]:
    """The comparison around its sign: up to a word or a bracket that it does not hold itself."""
    before = [(edge[0], edge.end()) for edge in _EDGE.finditer(text, 0, sign.start())]
    after = [(edge[0], edge.start()) for edge in _EDGE.finditer(text, sign.end())]
    start = _edge(reversed(before), ")", "(", 0)
    end = _edge(iter(after), "(", ")", len(text))
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def _edge(edges: Iterator[tuple[str, int]], opens: str, closes: str, default: int) -> int:
    """Offset of the first edge that is not inside brackets."""
    depth = 0
    for edge, offset in edges:
        if edge == opens:
            depth += 1
        elif depth == 0:
            return offset
        elif edge == closes:
            depth -= 1
    return default


def _answer(ranges: Ranges, value: Value) -> bool | None:
    """The only answer a comparison can have, or None."""
    if isinstance(value, Within):
        inner, low, high = (ranges.of(part) for part in (value.inner, value.low, value.high))
        if inner[1] < low[0] or inner[0] > high[1]:
            return False
        return True if inner[0] >= low[1] and inner[1] <= high[0] else None
    if not isinstance(value, Op) or value.left.type != "number":
        return None
    return _compare(value.sign, ranges.of(value.left), ranges.of(value.right))


def _compare(sign: str, a: Bounds, b: Bounds) -> bool | None:
    if sign in {"=", "!="}:
        if a[1] < b[0] or a[0] > b[1]:
            return sign == "!="
        if a[0] == a[1] == b[0] == b[1]:
            return sign == "="
        return None
    if sign in {">", ">="}:
        sign, a, b = {">": "<", ">=": "<="}[sign], b, a
    if sign == "<":
        return True if a[1] < b[0] else False if a[0] >= b[1] else None
    return True if a[1] <= b[0] else False if a[0] > b[1] else None


def _tell(
    reader: Reader,
    ranges: Ranges,
    piece: Piece,
    value: Value,
    answer: bool,  # noqa: FBT001  # it is what is told
    span: tuple[int, int],
) -> None:
    code, word = ("always", "always") if answer else ("never", "never")
    if is_quiet(reader, piece.address, code):
        return
    read = next((part for part in walk(value) if isinstance(part, Read)), None)
    about = ""
    if read and read.stat in ranges.scenario.stats:
        stat = ranges.scenario.stats[read.stat]
        about = f": {stat.id} goes from {stat.min} to {stat.max}"
    hint = "leave it out" if answer else "another number"
    reader.report.warn(code, piece.rule, *span, f"this is {word} true{about}", hint=hint)
    reader.stop_if_full()


def _check_divisors(
    reader: Reader, scenario: Scenario, address: Address, rule: RuleText, tree: object
) -> None:
    text = _blank(rule.text)
    for value in _values(tree):
        for part in walk(value):
            if isinstance(part, Op) and part.sign == "/" and isinstance(part.right, Read):
                _check_divisor(reader, scenario, address, rule, text, part.right)


def _check_divisor(
    reader: Reader, scenario: Scenario, address: Address, rule: RuleText, text: str, read: Read
) -> None:
    stat = scenario.stats.get(read.stat)
    if stat is None or not stat.min <= 0 <= stat.max or is_quiet(reader, address, "divisor"):
        return
    found = re.search(rf"/\s*((?:\w+\.)*{re.escape(stat.id)})\b", text)
    # Where the same number is looked at elsewhere in the rule, that may be the guard.
    if found is None or text.count(found[1]) > 1 or "when" in _siblings(reader, address):
        return
    reader.report.warn(
        "divisor",
        rule,
        *found.span(1),
        f"{stat.id} can be 0; the result is then 0",
        hint=f"max(1, {found[1]})",
    )
    reader.stop_if_full()


def _siblings(reader: Reader, address: Address) -> tuple[str, ...]:
    raw = reader.raw(address[:-1])
    return tuple(raw) if isinstance(raw, dict) else ()


def _values(tree: object) -> Iterator[Value]:
    if isinstance(tree, Block):
        for line in tree.lines:
            if isinstance(line.deed, Change):
                yield line.deed.amount
            elif isinstance(line.deed, Toward):
                yield from (line.deed.goal, line.deed.step)
    elif isinstance(tree, Who):
        yield from (value for value in (tree.where, tree.rank) if value is not None)
    elif isinstance(tree, Const | Op | Read) or hasattr(tree, "type"):
        yield tree  # type: ignore[misc]  # whatever has a type is a value
