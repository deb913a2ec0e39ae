"""Hidden is hidden: no View, preview or program rests on a number its seat may not know."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import pytest
from tests.contract.worlds import WORLDS, asked, book, few, moments, play

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.state import State
from csto_game.model.view import Figure, Preview, Range, View
from csto_game.players import choose, make
from csto_game.rules import Book, options, preview, seats, view
from csto_game.rules.belief import believe, knows
from csto_game.rules.draft import Draft


def unknown(here: Book, state: State, seat: str) -> dict[str, int]:
    """Paths of stored numbers that the seat may not know, with their slots."""
    truth, layout = Draft(here, state, log=False), here.layout
    found = {}
    for slot, where in enumerate(layout.slots):
        stat = layout.stats.get(where.stat)
        if stat is None or stat.formula is not None or stat.owner == ("country", "pole"):
            continue
        if layout.none in (where.owner, where.toward) or stat.seen == "all":
            continue
        if not knows(truth, stat, where.owner, where.toward, layout.index[seat]):
            found[layout.path(where)] = slot
    return found


def altered(here: Book, state: State, seat: str, seed: int) -> State:
    """Another truth that looks the same to the seat."""
    dice = random.Random(seed)
    slots = [slot for path, slot in sorted(unknown(here, state, seat).items())]

    def other(values: tuple[int, ...]) -> tuple[int, ...]:
        changed = list(values)
        for slot in slots:
            changed[slot] = dice.randint(here.layout.low[slot], here.layout.high[slot])
        return tuple(changed)

    return attrs.evolve(state, values=other(state.values), past=tuple(other(p) for p in state.past))


def walk(thing: Any) -> Iterator[Any]:
    """Every record, and every item of every collection, inside a record."""
    yield thing
    if isinstance(thing, Figure):
        return
    if attrs.has(type(thing)):
        for field in attrs.fields(type(thing)):
            yield from walk(getattr(thing, field.name))
    elif isinstance(thing, Mapping):
        for item in thing.values():
            yield from walk(item)
    elif isinstance(thing, tuple | list):
        for item in thing:
            yield from walk(item)


def given(here: Book, seen: View) -> list[Any]:
    """The parts of a View, but for derived numbers: what is worked out for all to see may rest on
    what is hidden (how restless a country is; not why).
    """
    parts: list[Any] = []
    stats = here.scenario.stats
    for thing in walk(seen):
        if isinstance(thing, Figure):
            parts.append(thing if stats[thing.stat].formula is None else (thing.path, thing.known))
        elif not (attrs.has(type(thing)) or isinstance(thing, Mapping | tuple | list)):
            parts.append(thing)
    return parts


# ── another truth, the same sight ───────────────────────────────────


@pytest.mark.parametrize("world", WORLDS)
def test_another_truth_looks_the_same(world: str) -> None:
    here, hidden = book(world), 0
    for n, state in enumerate(few(world, 5)):
        for seat in seats(here):
            twin = altered(here, state, seat, n)
            hidden += twin != state
            assert given(here, view(here, twin, seat)) == given(here, view(here, state, seat)), seat
    if any(stat.seen != "all" for stat in here.scenario.stats.values()):
        assert hidden


@pytest.mark.parametrize("world", WORLDS)
def test_another_truth_previews_the_same(world: str) -> None:
    here = book(world)
    for n, state in enumerate(few(world, 6)):
        seat = asked(here, state)
        twin = altered(here, state, seat, n)
        both = set(options(here, twin, seat)) & set(options(here, state, seat))
        for command in sorted(both, key=str)[::9]:
            assert told(here, twin, command) == told(here, state, command), str(command)


def told(here: Book, state: State, command: Command) -> Preview:
    """A preview without derived numbers: they count from what is shown, which may rest on what is hidden."""
    found = preview(here, state, command)

    def kept(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        stats = here.scenario.stats
        return tuple(r for r in ranges if stats[r.path.rpartition(".")[2]].formula is None)

    branches = (attrs.evolve(b, changes=kept(b.changes)) for b in found.branches)
    return attrs.evolve(found, sure=kept(found.sure), branches=tuple(branches))


@pytest.mark.parametrize("world", WORLDS)
def test_a_preview_counts_from_what_is_shown(world: str) -> None:
    here = book(world)
    for state in few(world, 6):
        seat = asked(here, state)
        seen = view(here, state, seat).members
        figures = {f.path: f for member in seen for f in member.figures.values() if f.known}
        for command in options(here, state, seat)[::9]:
            for row in preview(here, state, command).sure:
                assert row.path not in figures or figures[row.path].value == row.before, row


@pytest.mark.parametrize("kind", ["greedy", "planner"])
@pytest.mark.parametrize("world", WORLDS)
def test_another_truth_makes_no_other_choice(world: str, kind: str) -> None:
    here = book(world)
    for n, state in enumerate(few(world, 10)):
        seat = asked(here, state)
        twin = altered(here, state, seat, n)
        chosen = [choose(make(kind, here, seat, n), truth) for truth in (state, twin)]
        assert chosen[0] == chosen[1]


# ── what a View holds ───────────────────────────────────────────────


def check(here: Book, state: State, seat: str, seen: View) -> None:
    hidden = unknown(here, state, seat)
    for thing in walk(seen):
        if isinstance(thing, Figure):
            if thing.path in hidden:
                assert not thing.known, thing.path
            if not thing.known:
                assert (thing.value, thing.shown, thing.change, thing.trend, thing.word) == (
                    0,
                    "?",
                    0,
                    (),
                    "",
                )
        elif isinstance(thing, Event):
            assert thing.path not in hidden, thing
            assert not {path for path, _ in thing.reads} & set(hidden), thing
            check_secret(here, seat, thing)


def check_secret(here: Book, seat: str, event: Event) -> None:
    """Nobody else reads who did what is secret."""
    for address in (event.cause.thing, event.text):
        kind, _, rest = address.partition(".")
        things: Mapping[str, Any] = {
            "verb": here.scenario.verbs,
            "incident": here.scenario.incidents,
        }.get(kind, {})
        thing = things.get(rest.split(".")[0])
        if thing is not None and thing.secret:
            assert event.by in (seat, ""), event


@pytest.mark.parametrize("world", WORLDS)
def test_no_view_holds_what_its_seat_may_not_know(world: str) -> None:
    here, events, read = book(world), [], 0
    for n, (_, _, done) in enumerate(play(here, 2, turns=7)):
        events += done.events
        state = done.state
        if n % 23:
            continue
        recent = [e for e in events if e.turn >= state.turn - 1]
        for seat in seats(here):
            seen = view(here, state, seat, recent)
            read += len(seen.news)
            check(here, state, seat, seen)
    assert read > 100


def test_a_belief_veils_the_past_where_rules_ask_for_it() -> None:
    here = book("hansa")
    assert here.asks_the_past
    for state in moments("hansa"):
        seat = asked(here, state)
        hidden = unknown(here, state, seat)
        belief = believe(Draft(here, state, log=False), here.layout.index[seat])
        for past in belief.past:
            assert all(past[slot] == here.opening[slot] for slot in hidden.values())
