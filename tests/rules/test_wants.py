"""What a leader wants, as others may know it."""

from __future__ import annotations

from attrs import evolve
from tests.rules.tiny import BASE, Game, verb

from csto_game.model.view import Wants
from csto_game.rules import view
from csto_game.rules.worth import LONGEST_GRUDGE

PLAIN = BASE.replace('value = "self.coin"', "{keys}")
KEYS = '''
text = "Counts."
grudge = 50
value = """
60 * self.coin - 20 * (100 - self.heat) + 10 * self.plan - 30 * min(self.tie_own, 10) - 9 * AAA.BBB.trust
  + sum(other.unknown over other) + 4 * self.wide / 2 + 3 * world.oil - (world.oil + 7)"""
verbs = { go = 40, whisper = 90, never = 5, shout = -60, mine = 70 }
'''
STATS = """
[stat.tie_own]
owner = "country"
name = "Tie of its own"
[stat.unknown]
owner = "country"
name = "Unknown"
seen = "nobody"
[stat.wide]
owner = "country"
name = "Wide"
max = 100000
[verb.whisper]
by = "country"
name = "Whisper"
secret = true
do = "self.heat + 1"
[verb.shout]
by = "country"
target = "other"
name = "Shout at {target.name}"
do = "self.heat + 1"
[verb.never]
by = "country"
name = "Never"
do = "self.heat + 1"
[verb.mine]
by = "AAA"
name = "Mine"
do = "self.heat + 1"
[promise.word]
by = "country"
target = "country"
lasts = 12
name = "Word to {target.name}"
[role.bravo]
plays = "BBB"
name = "Bravo"
[role.bravo.objective.rich]
name = "Rich"
text = "With coin."
points = "self.coin / 2"
"""
WORLD = STATS + verb("break promise.word for self to BBB", id="break")
GIVE = WORLD + verb("start promise.word for self to BBB")
BASE_WITH = PLAIN.replace("{keys}", KEYS)


def wants(game: Game, of: str = "BBB", by: str = "AAA") -> Wants:
    seen = view(game.book, game.state, by)
    return next(one for one in seen.members if one.code == of).wants


def test_numbers_stand_in_the_order_of_what_they_may_ordinarily_come_to() -> None:
    found = wants(Game(GIVE, base=BASE_WITH)).weighs
    assert [(one.path, one.weight, one.more) for one in found] == [
        ("BBB.coin", 1000, True),
        ("BBB.heat", 333, True),
        ("BBB.plan", 166, True),
        ("AAA.BBB.trust", 150, False),
        ("BBB.tie_own", 50, False),
        ("world.oil", 33, True),
        ("BBB.wide", 0, True),
    ]
    assert [(one.owner, one.toward) for one in found][3] == ("AAA", "BBB")


def test_what_nobody_may_know_and_secret_acts_are_left_out() -> None:
    found = wants(Game(GIVE, base=BASE_WITH))
    assert "Unknown" not in [one.label for one in found.weighs]
    assert [(one.name, one.weight) for one in found.likes] == [("Shout at …", -60), ("Go", 40)]


def test_nothing_rests_on_numbers_that_are_hidden() -> None:
    game = Game(GIVE, base=BASE_WITH)
    before = wants(game)
    layout = game.book.layout
    values = list(game.state.values)
    for stat in ("plan", "unknown"):
        values[layout.find(stat, layout.index["BBB"])] = 77
    game.state = evolve(game.state, values=tuple(values))
    assert wants(game) == before


def test_of_oneself_there_are_only_the_aims_of_the_role() -> None:
    own = wants(Game(GIVE, base=BASE_WITH), by="BBB")
    assert (own.temper, own.weighs, own.likes, own.grudges) == ("", (), (), ())
    assert [(aim.name, aim.text) for aim in own.aims] == [("Rich", "With coin.")]
    assert wants(Game(GIVE, base=BASE_WITH)).aims == own.aims


def test_a_broken_word_is_borne_in_mind_as_long_as_the_character_says() -> None:
    game = Game(GIVE, base=BASE_WITH).do("AAA: go", "AAA: break")
    (grudge,) = wants(game).grudges
    most = LONGEST_GRUDGE // 2
    assert (grudge.by, grudge.promise, grudge.turns, grudge.left) == (
        "AAA",
        "Word to Bravo",
        0,
        most,
    )
    assert not wants(game, of="CCC").grudges
    game.end(most - 1)
    assert [one.left for one in wants(game).grudges] == [1]
    game.end()
    assert not wants(game).grudges
