"""Whole games of legal commands, drawn by hypothesis and by programs: what must always hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract.worlds import FOLDERS, ROOT, WORLDS, asked, book, play

from csto_game.model.command import Command
from csto_game.model.event import Cause, Event
from csto_game.model.state import State
from csto_game.rules import Book, Step, fingerprint, new_game, options, parse_command, step
from csto_game.rules.layout import Slot

CLOCK = ("turn", "turns_left", "year", "season")

# ── what must hold of every state ───────────────────────────────────


def check_state(here: Book, state: State) -> None:
    layout = here.layout
    for slot, value in enumerate(state.values):
        if layout.low[slot] <= value <= layout.high[slot]:
            continue
        # What nobody has is 0, no word, or nobody: the only values outside of bounds.
        assert is_nobodys(here, layout.slots[slot]), (layout.slots[slot], value)
        assert value in (0, -1, layout.none)
    check_nobody(here, state)
    if layout.poles:
        for country in range(layout.countries):
            base = layout.find("share", country)
            assert sum(state.values[base : base + len(layout.poles)]) == 1000
    for stat in layout.stats.values():
        if stat.mutual:
            for a in range(layout.none):
                for b in range(layout.none):
                    one, other = layout.find(stat.id, a, b), layout.find(stat.id, b, a)
                    assert state.values[one] == state.values[other], stat.id
    check_lists(here, state)


def check_nobody(here: Book, state: State) -> None:
    """Nobody's numbers never change."""
    pick = nobodys(here)
    assert pick(state.values) == pick(here.opening)


@cache
def nobodys(here: Book) -> itemgetter[Any]:
    slots = [n for n, where in enumerate(here.layout.slots) if is_nobodys(here, where)]
    return itemgetter(*slots)


def is_nobodys(here: Book, where: Slot) -> bool:
    if where.stat == "owner" and "owner" in here.layout.stats:
        return not here.layout.places  # places are numbered, too, but are no actors
    if where.stat == "share" and where.toward == len(here.layout.poles):
        return True
    owners = (where.owner,) if where.stat == "share" else (where.owner, where.toward)
    return here.layout.none in owners


def check_lists(here: Book, state: State) -> None:
    serials = [c.serial for c in state.cards] + [m.serial for m in state.motions]
    assert len(set(serials)) == len(serials)
    assert max([0, *serials]) <= state.serial
    pairs = [(c.crisis, c.by, c.to) for c in state.crises]
    assert len(set(pairs)) == len(pairs)
    promises = [(p.promise, p.by, p.to) for p in state.promises]
    assert len(set(promises)) == len(promises)
    assert all(p.left > 0 and p.by != p.to for p in state.promises)
    away = {serial for sortie in state.sorties for serial in sortie.troops}
    troops = {troop.serial: troop for troop in state.troops}
    assert len(troops) == len(state.troops)
    assert {t.serial for t in state.troops if t.away} == away & set(troops)
    assert all(0 <= t.fatigue <= 100 for t in state.troops)
    assert all(d.turn >= state.turn and d.left > 0 for d in state.dues)
    assert all(w.turn > state.turn for w in state.waiting)
    assert 1 <= len(state.past) <= 9
    assert (state.phase == "over") == (state.verdict is not None)
    if state.phase != "over":
        assert options(here, state, asked(here, state))


# ── events ──────────────────────────────────────────────────────────


