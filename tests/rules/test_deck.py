"""The deck: what is dealt, to whom, how often; answers, defaults, outcomes."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.rules.tiny import BASE, Game, after, verb

from csto_game.model.refusal import Refusal
from csto_game.rules import parse_command

CALM = '[incident.dull]\nname = "Dull"\ntext = "Dull."\nwhen = "world.oil = 99"\n'


def card(
    id: str, body: str = "", *, by: str = "member", options: str = "yes no", **keys: object
) -> str:
    """A card; each option adds its place (1, 2 …) to the answerer's heat."""
    lines = "".join(
        f"{k} = {str(v).lower() if isinstance(v, bool) else repr(v)}\n" for k, v in keys.items()
    )
    text = f'\n[incident.{id}]\nname = "{id}"\ntext = "T"\n' + (f'by = "{by}"\n' if by else "")
    text += f"{lines}{body}\n"
    for n, option in enumerate(options.split(), 1):
        text += f'[incident.{id}.option.{option}]\nname = "{option}"\ndo = "self.heat + {n}"\n'
    return text


# ── who is dealt what ───────────────────────────────────────────────


def test_a_forced_card_comes_whenever_it_can() -> None:
    game = Game(card("order", forced=True, cooldown=2))
    assert [game.book.layout.code(c.by) for c in game.state.cards] == ["AAA", "BBB", "CCC"]
    dealt = [
        len(Game(card("order", forced=True, cooldown=2)).end(n).told("dealt")) for n in (0, 1, 2, 4)
    ]
    assert dealt == [3, 3, 6, 9]


def test_a_card_that_comes_once_comes_once_in_a_game() -> None:
    forced = Game(card("order", forced=True, once=True, cooldown=1)).end(6)
    assert len(forced.told("dealt")) == 1
    raced = Game(card("draw", once=True, cooldown=1, weight=50)).end(6)
    assert len(raced.told("dealt")) == 1


@pytest.mark.parametrize("more", [{"forced": True}, {"weight": 50}])
def test_a_card_may_come_once_to_each_seat(more: dict[str, object]) -> None:
    game = Game(card("order", once="seat", cooldown=1, **more)).end(6)
    assert sorted(event.by for event in game.told("dealt")) == ["AAA", "BBB", "CCC"]


def test_a_card_rests_for_its_cooldown_for_the_same_seat() -> None:
    game = Game(card("draw", by="AAA", weight=9, cooldown=3)).end(10)
    turns = [e.turn for e in game.told("dealt")]
    assert turns == [1, 4, 7, 10]


def test_weight_nought_comes_only_when_it_is_started() -> None:
    game = Game(card("guest", weight=0) + verb("start incident.guest for BBB"))
    assert not game.end(3).told("dealt")
    game.until("AAA").do("AAA: go")
    assert [(e.by, e.text) for e in game.told("dealt")] == [("BBB", "incident.guest")]
    game.do("AAA: go")
    assert len(game.told("dealt")) == 1  # the same card waits there already


def test_a_started_card_comes_in_its_turn() -> None:
    game = after(
        "start incident.guest for BBB to CCC in 2", card("guest", weight=0, target="other")
    )
    assert [e.kind for e in game.last] == ["used", "coming"]
    assert [w.turn for w in game.state.waiting] == [3]
    game.end(2)
    assert not game.state.waiting
    assert [(e.turn, e.by, e.to) for e in game.told("dealt")] == [(3, "BBB", "CCC")]


def test_when_chance_and_by_decide_who_may_be_dealt() -> None:
    game = Game(card("draw", by="member where self != BBB", when="self.coin = 50", weight=9))
    assert {e.by for e in game.told("dealt")} == {"AAA", "CCC"}
    assert not Game(card("draw", when="self.coin = 51")).told("dealt")
    rare = [len(Game(card("draw", by="AAA", chance=25), seed=s).told("dealt")) for s in range(400)]
    assert 70 <= sum(rare) <= 130  # 100 expected, 3.5 deviations either side


