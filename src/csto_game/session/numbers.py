"""Numbers by path: where one stands, what it is, and which paths there are."""

from __future__ import annotations

from attrs import frozen

from csto_game.content.nearest import nearest
from csto_game.model.refusal import GameError
from csto_game.model.scenario import Stat
from csto_game.model.state import State
from csto_game.rules import Book
from csto_game.rules.draft import Draft
from csto_game.text.catalog import say

_OPEN = ("world", "alliance")


@frozen
class Place:
    """A number's place: its stat and, by index, whose it is and toward whom."""

    path: str
    stat: Stat
    owner: int | None = None
    toward: int | None = None

    @property
    def is_derived(self) -> bool:
        """Whether it is worked out, not kept."""
        return self.stat.formula is not None


def find(book: Book, path: str) -> Place:
    """The place of ``KAZ.unrest``, ``world.oil``, ``KAZ.CHN.share``. Raises GameError."""
    parts = path.split(".")
    stat = _stat(book, parts)
    if stat is None:
        raise _unknown(book, path)
    owners = parts[:-1]
    if owners[0] in _OPEN:
        return Place(path, stat)
    indexes = [_index(book, stat, code, n) for n, code in enumerate(owners)]
    if stat.owner == ("place",):
        indexes = indexes[1:]
    return Place(path, stat, *indexes)


def _stat(book: Book, parts: list[str]) -> Stat | None:
    """The stat at the end of a path, if owners before it are such as it has."""
    if len(parts) < 2:
        return None
    name = parts[-1]
    if len(parts) == 3 and name in ("kept", "broken"):
        name += "_to"
    stat = book.scenario.stats.get(name)
    if stat is None or not _fits(book, stat.owner, parts[:-1]):
        return None
    return stat


def _fits(book: Book, owner: tuple[str, ...], codes: list[str]) -> bool:
    if owner == ("place",):
        return len(codes) == 2 and codes[0] == "place" and codes[1] in book.scenario.places
    if owner[0] in _OPEN:
        return codes == list(owner)
    if len(codes) != len(owner):
        return False
    return all(_is(book, code, kind) for code, kind in zip(codes, owner, strict=True))


def _is(book: Book, code: str, kind: str) -> bool:
    if kind == "pole":
        return code in book.layout.poles
    actor = book.scenario.actors.get(code)
    return actor is not None and actor.kind == kind


def _index(book: Book, stat: Stat, code: str, position: int) -> int:
    if stat.owner == ("place",):
        return book.layout.places.index(code) if position else 0
    if stat.owner == ("country", "pole") and position:
        return book.layout.column(code)
    return book.layout.index[code]


def value(book: Book, state: State, place: Place) -> int:
    """The number as it stands in a state."""
    if place.is_derived:
        return derived(book, Draft(book, state, log=False), place)
    return state.values[slot(book, place)]


def slot(book: Book, place: Place) -> int:
    """Where a kept number stands in ``State.values``."""
    return book.layout.find(place.stat.id, place.owner or 0, place.toward or 0)


def derived(book: Book, draft: Draft, place: Place) -> int:
    """A derived number as its formula gives it on a draft."""
    none = book.layout.none
    owner = none if place.owner is None else place.owner
    toward = none if place.toward is None else place.toward
    return book.formula(place.stat.id)(draft.v, draft, owner, toward)


def own_path(book: Book, word: str, seat: str) -> str:
    """The path that a player means: ``unrest`` is one's own, the world's or the alliance's.

    A number may also be called by the name that screens show, with ``_`` for each space.
    """
    *owners, last = word.split(".")
    name = _as_stat(book, last)
    if owners:
        return ".".join([*(_as_code(book, owner) for owner in owners), name])
    for owner in (seat, *_OPEN):
        if _stat(book, [owner, name]):
            return f"{owner}.{name}"
    return word


def _as_stat(book: Book, word: str) -> str:
    """The stat that is meant by its id, or by the name that players read."""
    if word in book.scenario.stats:
        return word
    return _names(book).get(word.lower(), word)


def _names(book: Book) -> dict[str, str]:
    """What players read, as one word → the stat; of two called the same, the first."""
    names: dict[str, str] = {}
    for id, stat in book.scenario.stats.items():
        names.setdefault(stat.name.lower().replace(" ", "_"), id)
    return names


def _as_code(book: Book, word: str) -> str:
    """Codes may be typed in small letters, where that means nothing else."""
    is_code = word.upper() in book.scenario.actors and word not in book.scenario.stats
    return word.upper() if is_code else word


def _unknown(book: Book, path: str) -> GameError:
    owner, _, name = path.rpartition(".")
    near = nearest(name, [*book.scenario.stats, *_names(book)])
    if near and near != name:
        meant = f"{owner}.{near}" if owner else near
        return GameError(say("why.unknown_near", path=path, near=meant))
    return GameError(say("why.unknown", path=path))
