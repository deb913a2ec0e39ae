"""Forecast and fact: as blind as any forecast, about the right turn, made once."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.hansa import begin, play_on

from csto_game.session.hindsight import BACK, FORKS, Hindsight, Outcome
from csto_game.session.match import Match
from csto_game.session.numbers import find, value
from csto_game.session.table import Table


@pytest.fixture(scope="module")
def match() -> Match:
    match = begin(None)
    play_on(match, turns=4)
    return match


def test_turns_that_are_over_are_judged_the_last_first(match: Match) -> None:
    found = Hindsight(match.table, "LUB")
    assert found.turns() == tuple(range(match.turn - 1, max(0, match.turn - 1 - BACK), -1))
    judgement = found.judge(match.turn - 1)
    assert judgement is not None
    assert judgement.n == FORKS
    assert found.judge(match.turn) is None
    assert found.judge(match.turn - 1) is judgement


def test_facts_are_those_of_the_next_turn(match: Match) -> None:
    found = Hindsight(match.table, "LUB").judge(2)
    state = match.table.log.opening(3)
    assert found is not None
    assert state is not None
    for one in found.outcomes:
        assert one.low <= one.half <= one.high
        if "." in one.path:
            assert one.fact == value(match.book, state, find(match.book, one.path))


def test_what_came_later_does_not_change_what_was_to_be_expected(match: Match) -> None:
    steps = match.table.log.steps
    end = next(n for n, step in enumerate(steps) if step.state.turn == 3)
    short = Table(match.book, match.table.persons, steps[end].state)
    short.log.steps.extend(steps[: end + 1])
    one, other = Hindsight(match.table, "LUB").judge(2), Hindsight(short, "LUB").judge(2)
    assert one is not None
    assert one == other


def test_inside_below_and_above() -> None:
    one = Outcome("LUB.silver", 5, 4, 6, 8, 8)
    assert one.side == 0
    assert evolve(one, fact=3).side == -1
    assert evolve(one, fact=9).side == 1


def test_it_stops_when_it_is_told_to(match: Match) -> None:
    assert Hindsight(match.table, "LUB").judge(1, lambda: True) is None
