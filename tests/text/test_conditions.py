"""Conditions in a player's words: no rule language where there are plain words."""

from __future__ import annotations

from functools import partial

import pytest
from tests.hansa import hansa

from csto_game.model.refusal import Refusal
from csto_game.model.tree import (
    Call,
    Const,
    Fold,
    HasFlag,
    Not,
    Op,
    Read,
    Scoped,
    Tally,
    Value,
    Who,
)
from csto_game.session.reasons import explain
from csto_game.session.written import written
from csto_game.text.conditions import condition_words

ME, OTHER = Scoped("self"), Scoped("target")
SILVER = Read("silver", "number", OTHER)
POOR = Op("<", SILVER, Const(15), "yes")


def words(rule: Value | Who, to: str = "HAM") -> str:
    scenario = hansa().scenario
    return condition_words(scenario, rule, partial(written, scenario), "LUB", to)


@pytest.mark.parametrize(
    "rule, told",
    [
        (POOR, "Hamburg's silver below 1.5 marks"),
        (Not(POOR), "Hamburg's silver at least 1.5 marks"),
        (
            Op(">=", Read("silver", "number", ME), Const(20), "yes"),
            "your silver at least 2.0 marks",
        ),
        (Not(Tally("running", "promise.grain", ME, OTHER)), "no such promise running"),
        (Op("!=", OTHER, ME, "yes"), "aimed at somebody else"),
        (HasFlag("blood", "actor", ME), "you: “blood”"),
        (
            Op("<", Call("position", (Read("temper", "choice:temper", OTHER),)), Const(3), "yes"),
            "Hamburg's temper of the council below reckless",
        ),
        (Who(noun="member", where=POOR), "a member, Hamburg's silver below 1.5 marks"),
    ],
)
def test_simple_condition_is_said_in_words(rule: Value | Who, told: str) -> None:
    assert words(rule) == told


def test_several_are_joined_by_commas() -> None:
    both = Op("and", POOR, Not(Tally("running", "promise.grain", ME, OTHER)), "yes")
    assert words(both) == "Hamburg's silver below 1.5 marks, no such promise running"


def test_target_that_is_not_known_is_the_other_side() -> None:
    assert words(POOR, to="") == "the other side's silver below 1.5 marks"


def test_what_has_no_words_stands_in_brackets_as_written() -> None:
    any_poor = Fold("count", "member", None, None, "number")
    rule = Op("and", POOR, Op(">", any_poor, Const(2), "yes"), "yes")
    assert words(rule) == (
        "Hamburg's silver below 1.5 marks, (as the rules have it: count(member) > 2)"
    )


def test_refusal_says_the_condition_in_words() -> None:
    book = hansa()
    for id, verb in book.scenario.verbs.items():
        if verb.when is not None:
            state = None
            refusal = Refusal("condition", (("thing", f"verb.{id}"),))
            sentence = explain(book, state, refusal, "LUB")  # type: ignore[arg-type]
            assert "self." not in sentence or "as the rules have it" in sentence