def test_targets_are_picked_and_without_one_there_is_no_card() -> None:
    lots = Counter(
        e.to
        for s in range(60)
        for e in Game(card("draw", by="AAA", target="other"), seed=s).told("dealt")
    )
    assert set(lots) == {"BBB", "CCC"}
    assert min(lots.values()) > 12
    assert not Game(card("draw", target="other where target.coin > 90")).told("dealt")
    best = Game(card("draw", by="CCC", target="other pick lowest target.coin"))
    assert [e.to for e in best.told("dealt")] == ["AAA"]


def test_the_hand_and_the_deal_are_bounded() -> None:
    cards = "".join(card(f"c{n}", weight=5) for n in range(5))
    deck = "[deck]\nper_seat = 2\nper_turn = 5\n"
    dealt = Game(deck + cards).told("dealt")
    assert len(dealt) == 5
    assert max(Counter(e.by for e in dealt).values()) <= 2
    wide = "[deck]\nper_seat = 2\nper_turn = 50\n"
    assert Counter(e.by for e in Game(wide + cards).told("dealt")) == {"AAA": 2, "BBB": 2, "CCC": 2}


def test_heavier_cards_come_more_often() -> None:
    deck = "[deck]\nper_seat = 1\nper_turn = 1\n"
    cards = card("light", by="AAA", weight=10) + card("heavy", by="AAA", weight=30)
    came = Counter(Game(deck + cards, seed=s).told("dealt")[0].text for s in range(400))
    # Even numbers divided by 10 and by 30: the smaller is the heavy card's five times in six.
    assert 303 <= came["incident.heavy"] <= 363


def test_a_new_card_takes_a_place_and_shuffles_nothing() -> None:
    deck = "[deck]\nper_seat = 1\nper_turn = 9\n"
    cards = "".join(card(f"c{n}", by="AAA", weight=10) for n in range(4))
    for seed in range(60):
        old = Game(deck + cards, seed=seed).told("dealt")[0].text
        new = (
            Game(deck + cards + card("late", by="AAA", weight=10), seed=seed).told("dealt")[0].text
        )
        assert new in (old, "incident.late")


def test_news_happens_to_nobody_and_to_the_world() -> None:
    news = card("gale", 'do = "world.oil - 5"', by="", options="", cooldown=3, weight=4)
    game = Game(news).end(4)
    assert [(e.turn, e.by) for e in game.told("dealt")] == [(1, "none"), (4, "none")]
    assert game.value("world.oil") == 30


# ── answers ─────────────────────────────────────────────────────────


def test_an_answer_does_what_its_option_says() -> None:
    game = Game(card("order", by="AAA", forced=True)).do("AAA: option order no")
    assert game.value("AAA.heat") == 12
    assert not game.state.cards
    assert game.told("answered")[0].text == "incident.order.option.no"
    again = parse_command(game.book, game.state, "AAA", "option order no")
    assert isinstance(again, Refusal)
    assert again.code == "no_card"


def test_a_card_not_answered_in_time_takes_its_default() -> None:
    last = Game(card("order", by="AAA", forced=True)).end()
    assert (last.value("AAA.heat"), len(last.told("lapsed"))) == (12, 1)
    named = Game(card("order", by="AAA", forced=True, default="yes", lasts=2)).end()
    assert (named.value("AAA.heat"), len(named.state.cards)) == (10, 1)
    assert named.end().value("AAA.heat") == 11


def test_who_has_no_seat_takes_the_default_at_once() -> None:
    # A power without a leader is nobody's seat.
    power = card("guest", by="power", weight=0, default="yes").replace(
        "self.heat + 1", "world.oil - 1"
    )
    power = power.replace("self.heat + 2", "world.oil - 2")
    game = Game(power + verb("start incident.guest for PPP")).do("AAA: go")
    assert (game.value("world.oil"), len(game.state.cards)) == (39, 0)


