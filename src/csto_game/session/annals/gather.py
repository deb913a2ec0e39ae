"""Reading a table's log into annals. Moments that are over are read once and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from sys import intern

from attrs import define, field

from csto_game.model.event import Event
from csto_game.model.scenario import Stat
from csto_game.model.state import State
from csto_game.rules.belief import believe, knows
from csto_game.rules.draft import Draft
from csto_game.rules.news import read_by
from csto_game.rules.standing import ended_row, score_row
from csto_game.rules.texts import date, fill
from csto_game.session.annals.records import Annals, Climbing, Glimpse, Mark, Move, Poll, Shares
from csto_game.session.numbers import Place, derived, slot
from csto_game.session.table import Table
from csto_game.text.events import address_of, event_sentence, has_words
from csto_game.text.report import WEIGHT
from csto_game.text.things import name_of

_MARKED = 60
"""Events lighter than this are deeds of every day: they would bury the rest."""
_JOINED = ("membership", 185)


@define
class Annalist:
    """Reads one game for one seat."""

    table: Table
    seat: str
    _kept: dict[int, tuple[State | None, Glimpse]] = field(factory=dict)

    def annals(self) -> Annals:
        """All that has been, up to now. One turn's events are held at a time: all are many megabytes."""
        last = self.table.state.turn
        moments = tuple(self._moment(turn) for turn in range(1, last + 1))
        steps = {before.turn: (before, after) for before, after in pairwise(moments)}
        polls: list[Poll] = []
        marks: list[Mark] = []
        moves: dict[str, list[Move]] = {}
        for turn in range(last + 1):
            events = self._readable(turn)
            polls += self._polls(events)
            marks += self._marks(turn, events)
            if turn in steps:
                for path, move in _moves(*steps[turn], self._causes(events)):
                    moves.setdefault(path, []).append(move)
        return Annals(
            seat=self.seat,
            moments=moments,
            polls=tuple(polls),
            marks=tuple(marks),
            moves={path: tuple(rows) for path, rows in moves.items()},
        )

    # ── moments ──

    def _moment(self, turn: int) -> Glimpse:
        """What is over stays as it was; the present turn is looked at again whenever it has moved."""
        state, last = self.table.state, self.table.state.turn
        begun = state if turn == last else None
        known = self._kept.get(turn)
        if known is None or known[0] is not begun:
            opening = begun or self.table.log.opening(turn) or state
            known = self._kept[turn] = (begun, _moment(self.table, opening, self.seat))
        return known[1]

    # ── what happened ──

    def _readable(self, turn: int) -> tuple[Event, ...]:
        """Events that a turn's report tells and the seat may read of; all of them once all is over."""
        book = self.table.book
        truth, viewer = Draft(book, self.table.state, log=False), book.layout.index[self.seat]
        belief = believe(truth, viewer)
        read = (read_by(truth, belief, viewer, event) for event in self.table.log.events(turn))
        return tuple(event for event in read if event is not None)

    def _polls(self, events: Sequence[Event]) -> list[Poll]:
        """Votes come before what came of them, motion by motion."""
        casts: list[tuple[str, str]] = []
        polls = []
        for event in events:
            how, address = address_of(event)
            if event.kind == "voted":
                casts.append((event.by, how))
            elif event.kind in ("passed", "failed") and casts:
                name = name_of(self.table.book.scenario, address, event.by, event.to)
                passed = event.kind == "passed"
                polls.append(Poll(event.turn, address, name, event.by, tuple(casts), passed))
                casts = []
        return polls

    def _marks(self, turn: int, events: Sequence[Event]) -> list[Mark]:
        scenario = self.table.book.scenario
        codes = scenario.actors
        found: dict[str, Mark] = {}
        for event in events:
            weight = _weight(event)
            if weight < _MARKED or not has_words(scenario, event):
                continue
            text = event_sentence(scenario, event)
            owner = event.path.split(".")[0]
            about = tuple(dict.fromkeys(c for c in (event.by, event.to, owner) if c in codes))
            found.setdefault(text, Mark(max(turn, 1), event.kind, about, text, weight))
        return list(found.values())

    def _causes(self, events: Sequence[Event]) -> Mapping[str, Mapping[str, int]]:
        """What each number was moved by in one turn, by the words of the cause, or its name."""
        scenario = self.table.book.scenario
        sums: dict[str, dict[str, int]] = {}
        for event in events:
            if event.kind == "change":
                thing = event.cause.thing
                because = event.because or name_of(scenario, thing, event.by, event.to)
                causes = sums.setdefault(event.path, {})
                causes[because] = causes.get(because, 0) + event.after - event.before
        return sums


