"""Every world there is, and moments of games in it that the contract tests look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from csto_game.content.load import load
from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.players import choose, make
from csto_game.rules import Book, Step, new_game, seats, step
from csto_game.rules.draft import Draft

ROOT = Path(__file__).parents[2]
FOLDERS = {
    path.parent.name: path.parent
    for shelf in ("scenarios", "tests/worlds")
    for path in sorted(ROOT.glob(f"{shelf}/*/scenario.toml"))
}
WORLDS = tuple(FOLDERS)
MIX = ("random", "greedy", "random", "planner")
"""Players of the sampled games, in turn over the seats: half of them try anything."""


@cache
def book(world: str) -> Book:
    loaded = load(FOLDERS[world])
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert loaded.scenario is not None, errors[:3]
    return Book.of(loaded.scenario)


def play(
    book: Book, seed: int, kinds: Sequence[str] = MIX, *, turns: int = 400
) -> Iterator[tuple[State, Command, Step]]:
    """A game as (state before, command, what it made); the game's start comes with an ``end`` of nobody."""
    first = new_game(book, seed)
    yield first.state, Command("", ""), first
    codes = seats(book)
    players = {
        code: make(kinds[(n + seed) % len(kinds)], book, code, seed) for n, code in enumerate(codes)
    }
    state = first.state
    while state.phase != "over" and state.turn <= turns:
        command = choose(players[book.layout.codes[state.active]], state)
        done = step(book, state, command)
        assert not isinstance(done, Refusal), (str(command), done)
        yield state, command, done
        state = done.state


@cache
def moments(world: str) -> tuple[State, ...]:
    """States in which somebody plans or votes, spread over two games: of all kinds, and at random."""
    found: list[State] = []
    for seed, kinds, turns in ((1, MIX, 12), (2, ("random",), 400)):
        states = [done.state for _, _, done in play(book(world), seed, kinds, turns=turns)]
        councils = [s for s in states if s.phase == "council"]
        plans = [s for s in states if s.phase == "plan"]
        found += plans[:: max(1, len(plans) // 20)] + councils[:: max(1, len(councils) // 5)]
    return tuple(found)


def few(world: str, most: int) -> tuple[State, ...]:
    """So many of the moments, evenly."""
    found = moments(world)
    return found[:: -(-len(found) // most)]


def asked(book: Book, state: State) -> str:
    return book.layout.codes[state.active]


def drafted(book: Book, state: State) -> Draft:
    return Draft(book, state, log=False)
