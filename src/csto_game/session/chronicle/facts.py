"""What happened in a game that history tells of: sentences of the scenario, dated, with their weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.model.state import State
from csto_game.rules import Book, Step
from csto_game.rules.belief import believe
from csto_game.rules.draft import Draft
from csto_game.rules.news import read_by
from csto_game.rules.texts import SELVES, fill
from csto_game.session.table import Table
from csto_game.text.catalog import say
from csto_game.text.events import address_of, capital, closed
from csto_game.text.numbers import stat_of
from csto_game.text.report import WEIGHT
from csto_game.text.things import find

_MADE: Mapping[str, str] = {"promised": "made", "kept": "kept", "broken": "broken"}
"""Which of a promise's sentences tells of which kind of event."""

_TOLD = (
    "used",
    "answered",
    "outcome",
    "dealt",
    "befell",
    "news",
    "passed",
    "opened",
    "sent",
    *_MADE,
)
"""Kinds that are told by a sentence of their thing."""

_DEEDS = ("used", "answered")
"""Kinds that come from the command they carry; the others came while it was carried out."""


@frozen
class Fact:
    """One sentence of history. ``weight`` is the sum of the changes that its thing made then, each
    in per cent of its number's range; ``chapter`` is the one that was open; ``command`` is empty
    unless a command did it. ``selves`` are the codes of all who did the same then, if the
    sentence names them all.
    """

    text: str
    turn: int
    chapter: str
    thing: str
    by: str
    to: str
    command: str
    file: str
    line: int
    tags: tuple[str, ...]
    weight: int
    selves: tuple[str, ...] = ()


@frozen
class _Told:
    """Where a sentence about all who did the same stands, and how it is written."""

    place: int
    sentence: str


def facts(table: Table, seat: str = "") -> tuple[Fact, ...]:
    """All that is told, in order of time. With a seat, only what it may read, as it may read it."""
    told: Counter[str] = Counter()
    found: list[Fact] = []
    groups: dict[tuple[int, str, str, str], _Told] = {}
    chapter = ""
    for step in table.log.steps:
        moment = _moment(table.book, step.state, seat)
        readable = _readable(table, step, seat)
        for event in readable:
            if event.kind == "chapter":
                chapter = address_of(event)[1].partition(".")[2]
            if event.kind not in _TOLD or event.secret:
                continue
            address = address_of(event)[1]
            group = groups.get((event.turn, address, event.kind, event.to))
            if group is not None:
                found[group.place] = _joined(moment, readable, event, found[group.place], group)
                continue
            sentence = _sentence(table.book.scenario, event.kind, address, told)
            if not sentence:
                continue
            if f"{{{SELVES}" in sentence and event.by:
                key = (event.turn, address, event.kind, event.to)
                groups[key] = _Told(len(found), sentence)
            found.append(_fact(moment, readable, event, chapter, sentence))
    return tuple(found)


def _sentence(scenario: Scenario, kind: str, address: str, told: Counter[str]) -> str:
    """Several sentences are taken in turn, so that what happens often is not told the same way."""
    sentences = _sentences(find(scenario, address), kind)
    if not sentences:
        return ""
    told[address] += 1
    return sentences[(told[address] - 1) % len(sentences)]


def _joined(moment: Draft, events: Sequence[Event], event: Event, fact: Fact, group: _Told) -> Fact:
    """The fact once more, now also about who did this."""
    if event.by in fact.selves:
        return fact
    selves = (*fact.selves, event.by)
    names = [moment.book.scenario.actors[code].name for code in selves]
    joined = f"{', '.join(names[:-1])} {say('chronicle.and')} {names[-1]}"
    weight = _weight(moment.book.scenario, events, event, fact.thing)
    text = _filled(moment, group.sentence, event, (joined, len(names)))
    return evolve(fact, selves=selves, text=capital(closed(text)), weight=max(fact.weight, weight))


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
    moment: Draft, events: Sequence[Event], event: Event, chapter: str, sentence: str
) -> Fact:
    scenario = moment.book.scenario
    _, address = address_of(event)
    return Fact(
        text=capital(closed(_filled(moment, sentence, event))),
        turn=event.turn,
        chapter=chapter,
        thing=address,
        by=event.by,
        to=event.to,
        command=event.command if event.kind in _DEEDS else "",
        file=event.cause.file,
        line=event.cause.line,
        tags=_tags(scenario, address),
        weight=_weight(scenario, events, event, address),
        selves=(event.by,) if event.by else (),
    )


def _sentences(thing: object, kind: str) -> tuple[str, ...]:
    history = getattr(thing, "history", ())
    if isinstance(history, Mapping):
        history = history.get(_MADE.get(kind, kind), "")
    if isinstance(history, str):
        return (history,) if history else ()
    return tuple(history)


def _filled(moment: Draft, text: str, event: Event, selves: tuple[str, int] = ("", 0)) -> str:
    index, turn = moment.book.layout.index, moment.turn
    moment.turn = event.turn
    by, to = index.get(event.by, -1), index.get(event.to, -1)
    filled = fill(moment, text, by, to, _amount(event), selves=selves)
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
