"""What can be chosen, told line by line."""

from __future__ import annotations

from attrs import evolve
from tests.hansa import begin, hansa

from csto_game.model.refusal import Refusal
from csto_game.model.view import Ballot, MotionRow
from csto_game.text.choices import bill_line, motion_lines


def bill(**more: object) -> MotionRow:
    return evolve(begin(None).view("LUB").bills[0], **more)


def test_a_motion_that_cannot_be_tabled_is_called_by_its_name_in_the_reason() -> None:
    row = bill(refusal=Refusal("already_tabled", (("thing", "motion.two_words"),)), name="Hunt")
    assert "“Hunt” lies on the table already." in bill_line(row)


def test_who_has_voted_neither_way_has_abstained() -> None:
    votes = tuple(
        Ballot(code, code, 0, cast, cast) for code, cast in (("LUB", "yes"), ("HAM", "abstain"))
    )
    told = motion_lines(hansa().scenario, bill(ballots=votes))
    assert told[-2:] == ["  LUB: has voted yes.", "  HAM: has abstained."]
