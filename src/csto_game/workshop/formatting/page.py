"""One page formatted, and the proof that it still says the same."""

from __future__ import annotations

from attrs import frozen

from csto_game.content.language import RuleText
from csto_game.content.language.tokens import rows
from csto_game.content.page import Page
from csto_game.content.problem import Problem, Report
from csto_game.content.syntax import parse
from csto_game.workshop.formatting.kinds import Address, is_rule
from csto_game.workshop.formatting.layout import laid_out


@frozen
class Formatted:
    """``text`` is the page laid out; if it could not be, ``problem`` says why and it is as it was."""

    text: str
    problem: Problem | None = None


def format_page(page: Page) -> Formatted:
    """Lay a page out. What it says is read before and after, and must be the same."""
    before = parse(page)
    if isinstance(before, Problem):
        return Formatted(page.text, before)
    text = laid_out(page.text)
    after = parse(Page(page.name, text))
    if isinstance(after, Problem) or not _is_same(before[0], after[0], ()):
        message = "this file has a shape that fmt does not know; it is left as it is"
        return Formatted(page.text, page.problem((0, 1), "format", message, severity="warning"))
    return Formatted(text)


def _is_same(a: object, b: object, address: Address) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return list(a) == list(b) and all(_is_same(a[k], b[k], (*address, k)) for k in a)
    if isinstance(a, str) and isinstance(b, str) and is_rule(address):
        return _words(a) == _words(b)
    return type(a) is type(b) and a == b


def _words(rule: str) -> list[list[str]] | None:
    found = rows(RuleText(rule), Report())
    return None if found is None else [row.tokens for row in found]