class Chain:
    """Every number as the events tell it: each must begin where the last one ended."""

    def __init__(self, here: Book, first: Step) -> None:
        self.here = here
        self.slots = dict(paths(here))
        self.pick = itemgetter(*(s for p, s in self.slots.items() if p[6:] not in CLOCK))
        # The pool of units is counted before the game begins; all else begins as in the files.
        self.now = list(here.opening)
        for stat in ("strength", "pledged", "deployed", "fatigue", "pool"):
            for slot in range(
                here.layout.base[stat], here.layout.base[stat] + here.layout.span(stat)
            ):
                self.now[slot] = first.state.past[0][slot]
        self.follow(first)

    def follow(self, done: Step) -> None:
        stats, layout = self.here.layout.stats, self.here.layout
        for event in done.events:
            if event.kind != "change":
                continue
            slot = self.slots[event.path]
            assert self.now[slot] == event.before != event.after, event
            self.now[slot] = event.after
            where = layout.slots[slot]
            if where.stat in stats and stats[where.stat].mutual:
                self.now[layout.find(where.stat, where.toward or 0, where.owner or 0)] = event.after
        if self.pick(self.now) != self.pick(done.state.values):
            wrong = [
                p for p, slot in self.slots.items() if self.now[slot] != done.state.values[slot]
            ]
            assert not set(wrong) - {f"world.{name}" for name in CLOCK}


@cache
def paths(here: Book) -> tuple[tuple[str, int], ...]:
    """Paths of all numbers and flags that somebody has, with their slots."""
    found: dict[str, int] = {}
    for slot, where in enumerate(here.layout.slots):
        if not is_nobodys(here, where):
            found.setdefault(here.layout.path(where), slot)
    return tuple(found.items())


@cache
def lines_of(world: str) -> dict[str, list[str]]:
    root = FOLDERS[world]
    files = sorted(root.rglob("*.toml"))
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8").splitlines() for path in files
    }


def check_cause(world: str, here: Book, cause: Cause) -> None:
    """The thing is in the scenario, the file exists, the line lies in it and is the one that is quoted."""
    kind, _, rest = cause.thing.removesuffix(".cost").partition(".")
    things = {
        "verb": here.scenario.verbs, "incident": here.scenario.incidents, "rule": here.scenario.rules,
        "motion": here.scenario.motions, "promise": here.scenario.promises, "crisis": here.scenario.crises,
        "mission": here.scenario.missions, "chapter": here.scenario.chapters, "stat": here.scenario.stats,
        "difficulty": here.scenario.difficulties,
    }  # fmt: skip
    if rest:
        assert rest.split(".")[0] in things[kind], cause
    else:
        assert kind in {
            "clock", "deck", "council", "alignment", "ledger", "ladder", "forces", "office", "score",
        }, cause  # fmt: skip
    if cause.file:
        lines = lines_of(world)[cause.file]
        assert 1 <= cause.line <= len(lines), cause
        if cause.source:
            assert cause.source.split("\n")[0].split("  ")[0].strip() in lines[cause.line - 1], (
                cause
            )
    else:
        assert not rest, cause


def check_event(here: Book, before: State, done: Step, event: Event) -> None:
    assert before.turn <= event.turn <= done.state.turn
    assert event.phase in ("start", "plan", "council", "resolve", "drift", "end", "over")
    codes = {*here.layout.codes, "none", ""}
    assert event.by in codes
    assert event.to in codes
    assert "{" not in event.because


@pytest.mark.parametrize("world", WORLDS)
def test_a_whole_game_keeps_its_promises(world: str) -> None:
    here, chain, causes = book(world), None, set()
    before = new_game(here, 5).state
    for n, (_, _, done) in enumerate(play(here, 5)):
        if chain is None:
            chain = Chain(here, done)
        else:
            chain.follow(done)
        if n % 5 == 0 or done.state.phase == "over":
            check_state(here, done.state)
        for event in done.events:
            check_event(here, before, done, event)
            causes.add(event.cause)
        phases = [(e.turn, e.phase) for e in done.events]
        assert phases == sorted(phases, key=lambda p: (p[0], ORDER.index(p[1])))
        before = done.state
    for cause in causes:
        check_cause(world, here, cause)
    assert before.phase == "over"


ORDER = ("start", "plan", "council", "resolve", "drift", "end", "over")


# ── any legal commands ──────────────────────────────────────────────


