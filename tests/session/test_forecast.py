"""Forecasts: blind, paired, partial results valid, the same on any number of processes."""

from __future__ import annotations

import random
import time

import pytest
from attrs import evolve
from tests.contract.worlds import asked, book, few, moments
from tests.hansa import hansa, quiet

from csto_game.model.command import Command
from csto_game.model.state import Card, Due, State, Waiting
from csto_game.rules import new_game
from csto_game.rules.draft import Draft
from csto_game.rules.mechanisms.deck import guess_hands
from csto_game.session.forecast import Forecaster, headline
from csto_game.session.imagined import imagined_world, veiled
from csto_game.session.inferred import clues
from csto_game.session.outlook import POINTS
from csto_game.session.spread import difference, drivers, mean_of, quantiles


@pytest.fixture(scope="module")
def start() -> State:
    match = quiet(None)
    match.run()
    return match.table.state


@pytest.fixture
def forecaster() -> Forecaster:
    return Forecaster(hansa(), jobs=0)


def test_bands_are_of_the_headline_in_order_and_by_turn(
    forecaster: Forecaster, start: State
) -> None:
    said = forecaster.ask(start, "LUB", forks=12, ahead=3)
    assert (said.n, said.asked, said.ahead) == (12, 12, 3)
    assert [band.path for band in said.bands] == [p for p, _, _ in headline(hansa(), start, "LUB")]
    assert said.bands[0].path == POINTS
    for band in said.bands:
        assert [row[0] for row in band.rows] == [start.turn + n for n in (1, 2, 3)]
        assert all(low <= half <= high for _, low, half, high in band.rows)
    assert sum(odds.chance for odds in said.endings) == 100
    assert 0 <= said.winning <= 100


def test_seat_without_a_role_has_bands_of_its_own_numbers(
    forecaster: Forecaster, start: State
) -> None:
    said = forecaster.ask(start, "HAM", forks=6, ahead=2)
    assert said.band(POINTS) is None
    silver = said.band("HAM.silver")
    assert silver is not None
    low, high = (hansa().scenario.stats["silver"].min, hansa().scenario.stats["silver"].max)
    rows = [fork.rows[-1][[b.path for b in said.bands].index("HAM.silver")] for fork in said.forks]
    assert low <= silver.last[1] <= min(rows)
    assert max(rows) <= silver.last[3] <= high


def test_forecast_never_looks_past_the_last_turn(forecaster: Forecaster, start: State) -> None:
    turns = hansa().scenario.clock.turns
    said = forecaster.ask(start, "LUB", forks=4, ahead=99)
    assert said.ahead == turns + 1 - start.turn
    assert "" not in {odds.what for odds in said.endings}


def test_same_question_same_answer_whoever_plays_the_forks(start: State) -> None:
    here, there = Forecaster(hansa(), jobs=0), Forecaster(hansa(), jobs=2)
    command = Command("LUB", "verb", "feast", "HAM")
    try:
        for asked in (None, command):
            one = here.ask(start, "LUB", asked, forks=12, ahead=2)
            other = there.ask(start, "LUB", asked, forks=12, ahead=2)
            assert one == other
        assert there.workers.jobs == 2
    finally:
        there.close()


def test_processes_that_die_are_done_without(start: State) -> None:
    forecaster = Forecaster(hansa(), jobs=1)
    forecaster.warm()
    pool = forecaster.workers._pool  # a fault from outside
    assert pool is not None
    pool.submit(time.sleep, 0.01).result()
    for process in list(pool._processes.values()):  # the same
        process.kill()
    said = forecaster.ask(start, "LUB", forks=8, ahead=1)
    assert said.n == 8
    forecaster.close()


def test_stopped_forecast_is_a_coarser_one_and_goes_on_later(
    forecaster: Forecaster, start: State
) -> None:
    left = [5]

    def stop() -> bool:
        left[0] -= 1
        return left[0] < 0

    said = forecaster.ask(start, "LUB", forks=20, ahead=1, stop=stop)
    assert (said.n, said.asked) == (5, 20)
    assert said.bands
    whole = forecaster.ask(start, "LUB", forks=20, ahead=1)
    assert whole.forks[:5] == said.forks
    assert whole == Forecaster(hansa(), jobs=0).ask(start, "LUB", forks=20, ahead=1)
    nothing = Forecaster(hansa(), jobs=0).ask(start, "LUB", forks=4, stop=lambda: True)
    assert (nothing.n, nothing.bands) == (0, ())


