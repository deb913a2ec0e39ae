"""What a preview says of rolls, outcomes, picks, later changes and things that would begin."""

from __future__ import annotations

from tests.rules.tiny import Game, verb

from csto_game.model.view import Preview
from csto_game.rules import preview
from csto_game.rules.imagining import falls


def seen(text: str, words: str = "go", *, seed: int = 1) -> Preview:
    game = Game(text, seed=seed)
    return preview(game.book, game.state, game.command(f"AAA: {words}"))


def ends(found: Preview) -> dict[str, tuple[int, int, int]]:
    return {r.path: (r.before, r.low, r.high) for r in found.sure}


def test_what_is_sure_is_a_number() -> None:
    found = seen(
        verb('self.coin + 5 because "{self.name} saves"\nworld.oil - 1', more="cost = { heat = 2 }")
    )
    assert ends(found) == {
        "AAA.coin": (50, 55, 55),
        "AAA.heat": (10, 8, 8),
        "world.oil": (40, 39, 39),
        "AAA.wealth": (45, 48, 48),  # derived: 55 / 2 is 28 when rounded
    }
    assert found.sure[0].path.startswith("AAA.")
    assert next(r for r in found.sure if r.path == "AAA.coin").because == ("Alfa saves",)
    assert (found.name, found.cost) == ("Go", (("heat", 2),))


def test_a_roll_is_a_range() -> None:
    found = seen(verb("self.coin + roll(1, 6)\nBBB.coin - roll(1, 6)"))
    assert ends(found)["AAA.coin"] == (50, 51, 56)
    assert ends(found)["BBB.coin"] == (50, 44, 49)


def test_rolls_against_each_other_are_seen_through() -> None:
    found = ends(seen(verb("self.coin + roll(0, 9) - roll(0, 9)")))
    assert found["AAA.coin"] == (50, 41, 59)
    found = ends(seen(verb("self.heat + abs(roll(0, 6) - 3)")))
    assert found["AAA.heat"] == (10, 10, 13)


def test_a_roll_that_tips_a_condition_is_seen_through() -> None:
    found = ends(seen(verb("self.coin + roll(0, 6)\nself.heat + 20 if self.coin = 53")))
    assert found["AAA.heat"] == (10, 10, 30)


def test_many_rolls_are_tried_at_their_ends() -> None:
    found = ends(
        seen(verb("self.coin = 50\n" + "self.coin + roll(0, 2)\n" * 9 + "self.coin - roll(0, 2)"))
    )
    assert found["AAA.coin"][1] <= 50
    assert found["AAA.coin"][2] >= 66
    assert len(falls([(0, 1)] * 6)) == 64
    assert falls([(0, 90), (1, 2)]) == [(0, 1), (0, 2), (90, 1), (90, 2)]
    assert len(falls([(0, 1)] * 40)) == 2


CHANCE = """
[verb.dare]
by = "country"
name = "Dare"
do = "self.coin + 1"
[verb.dare.outcome.good]
weight = 3
text = "Well done, {self.name}."
do = "self.heat + roll(1, 6)"
[verb.dare.outcome.bad]
weight = 1
do = "self.heat - 1"
[verb.dare.outcome.dark]
weight = 4
do = "self.heat = 99"
hidden = true
"""


def test_outcomes_are_listed_with_chances_and_ranges() -> None:
    found = seen(CHANCE, "dare")
    assert ends(found) == {"AAA.coin": (50, 51, 51), "AAA.wealth": (45, 46, 46)}
    good, bad, dark = found.branches
    assert [(b.name, b.chance, b.hidden) for b in found.branches] == [
        ("good", 38, False),
        ("bad", 13, False),
        ("dark", 50, True),
    ]
    assert [(r.path, r.before, r.low, r.high) for r in good.changes] == [("AAA.heat", 10, 11, 16)]
    assert good.text == "Well done, Alfa."
    assert [(r.path, r.low, r.high) for r in bad.changes] == [("AAA.heat", 9, 9)]
    assert (dark.changes, dark.text) == ((), "")


def test_outcomes_after_a_roll_stand_on_every_fall_of_it() -> None:
    text = CHANCE.replace('do = "self.coin + 1"', 'do = "self.heat + roll(0, 4)"')
    bad = seen(text, "dare").branches[1]
    assert [(r.path, r.low, r.high) for r in bad.changes] == [("AAA.heat", 9, 13)]


def test_who_is_picked_by_chance_is_not_told() -> None:
    text = (
        '[incident.guest]\nby = "country"\ntarget = "other"\nweight = 0\nname = "G"\ntext = "G"\n'
        'do = "target.coin - 10"\n[incident.guest.option.yes]\nname = "Yes"\n'
    )
    found = seen(text + verb("start incident.guest"))
    assert ends(found)["BBB.coin"] == (50, 40, 50)
    assert ends(found)["CCC.coin"] == (50, 40, 50)
    assert not [note for note in found.notes if note.startswith("dealt")]
    sure = seen(text + verb("start incident.guest for BBB to CCC"))
    assert "dealt BBB CCC incident.guest" in sure.notes


def test_what_comes_later_is_a_small_calendar() -> None:
    found = seen(verb('self.coin + self.heat in 2 lasting 3 because "it ripens"'))
    assert [(d.turn, d.left, d.path, d.amount, d.because) for d in found.later] == [
        (3, 3, "AAA.coin", 10, "it ripens")
    ]
    assert not found.sure


def test_what_comes_later_a_second_time_is_told_a_second_time() -> None:
    game = Game(verb('self.coin + 4 in 2 lasting 3 because "it ripens"'))
    command = game.command("AAA: go")
    first = preview(game.book, game.state, command).later
    again = preview(game.book, game.do("AAA: go").state, command).later
    assert first == again
    assert len(again) == 1


def test_what_a_seat_may_not_know_is_left_out() -> None:
    text = verb("BBB.plan + 5\nself.plan + 1\nself.coin + BBB.plan")
    game = Game(text + verb("BBB.plan = 30", id="hide")).do("AAA: hide")
    found = ends(preview(game.book, game.state, game.command("AAA: go")))
    # BBB.plan was 0 in public: that is what AAA reckons with.
    assert found["AAA.plan"] == (0, 1, 1)
    assert found["AAA.coin"] == (50, 55, 55)
    assert "BBB.plan" not in found


def test_warnings_and_refusals_are_shown() -> None:
    text = verb("self.coin + 1", more='warn = "Think."\nwhen = "world.oil = 41"')
    found = seen(text)
    assert found.refusal is not None
    assert (found.refusal.code, found.sure) == ("condition", ())
    assert seen(verb("self.coin + 1", more='warn = "Think."')).warn == "Think."