def _moves(
    before: Glimpse, after: Glimpse, read: Mapping[str, Mapping[str, int]]
) -> Iterator[tuple[str, Move]]:
    """By how much each number moved in a turn, and what the seat may read moved it most."""
    for path, value in after.values.items():
        amount = value - before.values.get(path, value)
        if amount:
            causes = read.get(path, {})
            same = {because: part for because, part in causes.items() if part * amount > 0}
            because = max(same, key=lambda one: (abs(same[one]), one), default="")
            yield path, Move(after.turn, amount, because)


def _weight(event: Event) -> int:
    if event.kind == "change":
        stat, weight = _JOINED
        return weight if event.path.rpartition(".")[2] == stat else 0
    return WEIGHT.get(event.kind, 0)


def _moment(table: Table, state: State, seat: str) -> Glimpse:
    book = table.book
    truth, viewer = Draft(book, state, log=False), book.layout.index[seat]
    belief = believe(truth, viewer)
    over = ended_row(truth)
    rows = over.scores if over else (score_row(belief, seat),)
    score = next((row for row in rows if row and row.seat == seat), None)
    return Glimpse(
        turn=state.turn,
        date=date(book.scenario.clock, state.turn),
        values=_values(truth, viewer),
        shares=_shares(truth),
        points=score.points if score else None,
        aims=tuple((one.id, one.points, one.holds) for one in score.objectives) if score else (),
        crises=_crises(belief),
    )


def _values(truth: Draft, viewer: int) -> Mapping[str, int]:
    """Numbers of the world, the alliance and the countries that are shown somewhere."""
    found: dict[str, int] = {}
    for stat in truth.book.scenario.stats.values():
        if stat.show == "hidden" or stat.holds != "number":
            continue
        for place in _places(truth, stat):
            if knows(truth, stat, place.owner, None, viewer):
                is_worked_out = stat.formula is not None
                found[intern(place.path)] = (  # the same in every turn
                    derived(truth.book, truth, place)
                    if is_worked_out
                    else truth.v[slot(truth.book, place)]
                )
    return found


def _places(truth: Draft, stat: Stat) -> list[Place]:
    layout = truth.book.layout
    if stat.owner in (("world",), ("alliance",)):
        return [Place(f"{stat.owner[0]}.{stat.id}", stat)]
    if stat.owner != ("country",):
        return []
    return [Place(f"{layout.codes[i]}.{stat.id}", stat, i) for i in range(layout.countries)]


def _shares(truth: Draft) -> Mapping[str, Shares]:
    layout = truth.book.layout
    if not layout.poles:
        return {}
    found = {}
    for country in range(layout.countries):
        base = layout.find("share", country)
        now = truth.v[base : base + len(layout.poles)]
        found[layout.codes[country]] = tuple(zip(layout.poles, now, strict=True))
    return found


def _crises(belief: Draft) -> tuple[Climbing, ...]:
    layout, crises = belief.book.layout, belief.book.scenario.crises
    return tuple(
        Climbing(
            crisis=climb.crisis,
            name=fill(belief, crises[climb.crisis].name, climb.by, climb.to),
            by=layout.code(climb.by),
            to=layout.code(climb.to),
            rung=climb.rung,
            rungs=len(crises[climb.crisis].rungs),
        )
        for climb in belief.crises
    )