def test_progress_is_told_in_valid_forecasts(forecaster: Forecaster, start: State) -> None:
    told: list[int] = []
    forecaster.ask(start, "LUB", forks=12, ahead=1, tell=lambda said: told.append(said.n))
    assert told == [4, 8, 12]


def test_known_forks_are_not_played_again(forecaster: Forecaster, start: State) -> None:
    first = forecaster.ask(start, "LUB", forks=6, ahead=2)
    assert forecaster.ask(start, "LUB", forks=6, ahead=2, stop=lambda: True) == first


def test_command_changes_the_forecast_and_nothing_else(
    forecaster: Forecaster, start: State
) -> None:
    command = Command("LUB", "verb", "feast", "HAM")
    usual = forecaster.ask(start, "LUB", forks=8, ahead=1)
    after = forecaster.ask(start, "LUB", command, forks=8, ahead=1)
    assert after.command == command
    assert after.bands != usual.bands
    match = quiet(None)
    match.run()
    assert match.table.state == start


def test_command_that_is_refused_has_no_forecast(forecaster: Forecaster, start: State) -> None:
    said = forecaster.ask(start, "LUB", Command("LUB", "verb", "feast", "LUB"), forks=4)
    assert said.refusal is not None
    assert (said.n, said.bands) == (0, ())


# ── blind ──


def test_nothing_hidden_enters_a_forecast(forecaster: Forecaster, start: State) -> None:
    book = hansa()
    seat = book.layout.index["LUB"]
    other = book.layout.index["HAM"]
    chance = random.Random(5)
    values, past = list(start.values), list(start.past[-1])
    truth = Draft(book, start, log=False)
    hidden = veiled(truth, seat)
    assert hidden
    for slot in hidden:
        past[slot] = values[slot] = chance.randint(book.layout.low[slot], book.layout.high[slot])
    card = next(iter(book.scenario.incidents))
    changed = evolve(
        start,
        values=tuple(values),
        past=(*start.past[:-1], tuple(past)),
        cards=(*start.cards, Card(99, card, other, book.layout.none, start.turn, start.turn)),
        waiting=(*start.waiting, Waiting(start.turn + 1, card, other, book.layout.none)),
        dues=(*start.dues, Due(start.turn, 3, hidden[0], 5, 0, other, other)),
    )
    assert imagined_world(book, changed, "LUB") == imagined_world(book, start, "LUB")
    said = forecaster.ask(start, "LUB", forks=4, ahead=2)
    assert forecaster.ask(changed, "LUB", forks=4, ahead=2) == said


def test_imagined_dice_tell_nothing_of_the_real_ones() -> None:
    book = hansa()
    agree = 0
    for seed in range(400):
        begun = new_game(book, seed).state
        real, fork = Draft(book, begun, log=False), Draft(book, begun, log=False)
        fork.imagine(1)
        agree += real.chance(77, 50) == fork.chance(77, 50)
    assert 160 < agree < 240


# ── numbers ──


def test_eight_in_ten_of_what_comes_falls_into_the_band() -> None:
    chance = random.Random(1)
    for count in (9, 20, 37, 100):
        inside = 0
        for _ in range(1500):
            low, half, high = quantiles([chance.randrange(10**6) for _ in range(count)])
            assert low <= half <= high
            inside += low <= chance.randrange(10**6) <= high
        assert 0.76 < inside / 1500 < 0.84, count


def test_quantiles_of_few_values_are_among_them() -> None:
    assert quantiles([3]) == (3, 3, 3)
    assert quantiles([5, 1]) == (1, 1, 5)


def test_means_say_how_sure_they_are() -> None:
    assert mean_of([4]) == (4, 0)
    mean, error = mean_of([1, 2, 3])
    assert mean == 2
    assert 2.4 < error < 2.5
    assert difference([5, 5, 5], [2, 2, 2]) == (3, 0)


