"""The turn: its phases in order, its clock, rules, offices, chapters, and the end of the game."""

from __future__ import annotations

import pytest
from tests.rules.tiny import BASE, Game, verb

from csto_game.rules import options, seats, view
from csto_game.rules.book import PHASES


def rule(id: str, do: str, **keys: str | int) -> str:
    lines = "".join(f"{key} = {value!r}\n" for key, value in keys.items())
    return f"\n[rule.{id}]\n{lines}do = '''\n{do}\n'''\n"


# ── the order of things ─────────────────────────────────────────────


def test_phases_run_in_their_order_and_events_say_which() -> None:
    rules = "".join(rule(f"in_{p}", "world.answer + 1", phase=p) for p in PHASES if p != "plan")
    game = Game(rules + verb("world.answer + 1")).do("AAA: go").end()
    ran = [(e.cause.thing, e.turn, e.phase) for e in game.changes("world.answer")]
    assert ran == [
        ("rule.in_start", 1, "start"),
        ("verb.go", 1, "plan"),
        ("rule.in_council", 1, "council"),
        ("rule.in_resolve", 1, "resolve"),
        ("rule.in_drift", 1, "drift"),
        ("rule.in_end", 1, "end"),
        ("rule.in_start", 2, "start"),
    ]


def test_rules_of_a_phase_run_by_order_then_by_id() -> None:
    rules = rule("b_second", "world.answer = world.answer * 10 + 2", phase="end", order=50)
    rules += rule("a_third", "world.answer = world.answer * 10 + 3", phase="end", order=51)
    rules += rule("z_first", "world.answer = world.answer * 10 + 1", phase="end", order=3)
    rules += rule("c_after_b", "world.answer = world.answer * 10 + 4", phase="end", order=50)
    assert Game(rules).end().value("world.answer") == 1243


def test_a_rule_asks_when_and_by() -> None:
    rules = rule("warm", "self.heat + 1", by="member where self.coin = 50", when="self != BBB")
    rules += rule("cold", "world.oil - 1", when="world.turn = 2")
    game = Game(rules).end(3)
    assert [game.value(f"{c}.heat") for c in ("AAA", "BBB", "CCC", "DDD")] == [13, 10, 13, 10]
    assert game.value("world.oil") == 39


def test_chance_of_a_rule_is_its_per_cent() -> None:
    rules = rule("luck", "self.heat + 1", by="country", chance=30)
    ran = sum(
        Game(rules, seed=seed).end().value(f"{c}.heat") - 10
        for seed in range(150)
        for c in ("AAA", "BBB", "CCC", "DDD")
    )
    assert 135 <= ran <= 225  # 600 draws at 30 %: 180, four deviations either side
    assert Game(rule("never", "world.oil + 1", chance=0)).end(5).value("world.oil") == 40


def test_a_rule_with_news_is_told_and_counted() -> None:
    rules = rule("told", "world.oil + 1", news="Oil.", by="member", phase="drift")
    game = Game(rules).end()
    assert [(e.by, e.text) for e in game.told("news")] == [
        (c, "rule.told") for c in ("AAA", "BBB", "CCC")
    ]


# ── seats ───────────────────────────────────────────────────────────


def test_seats_plan_in_file_order_beginning_one_later_each_turn() -> None:
    game, asked = Game(), []
    while game.state.turn < 6:
        asked.append(game.asked)
        game.pass_()
    assert asked == [
        *("AAA", "BBB", "CCC", "DDD"),
        *("BBB", "CCC", "DDD", "AAA"),
        *("CCC", "DDD", "AAA", "BBB"),
        *("DDD", "AAA", "BBB", "CCC"),
        *("AAA", "BBB", "CCC", "DDD"),
    ]


def test_a_power_with_a_leader_has_a_seat() -> None:
    led = BASE.replace('name = "Papa"', 'name = "Papa"\nai = "crown"')
    led += '[ai.crown]\nname = "Crown"\nvalue = 1\n'
    assert seats(Game(base=led).book) == ("AAA", "BBB", "CCC", "DDD", "PPP")
    assert seats(Game().book) == ("AAA", "BBB", "CCC", "DDD")


