"""One line in the report for what belongs together, and who stood where."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.hansa import hansa

from csto_game.model.event import Cause, Event
from csto_game.text.events import event_sentence
from csto_game.text.gathered import folded, sentence_among

SCENARIO = hansa().scenario
CRISIS = next(iter(SCENARIO.crises))
RUNGS = [f"crisis.{CRISIS}.rung.{id}" for id in SCENARIO.crises[CRISIS].rungs]
MOTION = next(id for id, one in SCENARIO.motions.items() if "{" not in one.name)


def event(kind: str, text: str, by: str = "LUB", to: str = "HAM") -> Event:
    thing = text.rpartition(" ")[2].partition(".option.")[0]
    return Event(kind, 2, "resolve", Cause(thing), by=by, to=to, text=text)


def step(kind: str, rung: int, by: str = "LUB") -> Event:
    return event(kind, RUNGS[rung], by)


@pytest.mark.parametrize(
    "moves, kept",
    [
        ([("raised", 1), ("raised", 2)], [("raised", 2)]),
        ([("raised", 2), ("lowered", 1), ("lowered", 0)], [("lowered", 0)]),
        ([("raised", 2), ("raised", 2), ("lowered", 1)], [("raised", 1)]),
        ([("raised", 2), ("lowered", 1)], [("lowered", 1)]),
    ],
)
def test_a_crisis_is_told_by_where_it_came_to(
    moves: list[tuple[str, int]], kept: list[tuple[str, int]]
) -> None:
    found = folded([step(kind, rung) for kind, rung in moves])
    assert [(one.kind, one.text) for one in found] == [(kind, RUNGS[rung]) for kind, rung in kept]


def test_what_begins_or_ends_is_told_by_that() -> None:
    whole = f"crisis.{CRISIS}"
    begun = [event("opened", whole), step("raised", 1)]
    assert [one.kind for one in folded(begun)] == ["opened"]
    assert [one.kind for one in folded([*begun, step("raised", 2)])] == ["opened", "raised"]
    over = [step("lowered", 1), step("lowered", 0), event("closed", whole)]
    assert [one.kind for one in folded(over)] == ["closed"]
    again = [*over, *begun]
    assert [one.kind for one in folded(again)] == ["closed", "opened"]


def test_crises_of_others_are_kept_apart() -> None:
    two = [step("raised", 1), step("raised", 1, by="BRU"), step("raised", 2)]
    assert [(one.by, one.text) for one in folded(two)] == [("LUB", RUNGS[2]), ("BRU", RUNGS[1])]


def test_like_answers_are_one_line_that_names_all() -> None:
    card, option = next(
        (id, next(iter(one.options))) for id, one in SCENARIO.incidents.items()
        if one.options and "{" not in one.name
    )  # fmt: skip
    text = f"incident.{card}.option.{option}"
    events = [event("answered", text, by, "") for by in ("LUB", "HAM")]
    (only,) = folded(events)
    told = sentence_among(SCENARIO, only, events)
    assert told.startswith("Lübeck and Hamburg answer “")
    alone = sentence_among(SCENARIO, only, events[:1])
    assert alone == event_sentence(SCENARIO, events[0])


def test_all_that_an_actor_did_is_one_line() -> None:
    one, other = [id for id, it in SCENARIO.verbs.items() if "{" not in it.name][:2]
    twice = [event("used", f"verb.{one}", to="")] * 2
    events = [
        *twice,
        event("used", f"verb.{other}", to=""),
        event("used", f"verb.{one}", "HAM", ""),
    ]
    lines = [sentence_among(SCENARIO, only, events) for only in folded(events)]
    names = SCENARIO.verbs[one].name, SCENARIO.verbs[other].name
    assert lines == [f"Lübeck: {names[0]} ×2; {names[1]}.", f"Hamburg: {names[0]}."]


def test_votes_are_told_with_their_motion_by_those_who_did_not_want_it() -> None:
    votes = [
        event("voted", f"{word} motion.{MOTION}", by)
        for word, by in (("yes", "LUB"), ("no", "HAM"), ("abstain", "BRU"))
    ]
    passed = event("passed", f"motion.{MOTION}")
    assert folded([*votes, passed]) == [passed]
    told = sentence_among(SCENARIO, passed, [*votes, passed])
    assert told.endswith("Against: Hamburg. Abstained: Bruges.")
    assert "Lübeck" not in told.partition(".")[2]
    other = evolve(votes[1], text="no motion.another")
    assert "Hamburg" not in sentence_among(SCENARIO, passed, [other, passed])


def test_a_deed_gives_way_to_what_came_of_it() -> None:
    verb, way = next(
        (id, next(iter(one.outcomes))) for id, one in SCENARIO.verbs.items() if one.outcomes
    )
    used, other = event("used", f"verb.{verb}"), event("used", f"verb.{verb}", "HAM", "LUB")
    came = event("outcome", f"verb.{verb}.outcome.{way}")
    assert folded([used, came, other]) == [came, other]


def test_a_motion_that_was_voted_on_is_not_told_to_have_been_tabled() -> None:
    tabled, waiting = event("tabled", f"motion.{MOTION}"), event("tabled", "motion.other")
    passed = event("passed", f"motion.{MOTION}")
    assert folded([tabled, waiting, passed]) == [waiting, passed]
