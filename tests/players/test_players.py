"""One contract for every kind of program, and what sets the kinds apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import attrs
import pytest
from tests.contract.worlds import WORLDS, asked, book, few, moments, play
from tests.rules.tiny import BASE, Game, verb

from csto_game.players import KINDS, choose, make
from csto_game.players.base import Dice
from csto_game.players.mind import Mind
from csto_game.rules import fingerprint, options, refusal, seats
from csto_game.rules.belief import believe
from csto_game.rules.commands.verb import Act, acts, use
from csto_game.rules.draft import Draft

# ── the contract ────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("world", WORLDS)
def test_a_choice_is_legal_and_leaves_everything_as_it_is(world: str, kind: str) -> None:
    here = book(world)
    for n, state in enumerate(few(world, 12)):
        seat = asked(here, state)
        before, print_of = attrs.asdict(state, recurse=False), fingerprint(state)
        player = make(kind, here, seat, n)
        belief = believe(Draft(here, state, log=False), player.seat)
        kept = belief.freeze()
        command = player.think(belief)
        assert belief.freeze() == kept
        assert command.seat == seat
        # What a seat believes may be wrong; then it may ask for what cannot be.
        if belief.v == list(state.values):
            assert refusal(here, state, command) is None, str(command)
        assert (attrs.asdict(state, recurse=False), fingerprint(state)) == (before, print_of)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_makes_the_same_choices(kind: str) -> None:
    games = [[str(c) for _, c, _ in play(book("hansa"), 6, (kind,))] for _ in range(2)]
    assert games[0] == games[1]


@pytest.mark.parametrize("kind", ["random", "greedy", "planner"])
def test_other_seeds_make_other_choices(kind: str) -> None:
    here = book("hansa")
    state = max(moments("hansa"), key=lambda s: len(options(here, s, asked(here, s))))
    seat = asked(here, state)
    assert len({choose(make(kind, here, seat, seed), state) for seed in range(30)}) > 1


def test_thinking_does_not_move_the_worlds_dice() -> None:
    game = Game(verb("self.heat + roll(0, 90)"))
    here = game.do("AAA: go").value("AAA.heat")
    other = Game(verb("self.heat + roll(0, 90)"))
    for kind in KINDS:
        for seed in range(5):
            choose(make(kind, other.book, "AAA", seed), other.state)
    assert other.do("AAA: go").value("AAA.heat") == here


def test_a_programs_dice_are_even() -> None:
    dice = Dice.of(1, "random.AAA")
    rolled = Counter(dice.below(6) for _ in range(1200))
    assert set(rolled) == set(range(6))
    assert all(150 <= count <= 250 for count in rolled.values())
    assert dice.below(0) == 0


# ── weighing ────────────────────────────────────────────────────────


@pytest.mark.parametrize("world", WORLDS)
def test_weighing_an_act_says_what_doing_it_would_be_worth(world: str) -> None:
    """The terms an act did not touch are not asked again: the sum must be that of asking all."""
    here = book(world)
    weighed = 0
    for n, state in enumerate(few(world, 10)):
        seat = here.layout.index[asked(here, state)]
        belief = believe(Draft(here, state, log=False), seat)
        kept, mind = belief.freeze(), Mind(here, seat)
        mind.look(belief, n)
        for act in list(acts(belief, seat))[::3]:
            done = belief.copy()
            done.imagine(n)
            done.dice, done.unsettled = (lambda low, high: (low + high) // 2), []
            use(done, seat, act)
            if not done.unsettled:
                # Thinking adds each dated change to what it moves; nothing else differs.
                assert mind.after(_using(seat, act), later=False) == mind.worth(done), act
                weighed += 1
            mind.after(_using(seat, act), later=True)
            assert belief.freeze() == kept
    assert weighed > 10


def _using(seat: int, act: Act) -> Callable[[Draft], None]:
    return lambda draft: use(draft, seat, act)


def test_an_act_that_only_starts_a_crisis_is_weighed_too() -> None:
    """It changes no number, but what is asked of the running crises."""
    base = BASE.replace('value = "self.coin"', 'value = "100 * rung(crisis.row, self)"\nnoise = 0')
    text = '[crisis.row]\nname = "Row"\nby = "member"\ntarget = "country"\n'
    text += '[crisis.row.rung.words]\nname = "Words"\n'
    game = Game(text + verb("start crisis.row for self to BBB"), base=base)
    draft = Draft(game.book, game.state, log=False)
    mind = Mind(game.book, 0)
    mind.look(draft, 1)
    (act,) = acts(draft, 0)
    assert mind.after(_using(0, act), later=False) - mind.now == 100
    assert not draft.crises


def test_what_may_come_of_an_act_is_weighed_apart() -> None:
    """A dated change of one outcome is none of the other's."""
    base = BASE.replace('value = "self.coin"', 'value = "self.coin * 100"\nnoise = 0')
    text = '[verb.dare]\nby = "country"\nname = "D"\n'
    text += '[verb.dare.outcome.first]\nweight = 50\ndo = "self.coin + 8 in 1"\n'
    text += '[verb.dare.outcome.second]\nweight = 50\ndo = "self.coin + 0"\n'
    game = Game(text, base=base)
    draft = Draft(game.book, game.state, log=False)
    mind = Mind(game.book, 0)
    mind.look(draft, 1)
    (act,) = acts(draft, 0)
    # 8 in a quarter counts as 6, in half of the cases.
    assert mind.after(_using(0, act), later=True) - mind.now == 600 // 2