def test_only_the_seat_that_is_asked_has_options() -> None:
    game = Game(verb("self.coin + 1"))
    assert options(game.book, game.state, "AAA")
    assert options(game.book, game.state, "BBB") == ()
    assert game.refused("BBB: go") == "not_your_turn"


# ── the clock ───────────────────────────────────────────────────────


def test_the_clock_goes_on() -> None:
    game = Game()
    seen = []
    for _ in range(4):
        names = ("turn", "turns_left", "year", "season")
        seen.append(tuple(game.value(f"world.{name}") for name in names))
        game.end()
    assert seen == [(1, 11, 2000, 1), (2, 10, 2000, 2), (3, 9, 2001, 1), (4, 8, 2001, 2)]


def test_there_is_no_year_nought() -> None:
    game = Game(base=BASE.replace("year = 2000", "year = -2"))
    years = []
    for _ in range(6):
        years.append(game.value("world.year"))
        game.end()
    assert years == [-2, -2, -1, -1, 1, 1]


# ── drift ───────────────────────────────────────────────────────────


def drifting(stat: str, tail: str) -> str:
    head, rest = BASE.split(f"[stat.{stat}]")
    return f'{head}[stat.{stat}]\ndrift = "{tail}"{rest}'


def test_stats_drift_each_turn() -> None:
    assert Game(base=drifting("heat", "toward 20 by 3")).end(3).value("BBB.heat") == 19
    assert Game(base=drifting("oil", "- 2")).end(2).value("world.oil") == 36
    assert Game(base=drifting("trust", "+ 1")).end().value("AAA.BBB.trust") == 51
    assert Game(base=drifting("tie", "toward self.coin by 5")).end().value("AAA.QQQ.tie") == 25
    assert Game(base=drifting("greed", "+ 1")).end().value("PPP.greed") == 41


def test_a_mutual_number_drifts_once() -> None:
    game = Game(base=drifting("kin", "toward 40 by 1")).end()
    assert game.value("AAA.BBB.kin") == game.value("BBB.AAA.kin") == 31


def test_drift_is_one_instant() -> None:
    base = drifting("coin", "- count(country where country.coin = 50)")
    game = Game(base=base).end()
    assert {game.value(f"{c}.coin") for c in ("AAA", "BBB", "CCC", "DDD")} == {46}


# ── acts, cooldown, once, cost ──────────────────────────────────────


def test_acts_limit_verbs_of_one_turn() -> None:
    game = Game(verb("self.coin + 1"), base=BASE.replace("turns = 12", "turns = 12\nacts = 2"))
    game.do("AAA: go", "AAA: go")
    assert game.refused("AAA: go") == "acts"
    assert [str(c) for c in options(game.book, game.state, "AAA")] == ["AAA: end"]
    game.end().until("AAA").do("AAA: go")


def test_cooldown_and_once() -> None:
    game = Game(
        verb("self.heat + 1", more="cooldown = 2")
        + verb("self.heat + 1", id="ever", more="once = true")
    )
    game.do("AAA: go", "AAA: ever")
    assert (game.refused("AAA: go"), game.refused("AAA: ever")) == ("cooldown", "once")
    game.end().until("AAA")
    assert game.refused("AAA: go") == "cooldown"
    game.end(2).until("AAA")
    assert (game.refused("AAA: go"), game.refused("AAA: ever")) == ("", "once")
    assert (
        Game(verb("self.heat + 1", more="once = true"))
        .do("AAA: go")
        .until("BBB")
        .refused("BBB: go")
        == ""
    )


