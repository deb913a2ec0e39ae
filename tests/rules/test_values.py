"""What every node of the rule language comes to, in the compiled form that games use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.tiny import Game, after, ask, book, holds, verb

from csto_game.model import tree
from csto_game.model.tree import Const, Op, Read
from csto_game.rules.code.arithmetic import LIMIT, divide, hold, mean, root

# AAA: coin 50, heat 10, trust of BBB 50, tie to PPP 20; world.oil 40; members AAA BBB CCC.
NUMBERS = {
    "self.coin": 50,
    "AAA.coin - CCC.heat": 40,
    "-self.coin + 1": -49,
    "self.coin / 4": 13,
    "-self.coin / 4": -13,
    "(0 - self.coin) / 4": -13,
    "(0 - self.coin) / (0 - 4)": 13,
    "self.coin / (self.heat - 10)": 0,
    "self.coin / (self.heat - 14)": -13,
    "self.heat * self.coin": 500,
    "self.coin - self.heat - 5": 35,
    "100 / self.heat / 3": 3,
    "min(self.coin, self.heat)": 10,
    "max(self.coin, self.heat)": 50,
    "min(self.coin, self.heat, 3)": 3,
    "max(self.coin, self.heat, 73, 72)": 73,
    "abs(self.heat - self.coin)": 40,
    "clamp(self.coin, 0, 20)": 20,
    "clamp(self.heat, 20, 30)": 20,
    "clamp(self.coin, 20, 70)": 50,
    "root(self.coin)": 7,
    "position(self.mood)": 1,
    "position(self.mood) * 10 + position(CCC.membership)": 11,
    "position(self.lord.mood)": 0,
    "root(self.heat - self.coin)": 0,
    "self.BBB.trust": 50,
    "self.PPP.tie + PPP.greed + world.oil + alliance.unity": 150,
    "self.wealth": 45,
    "count(member)": 3,
    "count(country)": 4,
    "count(outsider)": 1,
    "count(power)": 2,
    "count(other)": 2,
    "count(member where member.coin > 50)": 0,
    "count(member where member = self or member = BBB)": 2,
    "sum(member.coin over member)": 150,
    "sum(country.coin over country where country != DDD)": 150,
    "sum(self.power.tie over power)": 40,
    "sum(other.self.trust over other)": 100,
    "mean(member.coin + member.heat over member)": 60,
    "mean(member.coin over member where member.coin > 90)": 0,
    "highest(member.coin over member)": 50,
    "highest(member.coin over member where member.coin > 90)": 0,
    "lowest(member.coin over member where member.coin > 90)": 0,
    "lowest(country.coin - country.heat over country)": 40,
    "sum(sum(member.other.trust over other) over member)": 6 * 50,
    "was(self.coin, 1)": 50,
    "was(self.wealth, 2)": 45,
    "since(self.never)": 9999,
    "since(verb.go)": 9999,
    "happened(verb.go)": 0,
    "self.kept + self.broken + self.BBB.kept": 0,
    "world.turn": 1,
    "world.turns_left": 11,
    "world.year": 2000,
    "world.season": 1,
}


@pytest.mark.parametrize("text", NUMBERS)
def test_number(text: str) -> None:
    assert ask(text, before="clear self.never") == NUMBERS[text]


CONDITIONS = {
    "self.coin = 50": True,
    "self.coin != 50": False,
    "self.coin < 50 or self.coin >= 50": True,
    "self.coin <= 50 and self.heat > 10": False,
    "self.coin in 50..60": True,
    "self.coin in 40..50": True,
    "self.coin in 51..60": False,
    "not self.coin > 60": True,
    "self = AAA": True,
    "self != AAA": False,
    "self.mood = calm": True,
    "self.mood != wild": True,
    "self.lord = none": True,
    "self.membership = member": True,
    "DDD.membership = outside": True,
    "borders(self, BBB) and borders(BBB, self)": True,
    "borders(self, CCC)": False,
    "any(member where member.coin > 50)": False,
    "any(member where member.coin >= 50)": True,
    "all(member where member.coin >= 50)": True,
    "all(country where country.membership = member)": False,
    "any(power where power.greed = 40)": True,
    "any(other where other = self)": False,
    "self has flag_of_mine": False,
    "place.hill.owner = BBB": True,
    "place.sea.owner = none": True,
}
PLACES = """
[place.hill]
name = "Hill"
owner = "BBB"
[place.sea]
name = "Sea"
"""


@pytest.mark.parametrize("text", CONDITIONS)
def test_condition(text: str) -> None:
    assert holds(text, PLACES, before="clear self.flag_of_mine") is CONDITIONS[text]


# ── arithmetic ──────────────────────────────────────────────────────


@given(st.integers(-LIMIT, LIMIT), st.integers(-LIMIT, LIMIT))
def test_division_rounds_halves_away_from_zero(a: int, b: int) -> None:
    got = divide(a, b)
    if b == 0:
        assert got == 0
        return
    twice = 2 * abs(a)
    assert abs(got) == (twice + abs(b)) // (2 * abs(b))
    assert got == 0 or (got > 0) == ((a > 0) == (b > 0))


@settings(max_examples=60, deadline=None)
@given(st.integers(-LIMIT, LIMIT), st.integers(1, 1000))
def test_division_by_a_constant_is_the_same_division(a: int, b: int) -> None:
    world = book()
    oil = Read("answer", "number")
    number = world.number(Op("/", oil, Const(b), "number"))
    draft = Game().draft()
    draft.v[world.layout.base["answer"]] = a
    assert number(draft, 0, 0, 0, 0) == divide(a, b)


def test_every_intermediate_number_is_held() -> None:
    big = "self.coin * 100000000"
    assert ask(big) == LIMIT
    assert ask(f"{big} * (0 - 50)") == -LIMIT
    # 5,000,000,000 is held before it is divided, and so is a sum that passes the limit.
    assert ask(f"{big} / 1000000000") == 1
    assert ask("(900000000 + world.answer) / 2", before="world.answer = 900000000") == LIMIT // 2
    assert hold(-LIMIT - 1) == -LIMIT


def test_mean_and_root() -> None:
    assert (mean([1, 2]), mean([-1, -2]), mean([])) == (2, -2, 0)
    assert [root(x) for x in (-4, 0, 15, 16)] == [0, 0, 3, 4]


# ── nobody ──────────────────────────────────────────────────────────


def test_through_none_a_number_reads_nought_and_a_choice_equals_nothing() -> None:
    assert ask("self.lord.coin") == 0
    assert ask("self.lord.greed") == 0
    for word in ("calm", "cross", "wild"):
        assert not holds(f"self.lord.mood = {word}")
    assert holds("self.lord.lord = none")
    assert not holds("self.lord has temper", before="set self.temper")


def test_through_none_a_derived_number_reads_nought_too() -> None:
    assert ask("self.lord.wealth") == 0
    assert ask("self.lord.wealth", before="self.lord = BBB") == 45


def test_a_country_read_through_a_power_is_nobody() -> None:
    assert ask("self.lord.coin", before="self.lord = PPP") == 0
    assert ask("self.lord.greed", before="self.lord = PPP") == 40
    assert ask("self.lord.greed", before="self.lord = BBB") == 0


def test_effects_through_none_do_nothing() -> None:
    game = after(
        "self.lord.coin + 5\nself.lord.greed = 90\nself.lord.mood = wild\n"
        "self.lord.coin toward 90 by 9\nself.lord.coin - 3 in 1\nset self.lord.mark\n"
        "start promise.aid for self.lord to BBB\nstart crisis.row for AAA to self.lord\n"
        "gain unit.van 2 for self.lord",
        THINGS,
    )
    assert not [e for e in game.last if e.kind != "used"]
    assert not holds("BBB has mark or self.lord has mark", before="set self.lord.mark")


THINGS = """
[promise.aid]
name = "Aid"
by = "member"
target = "other"
lasts = 2
[crisis.row]
name = "Row"
by = "member"
target = "other"
[crisis.row.rung.words]
name = "Words"
[unit.van]
name = "Van"
"""


# ── memory ──────────────────────────────────────────────────────────


def test_was_is_the_number_at_that_turns_start() -> None:
    game = Game(verb("self.coin + 7") + verb("world.answer = was(self.coin, 2)", id="look"))
    game.do("AAA: go", "AAA: look")
    assert game.value("world.answer") == 50  # the game is younger
    game.end().until("AAA").do("AAA: go", "AAA: look")
    assert game.value("world.answer") == 50
    game.end().until("AAA").do("AAA: go", "AAA: look")
    assert game.value("AAA.coin") == 71
    assert game.value("world.answer") == 50
    game.end().until("AAA").do("AAA: look")
    assert game.value("world.answer") == 57


def test_was_reaches_eight_turns_back() -> None:
    rules = '[rule.tick]\nphase = "drift"\ndo = "world.oil + 1"\n'
    game = Game(rules + verb("world.answer = was(world.oil, 8)")).end(10).until("AAA").do("AAA: go")
    assert game.state.turn == 11
    assert game.value("world.oil") == 50
    assert game.value("world.answer") == 42
    assert len(game.state.past) == 9


def test_since_counts_turns_from_the_last_time() -> None:
    look = verb("world.answer = since(verb.go, self, BBB)", id="look")
    clock = verb("world.answer = since(self.mark)", id="clock")
    game = Game(verb("set self.mark", more='target = "other"') + look + clock)
    game.do("AAA: go BBB", "AAA: look")
    assert game.value("world.answer") == 0
    game.end(2).until("AAA").do("AAA: look")
    assert game.value("world.answer") == 2
    game.do("AAA: go CCC", "AAA: look")
    assert game.value("world.answer") == 2  # with CCC it was now
    game.do("AAA: clock")
    assert game.value("world.answer") == 0


def test_since_a_flag_goes_on_after_it_is_cleared() -> None:
    game = Game(
        verb("set self.mark")
        + verb("clear self.mark", id="wipe")
        + verb("world.answer = since(self.mark)", id="look")
    )
    game.do("AAA: go").end().until("AAA").do("AAA: wipe").end().until("AAA").do("AAA: look")
    assert game.value("world.answer") == 2


def test_happened_counts_by_and_to() -> None:
    looks = "".join(
        verb(f"world.answer = happened({what})", id=id)
        for id, what in {
            "all": "verb.go",
            "mine": "verb.go, self",
            "ours": "verb.go, self, BBB",
        }.items()
    )
    game = Game(verb("self.heat + 1", more='target = "other"') + looks)
    game.do("AAA: go BBB", "AAA: go CCC", "AAA: go BBB").until("BBB").do("BBB: go AAA")
    game.end().until("AAA")
    found = [game.do(f"AAA: {id}").value("world.answer") for id in ("all", "mine", "ours")]
    assert found == [4, 3, 2]


# ── every node has a code ───────────────────────────────────────────


def test_every_node_of_the_language_can_be_compiled() -> None:
    from csto_game.rules.code.values import _CODE

    assert {*tree.Value.__args__} - {*_CODE} == {tree.Pole}  # a pole is only a column
