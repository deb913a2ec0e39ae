"""Steps of a lesson in the View: asked with the seat that is taught, of what it may know."""

from __future__ import annotations

from tests.rules.test_hidden import seen
from tests.rules.tiny import Game, verb

from csto_game.rules import fingerprint

LESSON = """
[chapter.one]
name = "One"
order = 1
[chapter.one.step.page]
text = "{self.name} has {self.coin} of coin."
looked = "member"
points_at = "member"
hint = "Ask {self.name}."
[chapter.one.step.go]
text = "Go."
done = "happened(verb.go, self) >= 1"
[chapter.one.step.plot]
text = "Wait."
done = "BBB.plan >= 5"
[chapter.two]
name = "Two"
order = 2
when = "world.turn >= 2"
"""
GO = verb("self.heat + 1") + verb("self.plan = 7", id="hatch")


def done(game: Game, seat: str) -> dict[str, bool | None]:
    return {step.id: step.done for step in seen(game, seat).steps}


def test_a_step_is_asked_of_the_seat_that_looks() -> None:
    game = Game(LESSON + GO)
    page = seen(game, "BBB").steps[0]
    assert (page.text, page.hint) == ("Bravo has 50 of coin.", "Ask Bravo.")
    assert (page.done, page.looked, page.points_at) == (None, "member", "member")
    assert done(game, "AAA")["go"] is False
    game.do("AAA: go")
    assert done(game, "AAA")["go"] is True
    assert done(game, "BBB")["go"] is False


def test_a_step_does_not_tell_what_its_seat_may_not_know() -> None:
    game = Game(LESSON + GO).do("AAA: end", "BBB: hatch")
    assert done(game, "BBB")["plot"] is True
    assert done(game, "AAA")["plot"] is False


def test_a_lesson_ends_with_its_chapter_and_never_enters_the_state() -> None:
    game, bare = Game(LESSON + GO), Game(LESSON.replace("happened(verb.go, self)", "7") + GO)
    assert fingerprint(game.state) == fingerprint(bare.state)
    game.end()
    assert seen(game, "AAA").chapter[0] == "Two"
    assert seen(game, "AAA").steps == ()


def test_a_verb_of_a_later_chapter_says_so_even_when_there_is_nobody_to_aim_it_at() -> None:
    aimed = """
[verb.toast]
by = "member"
target = "other where other.heat > 90"
name = "Toast"
do = "target.heat + 1"
"""
    early = LESSON.replace("order = 1", 'order = 1\nverbs = ["go"]')
    rows = {row.id: row for row in seen(Game(early + GO + aimed), "AAA").verbs}
    assert rows["toast"].refusal is not None
    assert rows["toast"].refusal.code == "chapter"
    rows = {row.id: row for row in seen(Game(LESSON + GO + aimed), "AAA").verbs}
    assert rows["toast"].refusal is not None
    assert rows["toast"].refusal.code == "nobody"
