"""Old steps take little room, and nobody can tell."""

from __future__ import annotations

import pickle

import pytest
from attrs import evolve
from tests.hansa import begin, hansa, play_on

from csto_game.rules import Step, fingerprint
from csto_game.session import steps
from csto_game.session.match import Match
from csto_game.session.replay import load
from csto_game.session.steps import WHOLE, Steps, kept


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """The steps of a whole game, as a list of whole ones."""
    match = begin(tmp_path_factory.mktemp("saves"))
    play_on(match)
    assert match.path
    return list(load(match.path, lambda _: hansa()).table.log.steps)


@pytest.fixture(autouse=True)
def strides(monkeypatch: pytest.MonkeyPatch) -> None:
    """The game is short; so are the stretches that count from one opening."""
    monkeypatch.setattr(steps, "STRIDE", 3)


@pytest.fixture
def settled(plain: list[Step]) -> Steps:
    made = kept(plain)
    made.settle(999)
    return made


def same(some: object, others: list[Step]) -> None:
    found = list(some)  # type: ignore[call-overload]  # any sequence
    assert [one.events for one in found] == [one.events for one in others]
    for one, other in zip(found, others, strict=True):
        assert one.state == other.state
        assert list(one.state.tally) == list(other.state.tally)
        assert fingerprint(one.state) == fingerprint(other.state)


def test_all_is_there_in_any_order(plain: list[Step], settled: Steps) -> None:
    assert plain[-1].state.turn > steps.STRIDE + WHOLE
    same(settled, plain)
    same([settled[place] for place in range(len(plain) - 1, -1, -1)], plain[::-1])
    same(settled[-5:], plain[-5:])
    same([settled[-1]], plain[-1:])
    same(reversed(settled), plain[::-1])
    with pytest.raises(IndexError):
        settled[len(plain)]
    with pytest.raises(IndexError):
        settled[-len(plain) - 1]


def test_turns_that_are_over_take_little_room(plain: list[Step], settled: Steps) -> None:
    assert list(settled.turns) == [one.state.turn for one in plain]
    left = {one.state.turn for one in settled._store.new}
    assert left == set(range(plain[-1].state.turn - WHOLE + 1, plain[-1].state.turn + 1))
    assert len(pickle.dumps(settled._store.old)) < len(pickle.dumps(plain)) / 3


def test_openings_and_events_are_those_of_the_steps(plain: list[Step], settled: Steps) -> None:
    first = {one.state.turn: one.state for one in reversed(plain)}
    assert {one.turn: one for one in settled.openings()} == first
    planned = {turn: tuple(numbers) for turn, numbers in settled.numbers()}
    assert planned == {turn: one.past[-1] for turn, one in first.items()}
    assert {turn: settled.opening(turn) for turn in first} == first
    assert settled.opening(0) is settled.opening(999) is None
    for place in (*range(len(plain)), 0, len(plain) // 2):
        assert settled.events(place) == plain[place].events


def test_a_world_read_anew_in_play_is_kept_as_it_was(plain: list[Step]) -> None:
    strange = [
        evolve(one, state=evolve(one.state, values=(*one.state.values, 7)))
        if place % 3
        else evolve(one, state=evolve(one.state, tally={}))
        for place, one in enumerate(plain)
    ]
    made = kept(strange)
    made.settle(999)
    assert made._store.old
    same(made, strange)
    same([made[place] for place in range(len(strange))], strange)


def test_numbers_of_any_size_are_kept(plain: list[Step]) -> None:
    huge = [
        evolve(one, state=evolve(one.state, values=(2**62 + place, *one.state.values[1:])))
        for place, one in enumerate(plain)
    ]
    made = kept(huge)
    made.settle(999)
    same(made, huge)


@pytest.mark.parametrize("length", [0, 1, 2, 15, 31, 32, 33, 71, 10_000])
def test_cut_and_gone_on_with(length: int, plain: list[Step], settled: Steps) -> None:
    left = min(length, len(plain))
    start = settled[:length]
    settled.cut(left)
    for again in (settled, kept(start)):
        same(again, plain[:left])
        for step in plain[left:]:
            again.append(step)
            again.settle()
        same(again, plain)


def test_a_game_that_is_played_settles(tmp_path_factory: pytest.TempPathFactory) -> None:
    match: Match = begin(tmp_path_factory.mktemp("saves"))
    play_on(match)
    assert match.table.log.steps._store.old
    assert match.path
    again = load(match.path, lambda _: hansa()).table
    assert fingerprint(again.state) == fingerprint(match.table.state)
    same(match.table.log.steps, list(again.log.steps))
