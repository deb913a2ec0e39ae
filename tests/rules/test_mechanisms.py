"""Promises, crises, the council, forces and alignment, each in a small world of its own."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.tiny import BASE, Game, after, holds, verb

from csto_game.rules import view
from csto_game.rules.mechanisms import MOVES, RUNNING
from csto_game.rules.mechanisms.alignment import targets
from csto_game.rules.rows import in_hundred

# ── promises ────────────────────────────────────────────────────────

AID = """
[promise.aid]
name = "Aid"
by = "member"
target = "other"
lasts = 2
keep = "self.coin >= 20"
do = "target.heat + 1"
kept = "target.self.trust + 8"
broken = "target.self.trust - 20"
"""
SWEAR = verb("start promise.aid for self to BBB") + verb("self.coin = 5", id="waste")


def test_a_promise_is_looked_at_each_turn_and_kept_at_its_end() -> None:
    game = Game(AID + SWEAR).do("AAA: go")
    assert game.told("promised")[0].to == "BBB"
    game.end()
    assert (game.value("BBB.heat"), len(game.state.promises)) == (11, 1)
    game.end()
    assert (game.value("BBB.heat"), len(game.state.promises)) == (12, 0)
    assert game.value("BBB.AAA.trust") == 58
    assert [game.value(p) for p in ("AAA.kept", "AAA.BBB.kept", "AAA.broken")] == [1, 1, 0]
    assert [(e.turn, e.phase) for e in game.told("kept")] == [(2, "resolve")]


def test_a_promise_whose_condition_fails_is_broken() -> None:
    game = Game(AID + SWEAR).do("AAA: go", "AAA: waste").end()
    assert (game.value("BBB.heat"), game.value("BBB.AAA.trust")) == (10, 30)
    assert [game.value(p) for p in ("AAA.kept", "AAA.broken", "AAA.BBB.broken")] == [0, 1, 1]
    assert not game.end(3).state.promises
    assert len(game.told("broken")) == 1


def test_a_promise_is_broken_or_lifted_by_effects() -> None:
    moves = verb("break promise.aid for self to BBB", id="cut") + verb(
        "end promise.aid for self to BBB", id="lift"
    )
    cut = Game(AID + SWEAR + moves).do("AAA: go", "AAA: cut")
    assert (cut.value("AAA.broken"), cut.value("BBB.AAA.trust"), cut.state.promises) == (1, 30, ())
    lifted = Game(AID + SWEAR + moves).do("AAA: go", "AAA: lift")
    assert (lifted.value("AAA.broken"), lifted.state.promises) == (0, ())
    assert lifted.told("lifted")
    assert [e.kind for e in lifted.do("AAA: cut").last] == ["used"]


def test_the_same_promise_is_not_made_twice_at_once_nor_to_oneself() -> None:
    game = Game(AID + SWEAR).do("AAA: go", "AAA: go")
    assert len(game.state.promises) == 1
    assert not after("start promise.aid for AAA to self", AID).state.promises
    assert after("start promise.aid for self to BBB lasting 7", AID).state.promises[0].left == 7


def test_a_promise_that_another_ended_is_not_broken_again() -> None:
    pact = AID.replace(
        'broken = "target.self.trust - 20"', "broken = 'break promise.aid for target to self'"
    )
    swear = verb("start promise.aid for self to BBB\nstart promise.aid for BBB to self")
    game = Game(pact + swear + verb("self.coin = 5\nBBB.coin = 5", id="waste"))
    game.do("AAA: go", "AAA: waste").end()
    assert [game.value(f"{c}.broken") for c in ("AAA", "BBB")] == [1, 1]
    assert len(game.told("broken")) == 2


def test_a_promise_that_its_own_effect_ended_is_not_kept() -> None:
    pact = AID.replace('do = "target.heat + 1"', 'do = "end promise.aid for self to target"')
    game = after("start promise.aid for self to BBB lasting 1", pact).end()
    assert (game.value("AAA.kept"), len(game.told("lifted"))) == (0, 1)


def test_a_word_given_to_a_power_is_counted_for_its_maker() -> None:
    pact = AID.replace('target = "other"', 'target = "power"').replace(
        "self.coin >= 20", "self.coin >= 60"
    )
    pact = pact.replace("target.heat + 1", "self.heat + 1").replace(
        "target.self.trust", "self.target.tie"
    )
    game = after("start promise.aid for self to PPP", pact).end()
    assert game.value("AAA.broken") == 1
    layout = game.book.layout
    assert game.state.values[layout.find("broken_to", 0, layout.none)] == 0


def test_running_and_happened_know_promises() -> None:
    begun = "start promise.aid for self to BBB"
    assert holds(
        "running(promise.aid, self, BBB) and running(promise.aid) and not running(promise.aid, BBB)",
        AID,
        begun,
    )
    assert holds("happened(promise.aid, self, BBB) = 0 and since(promise.aid) = 9999", AID, begun)
    assert not holds("running(promise.aid, self, CCC)", AID, begun)


def test_a_promise_has_happened_when_it_was_kept() -> None:
    rule = """