# ── what sets them apart ────────────────────────────────────────────


def test_idle_lets_everything_pass() -> None:
    commands = [c for _, c, _ in play(book("hansa"), 1, ("idle",))][1:]
    assert {c.kind for c in commands} <= {"end", "vote"}
    assert {c.choice for c in commands if c.kind == "vote"} <= {"abstain"}


def test_random_is_even_over_what_is_legal() -> None:
    text = verb("self.heat + 1", id="one") + verb(
        "self.heat + 1", id="two", more='target = "other"'
    )
    game = Game(text, base=BASE.replace("turns = 12", "turns = 12\nacts = 1"))
    chosen = Counter(
        choose(make("random", game.book, "AAA", seed), game.state).words for seed in range(600)
    )
    legal = {c.words for c in options(game.book, game.state, "AAA")} - {"end"}
    assert set(chosen) == legal == {"one", "two BBB", "two CCC"}
    assert min(chosen.values()) > 150


GAIN = verb("self.coin + 9", id="earn") + verb("self.coin - 9", id="waste")


@pytest.mark.parametrize("kind", ["greedy", "planner"])
def test_a_leader_does_what_is_good_for_it(kind: str) -> None:
    base = BASE.replace("turns = 12", "turns = 12\nacts = 1").replace(
        'value = "self.coin"', 'value = "self.coin * 100"\nnoise = 0'
    )
    game = Game(GAIN, base=base)
    assert {choose(make(kind, game.book, "AAA", s), game.state).words for s in range(20)} == {
        "earn"
    }
    worse = Game(verb("self.coin - 9"), base=base)
    assert choose(make(kind, worse.book, "AAA", 1), worse.state).words == "end"


def test_only_the_planner_looks_ahead() -> None:
    base = BASE.replace("turns = 12", "turns = 12\nacts = 1").replace(
        'value = "self.coin"', 'value = "self.coin * 100"\nnoise = 0'
    )
    text = verb("self.coin - 1\nself.coin + 9 in 1 lasting 3", id="sow") + verb(
        "self.heat + 1", id="rest"
    )
    game = Game(text, base=base)
    assert choose(make("planner", game.book, "AAA", 1), game.state).words == "sow"
    assert choose(make("greedy", game.book, "AAA", 1), game.state).words != "sow"


def test_a_planner_counts_as_far_ahead_as_its_character_looks() -> None:
    base = BASE.replace("turns = 12", "turns = 12\nacts = 1")
    text = verb("self.coin - 5\nself.coin + 3 in 1 lasting 6", id="sow")

    def chosen(ahead: int) -> str:
        mind = f'value = "self.coin * 100"\nnoise = 0\nahead = {ahead}'
        game = Game(text, base=base.replace('value = "self.coin"', mind))
        return choose(make("planner", game.book, "AAA", 1), game.state).words

    assert (chosen(0), chosen(2)) == ("end", "sow")


WORDS = """
[charter.organ.council]
name = "Council"
seats = "member"
needs = "unanimity"
[motion.act]
organ = "council"
by = "member"
name = "Act"
[promise.word]
by = "country"
target = "country"
name = "Word"
lasts = 9
"""


def test_a_word_broken_turns_votes_against_the_breaker_for_a_while() -> None:
    text = WORDS + verb("start promise.word for self to BBB", id="give")
    text += verb("break promise.word for self to BBB", id="fail")

    def voted(grudge: int, *deeds: str, turns: int = 0) -> str:
        mind = f'value = "self.coin"\nnoise = 0\ngrudge = {grudge}'
        game = Game(text, base=BASE.replace('value = "self.coin"', mind)).do(*deeds)
        if turns:
            game.end(turns).until("AAA")
        game.do("AAA: table act", "AAA: end")
        while game.state.phase != "council" or game.asked != "BBB":
            game.do(f"{game.asked}: {'vote act yes' if game.state.phase == 'council' else 'end'}")
        return choose(make("planner", game.book, "BBB", 1), game.state).choice

    broken = ("AAA: give", "AAA: fail")
    assert voted(50) == voted(50, "AAA: give") == "yes"
    assert voted(50, *broken) == "no"
    assert voted(50, *broken, turns=9) == "yes"
    assert voted(100, *broken, turns=7) == "no"
    assert voted(0, *broken) == "yes"


def test_leaders_weigh_outcomes_by_their_chances() -> None:
    base = BASE.replace("turns = 12", "turns = 12\nacts = 1").replace(
        'value = "self.coin"', 'value = "self.coin * 100"\nnoise = 0'
    )

    def dare(good: int) -> str:
        text = '[verb.dare]\nby = "country"\nname = "D"\n'
        text += f'[verb.dare.outcome.good]\nweight = {good}\ndo = "self.coin + 10"\n'
        text += f'[verb.dare.outcome.bad]\nweight = {100 - good}\ndo = "self.coin - 10"\n'
        game = Game(text, base=base)
        return choose(make("planner", game.book, "AAA", 1), game.state).words

    assert (dare(60), dare(40)) == ("dare", "end")


def test_every_seat_of_a_world_can_be_played_by_every_kind() -> None:
    here = book("hansa")
    for kind, record in KINDS.items():
        assert record.id == kind
        assert record.text
        for seat in seats(here):
            assert make(kind, here, seat, 1).seat == here.layout.index[seat]
