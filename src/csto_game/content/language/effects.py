"""Effects: one line is one instant, with an ``if`` or an ``each`` and a reason."""

from __future__ import annotations

from typing import NamedTuple

from csto_game.content.language import expressions
from csto_game.content.language.actions import action
from csto_game.content.language.cursor import Cursor, Stop
from csto_game.content.language.names import RuleText, Scope
from csto_game.content.language.nouns import enter, noun
from csto_game.content.language.reading import finish
from csto_game.content.language.templates import check_template
from csto_game.content.language.tokens import Row
from csto_game.model.tree import Deed, Line, Value


class _Parts(NamedTuple):
    """All of an effect but its reason."""

    deed: Deed
    when: Value | None
    each: tuple[str, ...]
    where: Value | None


def effect(c: Cursor, row: Row) -> Line | None:
    """One row of effects; None if its mistake is reported."""
    before = c.words
    try:
        c.begin(row)
        return _effect(c)
    except Stop:
        return None
    finally:
        if c.words is not before:
            c.use(before)


def _effect(c: Cursor) -> Line:
    """What was read once under the same words need not be read again."""
    tokens = c.row.tokens
    end = tokens.index("because") if "because" in tokens else len(tokens)
    # `known` is one and the same for the same words, and lives as long as the memory.
    key, memory = (id(c.known), tuple(tokens[:end])), c.names.memory
    parts: _Parts | None = memory.get(key)
    if parts is None:
        before = c.report.length
        parts = _parts(c)
        if c.at == end and c.report.length == before:
            memory[key] = parts
    else:
        c.at = end
        if parts.each:
            enter(c, *parts.each)
    return _line(c, parts)


def _parts(c: Cursor) -> _Parts:
    each: tuple[str, ...] = ()
    if "each" in c.tokens:
        each = _each(c)
    return _clauses(c, action(c), each)


def _each(c: Cursor) -> tuple[str, ...]:
    """The nouns after ``each``; from here on they stand for someone."""
    c.at = c.tokens.index("each") + 1
    first = noun(c, "each ")
    nouns: tuple[str, ...] = (first,)
    if c.tokens[c.at] == ",":
        c.at += 1
        second = noun(c, "", after=first)
        nouns = (first, second)
        if second == first:
            c.fail(
                "syntax",
                f"{first} stands for one of them only",
                c.span(c.at - 1),
                hint=f"{first}, {'other' if first == 'member' else 'country'}",
            )
    if c.tokens[c.at] == ",":
        hint = "drop one, or write a stat that sums it up (is = …)"
        at = min(c.at + 1, len(c.tokens) - 2)
        c.fail("syntax", "each goes over two nouns at most", c.span(at), hint=hint)
    if c.tokens[c.at] == "and":
        c.unexpected("where or the end of the line", hint=f"each {first}, …")
    c.at = 0
    enter(c, *nouns)
    return nouns


def close(c: Cursor, deed: Deed) -> Line:
    """What follows an action: ``if`` or ``each``, then ``because``."""
    return _line(c, _clauses(c, deed, ()))


def _clauses(c: Cursor, deed: Deed, each: tuple[str, ...]) -> _Parts:
    """``if`` or ``each … where``."""
    when = where = None
    token = c.tokens[c.at]
    if token == "if":
        c.at += 1
        when = expressions.yes(c)
        if c.tokens[c.at] == "each":
            _if_with_each(c)
    elif token == "each":
        c.at += 2 * len(each)
        where = _where(c)
    elif token == "where":
        span = c.span(c.at)
        hint = c.cure(span, "if")
        c.fail("syntax", "where belongs to each; here it is if", span, hint=hint)
    return _Parts(deed, when, each, where)


def _line(c: Cursor, parts: _Parts) -> Line:
    """The reason, and the end of the row."""
    because = _because(c) if c.tokens[c.at] == "because" else None
    if c.tokens[c.at]:
        hint = "because comes last" if because is not None else ""
        finish(c, hint=hint)
    rule, row = c.rule, c.row
    return Line(
        parts.deed,
        parts.when,
        parts.each,
        parts.where,
        because,
        rule.file,
        rule.line + row.number,
        row.indent + (1 if row.number else rule.column),
        row.source,
    )


def _where(c: Cursor) -> Value | None:
    token = c.tokens[c.at]
    if token == "where":
        c.at += 1
        return expressions.yes(c)
    if token == "if":
        span = c.span(c.at)
        c.fail("syntax", "each has where, not if", span, hint=c.cure(span, "where"))
    return None


def _if_with_each(c: Cursor) -> None:
    begin, end = c.tokens.index("if"), c.at
    asked = c.text(*c.span(begin + 1, end - 1))
    done = c.text(*c.span(0, begin - 1))
    over = c.text(c.span(end)[0], c.clause_end())
    c.fail(
        "syntax",
        "if and each do not meet in one line",
        c.span(end),
        why="each has where",
        hint=f"{done}  {over} where {asked}" if "where" not in over else "",
    )


# ── reasons ─────────────────────────────────────────────────────────


def _because(c: Cursor) -> str:
    c.at += 1
    token = c.tokens[c.at]
    if token[:1] != '"' or len(token) < 2:
        _unquoted(c, token)
    c.at += 1
    text = token[1:-1]
    if not text.isprintable() or "{" in text or "}" in text:
        _check_reason(c, text)
    return text


def _unquoted(c: Cursor, token: str) -> None:
    """The reason does not stand in double quotes."""
    span = c.span(c.at)
    rest = c.text(span[0], c.row.spans()[-2][0]).strip("\"'")
    hint = f'because "{rest or "…"}"'
    if token == '"':
        why = "a text ends on its own line"
        c.fail("syntax", "this text is not closed", span, why=why, hint=hint)
    if token != "\\":
        c.fail("syntax", "the reason stands in double quotes", span, hint=hint)
    c.unexpected("the reason")


def _check_reason(c: Cursor, text: str) -> None:
    start = c.span(c.at - 1)[0] + 1
    line, column = c.rule.place(start)
    inner = RuleText(text, c.rule.file, line, column, c.rule.lines or _own_lines(c, line))
    scope = Scope(c.words, c.scope.about, c.scope.missing)
    check_template(inner, scope, c.names, c.report)


def _own_lines(c: Cursor, line: int) -> tuple[str, ...]:
    """Where the file is not at hand: lines that hold the one to quote in its place."""
    return ("",) * (line - 1) + (c.rule.quote(line),)