[rule.honours]
phase = "end"
do = "world.answer = 7 if happened(promise.aid, AAA, BBB) = 1"
"""
    game = after("self.coin = 50\nstart promise.aid for self to BBB lasting 1", AID + rule)
    assert game.value("world.answer") == 0
    assert game.end().value("world.answer") == 7


# ── crises ──────────────────────────────────────────────────────────


def ladder(up: object = 0, stay: object = 100, down: object = 0) -> str:
    weights = f"up = {up}\nstay = {stay}\ndown = {down}\n"
    return f"""
[crisis.row]
name = "Row"
by = "member"
target = "country"
[crisis.row.rung.words]
name = "Words"
do = "self.heat + 1"
{weights}
[crisis.row.rung.fists]
name = "Fists"
enter = "self.coin - 5"
{weights}
calls = "peace"
[crisis.row.rung.fire]
name = "Fire"
{weights}
[charter.organ.council]
name = "Council"
seats = "member"
[motion.peace]
organ = "council"
name = "Peace"
"""


MOVES_OF_CRISES = "".join(
    verb(f"{move} crisis.row for AAA to BBB", id=f"do_{move}")
    for move in ("start", "raise", "lower", "end")
)


def rung(game: Game) -> int:
    return game.state.crises[0].rung + 1 if game.state.crises else 0


def test_a_crisis_climbs_falls_and_ends() -> None:
    game = Game(ladder() + MOVES_OF_CRISES)
    moves = ["start", "start", "raise", "raise", "raise", "lower", "lower", "lower", "lower"]
    seen = [rung(game.do(f"AAA: do_{move}")) for move in moves]
    assert seen == [1, 1, 2, 3, 3, 2, 1, 0, 0]
    assert [e.kind for e in game.events if e.kind not in ("used", "change", "tabled")] == [
        "opened", "raised", "raised", "lowered", "lowered", "closed",
    ]  # fmt: skip
    assert game.value("AAA.coin") == 40  # entered the second rung twice
    assert rung(game.do("AAA: do_start", "AAA: do_raise", "AAA: do_end")) == 0


def test_a_rung_calls_its_motion_and_acts_each_turn() -> None:
    game = Game(ladder() + MOVES_OF_CRISES).do("AAA: do_start").end(2)
    assert game.value("AAA.heat") == 12
    assert not game.state.motions
    game.until("AAA").do("AAA: do_raise")
    tabled = game.state.motions[0]
    assert (tabled.motion, tabled.by, tabled.to) == ("peace", 0, 1)


def test_a_crisis_steps_by_its_weights() -> None:
    assert rung(Game(ladder(up=100, stay=0) + MOVES_OF_CRISES).do("AAA: do_start").end()) == 2
    assert rung(Game(ladder(down=100, stay=0) + MOVES_OF_CRISES).do("AAA: do_start").end()) == 0
    assert rung(Game(ladder(stay=0) + MOVES_OF_CRISES).do("AAA: do_start").end()) == 1
    steps = Counter(
        rung(
            Game(ladder(up=20, stay=50, down=30) + MOVES_OF_CRISES, seed=s)
            .do("AAA: do_start")
            .end()
        )
        for s in range(400)
    )
    assert 55 <= steps[2] <= 110
    assert 160 <= steps[1] <= 240
    assert 85 <= steps[0] <= 157


def test_the_smallest_weights_of_a_rung_count() -> None:
    text = ladder(up=1, stay=1, down=1) + MOVES_OF_CRISES
    steps = Counter(rung(Game(text, seed=s).do("AAA: do_start").end()) for s in range(150))
    assert set(steps) == {0, 1, 2}
    assert min(steps.values()) > 30


@given(st.tuples(*[st.integers(0, 500)] * 3))
def test_chances_of_a_crisis_make_a_hundred(odds: tuple[int, int, int]) -> None:
    shown = in_hundred(odds)
    total = sum(odds)
    assert sum(shown) == 100
    assert all(
        part >= 0 and abs(part * total - 100 * weight) <= total
        for part, weight in zip(shown, odds, strict=True)
    )


def test_rung_and_running_know_crises() -> None:
    begun = "start crisis.row for self to BBB\nraise crisis.row for self to BBB"
    assert holds("rung(crisis.row, self, BBB) = 2 and rung(crisis.row) = 2", ladder(), begun)
    assert holds("running(crisis.row, self) and not running(crisis.row, BBB)", ladder(), begun)
    assert holds("rung(crisis.row, BBB) = 0", ladder(), begun)


# ── the council ─────────────────────────────────────────────────────


def council(needs: str = "majority", **keys: object) -> str:
    lines = "".join(f"{k} = {v!r}\n" for k, v in keys.items())
    return f"""
