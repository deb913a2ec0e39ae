"""A tiny world of four countries and two powers, written anew for each test that needs more in it."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from csto_game.content.load import load
from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.rules import Book, Step, new_game, parse_command, step
from csto_game.rules.draft import Draft
from csto_game.rules.texts import value_of

BASE = """
[package]
id = "tiny"
format = 1
version = "1.0.0"
name = "Tiny"
[clock]
year = 2000
steps = ["spring", "autumn"]
turns = 12
[alliance]
name = "Union"

[stat.oil]
owner = "world"
name = "Oil"
start = 40
[stat.answer]
owner = "world"
name = "Answer"
min = -1000000000
max = 1000000000
start = 0
[stat.unity]
owner = "alliance"
name = "Unity"
start = 50
[stat.coin]
owner = "country"
name = "Coin"
start = 50
[stat.heat]
owner = "country"
name = "Heat"
start = 10
[stat.plan]
owner = "country"
name = "Plan"
seen = "owner"
[stat.lord]
owner = "country"
name = "Lord"
holds = "actor"
[stat.mood]
owner = "country"
name = "Mood"
holds = ["calm", "cross", "wild"]
[stat.wealth]
owner = "country"
name = "Wealth"
is = "self.coin / 2 + 20"
[stat.trust]
owner = ["country", "country"]
name = "Trust"
start = 50
[stat.kin]
owner = ["country", "country"]
name = "Kin"
mutual = true
start = 30
[stat.tie]
owner = ["country", "power"]
name = "Tie"
start = 20
[stat.greed]
owner = "power"
name = "Greed"
start = 40

[country.AAA]
name = "Alfa"
membership = "member"
neighbours = ["BBB"]
[country.BBB]
name = "Bravo"
membership = "member"
[country.CCC]
name = "Charlie"
membership = "member"
[country.DDD]
name = "Delta"
[power.PPP]
name = "Papa"
[power.QQQ]
name = "Quebec"
[ai.plain]
name = "Plain"
value = "self.coin"
"""


@cache
def book(tables: str = "", base: str = BASE) -> Book:
    """The tiny world and some tables more, loaded like any package."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "scenario.toml").write_text(base + tables, encoding="utf-8")
        loaded = load(Path(folder))
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert loaded.scenario is not None, errors
    return Book.of(loaded.scenario)


class Game:
    """A game of the tiny world, played by lines such as ``AAA: go BBB``."""

    def __init__(
        self,
        tables: str = "",
        *,
        seed: int = 1,
        base: str = BASE,
        persons: tuple[str, ...] = (),
    ) -> None:
        self.book = book(tables, base)
        first = new_game(self.book, seed, persons=persons)
        self.state: State = first.state
        self.events: list[Event] = list(first.events)
        self.last: tuple[Event, ...] = first.events

    @property
    def asked(self) -> str:
        return self.book.layout.codes[self.state.active]

    def command(self, line: str) -> Command:
        seat, _, words = line.partition(": ")
        command = parse_command(self.book, self.state, seat, words)
        assert isinstance(command, Command), command
        return command

    def try_(self, line: str) -> Step | Refusal:
        return step(self.book, self.state, self.command(line))

    def do(self, *lines: str) -> Game:
        for line in lines:
            done = self.try_(line)
            assert isinstance(done, Step), (line, done)
            self.state, self.last = done.state, done.events
            self.events += done.events
        return self

    def refused(self, line: str) -> str:
        """The code of the refusal, "" if the command is accepted."""
        done = self.try_(line)
        return done.code if isinstance(done, Refusal) else ""

    def pass_(self) -> None:
        """Whoever is asked does nothing."""
        self.do(f"{self.asked}: {'end' if self.state.phase == 'plan' else 'vote abstain'}")

    def until(self, seat: str) -> Game:
        """Others pass until the seat plans."""
        while self.state.phase != "plan" or self.asked != seat:
            self.pass_()
        return self

    def end(self, turns: int = 1) -> Game:
        """Everybody passes until so many turns are over, or the game is."""
        goal = self.state.turn + turns
        while self.state.phase != "over" and self.state.turn < goal:
            self.pass_()
        return self

    def draft(self) -> Draft:
        return Draft(self.book, self.state, log=False)

    def value(self, path: str) -> int:
        """A number by its path, derived ones and flags (expiry turns) too."""
        layout = self.book.layout
        *owners, last = path.split(".")
        stat = layout.stats.get(last)
        if stat is not None and stat.formula is not None:
            return value_of(self.draft(), stat, [layout.index[o] for o in owners if o.isupper()])
        if last == "share":
            return self.state.values[
                layout.find("share", layout.index[owners[0]], layout.column(owners[1]))
            ]
        slot = next(n for n, where in enumerate(layout.slots) if layout.path(where) == path)
        return self.state.values[slot]

    def word(self, path: str) -> str:
        """A choice's word, or an actor's code."""
        stat = self.book.layout.stats[path.rpartition(".")[2]]
        value = self.value(path)
        return stat.words[value] if stat.words else self.book.layout.code(value)

    def told(self, kind: str) -> list[Event]:
        return [event for event in self.events if event.kind == kind]

    def changes(self, path: str) -> list[Event]:
        return [e for e in self.events if e.kind == "change" and e.path == path]


def verb(lines: str, *, id: str = "go", more: str = "") -> str:
    """A verb that anybody may use, with these effects."""
    return f"\n[verb.{id}]\nby = \"country\"\nname = \"Go\"\n{more}\ndo = '''\n{lines}\n'''\n"


def after(
    lines: str, tables: str = "", *, more: str = "", words: str = "go", seed: int = 1
) -> Game:
    """The game after AAA has done these effects."""
    return Game(tables + verb(lines, more=more), seed=seed).do(f"AAA: {words}")


def ask(expression: str, tables: str = "", before: str = "") -> int:
    """What a number expression (with self = AAA) comes to."""
    return after(f"{before}\nworld.answer = {expression}", tables).value("world.answer")


def holds(condition: str, tables: str = "", before: str = "") -> bool:
    """Does a condition hold for AAA?"""
    game = after(f"{before}\nworld.answer = 1 if {condition}", tables)
    return game.value("world.answer") == 1