def test_a_price_is_taken_and_may_not_pass_the_least_value() -> None:
    game = Game(
        verb(
            "self.heat + 1",
            more='cost = { coin = 30, "world.oil" = 5, "alliance.unity" = "self.heat" }',
        )
    )
    game.do("AAA: go")
    assert [game.value(p) for p in ("AAA.coin", "world.oil", "alliance.unity")] == [20, 35, 40]
    assert game.refused("AAA: go") == "cost"
    costs = [e for e in game.last if e.cause.thing == "verb.go.cost"]
    assert {e.path for e in costs} >= {"AAA.coin", "world.oil", "alliance.unity"}


# ── offices and chapters ────────────────────────────────────────────

OFFICES = """
[charter]
name = "Charter"
[charter.office.chair]
name = "Chair"
start = "AAA"
term = 2
[charter.office.judge]
name = "Judge"
term = 3
next = "member pick highest self.heat"
[charter.office.clerk]
name = "Clerk"
start = "CCC"
"""


def test_offices_change_hands_when_their_terms_end() -> None:
    game = Game(OFFICES + verb("self.heat + 5")).do("AAA: end", "BBB: go")
    seen = []
    for _ in range(7):
        seen.append(tuple(game.word(f"alliance.{o}") for o in ("chair", "judge", "clerk")))
        game.end()
    assert [s[0] for s in seen] == ["AAA", "AAA", "BBB", "BBB", "CCC", "CCC", "AAA"]
    assert [s[1] for s in seen] == ["none", "none", "none", "BBB", "BBB", "BBB", "BBB"]
    assert {s[2] for s in seen} == {"CCC"}


CHAPTERS = """
[chapter.one]
name = "One"
order = 1
do = "world.oil + 1"
verbs = ["go"]
[chapter.three]
name = "Three"
order = 3
when = "world.turn >= 2"
[chapter.two]
name = "Two"
order = 2
when = "world.turn >= 3"
do = "world.oil + 10"
"""


def test_chapters_open_one_a_turn_and_close_verbs() -> None:
    game = Game(CHAPTERS + verb("self.heat + 1") + verb("self.heat + 1", id="other_one"))
    assert (game.state.chapter, game.value("world.oil")) == ("one", 41)
    assert game.refused("AAA: other_one") == "chapter"
    seen = []
    for _ in range(3):
        seen.append((game.state.chapter, game.value("world.oil")))
        game.end()
    assert seen[0] == ("one", 41)
    assert game.refused(f"{game.asked}: other_one") == ""
    assert [e.text for e in game.told("chapter")].count("chapter.two") == 1
    assert {e.text for e in game.told("chapter")} == {"chapter.one", "chapter.two", "chapter.three"}
    assert game.value("world.oil") == 51


# ── the end ─────────────────────────────────────────────────────────

ENDS = """
[role.alfa]
plays = "AAA"
name = "Alfa"
win = 40
[role.alfa.objective.rich]
name = "Rich"
when = "self.coin >= 60"
points = "self.coin / 2"
[role.alfa.objective.once_hot]
name = "Once hot"
when = "self.heat > 40"
judged = "ever"
points = 10
[role.alfa.objective.never_cold]
name = "Never cold"
when = "self.heat > 5"
judged = "always"
points = 7
[role.bravo]
plays = "BBB"
name = "Bravo"
[ending.riches]
name = "Riches"
text = "Somebody is rich."
when = "any(member where member.coin = 100)"
order = 2
bonus = "self.heat / 5"
wins = "self = BBB"
[ending.ruin]
name = "Ruin"
text = "Nobody has anything."
when = "world.oil = 0"
order = 1
loses = "self = AAA"
"""
DEEDS = (
    verb("self.coin + 50")
    + verb("self.heat = 41", id="burn")
    + verb("self.heat = 5", id="freeze")
    + verb("self.heat = 30", id="thaw")
    + verb("world.oil = 0", id="spill")
)