[charter.clause.rule]
name = "Rule"
values = ["majority", "p67", "unanimity", "consensus"]
start = "unanimity"
[charter.organ.council]
name = "Council"
seats = "member"
needs = "{needs}"
{lines}
[motion.act]
organ = "council"
by = "member"
name = "Act"
do = "self.heat + 30"
fails = "self.heat - 5"
cost = {{ coin = 10 }}
leaning = "self.coin - 50"
[motion.ask]
organ = "council"
by = "member"
target = "other"
name = "Ask"
when = "target.coin > 20"
"""


def vote(rules: str, *votes: str, tables: str = "") -> bool:
    """Does AAA's motion pass with these votes of AAA, BBB and CCC?"""
    game = Game(rules + tables).do("AAA: table act")
    for _ in range(4):
        game.do(f"{game.asked}: end")
    assert game.state.phase == "council"
    for seat, how in zip(("AAA", "BBB", "CCC"), votes, strict=True):
        assert game.asked == seat
        game.do(f"{seat}: vote act {how}")
    assert game.state.turn == 2
    passed = bool(game.told("passed"))
    assert passed != bool(game.told("failed"))
    assert game.value("AAA.heat") == (40 if passed else 5)
    return passed


def test_whoever_tables_a_motion_is_foreseen_to_vote_for_it() -> None:
    game = Game(council().replace("self.coin - 50", "0 - self.coin")).do("AAA: table act")
    (motion,) = view(game.book, game.state, "BBB", game.events).motions
    assert [(one.code, one.forecast) for one in motion.ballots] == [
        ("AAA", "yes"), ("BBB", "no"), ("CCC", "no"),
    ]  # fmt: skip
    assert all(one.leaning < 0 for one in motion.ballots)


