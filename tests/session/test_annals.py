"""The past as one seat knew it: true, complete, and without what it may not know."""

from __future__ import annotations

import pytest
from tests.hansa import begin, play_on

from csto_game.session.annals import Annalist, Annals
from csto_game.session.annals.words import retell
from csto_game.session.match import Match
from csto_game.session.numbers import find, value


@pytest.fixture(scope="module")
def match() -> Match:
    match = begin(None)
    play_on(match, turns=5)
    return match


@pytest.fixture(scope="module")
def annals(match: Match) -> Annals:
    return Annalist(match.table, "LUB").annals()


def test_there_is_a_glimpse_for_every_turn_and_the_last_is_now(
    match: Match, annals: Annals
) -> None:
    assert [moment.turn for moment in annals.moments] == list(range(1, match.turn + 1))
    view = match.view("LUB")
    last = annals.moments[-1]
    for member in view.members:
        for figure in member.figures.values():
            if figure.known and figure.path in last.values:
                assert last.values[figure.path] == figure.value, figure.path
        assert last.shares[member.code] == member.lean.shares
    assert view.score is not None
    assert last.points == view.score.points


def test_numbers_are_those_of_the_log(match: Match, annals: Annals) -> None:
    for moment in annals.moments[:-1]:
        state = match.table.log.opening(moment.turn)
        assert state is not None
        for path in ("LUB.silver", "alliance.standing", "world.gales"):
            assert moment.values[path] == value(match.book, state, find(match.book, path))


def test_what_a_seat_may_not_know_is_nowhere(match: Match, annals: Annals) -> None:
    hidden = {
        figure.path
        for member in match.view("LUB").members
        for figure in member.figures.values()
        if not figure.known
    }
    assert hidden
    for moment in annals.moments:
        assert not hidden & set(moment.values)
    assert not hidden & set(annals.moves)


def test_moves_of_a_kept_number_add_up_to_its_course(annals: Annals) -> None:
    for path in ("LUB.silver", "HAM.silver"):
        course = annals.course(path)
        moves = {move.turn: move.amount for move in annals.moves[path]}
        for turn in range(2, len(course) + 1):
            assert (course[turn - 1] or 0) - (course[turn - 2] or 0) == moves.get(turn, 0)


def test_votes_are_those_that_were_cast(match: Match, annals: Annals) -> None:
    settled = [
        event
        for turn in range(match.turn + 1)
        for event in match.events(turn)
        if event.kind in ("passed", "failed")
    ]
    voted = [e for turn in range(match.turn + 1) for e in match.events(turn) if e.kind == "voted"]
    assert voted
    assert sum(len(poll.casts) for poll in annals.polls) == len(voted)
    assert len(annals.polls) <= len(settled)
    for poll in annals.polls:
        assert len({code for code, _ in poll.casts}) == len(poll.casts)


def test_reading_again_after_a_turn_has_the_old_glimpses(match: Match) -> None:
    reader = Annalist(match.table, "LUB")
    one, other = reader.annals(), reader.annals()
    assert all(a is b for a, b in zip(one.moments, other.moments, strict=True))


@pytest.mark.parametrize(
    "picture", ["trend", "countries", "leanings", "triangle", "votes", "goal", "crises"]
)
def test_every_picture_has_its_lines(match: Match, annals: Annals, picture: str) -> None:
    lines = retell(match.book.scenario, annals, picture, "LUB", "silver")
    assert lines
    assert all("{" not in line and len(line) > 8 for line in lines)


def test_lines_of_a_number_name_its_values(match: Match, annals: Annals) -> None:
    line = " ".join(retell(match.book.scenario, annals, "trend", "LUB", "silver"))
    for amount in annals.course("LUB.silver"):
        assert amount is not None
        assert f"{amount / 10:.1f}" in line