def test_options_ask_when_and_price() -> None:
    text = card("order", by="AAA", forced=True, options="yes", default="free")
    text += '[incident.order.option.dear]\nname = "Dear"\ncost = { coin = 51 }\n'
    text += '[incident.order.option.shut]\nname = "Shut"\nwhen = "self.coin > 50"\n'
    text += '[incident.order.option.free]\nname = "Free"\ncost = { coin = 60 }\n'
    game = Game(text)
    assert game.refused("AAA: option order dear") == "cost"
    assert game.refused("AAA: option order shut") == "option_condition"
    # What happens unasked may always be asked for, and costs what there is.
    assert game.do("AAA: option order free").value("AAA.coin") == 0


OUTCOMES = """
[verb.dare]
by = "country"
name = "Dare"
[verb.dare.outcome.good]
weight = 70
do = "self.heat + 1"
[verb.dare.outcome.bad]
weight = 30
do = "self.heat - 1"
[verb.dare.outcome.never]
weight = 50
when = "self.coin > 50"
do = "self.heat = 99"
[verb.dare.outcome.nought]
weight = 0
do = "self.heat = 99"
"""


def test_outcomes_fall_by_their_weights() -> None:
    heats = Counter(Game(OUTCOMES, seed=s).do("AAA: dare").value("AAA.heat") for s in range(400))
    assert set(heats) == {9, 11}
    assert 243 <= heats[11] <= 317  # 280 expected, four deviations either side


def test_the_smallest_weights_count() -> None:
    text = OUTCOMES.replace("weight = 70", "weight = 1").replace("weight = 30", "weight = 1")
    heats = Counter(Game(text, seed=s).do("AAA: dare").value("AAA.heat") for s in range(100))
    assert set(heats) == {9, 11}
    assert min(heats.values()) > 30


def test_where_all_weights_are_nought_nothing_happens() -> None:
    text = '[verb.dare]\nby = "country"\nname = "D"\n'
    text += '[verb.dare.outcome.x]\nweight = "self.heat - 10"\ndo = "self.coin + 1"\n'
    assert [e.kind for e in Game(text).do("AAA: dare").last] == ["used"]


@pytest.mark.parametrize("seed", range(6))
def test_a_card_elsewhere_does_not_change_the_dice(seed: int) -> None:
    plain = Game(OUTCOMES + verb("self.coin + roll(0, 50)"), seed=seed).do("AAA: dare", "AAA: go")
    more = Game(
        card("extra", by="BBB", weight=40) + OUTCOMES + verb("self.coin + roll(0, 50)"), seed=seed
    ).do("AAA: dare", "AAA: go")
    for path in ("AAA.heat", "AAA.coin"):
        assert plain.value(path) == more.value(path)


def test_rolls_are_even_and_bounded() -> None:
    text = verb("world.answer = roll(3, 8)")
    found = Counter(Game(text, seed=s).do("AAA: go").value("world.answer") for s in range(300))
    assert set(found) == {3, 4, 5, 6, 7, 8}
    assert min(found.values()) > 25
    turned = verb("world.answer = roll(self.heat - 8, 1)")  # from 2 to 1
    backwards = {Game(turned, seed=s).do("AAA: go").value("world.answer") for s in range(20)}
    assert backwards == {1, 2}


def test_chance_is_named_by_seed_turn_thing_and_actors() -> None:
    text = verb("self.heat = roll(0, 100)\nself.coin = roll(0, 100)", more='target = "other"')
    draws = set()
    for seed in (1, 2):
        for target in ("BBB", "CCC"):
            game = Game(text, seed=seed).do(f"AAA: go {target}")
            draws.add((game.value("AAA.heat"), game.value("AAA.coin")))
    assert len(draws) == 4
    assert all(a != b for a, b in draws)  # two places of a block


def test_base_world_deals_nothing() -> None:
    assert not Game(CALM, base=BASE).end(3).told("dealt")