TALLIES = {
    ("majority", "yes yes no"): True,
    ("majority", "yes no abstain"): False,
    ("majority", "yes abstain abstain"): True,
    ("majority", "abstain abstain abstain"): False,
    ("consensus", "yes abstain abstain"): True,
    ("consensus", "yes yes no"): False,
    ("unanimity", "yes yes yes"): True,
    ("unanimity", "yes yes abstain"): False,
    ("67", "yes yes no"): False,
    ("66", "yes yes no"): True,
    ("67", "yes yes abstain"): True,
    ("alliance.rule", "yes yes abstain"): False,
    ("alliance.rule", "yes yes yes"): True,
}


@pytest.mark.parametrize("needs, votes", TALLIES)
def test_a_motion_passes_by_the_rule_of_its_organ(needs: str, votes: str) -> None:
    assert vote(council(needs), *votes.split()) is TALLIES[needs, votes]


def test_a_clause_may_change_the_rule() -> None:
    amend = '[rule.amend]\nphase = "council"\ndo = "alliance.rule = p67"\n'
    assert vote(council("alliance.rule"), "yes", "yes", "abstain", tables=amend)
    assert not vote(council("alliance.rule"), "yes", "yes", "no", tables=amend)


def test_quorum_veto_and_weighed_votes() -> None:
    assert not vote(council(quorum=3), "yes", "yes", "abstain")
    assert not vote(council(veto="self = CCC"), "yes", "yes", "no")
    assert vote(council(veto="self = CCC"), "yes", "no", "yes")
    heavy = council(votes="1 + self.coin / 20")  # AAA paid 10: three votes; BBB, CCC: four each
    assert not vote(heavy, "yes", "no", "abstain")
    assert vote(heavy, "yes", "no", "yes")


def test_a_motion_is_tabled_once_and_one_a_turn() -> None:
    game = Game(council()).do("AAA: table act")
    assert game.value("AAA.coin") == 40
    assert game.refused("AAA: table act") == "tabled_one"
    game.until("BBB")
    assert game.refused("BBB: table act") == "already_tabled"
    assert game.refused("BBB: table ask") == "needs_target"
    assert game.refused("BBB: table act AAA") == "no_target"
    assert game.refused("BBB: table ask BBB") == "bad_target"
    assert game.refused("BBB: table ask DDD") == "bad_target"
    assert game.do("BBB: table ask AAA").until("CCC").refused("CCC: table ask BBB") == ""
    assert game.refused("CCC: table ask AAA") == "already_tabled"
    assert game.until("DDD").refused("DDD: table act") == "not_for_you"


def test_price_and_condition_of_a_motion() -> None:
    game = Game(council() + verb("self.coin = 3\nBBB.coin = 15"))
    game.do("AAA: go")
    assert game.refused("AAA: table act") == "cost"
    assert game.refused("AAA: table ask BBB") == "condition"


def test_motions_are_voted_on_in_the_order_they_were_tabled() -> None:
    game = Game(council()).do(
        "AAA: table ask BBB", "AAA: end", "BBB: table act", "BBB: end", "CCC: end", "DDD: end"
    )
    assert [m.motion for m in game.state.motions] == ["ask", "act"]
    assert game.refused("AAA: vote act yes") == "other_motion"
    assert game.refused("BBB: vote ask yes") == "not_your_turn"
    for seat in ("AAA", "BBB", "CCC"):
        game.do(f"{seat}: vote ask yes")
    assert [m.motion for m in game.state.motions] == ["act"]
    assert game.state.phase == "council"


def test_an_organ_meets_every_so_many_turns() -> None:
    rare = council(every=3)
    game = Game(rare).do("AAA: table act").end()
    assert [m.motion for m in game.state.motions] == ["act"]
    game.end()
    assert len(game.state.motions) == 1
    game.end()  # everybody abstains in the third turn
    assert not game.state.motions
    assert [(e.turn, e.phase) for e in game.told("failed")] == [(3, "council")]


