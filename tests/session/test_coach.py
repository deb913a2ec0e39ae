"""The coach: one step at a time, each done for good, each for the person it is told to."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from csto_game import places
from csto_game.model.view import StepRow, View
from csto_game.session.bookmarks import MOST, Bookmark, Bookmarks, game_key
from csto_game.session.coach import Coach
from csto_game.session.match import Match
from csto_game.session.worlds import open_world

STEPS = (
    StepRow("page", "Look.", looked="member", chapter="first"),
    StepRow("act", "Act.", done=False, chapter="first"),
    StepRow("undo", "Take it back.", done=True, chapter="first"),
    StepRow("end", "End.", points_at="end", chapter="first"),
)


def a_view() -> View:
    book = open_world("tutorial", (Path(places.scenarios()),)).book
    return evolve(Match.new(book, {"ARM": "human"}, 1, folder=None).view("ARM"), steps=STEPS)


def done(view: View, **now: bool) -> View:
    steps = tuple(evolve(step, done=now.get(step.id, step.done)) for step in view.steps)
    return evolve(view, steps=steps)


def in_chapter(view: View, id: str) -> View:
    return evolve(view, steps=tuple(evolve(step, chapter=id) for step in view.steps))


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
    coach.watch(in_chapter(view, "another"))
    assert present(coach) == "page"
    coach.look("member")
    coach.watch(evolve(in_chapter(view, "another"), seat="KGZ"))
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


def test_a_chapter_by_another_name_is_the_same_chapter() -> None:
    coach, view = Coach(), a_view()
    coach.watch(view)
    coach.look("member")
    coach.watch(evolve(view, chapter=("Ten hours, in another language", "")))
    assert present(coach) == "act"


def test_a_game_taken_up_again_goes_on_at_the_step_where_it_stood(tmp_path: Path) -> None:
    file, view = tmp_path / "settings" / "lessons_read", a_view()
    coach = Coach(game="0123456789ab", marks=Bookmarks(file))
    coach.watch(view)
    coach.look("ledger")
    coach.look("member")
    assert present(coach) == "act"
    again = Coach(game="0123456789ab", marks=Bookmarks(file))
    again.watch(view)
    assert present(again) == "act"
    again.watch(evolve(view, steps=(evolve(STEPS[1], looked="ledger"), STEPS[3])))
    assert present(again) == "end", "the screens that were open are remembered, too"
    other = Coach(game="ffffffffffff", marks=Bookmarks(file))
    other.watch(view)
    assert present(other) == "page", "another game has its own place"
    later = Coach(game="0123456789ab", marks=Bookmarks(file))
    later.watch(in_chapter(view, "second"))
    assert present(later) == "page", "another chapter begins at its beginning"


def test_a_lesson_that_was_done_with_stays_so(tmp_path: Path) -> None:
    file, view = tmp_path / "lessons_read", a_view()
    coach = Coach(game="0123456789ab", marks=Bookmarks(file))
    coach.watch(view)
    for _ in STEPS:
        coach.skip()
    again = Coach(game="0123456789ab", marks=Bookmarks(file))
    again.watch(view)
    assert again.lesson is None


def test_a_step_that_is_no_more_begins_the_chapter_anew(tmp_path: Path) -> None:
    file, view = tmp_path / "lessons_read", a_view()
    Bookmarks(file).put("0123456789ab", view.seat, Bookmark("first", "gone"))
    coach = Coach(game="0123456789ab", marks=Bookmarks(file))
    coach.watch(view)
    assert present(coach) == "page"


def test_bookmarks_are_few_tolerant_and_can_be_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "lessons_read"
    file.write_bytes(b"rubbish\n\xff\xfe")
    marks = Bookmarks(file)
    assert marks.of("000000000000", "ARM") is None
    for number in range(MOST + 5):
        marks.put(f"{number:012x}", "ARM", Bookmark("first", "act"))
    assert len(file.read_text("utf-8").splitlines()) == MOST
    again = Bookmarks(file)
    assert again.of("000000000000", "ARM") is None, "the oldest went"
    assert again.of(f"{MOST:012x}", "ARM") == Bookmark("first", "act")
    again.forget(f"{MOST:012x}")
    assert Bookmarks(file).of(f"{MOST:012x}", "ARM") is None
    unwritable = Bookmarks(tmp_path / "lessons_read" / "no folder")
    unwritable.put("000000000000", "ARM", Bookmark("first", "act"))
    assert unwritable.of("000000000000", "ARM") == Bookmark("first", "act"), (
        "while the program runs"
    )


def test_a_game_is_known_by_what_it_is_not_by_its_name() -> None:
    book = open_world("tutorial", (Path(places.scenarios()),)).book
    one, two = (Match.new(book, {"ARM": "human"}, seed, folder=None).header for seed in (1, 2))
    assert game_key(one) == game_key(evolve(one, version="9.9.9", touched=("reload",)))
    assert len({game_key(one), game_key(two), game_key(evolve(one, parent="tutorial 3"))}) == 3
