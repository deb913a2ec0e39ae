"""Which numbers enter something that is no number itself: an aim, a step of a crisis, an act's condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from csto_game.model import tree
from csto_game.model.refusal import GameError
from csto_game.model.tree import Read, Value
from csto_game.rules import Book
from csto_game.rules.layout import Slot
from csto_game.rules.walk import nodes
from csto_game.session.numbers import find
from csto_game.session.sight import Sight
from csto_game.session.table import Table


def entering(
    table: Table, address: str, by: str, to: str = "", *, seat: str = ""
) -> tuple[str, ...]:
    """Paths of the numbers that enter ``objective.ID``, ``crisis.ID``, ``verb.ID`` or ``motion.ID`` of
    these actors, as far as the seat may know them, in the order in which they are written. What is
    read of many actors at once is left out.
    """
    book = table.book
    kind, _, id = address.partition(".")
    words = {"self": by, "mover": by, "target": to}
    sight = Sight(table, seat)
    found: dict[str, None] = {}
    for value in _VALUES.get(kind, _none)(book, id, by):
        for path in _paths(book, value, words):
            if path not in found and _may_ask(table, sight, path):
                found[path] = None
    return tuple(found)


def _may_ask(table: Table, sight: Sight, path: str) -> bool:
    try:
        return sight.knows(find(table.book, path))
    except GameError:
        return False


def _paths(book: Book, value: Value | None, words: Mapping[str, str]) -> Iterable[str]:
    for node in nodes(value):
        if isinstance(node, Read):
            path = _path(book, node, words)
            if path:
                yield path


def _path(book: Book, read: Read, words: Mapping[str, str]) -> str:
    layout = book.layout
    codes = [_code(actor, words) for actor in (read.owner, read.toward) if actor is not None]
    if not all(codes):
        return ""
    if layout.stats[read.stat].owner == ("country", "pole"):
        return f"{codes[0]}.{codes[-1]}.share"
    if any(code not in layout.index for code in codes):
        return ""
    first, second = (*(layout.index[code] for code in codes), None, None)[:2]
    return layout.path(Slot(read.stat, first, second))


def _code(actor: Value, words: Mapping[str, str]) -> str:
    if isinstance(actor, tree.Scoped):
        return words.get(actor.word, "")
    if isinstance(actor, tree.ActorNamed):
        return actor.code
    return actor.name if isinstance(actor, tree.Pole) else ""


# ── where the values stand ──


def _none(book: Book, id: str, by: str) -> Iterable[Value | None]:
    return ()


def _objective(book: Book, id: str, by: str) -> Iterable[Value | None]:
    role = book.roles.get(by)
    objective = role.role.objectives.get(id) if role else None
    return (objective.when, objective.points) if objective else ()


def _crisis(book: Book, id: str, by: str) -> Iterable[Value | None]:
    """Of all rungs: what moves it up, keeps it and calms it."""
    crisis = book.scenario.crises.get(id)
    rungs = crisis.rungs.values() if crisis else ()
    return [value for rung in rungs for value in (rung.up, rung.stay, rung.down)]


def _verb(book: Book, id: str, by: str) -> Iterable[Value | None]:
    verb = book.scenario.verbs.get(id)
    return (verb.when,) if verb else ()


def _motion(book: Book, id: str, by: str) -> Iterable[Value | None]:
    motion = book.scenario.motions.get(id)
    return (motion.leaning,) if motion else ()


_VALUES: Mapping[str, Callable[[Book, str, str], Iterable[Value | None]]] = {
    "objective": _objective,
    "crisis": _crisis,
    "verb": _verb,
    "motion": _motion,
}