def test_an_organ_sits_only_while_its_condition_holds() -> None:
    text = council(when="world.oil > 20") + verb("world.oil = 10", id="shut")
    text += verb("world.oil = 30", id="open")
    game = Game(text).do("AAA: table act", "AAA: end", "BBB: shut")
    assert game.refused("BBB: table ask CCC") == "not_sitting"
    game.until("AAA")
    assert [m.motion for m in game.state.motions] == ["act"]  # it waits
    assert not game.told("voted")
    assert game.refused("AAA: table ask CCC") == "not_sitting"
    game.do("AAA: open").until("BBB").do("BBB: table ask CCC").end()
    assert not game.state.motions


def test_effects_table_motions_and_running_knows_them() -> None:
    text = council() + verb("start motion.ask to CCC\nstart motion.act")
    game = Game(text).do("AAA: go")
    assert [(m.motion, m.to) for m in game.state.motions] == [
        ("ask", 2),
        ("act", game.book.layout.none),
    ]
    begun = "start motion.act"
    assert holds(
        "running(motion.act) and running(motion.act, self) and not running(motion.act, BBB)",
        council(),
        begun,
    )
    assert holds("happened(motion.act) = 0", council(), begun)  # passed, not tabled


# ── forces ──────────────────────────────────────────────────────────

FORCES = """
[unit.tank]
name = "Tank"
strength = 4
skill = ["mud"]
[unit.van]
name = "Van"
strength = 3
[mission.guard]
name = "Guard"
needs = 6
skill = "mud"
lasts = 2
wear = 30
do = "self.heat + 1"
losses = "world.oil - 40"
[mission.guard.outcome.well]
weight = 1
do = "target.coin + 1"
"""
UNITS = (
    verb("gain unit.tank 2\ngain unit.van 1\npledge unit.tank 1\npledge unit.van 1", id="raise_all")
    + verb("start mission.guard for self to BBB")
    + verb("end mission.guard for self to BBB", id="home")
)


def forces(game: Game) -> tuple[int, ...]:
    own = tuple(
        game.value(f"AAA.{stat}") for stat in ("strength", "pledged", "deployed", "fatigue")
    )
    return (*own, game.value("alliance.pool"))


def test_units_are_gained_pledged_withdrawn_and_lost() -> None:
    game = Game(
        FORCES
        + UNITS
        + verb("withdraw unit.van 5", id="take")
        + verb("lose unit.tank 1", id="lose")
    )
    assert forces(game.do("AAA: raise_all")) == (11, 7, 0, 0, 7)
    assert forces(game.do("AAA: take")) == (11, 4, 0, 0, 4)
    # Those not pledged are lost first.
    assert forces(game.do("AAA: lose")) == (7, 4, 0, 0, 4)
    assert forces(game.do("AAA: lose")) == (3, 0, 0, 0, 0)


def test_a_mission_takes_from_the_pool_wears_and_comes_home() -> None:
    game = Game(FORCES + UNITS).do("AAA: raise_all", "AAA: go")
    # The van has no skill for mud: half its strength, rounded up.
    assert forces(game) == (11, 7, 7, 0, 0)
    assert game.told("sent")[0].to == "BBB"
    game.end()
    assert (game.value("AAA.heat"), game.value("AAA.deployed"), game.value("AAA.fatigue")) == (
        11,
        7,
        20,
    )
    game.end()
    assert (game.value("AAA.heat"), game.value("BBB.coin")) == (12, 51)
    assert forces(game)[:3] == (11, 7, 0)
    assert {t.fatigue for t in game.state.troops} == {0, 50}  # 60, less one turn at home
    assert [(e.turn, e.phase) for e in game.told("returned")] == [(2, "resolve")]


