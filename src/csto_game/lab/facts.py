"""Stylised facts on paired seeds: the same game twice, with one thing done and not done.

`scripts/facts_tashkent.py` says which of the 1992 campaign, and prints the table of docs/BALANCE.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from statistics import fmean, stdev

from attrs import frozen

from csto_game.model.state import Card
from csto_game.rules import Book, new_game
from csto_game.rules.commands.verb import Act, use
from csto_game.rules.draft import Draft
from csto_game.rules.game import apply
from csto_game.rules.mechanisms import crises, deck
from csto_game.session.leaders import Leaders
from csto_game.session.numbers import derived, find, slot
from csto_game.session.programs import choice_on

Change = Callable[[Draft], None]
"""Done to the world when the leaders begin to plan in a turn."""

Trail = list[dict[str, int]]
"""The watched numbers as each turn ended, from turn 1."""

Gauge = Callable[[Trail], float]


@frozen
class Fact:
    """What is done in one game and not in the other, and by what its effect is measured.

    ``expected`` is the sign that theory asks for: 1 or −1.
    """

    id: str
    text: str
    done: Change
    undone: Change
    watch: tuple[str, ...]
    gauges: Mapping[str, tuple[Gauge, int]]
    turns: int = 40


@frozen
class Finding:
    """Mean difference done − undone of a gauge, with half its 95 per cent interval."""

    fact: str
    gauge: str
    mean: float
    half: float
    expected: int

    @property
    def holds(self) -> bool:
        return self.expected * self.mean > self.half


def trail(book: Book, kind: str, seed: int, change: Change, fact: Fact) -> Trail:
    """One game, as far as it is watched. A game that ends early keeps its last numbers."""
    draft = Draft(book, new_game(book, seed).state, log=False)
    seats = {book.layout.codes[seat]: kind for seat in book.seats}
    leaders = Leaders(book, seats, seed)
    found: Trail = []
    turn = 0
    while draft.phase != "over" and draft.turn <= fact.turns:
        if draft.phase == "plan" and draft.turn != turn:
            turn = draft.turn
            change(draft)
        apply(draft, choice_on(leaders, draft, book.layout.codes[draft.active]))
        if draft.turn != turn or draft.phase == "over":
            found.append({path: read(draft, path) for path in fact.watch})
    return found + found[-1:] * (fact.turns - len(found))


def findings(book: Book, fact: Fact, kind: str, seeds: range) -> list[Finding]:
    """The fact on all seeds."""
    pairs = [
        (trail(book, kind, seed, fact.done, fact), trail(book, kind, seed, fact.undone, fact))
        for seed in seeds
    ]
    result = []
    for name, (gauge, expected) in fact.gauges.items():
        gaps = [gauge(done) - gauge(undone) for done, undone in pairs]
        half = 1.96 * stdev(gaps) / sqrt(len(gaps)) if len(gaps) > 1 else 0.0
        result.append(Finding(fact.id, name, fmean(gaps), half, expected))
    return result


# ── reading ──


def read(draft: Draft, path: str) -> int:
    """A number by path, or how often something happened: ``#incident.war_won``."""
    if path.startswith("#"):
        return draft.tally.get((path[1:], -1, -1), (0, 0))[0]
    place = find(draft.book, path)
    if place.is_derived:
        return derived(draft.book, draft, place)
    return draft.v[slot(draft.book, place)]


# ── things to do ──


def nothing(draft: Draft) -> None:
    """The other game."""


def hold(path: str, value: int, turns: range) -> Change:
    """Keep a number where it is put."""

    def change(draft: Draft) -> None:
        if draft.turn in turns:
            draft.put(slot(draft.book, find(draft.book, path)), value, 0)

    return change


def uses(seat: str, verb: str, turns: tuple[int, ...], target: str = "") -> Change:
    """The seat uses the verb in these turns, free of charge and beside its own acts."""

    def change(draft: Draft) -> None:
        if draft.turn not in turns:
            return
        layout = draft.book.layout
        acts = draft.acts
        to = layout.index[target] if target else layout.none
        use(draft, layout.index[seat], Act(draft.book.verbs[verb], to, None, 0))
        draft.acts = acts

    return change


def answers(incident: str, option: str, seats: tuple[str, ...], target: str, turn: int) -> Change:
    """All these seats answer such a card, about the target, in that turn."""

    def change(draft: Draft) -> None:
        if draft.turn != turn:
            return
        index = draft.book.layout.index
        for seat in seats:
            card = Card(0, incident, index[seat], index[target], draft.turn, draft.turn)
            deck.answer(draft, card, option, pay=False)

    return change


def passes(motion: str, seat: str, turn: int) -> Change:
    """A motion of the seat is carried in that turn, whoever would have voted."""

    def change(draft: Draft) -> None:
        deed = draft.book.motions[motion].do
        if draft.turn == turn and deed is not None:
            by = draft.book.layout.index[seat]
            deed(draft, by, by, by, 0)

    return change


def happens(incident: str, seat: str, turn: int) -> Change:
    """An incident that asks nothing comes over the seat."""

    def change(draft: Draft) -> None:
        if draft.turn == turn:
            index = draft.book.layout.index[seat]
            deck.move(draft, "start", incident, index, draft.book.layout.none, 0, None, 0)

    return change


def war(seat: str, foe: str, turn: int) -> Change:
    """A crisis that begins at its highest rung."""

    def change(draft: Draft) -> None:
        if draft.turn != turn:
            return
        by, to = (draft.book.layout.index[code] for code in (seat, foe))
        crises.move(draft, "start", "border", by, to, 0, None, 0)
        for _ in range(len(draft.book.crises["border"].rungs)):
            crises.move(draft, "raise", "border", by, to, 0, None, 0)

    return change


def both(*changes: Change) -> Change:
    """One after another."""

    def change(draft: Draft) -> None:
        for one in changes:
            one(draft)

    return change


# ── measuring ──


def at(path: str, turn: int) -> Gauge:
    """The number at the end of a turn."""
    return lambda found: found[turn - 1][path]


def between(path: str, first: int, last: int) -> Gauge:
    """Its mean over turns, both included."""
    return lambda found: fmean(row[path] for row in found[first - 1 : last])


def mean_at(paths: tuple[str, ...], turn: int) -> Gauge:
    """The mean of several numbers at the end of a turn."""
    return lambda found: fmean(found[turn - 1][path] for path in paths)
