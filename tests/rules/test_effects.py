"""What every kind of effect does, and that a line is one instant."""

from __future__ import annotations

import pytest
from tests.rules.tiny import BASE, Game, after, verb

from csto_game.model import tree
from csto_game.rules.code.effects import _DEEDS

# ── numbers, choices, actors ────────────────────────────────────────


def test_numbers_choices_and_actors_are_changed() -> None:
    game = after(
        "self.coin + 5\nBBB.coin - 5\nCCC.coin = 7\nself.mood = wild\nself.lord = PPP\n"
        "world.oil toward 50 by 4\nalliance.unity toward 48 by 9\nself.BBB.trust + 1\nself.PPP.tie - 1\nPPP.greed + 2"
    )
    assert game.value("AAA.coin") == 55
    assert game.value("BBB.coin") == 45
    assert game.value("CCC.coin") == 7
    assert game.word("AAA.mood") == "wild"
    assert game.word("AAA.lord") == "PPP"
    assert game.value("world.oil") == 44
    assert game.value("alliance.unity") == 48
    assert game.value("AAA.BBB.trust") == 51
    assert game.value("BBB.AAA.trust") == 50
    assert game.value("AAA.PPP.tie") == 19
    assert game.value("PPP.greed") == 42


def test_toward_never_passes_its_goal_and_never_turns_round() -> None:
    assert after("self.coin toward 53 by 9").value("AAA.coin") == 53
    assert after("self.coin toward 40 by 3").value("AAA.coin") == 47
    assert after("self.coin toward 40 by 0 - 3").value("AAA.coin") == 50


def test_what_a_bound_cuts_off_is_named() -> None:
    game = after("self.coin + 80\nself.heat - 30")
    up, down = (game.changes(path)[-1] for path in ("AAA.coin", "AAA.heat"))
    assert (up.before, up.after, up.asked) == (50, 100, 130)
    assert (down.before, down.after, down.asked) == (10, 0, -20)


def test_no_change_no_event() -> None:
    game = after("self.coin + 0\nself.coin = 50\nself.mood = calm\nclear self.mark")
    assert [e.kind for e in game.last] == ["used"]


def test_lines_run_from_top_to_bottom() -> None:
    game = after("self.coin = 10\nself.coin + self.coin\nself.heat = 99 if self.coin = 20")
    assert (game.value("AAA.coin"), game.value("AAA.heat")) == (20, 99)


def test_if_asks_before_its_own_line() -> None:
    game = after("self.coin + 1 if self.coin < 50\nself.heat + 1 if self.coin = 50")
    assert (game.value("AAA.coin"), game.value("AAA.heat")) == (50, 11)


def test_a_condition_that_counts_is_asked_of_each_of_many() -> None:
    rule = '[rule.share]\nphase = "drift"\nby = "country"\n'
    rule += 'do = "self.heat + 1 if any(power where self.power.tie > 60)"\n'
    game = Game(rule + verb("BBB.PPP.tie = 70")).do("AAA: go").end()
    assert [game.value(f"{code}.heat") for code in ("AAA", "BBB", "CCC")] == [10, 11, 10]
    each = "country.heat + 1 each country where any(power where country.power.tie > 60)"
    loop = after(f"BBB.PPP.tie = 70\n{each}")
    assert [loop.value(f"{code}.heat") for code in ("AAA", "BBB", "CCC")] == [10, 11, 10]


def test_a_change_names_its_line_and_what_entered() -> None:
    game = after('self.coin + self.heat / 2 because "{self.name} is warm"')
    event = game.changes("AAA.coin")[-1]
    assert event.cause.thing == "verb.go"
    assert event.cause.source.startswith("self.coin + self.heat / 2")
    assert (event.because, event.command, event.by) == ("Alfa is warm", "AAA: go", "AAA")
    assert event.reads == (("AAA.heat", 10),)


def test_a_mutual_number_is_one_number() -> None:
    game = after("self.BBB.kin + 5\nCCC.self.kin - 5")
    assert game.value("AAA.BBB.kin") == game.value("BBB.AAA.kin") == 35
    assert game.value("AAA.CCC.kin") == game.value("CCC.AAA.kin") == 25


# ── one line is one instant ─────────────────────────────────────────


def test_each_works_everything_out_before_it_changes_anything() -> None:
    game = after(
        "AAA.coin = 10\nBBB.coin = 20\nCCC.coin = 30\n"
        "member.coin = highest(country.coin over country where country != member and country != DDD) each member"
    )
    assert [game.value(f"{c}.coin") for c in ("AAA", "BBB", "CCC")] == [30, 30, 20]


