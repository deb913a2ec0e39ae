"""Why an expectation does not hold: the part that fails, its values, and the causes of each."""

from __future__ import annotations

from collections.abc import Iterator

from csto_game.content.known import names_of
from csto_game.content.language import print_value
from csto_game.model.refusal import GameError
from csto_game.model.tree import (
    ActorNamed,
    Const,
    Fold,
    Op,
    Pole,
    Read,
    Scoped,
    Value,
    Within,
)
from csto_game.rules import Book
from csto_game.rules.draft import Draft
from csto_game.rules.walk import nodes
from csto_game.session.asked import as_written
from csto_game.session.table import Table
from csto_game.session.why import why
from csto_game.text.catalog import say
from csto_game.text.why import why_lines

MOST_CAUSES = 6
_WRITTEN = {"kept_to": "kept", "broken_to": "broken"}
_COMPARED = ("=", "!=", "<", "<=", ">", ">=")


def holds(book: Book, draft: Draft, condition: Value) -> bool:
    """Whether the condition holds on a draft."""
    none = book.layout.none
    return bool(book.test(condition)(draft, none, none, none, 0))


def explain(table: Table, condition: Value) -> tuple[str, ...]:
    """Sentences about a condition that does not hold."""
    draft = Draft(table.book, table.state, log=False)
    part = _failing(table.book, draft, condition)
    sides = [side for side in _sides(part) if not isinstance(side, Const | ActorNamed)]
    rows = [
        say("test.side", side=_text(table.book, side), value=_shown(table.book, draft, side))
        for side in sides
    ]
    if part is not condition or not rows:
        rows.insert(0, say("test.part", part=_text(table.book, part)))
    for path in dict.fromkeys(_paths(table.book, draft, part)):
        rows += _causes(table, path)
    return tuple(rows)


def _failing(book: Book, draft: Draft, value: Value) -> Value:
    """The first part of ``A and B`` that does not hold."""
    while isinstance(value, Op) and value.sign == "and":
        value = value.left if not holds(book, draft, value.left) else value.right
    return value


def _sides(part: Value) -> tuple[Value, ...]:
    if isinstance(part, Op) and part.sign in _COMPARED:
        return part.left, part.right
    return (part.inner, part.low, part.high) if isinstance(part, Within) else ()


def _text(book: Book, value: Value) -> str:
    return print_value(value, names_of(book.scenario))


def _shown(book: Book, draft: Draft, value: Value) -> str:
    return as_written(book, value, _value(book, draft, value))


def _value(book: Book, draft: Draft, value: Value) -> int:
    none = book.layout.none
    return int(book.number(value)(draft, none, none, none, 0))


def _paths(book: Book, draft: Draft, value: Value) -> Iterator[str]:
    """Numbers that enter, those under a count or a sum left out."""
    hidden = {id(node) for fold in nodes(value) if isinstance(fold, Fold) for node in nodes(fold)}
    for node in nodes(value):
        if isinstance(node, Read) and id(node) not in hidden:
            owners = [_owner(book, draft, o) for o in (node.owner, node.toward) if o is not None]
            owners = owners or list(book.layout.stats[node.stat].owner)
            if "none" not in owners:
                yield ".".join([*owners, _WRITTEN.get(node.stat, node.stat)])


def _owner(book: Book, draft: Draft, owner: Value) -> str:
    if isinstance(owner, Pole):
        return owner.name
    if isinstance(owner, ActorNamed):
        return owner.code
    return "none" if isinstance(owner, Scoped) else book.layout.code(_value(book, draft, owner))


def _causes(table: Table, path: str) -> list[str]:
    try:
        found = why(table, path)
    except GameError as error:
        return [f"  {error}"]
    return [f"  {row}" for row in why_lines(table.book.scenario, found, most=MOST_CAUSES)]
