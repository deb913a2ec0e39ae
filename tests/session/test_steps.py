"""Old steps take little room, and nobody can tell."""

from __future__ import annotations

import sys

import pytest
from tests.hansa import begin, hansa, play_on

from csto_game.model.state import State
from csto_game.rules import Step, fingerprint
from csto_game.session.match import Match
from csto_game.session.replay import load
from csto_game.session.steps import BLOCK, WHOLE, Steps, kept


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """The steps of a whole game, as a list of whole ones."""
    match = begin(tmp_path_factory.mktemp("saves"))
    play_on(match)
    assert match.path
    return list(load(match.path, lambda _: hansa()).table.log.steps)


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
    assert len(plain) > 3 * BLOCK
    same(settled, plain)
    same([settled[place] for place in range(len(plain) - 1, -1, -1)], plain[::-1])
    same(settled[-5:], plain[-5:])
    same([settled[-1]], plain[-1:])
    same(reversed(settled), plain[::-1])
    with pytest.raises(IndexError):
        settled[len(plain)]
    with pytest.raises(IndexError):
        settled[-len(plain) - 1]


def test_old_steps_are_thin_but_the_last_and_the_openings_of_turns_are_not(
    plain: list[Step], settled: Steps
) -> None:
    thin = [not one.state.values for one in settled.told()]
    assert sum(thin) > len(plain) // 3
    assert not any(thin[-WHOLE:])
    turns = [one.state.turn for one in plain]
    assert [one.state.turn for one in settled.told()] == turns
    assert not any(thin[turns.index(turn)] for turn in set(turns))
    assert _room(settled) < _room(kept(plain)) / 2


def _room(steps: Steps) -> int:
    numbers = [one for one in steps._states if isinstance(one, State)]
    return sum(sys.getsizeof(one.values) for one in numbers)


@pytest.mark.parametrize("length", [0, 1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 7, 10_000])
def test_cut_and_gone_on_with(length: int, plain: list[Step], settled: Steps) -> None:
    left = min(length, len(plain))
    start = settled[:length]
    settled.cut(left)
    for steps in (settled, kept(start)):
        same(steps, plain[:left])
        for step in plain[left:]:
            steps.append(step)
            steps.settle()
        same(steps, plain)


def test_a_game_that_is_played_settles(tmp_path_factory: pytest.TempPathFactory) -> None:
    match: Match = begin(tmp_path_factory.mktemp("saves"))
    play_on(match)
    assert any(not one.state.values for one in match.table.log.steps.told())
    assert match.path
    again = load(match.path, lambda _: hansa()).table
    assert fingerprint(again.state) == fingerprint(match.table.state)
    same(match.table.log.steps, list(again.log.steps))