def test_drivers_are_facts_that_part_high_from_low() -> None:
    facts = [("left HAM",) if n % 2 else ("crisis.x",) * (n % 4 == 0) for n in range(40)]
    ends = [50 - 10 * (n % 2) + n % 3 for n in range(40)]
    found = drivers(facts, ends, 3)
    assert found[0].what == "left HAM"
    assert found[0].chance == 50
    assert -11 <= found[0].effect <= -9
    assert drivers([("a",)] * 40, ends, 3) == ()


# ── what a seat may infer and what it may not ───────────────────────


def test_what_is_seen_comes_out_in_the_imagined_world() -> None:
    """Hidden numbers are put where the formulas that a seat may read show what it sees."""
    here = book("tashkent_1992")
    moved = 0
    for state in few("tashkent_1992", 8):
        seat = asked(here, state)
        me, none = here.layout.index[seat], here.layout.none
        truth = Draft(here, state, log=False)
        world = Draft(here, imagined_world(here, state, seat), log=False)
        hidden = set(veiled(truth, me))
        for clue in clues(here):
            if clue.stat.id in ("unrest", "threat"):
                seen = here.formula(clue.stat.id)
                assert seen(world.v, world, clue.owner, none) == seen(
                    truth.v, truth, clue.owner, none
                )
        moved += sum(world.v[slot] != here.opening[slot] for slot in hidden)
    assert moved > 20


def test_hidden_numbers_behind_the_same_sight_make_the_same_world() -> None:
    """A foe's drive that is not the greatest shows in nothing: whatever it is, the world imagined is the same."""
    here = book("tashkent_1992")
    drive, countries = here.layout.base["drive"], here.layout.countries
    changed = 0
    for state in few("tashkent_1992", 12):
        seat = asked(here, state)
        hidden = set(veiled(Draft(here, state, log=False), here.layout.index[seat]))
        values = list(state.values)
        width = here.layout.places_of("power")
        for owner in range(countries):
            row = range(drive + owner * width, drive + owner * width + width - 1)
            top = max(values[slot] for slot in row)
            for slot in row:
                if slot in hidden and 0 < values[slot] < top:
                    values[slot] -= 1
                    changed += 1
        other = evolve(state, values=tuple(values))
        assert imagined_world(here, other, seat).values == imagined_world(here, state, seat).values
    assert changed


def test_nobody_knows_which_cards_others_hold() -> None:
    here = book("tashkent_1992")
    tried = 0
    for state in moments("tashkent_1992"):
        seat = asked(here, state)
        me = here.layout.index[seat]
        held = [c for c in state.cards if c.by != me and c.dealt == state.turn]
        tally = dict(state.tally)
        for card in held:
            thing = f"incident.{card.incident}"
            for key in ((thing, -1, -1), (thing, card.by, -1), (thing, card.by, card.to)):
                if tally.get(key, (0, 0))[0] == 1:
                    del tally[key]
                    tried += 1
        other = evolve(state, tally=tally, cards=tuple(c for c in state.cards if c not in held))
        assert imagined_world(here, other, seat).tally == imagined_world(here, state, seat).tally
    assert tried > 20


def test_forks_guess_what_others_hold() -> None:
    here = book("tashkent_1992")
    guessed = 0
    for nonce, state in enumerate(few("tashkent_1992", 6)):
        if state.phase != "plan":
            continue
        me = here.layout.index[asked(here, state)]
        draft = Draft(here, imagined_world(here, state, asked(here, state)), log=False)
        draft.imagine(nonce)
        before = draft.cards
        guess_hands(draft, me)
        new = [card for card in draft.cards if card not in before]
        assert all(card.by != me and card.by not in draft.ended for card in new)
        guessed += len(new)
    assert guessed


def test_forks_are_played_by_whoever_is_known_to_sit_there(start: State) -> None:
    usual = Forecaster(hansa(), jobs=0).ask(start, "LUB", forks=6, ahead=2)
    seats = dict.fromkeys(hansa().layout.codes, "idle")
    idle = Forecaster(hansa(), jobs=0, kinds=seats).ask(start, "LUB", forks=6, ahead=2)
    assert idle.bands != usual.bands
    persons = dict.fromkeys(hansa().layout.codes, "human")
    assert Forecaster(hansa(), jobs=0, kinds=persons).ask(start, "LUB", forks=6, ahead=2) == usual
