"""What happened in a game that history tells of: sentences of the scenario, dated, with their weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.model.state import State
from csto_game.rules import Book, Step
from csto_game.rules.belief import believe
from csto_game.rules.draft import Draft
from csto_game.rules.news import read_by
from csto_game.rules.texts import fill
from csto_game.session.table import Table
from csto_game.text.events import address_of, capital, closed
from csto_game.text.numbers import stat_of
from csto_game.text.report import WEIGHT
from csto_game.text.things import find

_MADE: Mapping[str, str] = {"promised": "made", "kept": "kept", "broken": "broken"}
"""Which of a promise's sentences tells of which kind of event."""

_TOLD = ("used", "answered", "outcome", "dealt", "news", "passed", "opened", "sent", *_MADE)
"""Kinds that are told by a sentence of their thing."""


@frozen
class Fact:
    """One sentence of history. ``weight`` is the sum of the changes that its thing made then, each
    in per cent of its number's range; ``chapter`` is the one that was open.
    """

    text: str
    turn: int
    chapter: str
    thing: str
    by: str
    command: str
    file: str
    line: int
    tags: tuple[str, ...]
    weight: int


def facts(table: Table, seat: str = "") -> tuple[Fact, ...]:
    """All that is told, in order of time. With a seat, only what it may read, as it may read it."""
    told: Counter[str] = Counter()
    found: list[Fact] = []
    chapter = ""
    for step in table.log.steps:
        moment = _moment(table.book, step.state, seat)
        readable = _readable(table, step, seat)
        for event in readable:
            if event.kind == "chapter":
                chapter = address_of(event)[1].partition(".")[2]
            fact = _fact(moment, readable, event, chapter, told)
            if fact is not None:
                found.append(fact)
    return tuple(found)


def _moment(book: Book, state: State, seat: str) -> Draft:
    """The numbers that a sentence may name, as the reader may know them."""
    truth = Draft(book, state, log=False)
    return believe(truth, book.layout.index[seat]).copy() if seat else truth


def _readable(table: Table, step: Step, seat: str) -> Sequence[Event]:
    if not seat:
        return step.events
    truth, viewer = Draft(table.book, step.state, log=False), table.book.layout.index[seat]
    belief = believe(truth, viewer)
    read = (read_by(truth, belief, viewer, event) for event in step.events)
    return [event for event in read if event is not None]


def _fact(
    moment: Draft, events: Sequence[Event], event: Event, chapter: str, told: Counter[str]
) -> Fact | None:
    if event.kind not in _TOLD or event.secret:
        return None
    scenario = moment.book.scenario
    _, address = address_of(event)
    thing = find(scenario, address)
    sentences = _sentences(thing, event.kind)
    if not sentences:
        return None
    # Several sentences are taken in turn, so that what happens often is not told the same way.
    text = sentences[told[address] % len(sentences)]
    told[address] += 1
    return Fact(
        text=capital(closed(_filled(moment, text, event))),
        turn=event.turn,
        chapter=chapter,
        thing=address,
        by=event.by,
        command=event.command,
        file=event.cause.file,
        line=event.cause.line,
        tags=_tags(scenario, address),
        weight=_weight(scenario, events, event, address),
    )


def _sentences(thing: object, kind: str) -> tuple[str, ...]:
    history = getattr(thing, "history", ())
    if isinstance(history, Mapping):
        history = history.get(_MADE.get(kind, kind), "")
    if isinstance(history, str):
        return (history,) if history else ()
    return tuple(history)


def _filled(moment: Draft, text: str, event: Event) -> str:
    index, turn = moment.book.layout.index, moment.turn
    moment.turn = event.turn
    filled = fill(moment, text, index.get(event.by, -1), index.get(event.to, -1), _amount(event))
    moment.turn = turn
    return " ".join(filled.split())


def _amount(event: Event) -> int:
    """The player's number, which stands last in the command."""
    last = event.command.rpartition(" ")[2]
    return int(last) if last.isascii() and last.isdigit() else 0


def _tags(scenario: Scenario, address: str) -> tuple[str, ...]:
    whole = ".".join(address.split(".")[:2])
    return tuple(getattr(find(scenario, whole), "tags", ()))


def _weight(scenario: Scenario, events: Iterable[Event], event: Event, address: str) -> int:
    changes = sum(_size(scenario, change) for change in _of(events, event, address))
    return changes + WEIGHT.get(event.kind, 0) // 10


def _of(events: Iterable[Event], event: Event, address: str) -> Iterator[Event]:
    """The changes that the same thing made in the same step, for the same actor."""
    for change in events:
        same = change.cause.thing == address or change.cause.thing.startswith(f"{address}.")
        if change.kind == "change" and same and change.by == event.by:
            yield change


def _size(scenario: Scenario, change: Event) -> int:
    stat = stat_of(scenario, change.path)
    if stat is None:
        return 0
    return 100 * abs(change.after - change.before) // max(1, stat.max - stat.min)