def test_no_more_go_than_are_needed() -> None:
    more = verb("gain unit.van 1\npledge unit.van 2", id="more")
    game = Game(FORCES + UNITS + more).do("AAA: raise_all", "AAA: more", "AAA: go")
    # The tank counts 4, a van without the skill 2: that is the 6 that are needed.
    assert sorted(t.unit for t in game.state.troops if t.away) == ["tank", "van"]
    assert [t.away for t in game.state.troops if t.unit == "van"] == [True, False]


def test_a_tired_unit_rests_and_does_not_go() -> None:
    game = (
        Game(FORCES.replace("wear = 30", "wear = 50") + UNITS)
        .do("AAA: raise_all", "AAA: go")
        .end(2)
    )
    assert {t.fatigue for t in game.state.troops} == {0, 90}
    game.until("AAA").do("AAA: go").end(2).until("AAA")
    assert max(t.fatigue for t in game.state.troops) == 90
    worn = FORCES.replace("wear = 30", "wear = 100").replace("lasts = 2", "lasts = 1")
    game = Game(worn + UNITS + verb("start mission.guard for self to CCC", id="again"))
    game.do("AAA: raise_all", "AAA: go", "AAA: again")
    assert [e.kind for e in game.last][-1] == "unmet"


def test_a_mission_is_called_home_and_not_sent_twice() -> None:
    game = Game(FORCES + UNITS).do("AAA: raise_all", "AAA: go", "AAA: go")
    assert len(game.state.sorties) == 1
    game.do("AAA: home")
    assert (game.state.sorties, forces(game)[2]) == ((), 0)


def test_losses_are_per_cent() -> None:
    text = FORCES + UNITS + verb("world.oil = 100", id="doom")
    none = Game(text).do("AAA: raise_all", "AAA: go").end(2)
    assert not none.told("lost")
    # 60 % of three units over some seeds
    lost = sum(
        len(Game(text, seed=s).do("AAA: raise_all", "AAA: doom", "AAA: go").end(2).told("lost"))
        for s in range(60)
    )
    assert 50 <= lost <= 94  # of two that went, 72 expected


def test_start_units_and_running() -> None:
    base = BASE.replace(
        'name = "Alfa"', 'name = "Alfa"\nunits = { tank = { held = 2, pledged = 2 } }'
    )
    game = Game(FORCES + UNITS, base=base)
    assert forces(game) == (8, 8, 0, 0, 8)
    assert not game.changes("AAA.strength")
    game.do("AAA: go")
    assert game.draft().running("mission", "guard", 0, 1)
    assert not game.draft().running("mission", "guard", 1, -1)


def test_promises_missions_and_crises_are_looked_at_in_that_order_before_rules() -> None:
    def told(n: int) -> str:
        return f"world.answer = world.answer * 10 + {n}"

    text = AID.replace('do = "target.heat + 1"', f'do = "{told(1)}"') + council()
    text += FORCES.replace('do = "self.heat + 1"', f'do = "{told(2)}"')
    text += f"""
[crisis.row]
name = "Row"
by = "member"
target = "country"
[crisis.row.rung.words]
name = "Words"
do = "{told(3)}"
[rule.last]
phase = "resolve"
order = 0
do = "{told(4)}"
"""
    start = verb(
        "start crisis.row for self to BBB\nstart mission.guard for self to BBB\nstart promise.aid for self to BBB",
        id="all",
    )
    game = Game(text + UNITS + start).do("AAA: raise_all", "AAA: all").end()
    assert game.value("world.answer") == 1234


def test_nobody_starts_nothing_and_nothing_is_started_with_nobody() -> None:
    lines = (
        "start mission.guard for self.lord to BBB\nstart mission.guard for self to self.lord\n"
        "start motion.act for self.lord\nstart incident.guest for self to self.lord\n"
        "start incident.guest for self.lord to BBB\nstart promise.aid for self to self.lord"
    )
    guest = (
        '[incident.guest]\nby = "country"\ntarget = "other"\nweight = 0\nname = "G"\ntext = "G"\n'
    )
    game = Game(FORCES + UNITS + council() + AID + guest + verb(lines, id="none_at_all"))
    game.do("AAA: raise_all", "AAA: none_at_all")
    assert [e.kind for e in game.last] == ["used"]