def test_each_asks_where_before_it_changes_anything() -> None:
    game = after("member.coin + 10 each member where sum(country.coin over country) = 200")
    assert [game.value(f"{c}.coin") for c in ("AAA", "BBB", "CCC", "DDD")] == [60, 60, 60, 50]


def test_each_reads_formulas_as_they_were() -> None:
    pool = '[stat.pool_of_all]\nowner = "alliance"\nname = "All"\nmax = 900\nis = "sum(member.coin over member)"\n'
    game = after("member.coin + alliance.pool_of_all / 50 each member", pool)
    assert {game.value(f"{c}.coin") for c in ("AAA", "BBB", "CCC")} == {53}


def test_each_through_a_shared_actor_is_one_instant() -> None:
    # All three have the same lord: each saw greed at 40, so all three may add to it.
    game = after(
        "country.lord = PPP each country\n"
        "member.lord.greed + 10 each member where member.lord.greed < 45"
    )
    assert game.value("PPP.greed") == 70


def test_each_pair_of_a_mutual_number_is_one_instant() -> None:
    game = after("AAA.BBB.kin = 40\nmember.other.kin + member.other.kin / 4 each member, other")
    # Both of the pair add what they saw: a quarter of 40.
    assert game.value("AAA.BBB.kin") == game.value("BBB.AAA.kin") == 60


def test_each_with_toward_and_membership() -> None:
    game = after(
        "AAA.coin = 10\nmember.coin toward lowest(member.coin over member) by 100 each member\n"
        "country.membership = outside each country where count(member) = 3"
    )
    assert {game.value(f"{c}.coin") for c in ("AAA", "BBB", "CCC")} == {10}
    assert {game.word(f"{c}.membership") for c in ("AAA", "BBB", "CCC")} == {"outside"}


def test_each_counts_units_before_it_gains_any() -> None:
    van = '[unit.van]\nname = "Van"\n'
    game = after("gain unit.van 1 + sum(member.strength over member) for member each member", van)
    assert {game.value(f"{c}.strength") for c in ("AAA", "BBB", "CCC")} == {1}


def test_each_flag_lasts_as_counted_before_the_line() -> None:
    game = after(
        "set member.mark lasting 1 + count(country where country has mark) each member\n"
        "world.answer = count(country where country has mark)"
    )
    assert game.value("world.answer") == 3
    game.end()
    assert game.draft().turn == 2
    assert [game.value(f"{c}.mark") for c in ("AAA", "BBB", "CCC")] == [2, 2, 2]


@pytest.mark.parametrize(
    "line",
    [
        "member.coin + other.coin / 9 each member, other where other.coin > member.coin",
        "member.coin - count(country where country.coin > member.coin) each member",
        "member.other.trust + other.member.trust / 7 each member, other",
        "other.coin - member.coin / 11 each member, other",
        "member.power.tie + sum(country.power.tie over country) / 9 each member, power",
        "member.lord = other each member, other where other.coin > member.coin",
        "member.kept_heat toward mean(other.kept_heat over other) by 7 each member",
    ],
)
def test_who_stands_first_has_no_advantage(line: str) -> None:
    stat = '[stat.kept_heat]\nowner = "country"\nname = "Kept"\nstart = 3\n'
    setting = (
        "AAA.coin = 60\nBBB.coin = 35\nAAA.BBB.trust = 21\nBBB.CCC.trust = 80\nCCC.PPP.tie = 66\n"
        "AAA.kept_heat = 40"
    )
    names = ("AAA", "BBB", "CCC", "DDD")
    blocks = {f"[country.{c}]" + BASE.split(f"[country.{c}]")[1].split("\n[")[0] for c in names}
    turned = BASE
    for block in blocks:
        turned = turned.replace(block, "")
    head, tail = turned.split("[power.PPP]")
    turned = head + "\n".join(sorted(blocks, reverse=True)) + "\n[power.PPP]" + tail
    text = stat + verb(f"{setting}\n{line}")
    one = Game(text).until("AAA").do("AAA: go")
    two = Game(text, base=turned).until("AAA").do("AAA: go")
    assert one.book.layout.codes != two.book.layout.codes
    paths = [f"{c}.{s}" for c in names for s in ("coin", "kept_heat")]
    paths += [f"{a}.{b}.trust" for a in names for b in names if a != b]
    paths += [f"{a}.{p}.tie" for a in names for p in ("PPP", "QQQ")]
    assert {p: one.value(p) for p in paths} == {p: two.value(p) for p in paths}


