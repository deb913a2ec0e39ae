"""Previews: the same act on a Draft that is thrown away, blind to the dice, and true in what is sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs
import pytest
from tests.contract.worlds import WORLDS, asked, book, few

from csto_game.model.command import Command
from csto_game.model.rng import draw, imagined, name_key, turn_stream
from csto_game.model.state import State
from csto_game.model.view import Preview
from csto_game.rules import Book, Step, fingerprint, options, preview, step
from csto_game.rules.belief import believed, knows
from csto_game.rules.draft import Draft
from csto_game.rules.layout import Slot

SEEDS = (0, 7, 2**64 - 1)


def sample(here: Book, state: State, most: int) -> list[Command]:
    offered = options(here, state, asked(here, state))
    return list(offered[:: max(1, len(offered) // most)])


# ── blindness ───────────────────────────────────────────────────────


@pytest.mark.parametrize("world", WORLDS)
def test_a_preview_changes_nothing_and_is_the_same_for_every_seed(world: str) -> None:
    here = book(world)
    for state in few(world, 6):
        print_of, before = fingerprint(state), attrs.asdict(state, recurse=False)
        for command in sample(here, state, 8):
            found = preview(here, state, command)
            assert preview(here, state, command) == found
            for seed in SEEDS:
                assert preview(here, attrs.evolve(state, seed=seed), command) == found, str(command)
        assert fingerprint(state) == print_of
        assert attrs.asdict(state, recurse=False) == before


def test_what_is_imagined_says_nothing_about_what_is_drawn() -> None:
    key = name_key("verb.go")
    pairs = Counter(
        (
            draw(turn_stream(seed, 3), key, 1, 2, 1) % 5,
            draw(turn_stream(imagined(seed, nonce), 3), key, 1, 2, 1) % 5,
        )
        for seed in range(500)
        for nonce in range(10)
    )
    # 25 equally likely pairs of 5,000: 200 each, 14 is one deviation.
    assert len(pairs) == 25
    assert max(pairs.values()) < 270
    assert min(pairs.values()) > 130


def test_streams_of_neighbours_are_strangers() -> None:
    """Turns, actors, places and seeds next to one another share nothing."""
    key = name_key("verb.go")
    base = [draw(turn_stream(s, t), key, 1, 2, 1) % 10 for s in range(100) for t in range(1, 21)]
    others = {
        "turn": [
            draw(turn_stream(s, t + 1), key, 1, 2, 1) % 10 for s in range(100) for t in range(1, 21)
        ],
        "seed": [
            draw(turn_stream(s + 1, t), key, 1, 2, 1) % 10 for s in range(100) for t in range(1, 21)
        ],
        "by": [
            draw(turn_stream(s, t), key, 2, 2, 1) % 10 for s in range(100) for t in range(1, 21)
        ],
        "to": [
            draw(turn_stream(s, t), key, 1, 3, 1) % 10 for s in range(100) for t in range(1, 21)
        ],
        "place": [
            draw(turn_stream(s, t), key, 1, 2, 2) % 10 for s in range(100) for t in range(1, 21)
        ],
        "swapped": [
            draw(turn_stream(s, t), key, 2, 1, 1) % 10 for s in range(100) for t in range(1, 21)
        ],
    }
    for name, drawn in others.items():
        same = sum(a == b for a, b in zip(base, drawn, strict=True))
        assert 145 <= same <= 255, name  # 200 of 2,000 expected, four deviations
    assert max(Counter(base).values()) < 255


# ── truth ───────────────────────────────────────────────────────────


def bounds(found: Preview) -> Mapping[str, tuple[int, int]]:
    """Where each number may end: by what is sure, or by any one branch of each group."""
    ends = {r.path: (r.low, r.high) for r in found.sure}
    for branch in found.branches:
        for r in branch.changes:
            low, high = ends.get(r.path, (r.before, r.before))
            ends[r.path] = (min(low, r.low), max(high, r.high))
    return ends


@pytest.mark.parametrize("world", WORLDS)
def test_what_happens_lies_within_what_was_previewed(world: str) -> None:
    here, looked = book(world), 0
    for moment in few(world, 20):
        if moment.phase != "plan":
            continue
        seat = asked(here, moment)
        # A world in which the seat's belief is the truth: there the preview must be right.
        state = believed(here, moment, seat)
        viewer = here.layout.index[seat]
        for command in sample(here, state, 10):
            found = preview(here, state, command)
            assert found.refusal is None
            if command.kind == "end" or any(b.hidden for b in found.branches):
                continue
            for seed in (*SEEDS, state.seed):
                looked += 1
                done = step(here, attrs.evolve(state, seed=seed), command)
                assert isinstance(done, Step)
                compare(here, state, done, found, viewer)
    assert looked > 100


def compare(here: Book, state: State, done: Step, found: Preview, viewer: int) -> None:
    truth, ends = Draft(here, state, log=False), bounds(found)
    for slot, (old, new) in enumerate(zip(state.values, done.state.values, strict=True)):
        where = here.layout.slots[slot]
        stat = here.layout.stats.get(where.stat)
        if stat is None or not knows(truth, stat, where.owner, where.toward, viewer):
            continue
        if here.layout.none in (where.owner, where.toward) or nobodys_share(here, where):
            continue
        path = here.layout.path(where)
        low, high = ends.get(path, (old, old))
        assert low <= new <= high, (str(found.command), path, old, new, (low, high))


def nobodys_share(here: Book, where: Slot) -> bool:
    return where.stat == "share" and where.toward == len(here.layout.poles)


@pytest.mark.parametrize("world", WORLDS)
def test_branches_sum_to_a_hundred_and_one_of_them_happens(world: str) -> None:
    here, looked = book(world), 0
    for state in few(world, 20):
        for command in sample(here, state, 12):
            found = preview(here, state, command)
            if not found.branches:
                continue
            looked += 1
            groups = {1, 2} if command.kind == "verb" else {1}
            total = sum(b.chance for b in found.branches)
            assert any(abs(total - 100 * n) <= len(found.branches) for n in groups), str(command)
            done = step(here, state, command)
            assert isinstance(done, Step)
            names = {
                e.text.rpartition(".")[2].replace("_", " ")
                for e in done.events
                if e.kind == "outcome"
            }
            assert names
            assert names & {b.name for b in found.branches}
    assert looked
