"""Rule text from outside a world's files, for a seat: what a modder's console asks and applies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from attrs import frozen

from csto_game.content.known import names_of
from csto_game.content.language import (
    Names,
    RuleText,
    Scope,
    parse_effects,
    parse_value,
    print_value,
)
from csto_game.content.problem import Problem, Report
from csto_game.model.scenario import Scenario
from csto_game.model.tree import (
    ActorNamed,
    Block,
    Call,
    Const,
    HasFlag,
    Negative,
    Not,
    Op,
    Scoped,
    SinceFlag,
    Value,
    Within,
)
from csto_game.rules import Book
from csto_game.rules.draft import Draft
from csto_game.rules.layout import Layout
from csto_game.rules.walk import nodes, pieces
from csto_game.session.table import Table
from csto_game.text.catalog import word

FILE = "console"
MOST_PARTS = 12

Found = TypeVar("Found")


@frozen
class Answer:
    """What a question came to; ``parts`` are (depth, as written, value). ``problems``: it has mistakes."""

    value: str = ""
    parts: tuple[tuple[int, str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def read_effects(book: Book, seat: str, text: str) -> tuple[Block, tuple[Problem, ...]]:
    """Effects with ``self`` = the seat, and the mistakes in them."""
    block, problems = _read(parse_effects, book, seat, text)
    values = [node for value in pieces(block).values for node in nodes(value)]
    return block, problems or _unknown_flags(book.layout, values, text)


def ask(table: Table, seat: str, text: str) -> Answer:
    """Evaluate a number or a condition as things stand, secrets included."""
    book = table.book
    value, problems = _read(parse_value, book, seat, text)
    problems = problems or _unknown_flags(book.layout, list(nodes(value)), text)
    if problems or value is None:
        return Answer(problems=problems)
    draft = Draft(book, table.state, log=False)
    names = names_of(book.scenario)
    shown = tuple(
        (depth, print_value(part, names), _shown(draft, seat, part))
        for depth, part in _parts(value, 0)
    )
    return Answer(_shown(draft, seat, value), shown[:MOST_PARTS])


def _read(
    parse: Callable[[RuleText, Scope, Names, Report], Found], book: Book, seat: str, text: str
) -> tuple[Found, tuple[Problem, ...]]:
    report = Report()
    found = parse(
        RuleText(text, FILE), _scope(book.scenario, seat), names_of(book.scenario), report
    )
    return found, tuple(p for p in report.problems if p.severity == "error")


def _scope(scenario: Scenario, seat: str) -> Scope:
    why = "the console is for your own seat: write the other's code"
    return Scope({"self": scenario.actors[seat].kind}, "the console", {"target": why})


def _unknown_flags(layout: Layout, values: list[Value], text: str) -> tuple[Problem, ...]:
    """A Book has room only for flags that the world's own rules speak of."""
    asked = [node for node in values if isinstance(node, HasFlag)]
    dated = [node.flag for node in values if isinstance(node, SinceFlag)]
    bad = [f for f in asked if (f.flag, f.scope) not in layout.flags]
    bad += [f for f in dated if (f.flag, f.scope) not in layout.dated]
    return tuple(_no_flag(flag.flag, text) for flag in bad[:1])


def _no_flag(flag: str, text: str) -> Problem:
    at = text.find(flag) + 1
    why = "the console knows flags that the files set and ask for"
    message = f"no rule of this world speaks of the flag {flag} in this way"
    end = at + len(flag)
    return Problem(FILE, 1, at, "flag", message, end_column=end, source=text, why=why)


def _shown(draft: Draft, seat: str, value: Value) -> str:
    book, none = draft.book, draft.book.layout.none
    own = book.layout.index[seat]
    number = int(book.number(value)(draft, own, none, none, 0))
    if value.type == "yes":
        return word("yes" if number else "no")
    return as_written(book, value, number)


def as_written(book: Book, value: Value, number: int) -> str:
    """A value as rule text writes it: an actor's code, a choice's word, or the number."""
    if value.type == "actor":
        return book.layout.code(number)
    stat = value.type.partition(":")[2]
    if stat:
        words = book.layout.stats[stat].words
        return words[number] if 0 <= number < len(words) else "none"
    return str(number)


def _parts(value: Value, depth: int) -> Iterator[tuple[int, Value]]:
    """What a value is made of, outermost first; what is written out as it is is left out."""
    below: tuple[Value, ...] = ()
    if isinstance(value, Op):
        below = (value.left, value.right)
    elif isinstance(value, Not | Negative):
        below = (value.inner,)
    elif isinstance(value, Within):
        below = (value.inner, value.low, value.high)
    elif isinstance(value, Call):
        below = value.arguments
    for part in below:
        if not isinstance(part, Const | ActorNamed | Scoped):
            yield depth, part
            yield from _parts(part, depth + 1)
