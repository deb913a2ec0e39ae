"""What a seat may read of what happened: others' secrets and numbers it may not know stay out."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from csto_game.model.event import Event
from csto_game.model.scenario import Incident, Verb
from csto_game.rules.belief import knows
from csto_game.rules.book import Book
from csto_game.rules.draft import Draft
from csto_game.rules.texts import fill, stats_named

_OWN = ("dealt", "coming", "lapsed")
"""Facts about a card, which only who holds it is told."""


def read_by(truth: Draft, belief: Draft, viewer: int, event: Event) -> Event | None:
    """The event as the viewer may read it, without inputs it may not know; None if it may not at all."""
    book = truth.book
    seat = book.layout.code(viewer)
    if event.by not in (seat, "") and any(
        is_secret(book, address) for address in (event.cause.thing, event.text)
    ):
        return None
    if event.kind in _OWN and event.by not in (seat, "", "none"):
        return None
    if event.kind in ("change", "later") and not _knows(truth, viewer, event.path):
        return None
    reads = tuple(read for read in event.reads if _knows(truth, viewer, read[0]))
    because = event.because
    if any(
        book.layout.stats[stat].seen != "all" for stat in stats_named(truth, event.cause.because)
    ):
        index = book.layout.index
        because = fill(
            belief, event.cause.because, index.get(event.by, -1), index.get(event.to, -1)
        )
    if reads == event.reads and because == event.because:
        return event
    return evolve(event, reads=reads, because=because)


def is_secret(book: Book, address: str) -> bool:
    """Is it, or is it part of, a verb or card of which others do not see who?"""
    kind, _, rest = address.partition(".")
    kinds: Mapping[str, Mapping[str, Verb | Incident]] = {
        "verb": book.scenario.verbs,
        "incident": book.scenario.incidents,
    }
    thing = kinds.get(kind, {}).get(rest.partition(".")[0])
    return thing is not None and thing.secret


def _knows(truth: Draft, viewer: int, path: str) -> bool:
    """May the viewer know the number at this path? Flags are nobody's business."""
    layout = truth.book.layout
    *owners, last = path.split(".")
    stat = layout.stats.get(last)
    if stat is None:
        return False
    known = [layout.index[owner] for owner in owners if owner in layout.index]
    first, second = (*known, None, None)[:2]
    return knows(truth, stat, first, second, viewer)
