"""Where numbers come from: the source of a start number, the parts of a formula."""

from __future__ import annotations

from collections.abc import Iterator

from csto_game.model.scenario import Start
from csto_game.model.tree import ActorNamed, Pole, Read, Value
from csto_game.model.view import WhyRow
from csto_game.rules import Book
from csto_game.rules.walk import nodes
from csto_game.session.numbers import Place, find
from csto_game.session.written import written
from csto_game.text.catalog import say
from csto_game.text.numbers import shown

MOST_PARTS = 12


def start_row(book: Book, place: Place, begun: int) -> WhyRow:
    """The start number as a row that moves nothing: its place in the files, source and note."""
    start = _start(book, place)
    spot = start.spot if start else place.stat.spot
    number = shown(book.scenario, place.stat, begun)
    note = start.note if start else place.stat.note
    cites = (start.cite if start else ()) or place.stat.cite
    names = [_source(book, cite) for cite in cites]
    return WhyRow(
        amount=0,
        because=say("why.start_note" if note else "why.start", value=number, note=note),
        thing=f"{place.path}.start",
        file=spot.file,
        line=spot.line,
        turn=1,
        cite=say("why.and").join(names),
    )


def _source(book: Book, cite: str) -> str:
    source = book.scenario.sources.get(cite)
    return source.name if source else cite


def _start(book: Book, place: Place) -> Start | None:
    """The entry in the files; None where the stat's own start holds."""
    scenario, stat = book.scenario, place.stat.id
    owners = place.path.split(".")[:-1]
    if owners == ["world"]:
        return scenario.world_start.get(stat)
    if owners == ["alliance"]:
        return scenario.alliance.start.get(stat)
    if len(owners) == 1 and owners[0] in scenario.actors:
        return scenario.actors[owners[0]].start.get(stat)
    if len(owners) == 2:
        pairs = [(owners[0], owners[1]), (owners[1], owners[0])][: 1 + place.stat.mutual]
        return next((s for p in pairs if (s := scenario.relations.get(p, {}).get(stat))), None)
    return None


def formula(book: Book, place: Place) -> str:
    """A derived number's formula as written; "" for a kept number."""
    if place.stat.formula is None:
        return ""
    return written(book.scenario, place.stat.formula)


def made_of(book: Book, place: Place) -> tuple[Place, ...]:
    """The numbers that a formula names. What goes over many actors is left to the formula."""
    if place.stat.formula is None:
        return ()
    owners = place.path.split(".")[:-1]
    paths = dict.fromkeys(_paths(book, place.stat.formula, owners))
    return tuple(find(book, path) for path in list(paths)[:MOST_PARTS])


def _paths(book: Book, tree: Value, owners: list[str]) -> Iterator[str]:
    for node in nodes(tree):
        if isinstance(node, Read):
            codes = [_code(part, owners) for part in (node.owner, node.toward) if part is not None]
            name = (
                node.stat.removesuffix("_to")
                if node.stat in ("kept_to", "broken_to")
                else node.stat
            )
            if not codes:
                codes = list(book.layout.stats[node.stat].owner)
            if all(codes):
                yield ".".join([*codes, name])


def _code(part: Value, owners: list[str]) -> str:
    if isinstance(part, ActorNamed):
        return part.code
    if isinstance(part, Pole):
        return part.name
    word = getattr(part, "word", "")
    if word == "self" and owners:
        return owners[0]
    return owners[1] if word == "target" and len(owners) > 1 else ""
