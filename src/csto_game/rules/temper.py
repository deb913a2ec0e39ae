"""What a character weighs: its ``value`` taken apart at its sums, each part a number and how much it counts.

Only the words of these numbers are told, never what they stand at: that is for the figures of a View.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from csto_game.model import tree
from csto_game.model.tree import Read, Value
from csto_game.model.view import Weighed
from csto_game.rules.layout import Slot
from csto_game.rules.ordinary import Part, parts
from csto_game.rules.worth import personality

if TYPE_CHECKING:
    from csto_game.rules.book import Book

FULL = 1000
"""The weight of what counts most."""


def weighed(book: Book, code: str) -> tuple[Weighed, ...]:
    """The numbers that enter the value of a country's character, the heaviest first."""
    character = personality(book, book.layout.index[code])
    if character is None:
        return ()
    sums: dict[tuple[str, str, str, str], tuple[int, bool]] = {}
    for part in parts(character.value, book):
        for node in _subjects(part.value):
            key = _key(book, node, part.noun, code)
            if key is None:
                continue
            before, measured = sums.get(key, (0, True))
            sums[key] = (before + _signed(part), measured and part.span > 0)
            break
    heaviest = max((abs(amount) for amount, measured in sums.values() if measured), default=0)
    rows = [
        Weighed(
            *key,
            weight=abs(amount) * FULL // heaviest if measured and heaviest else 0,
            more=amount > 0,
        )
        for key, (amount, measured) in sums.items()
        if amount
    ]
    return tuple(sorted(rows, key=lambda row: (-row.weight, row.label, row.path)))


def _signed(part: Part) -> int:
    """The part's swing; where its range has no ordinary size, at least its direction."""
    return part.times * max(part.span, 1)


def _subjects(value: Value) -> Iterator[Value]:
    """What a part is about: the numbers it reads, or the step of a crisis."""
    if isinstance(value, Read | tree.Tally):
        yield value
        return
    inner: tuple[Value | None, ...] = ()
    match value:
        case tree.Op():
            inner = (value.left, value.right)
        case tree.Negative():
            inner = (value.inner,)
        case tree.Call():
            inner = value.arguments
        case tree.Was():
            inner = (value.read,)
    for one in inner:
        if one is not None:
            yield from _subjects(one)


def _key(book: Book, node: Value, noun: str, code: str) -> tuple[str, str, str, str] | None:
    """(path, label, whose, towards whom); None for what nobody may know or what has no name."""
    if isinstance(node, tree.Tally):
        kind, _, id = node.thing.partition(".")
        crisis = book.scenario.crises.get(id) if kind == "crisis" else None
        return None if crisis is None else ("", crisis.name, noun, "")
    if not isinstance(node, Read):
        return None
    stat = book.layout.stats[node.stat]
    if stat.seen == "nobody":
        return None
    owner = _code(node.owner, code, noun)
    toward = _code(node.toward, code, noun)
    return _path(book, node, owner, toward), stat.name, owner, toward


def _code(actor: Value | None, code: str, noun: str) -> str:
    """A code, the noun that stands for many, or "" where nobody owns the number."""
    match actor:
        case None:
            return ""
        case tree.Scoped():
            return code if actor.word == "self" else noun
        case tree.ActorNamed():
            return actor.code
        case tree.Pole():
            return actor.name
    return noun


def _path(book: Book, node: Read, owner: str, toward: str) -> str:
    """The number's path if it is a single one."""
    layout = book.layout
    if layout.stats[node.stat].owner == ("country", "pole"):
        return f"{owner}.{toward}.share" if owner in layout.index and toward in layout.poles else ""
    codes = [one for one in (owner, toward) if one]
    if any(one not in layout.index for one in codes) or len(codes) != sum(
        actor is not None for actor in (node.owner, node.toward)
    ):
        return ""
    first, second = (*(layout.index[one] for one in codes), None, None)[:2]
    return layout.path(Slot(node.stat, first, second))