def drawn(
    here: Book, seed: int, choices: Iterator[int], turns: int
) -> Iterator[tuple[Command, Step]]:
    """A game in which each choice is a number: the place of a command among those offered."""
    first = new_game(here, seed)
    yield Command("", ""), first
    state = first.state
    while state.phase != "over" and state.turn <= turns:
        offered = options(here, state, asked(here, state))
        number = next(choices, None)
        if number is None:
            return
        # Now and then a seat ends; else no turn would.
        command = (
            offered[-1]
            if state.phase == "plan" and number % 4 == 0
            else offered[number % len(offered)]
        )
        done = step(here, state, command)
        assert isinstance(done, Step), str(command)
        yield command, done
        state = done.state


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 2**64 - 1),
    numbers=st.lists(st.integers(0, 10_000), min_size=20, max_size=160),
)
def test_any_legal_commands_keep_every_promise(seed: int, numbers: list[int]) -> None:
    here = book("hansa")
    chain = None
    said: list[tuple[str, str, str]] = []
    for command, done in drawn(here, seed, iter(numbers), 400):
        if chain is None:
            chain = Chain(here, done)
        else:
            chain.follow(done)
            said.append((command.seat, command.words, fingerprint(done.state)))
        check_state(here, done.state)
    state = new_game(here, seed).state
    for seat, words, print_of in said:
        read = parse_command(here, state, seat, words)
        assert isinstance(read, Command)
        again = step(here, state, read)
        assert isinstance(again, Step)
        state = again.state
        assert fingerprint(state) == print_of


@pytest.mark.parametrize("world", WORLDS)
def test_a_replay_is_the_same_game(world: str) -> None:
    here = book(world)
    game = [(command, done) for _, command, done in play(here, 9, turns=10)]
    fresh = Book.of(here.scenario)
    state = new_game(fresh, 9).state
    assert state == game[0][1].state
    for command, done in game[1:]:
        read = parse_command(fresh, state, command.seat, command.words)
        assert read == command
        again = step(fresh, state, command)
        assert again == done
        state = again.state


# ── the same bytes everywhere ───────────────────────────────────────

PLAY = """
import json, sys
from pathlib import Path
from typing import Any
sys.path[:0] = [{root!r}, {source!r}, *{packages!r}]
from tests.contract.worlds import book, play
from csto_game.rules import fingerprint
marks = {{}}
for world, turns in {worlds!r}:
    marks[world] = [fingerprint(done.state) for _, _, done in play(book(world), 3, turns=turns)]
print(json.dumps(marks))
"""
LENGTHS = (("hansa", 8), ("tashkent_1992", 5))


def packages() -> list[str]:
    """Where the pure Python packages of this environment are, for another interpreter to use."""
    return [path for path in sys.path if path.endswith("site-packages")]


@cache
def here_and_now() -> dict[str, list[str]]:
    return {
        world: [fingerprint(done.state) for _, _, done in play(book(world), 3, turns=turns)]
        for world, turns in LENGTHS
    }


def elsewhere(python: str, hash_seed: str) -> dict[str, list[str]]:
    script = PLAY.format(
        root=str(ROOT), source=str(ROOT / "src"), packages=packages(), worlds=LENGTHS
    )
    run = subprocess.run(
        [python, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("hash_seed", ["1", "4242"])
def test_the_same_game_with_other_hashes(hash_seed: str) -> None:
    assert elsewhere(sys.executable, hash_seed) == here_and_now()


@pytest.mark.parametrize("version", ["3.12", "3.13"])
def test_the_same_game_in_another_python(version: str) -> None:
    homes = sorted(Path.home().glob(f".pyenv/versions/{version}*/bin/python"))
    if not homes or sys.version_info[:2] == tuple(map(int, version.split("."))):
        pytest.skip(f"there is no other Python {version} here")
    assert elsewhere(str(homes[-1]), "7") == here_and_now()
