"""The coach: one step at a time, each done for good, each for the person it is told to."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from csto_game import places
from csto_game.model.view import StepRow, View
from csto_game.session.coach import Coach
from csto_game.session.match import Match
from csto_game.session.worlds import open_world

STEPS = (
    StepRow("page", "Look.", looked="member"),
    StepRow("act", "Act.", done=False),
    StepRow("undo", "Take it back.", done=True),
    StepRow("end", "End.", points_at="end"),
)


def a_view() -> View:
    book = open_world("tutorial", (Path(places.scenarios()),)).book
    return evolve(Match.new(book, {"ARM": "human"}, 1, folder=None).view("ARM"), steps=STEPS)


def done(view: View, **now: bool) -> View:
    steps = tuple(evolve(step, done=now.get(step.id, step.done)) for step in view.steps)
    return evolve(view, steps=steps)


def present(coach: Coach) -> str:
    return coach.lesson.step.id if coach.lesson else ""


def test_a_condition_counts_when_its_step_has_come() -> None:
    coach, view = Coach(), a_view()
    coach.watch(view)
    assert (present(coach), coach.lesson.number if coach.lesson else 0) == ("page", 1)
    coach.look("council")
    assert present(coach) == "page"
    coach.look("member")
    assert present(coach) == "act"
    coach.watch(done(view, act=True, undo=False))
    assert present(coach) == "undo", "it held before, too, but was not asked for yet"
    coach.watch(done(view, act=False, undo=True))
    assert present(coach) == "end", "what was done once stays done"


def test_a_screen_that_was_open_before_need_not_be_opened_again() -> None:
    coach, view = Coach(), a_view()
    coach.watch(evolve(view, steps=view.steps[::-1]))
    coach.look("member")
    coach.skip()
    coach.watch(evolve(view, steps=view.steps[::-1]))
    coach.skip()
    assert present(coach) == ""


def test_a_new_chapter_or_another_seat_begins_anew() -> None:
    coach, view = Coach(), a_view()
    coach.watch(view)
    coach.look("member")
    coach.watch(evolve(view, chapter=("Another", "")))
    assert present(coach) == "page"
    coach.look("member")
    coach.watch(evolve(view, chapter=("Another", ""), seat="KGZ"))
    assert present(coach) == "page", "what one person looked at, another has not"


def test_nothing_left_is_nothing_said() -> None:
    coach, view = Coach(), a_view()
    coach.watch(view)
    for _ in range(9):
        coach.skip()
    assert coach.lesson is None
    coach = Coach(is_on=False)
    coach.watch(view)
    assert coach.lesson is None
    coach.watch(evolve(view, steps=()))
    coach.is_on = True
    assert coach.lesson is None