# ── rules: all selves at once ───────────────────────────────────────


def test_a_rule_runs_for_all_of_its_actors_in_one_instant() -> None:
    rule = (
        '[rule.share]\nphase = "drift"\nby = "member where self.coin >= 50"\n'
        "do = '''\nself.coin - 10\nself.heat + count(member where member.coin = 40)\n'''\n"
    )
    game = Game(rule).end()
    assert {game.value(f"{c}.heat") for c in ("AAA", "BBB", "CCC")} == {13}
    assert {game.value(f"{c}.coin") for c in ("AAA", "BBB", "CCC")} == {40}


# ── flags ───────────────────────────────────────────────────────────


def test_flags_of_world_alliance_actor_and_pair() -> None:
    game = after(
        "set world.storm\nset alliance.oath\nset self.mark\nset self.BBB.grudge\nset PPP.mask\n"
        "self.heat + 1 if world has storm and alliance has oath and self has mark and PPP has mask\n"
        "self.heat + 10 if self.BBB has grudge and not BBB.self has grudge and not BBB has mark"
    )
    assert game.value("AAA.heat") == 21


def test_a_flag_with_lasting_goes_by_itself() -> None:
    look = verb("self.heat + 1 if self has mark", id="look")
    game = Game(verb("set self.mark lasting 2") + look).do("AAA: go", "AAA: look")
    assert game.value("AAA.heat") == 11
    game.end().until("AAA").do("AAA: look")
    assert game.value("AAA.heat") == 12
    game.end().until("AAA").do("AAA: look")
    assert game.value("AAA.heat") == 12


def test_a_flag_without_lasting_stays_until_it_is_cleared() -> None:
    look = verb("self.heat + 1 if self has mark", id="look")
    game = Game(verb("set self.mark") + look + verb("clear self.mark", id="wipe"))
    game.do("AAA: go").end(6).until("AAA").do("AAA: look", "AAA: wipe", "AAA: look")
    assert game.value("AAA.heat") == 11


# ── later ───────────────────────────────────────────────────────────


def test_a_dated_change_comes_in_its_turns_by_the_amount_of_the_day_it_was_set() -> None:
    game = after('self.coin + self.heat in 1 lasting 2 because "it ripens"\nself.heat = 0')
    due = next(e for e in game.last if e.kind == "later")
    assert (due.path, due.asked) == ("AAA.coin", 10)
    seen = []
    for _ in range(4):
        game.end()
        seen.append(game.value("AAA.coin"))
    assert seen == [50, 60, 70, 70]
    events = game.changes("AAA.coin")
    assert [e.because for e in events] == ["it ripens"] * 2
    assert {e.cause.thing for e in events} == {"verb.go"}
    assert not game.state.dues


def test_a_dated_change_in_no_time_comes_this_turn() -> None:
    game = after("self.coin - 4 in 0")
    assert game.value("AAA.coin") == 50
    assert game.end().value("AAA.coin") == 46


def test_a_dated_change_of_a_mutual_number_moves_both() -> None:
    game = after("self.BBB.kin + 5 in 0").end()
    assert game.value("AAA.BBB.kin") == game.value("BBB.AAA.kin") == 35


# ── things ──────────────────────────────────────────────────────────


def test_a_place_is_ceded() -> None:
    place = '[place.hill]\nname = "Hill"\nowner = "BBB"\n'
    game = after("cede place.hill to self", place)
    layout = game.book.layout
    assert layout.code(game.value("place.hill.owner")) == "AAA"
    assert after("cede place.hill to none", place).value("place.hill.owner") == layout.none


def test_a_chain_that_starts_itself_is_cut() -> None:
    cards = "".join(
        f'[incident.c{n}]\nby = "country"\nweight = 0\nname = "C"\ntext = "C"\n'
        f"do = '''\nself.heat + 1\nstart incident.c{n + 1}\n'''\n"
        for n in range(12)
    )
    cards += (
        '[incident.c12]\nby = "country"\nweight = 0\nname = "C"\ntext = "C"\ndo = "self.heat + 1"\n'
    )
    game = after("start incident.c0", cards)
    assert [e for e in game.last if e.kind == "limit"]
    assert game.value("AAA.heat") == 18  # eight deep


def test_every_kind_of_deed_can_be_compiled() -> None:
    assert {*tree.Deed.__args__} == {*_DEEDS}