# ── alignment ───────────────────────────────────────────────────────

SHARES = """
[alignment]
poles = ["alliance", "unaligned", "PPP", "QQQ"]
speed = 20
[alignment.pull]
alliance = "self.coin"
unaligned = 10
PPP = "self.PPP.tie - 10"
QQQ = "0 - 5"
[alignment.start.AAA]
alliance = 600
PPP = 100
"""


def shares(game: Game, code: str = "AAA") -> list[int]:
    return [game.value(f"{code}.{pole}.share") for pole in ("alliance", "unaligned", "PPP", "QQQ")]


def test_what_is_not_given_is_unaligned() -> None:
    assert shares(Game(SHARES)) == [600, 300, 100, 0]
    assert shares(Game(SHARES), "BBB") == [0, 1000, 0, 0]


def test_shares_walk_toward_the_pulls_by_speed() -> None:
    game = Game(SHARES).end()  # goal: 50, 10, 10, 0 of 70
    assert shares(game) == [620, 280, 100, 0]
    assert shares(game.end(11)) == [714, 143, 143, 0]


def test_an_effect_on_a_share_is_taken_from_the_others_in_proportion() -> None:
    assert shares(after("self.PPP.share + 90", SHARES)) == [540, 270, 190, 0]
    assert shares(after("self.PPP.share - 50", SHARES)) == [634, 316, 50, 0]
    assert shares(after("self.QQQ.share = 1000", SHARES)) == [0, 0, 0, 1000]
    assert sum(shares(after("self.alliance.share = 2000\nself.alliance.share - 1", SHARES))) == 1000
    event = after("self.PPP.share + 1900", SHARES).changes("AAA.PPP.share")[-1]
    assert (event.after, event.asked) == (1000, 2000)


def test_a_dated_change_of_a_share_keeps_the_sum() -> None:
    game = after("self.PPP.share + 300 in 1 lasting 2", SHARES)
    assert shares(game) == [600, 300, 100, 0]
    for _ in range(4):
        assert sum(shares(game.end())) == 1000
    assert shares(game)[2] > 500


def test_a_share_of_nobody_is_nothing() -> None:
    nobody = after("self.lord.PPP.share + 5", SHARES)
    assert [e.kind for e in nobody.last] == ["used"]
    assert shares(after("self.lord = BBB\nself.lord.PPP.share + 5", SHARES), "BBB") == [
        0,
        995,
        5,
        0,
    ]


@given(st.lists(st.integers(-50, 5000), min_size=1, max_size=8))
def test_targets_sum_to_the_whole(pulls: list[int]) -> None:
    found = targets(pulls)
    if not any(pull > 0 for pull in pulls):
        assert found == []
        return
    assert sum(found) == 1000
    total = sum(max(0, pull) for pull in pulls)
    for pull, share in zip(pulls, found, strict=True):
        assert abs(share - max(0, pull) * 1000 / total) < 1


# ── the registries ──────────────────────────────────────────────────


def test_every_mechanism_is_tested_here() -> None:
    assert {*MOVES} == {*RUNNING} == {"incident", "promise", "motion", "crisis", "mission"}


def test_a_unit_gained_in_play_is_no_unit_of_the_start() -> None:
    base = BASE.replace(
        'name = "Bravo"', 'name = "Bravo"\nunits = { tank = { held = 2, pledged = 2 } }'
    )
    game = Game(FORCES + UNITS, base=base).do("AAA: raise_all", "AAA: go")
    serials = [troop.serial for troop in game.state.troops]
    assert len(set(serials)) == len(serials) == 5
    assert game.value("AAA.deployed") + game.value("BBB.deployed") == 8
