"""Begins to read a rule."""

from __future__ import annotations

from csto_game.content.language.cursor import Cursor
from csto_game.content.language.functions import call
from csto_game.content.language.names import Names, RuleText, Scope
from csto_game.content.language.tokens import END, is_path
from csto_game.content.problem import Report


def cursor(rule: RuleText, scope: Scope, names: Names, report: Report) -> Cursor:
    return Cursor(rule, scope, names, report, call)


def finish(c: Cursor, *, hint: str = "") -> None:
    """The row must end here."""
    token = c.tokens[c.at]
    if token == END:
        return
    why = ""
    if not c.is_effect and (is_path(token) or token in ("(", "-")):
        why = "one condition a line, or join two with: and"
        span = c.span(c.at)
        hint = hint or c.cure(span, f"and {token}")
    c.unexpected("the end of the line", why=why, hint=hint)
