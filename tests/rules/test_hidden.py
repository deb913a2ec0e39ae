"""Small worlds in which something is secret, and what others see of it."""

from __future__ import annotations

from tests.rules.tiny import BASE, Game, verb

from csto_game.model.view import View
from csto_game.rules import view


def seen(game: Game, seat: str) -> View:
    return view(game.book, game.state, seat, game.events)


SECRET = """
[verb.whisper]
by = "member"
target = "other"
name = "Whisper"
secret = true
do = '''
target.coin - 5 because "{self.name} whispered"
target.coin - 2 in 1 lasting 3 because "{self.name} whispered"
start crisis.row for self to target
'''
[verb.whisper.outcome.heard]
weight = 1
do = "target.heat + 1"
[crisis.row]
name = "Row"
by = "member"
target = "country"
[crisis.row.rung.words]
name = "Words"
"""


def test_nobody_else_reads_who_did_what_is_secret() -> None:
    game = Game(SECRET).do("AAA: whisper BBB")
    kinds = [e.kind for e in seen(game, "AAA").news]
    assert kinds == ["used", "change", "later", "opened", "outcome", "change"]
    for other in ("BBB", "CCC"):
        assert not seen(game, other).news
        assert not seen(game, other).dues
    assert [d.path for d in seen(game, "AAA").dues] == ["BBB.coin"]


def test_what_entered_is_told_only_to_who_may_know_it() -> None:
    text = verb("world.oil + self.plan + self.heat", more="") + verb("self.plan = 7", id="hatch")
    game = Game(text).do("AAA: hatch", "AAA: go")
    told = {
        seat: next(e for e in seen(game, seat).news if e.path == "world.oil")
        for seat in ("AAA", "BBB")
    }
    assert told["AAA"].reads == (("AAA.plan", 7), ("AAA.heat", 10))
    assert told["BBB"].reads == (("AAA.heat", 10),)
    assert (told["BBB"].before, told["BBB"].after) == (40, 57)
    assert not [e for e in seen(game, "BBB").news if e.path == "AAA.plan"]
    assert [e for e in seen(game, "AAA").news if e.path == "AAA.plan"]


def test_no_text_gives_a_hidden_number_away() -> None:
    base = BASE.replace('name = "Alfa"', 'name = "Alfa"\ntext = "Plans: {AAA.plan}."')
    text = verb(
        'self.coin + 1 because "plans {self.plan}"\nself.coin + 1 in 2 because "later {self.plan}"'
    )
    game = Game(text + verb("self.plan = 7", id="hatch"), base=base).do("AAA: hatch", "AAA: go")
    mine, theirs = seen(game, "AAA"), seen(game, "BBB")
    assert mine.members[0].text == "Plans: 7."
    assert theirs.members[0].text == "Plans: 0."
    reasons = {
        seat: [e.because for e in s.news if e.path == "AAA.coin"]
        for seat, s in (("A", mine), ("B", theirs))
    }
    assert reasons["A"][0] == "plans 7"
    assert reasons["B"][0] == "plans 0"


def test_figures_are_known_or_not() -> None:
    game = Game(verb("self.plan = 7")).do("AAA: go")
    mine = seen(game, "AAA").members[0].figures["plan"]
    assert (mine.value, mine.shown, mine.known) == (7, "7", True)
    theirs = seen(game, "BBB").members[0].figures["plan"]
    assert (theirs.value, theirs.shown, theirs.known, theirs.trend, theirs.change) == (
        0,
        "?",
        False,
        (),
        0,
    )


def test_a_condition_lifts_a_veil() -> None:
    base = BASE.replace('seen = "owner"', 'seen = "viewer = self or self.heat > 50"')
    game = Game(
        verb("self.plan = 7\nself.heat = 51") + verb("self.plan = 8", id="quiet"), base=base
    )
    game.do("AAA: quiet")
    assert not seen(game, "BBB").members[0].figures["plan"].known
    game.do("AAA: go")
    assert seen(game, "BBB").members[0].figures["plan"].value == 7


def test_nobody_sees_what_nobody_may() -> None:
    base = BASE.replace('seen = "owner"', 'seen = "nobody"')
    game = Game(verb("self.plan = 7"), base=base).do("AAA: go")
    assert not seen(game, "AAA").members[0].figures["plan"].known
    assert not [e for e in seen(game, "AAA").news if e.path == "AAA.plan"]


def test_cards_are_their_holders_business() -> None:
    card = '[incident.order]\nby = "AAA"\nforced = true\nname = "O"\ntext = "O"\n'
    card += '[incident.order.option.yes]\nname = "Yes"\n'
    game = Game(card)
    assert [c.incident for c in seen(game, "AAA").cards] == ["order"]
    assert not seen(game, "BBB").cards
    assert not [e for e in seen(game, "BBB").news if e.kind == "dealt"]


def test_what_asks_nobody_and_enters_history_is_known_to_all_unless_it_is_secret() -> None:
    card = (
        '[incident.fall]\nby = "AAA"\nforced = true\nname = "F"\ntext = "F"\nhistory = "It fell."\n'
    )
    assert [e.by for e in seen(Game(card), "BBB").news if e.kind == "befell"] == ["AAA"]
    hidden = Game(card + "secret = true\n")
    assert not [e for e in seen(hidden, "BBB").news if e.kind == "befell"]
    silent = Game(card.replace('history = "It fell."\n', ""))
    assert not [e for e in seen(silent, "BBB").news if e.kind in ("befell", "dealt")]