def test_an_ending_scores_and_says_who_won() -> None:
    game = Game(ENDS + DEEDS).do("AAA: go").end()
    verdict = game.state.verdict
    assert verdict is not None
    assert (verdict.ending, verdict.turn) == ("riches", 1)
    assert dict(verdict.scores) == {"AAA": 50 + 7 + 2, "BBB": 2}
    assert verdict.won == ("AAA", "BBB")
    assert game.state.phase == "over"
    assert game.told("ended")[0].text == "ending.riches"
    assert game.refused("AAA: end") == "game_over"
    assert options(game.book, game.state, "AAA") == ()


def test_endings_are_asked_by_order_and_may_decide_against_points() -> None:
    verdict = Game(ENDS + DEEDS).do("AAA: go", "AAA: spill").end().state.verdict
    assert verdict is not None
    assert (verdict.ending, verdict.won) == ("ruin", ())
    assert dict(verdict.scores)["AAA"] == 57


def test_objectives_are_judged_ever_always_or_at_the_end() -> None:
    game = Game(ENDS + DEEDS).do("AAA: burn").end().until("AAA").do("AAA: freeze").end()
    game.until("AAA").do("AAA: thaw").end(20)
    verdict = game.state.verdict
    assert verdict is not None
    assert (verdict.ending, verdict.turn) == ("time", 12)
    assert dict(verdict.scores) == {"AAA": 10, "BBB": 0}


FALLS = """
[ending.fall]
by = "member"
name = "The fall of {self.name}"
text = "{self.people} chose others."
when = "self.heat > 90"
bonus = 3
loses = "self.heat > 90"
"""
BURN = verb("self.heat = 95\nself.coin = 60", id="blaze")


def test_an_ending_by_seat_ends_that_seats_part_only() -> None:
    game = Game(ENDS + FALLS + DEEDS + BURN).do("AAA: blaze").end()
    assert game.state.phase == "plan"
    assert [(e.by, e.text) for e in game.told("parted")] == [("AAA", "ending.fall")]
    # Points stand as they were then, whatever comes later, and no later ending gives a bonus.
    game.until("AAA").do("AAA: freeze").until("BBB").do("BBB: go").end()
    verdict = game.state.verdict
    assert verdict is not None
    assert verdict.ending == "riches"
    assert dict(verdict.scores)["AAA"] == 60 // 2 + 10 + 7 + 3
    assert verdict.won == ("BBB",)
    assert len(game.told("parted")) == 1


def test_the_game_is_over_when_the_parts_of_all_persons_are() -> None:
    text = ENDS + FALLS + DEEDS + BURN
    alone = Game(text, persons=("AAA",)).do("AAA: blaze").end()
    assert alone.state.verdict is not None
    assert (alone.state.verdict.ending, alone.state.verdict.turn) == ("fall", 1)
    ended = view(alone.book, alone.state, "AAA").ended
    assert ended is not None
    assert (ended.name, ended.text) == ("The fall of Alfa", "Alfa chose others.")
    two = Game(text, persons=("AAA", "BBB")).do("AAA: blaze").end()
    assert two.state.verdict is None
    two.until("BBB").do("BBB: blaze").end()
    assert two.state.verdict is not None
    assert two.state.verdict.turn == 2


def test_difficulty_is_felt_by_persons_only() -> None:
    from csto_game.rules import new_game

    table = '[difficulty.soft]\nname = "Soft"\ntext = "Soft."\nskill = 10\ndo = "self.coin + 9"\n'
    game = Game(table)
    first = new_game(game.book, 1, persons=("BBB",), difficulty="soft")
    game.state = first.state
    assert [game.value(f"{c}.coin") for c in ("AAA", "BBB")] == [50, 59]
    assert [(e.path, e.turn) for e in first.events if e.kind == "change"] == [("BBB.coin", 1)]


@pytest.mark.parametrize("phase", ["start", "council", "resolve", "drift", "end"])
def test_a_rule_runs_once_a_turn_in_its_phase(phase: str) -> None:
    rules = rule("tick", "world.oil + 1", phase=phase)
    assert Game(rules).end(3).value("world.oil") == 43 + (phase == "start")
