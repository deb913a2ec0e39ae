"""The second world, loaded once for all tests that play in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from csto_game.rules import Book
from csto_game.session.match import Match
from csto_game.session.worlds import open_world

ROOT = Path(__file__).resolve().parents[1]
HANSA = ROOT / "tests" / "worlds" / "hansa"


@cache
def hansa() -> Book:
    """The compiled world."""
    return open_world(str(HANSA), ()).book


def begin(folder: Path | None, *, seed: int = 3, **seats: str) -> Match:
    """A new game; Lübeck is a person's unless told otherwise."""
    return Match.new(hansa(), seats or {"LUB": "human"}, seed, folder=folder)


def quiet(folder: Path | None, *, seed: int = 3) -> Match:
    """A new game of Lübeck's in which nobody else does anything: it changes only with the rules."""
    seats = dict.fromkeys(hansa().scenario.actors, "idle")
    del seats["BRU"], seats["VIT"]
    return begin(folder, seed=seed, **(seats | {"LUB": "human"}))


def play_on(match: Match, *, turns: int = 99) -> None:
    """Let programs play and end or abstain for the person, until so many turns are over."""
    last = match.turn + turns
    match.run()
    while match.waiting_for and match.turn < last:
        words = "end" if match.view(match.waiting_for).phase == "plan" else "vote abstain"
        command = match.parse(words)
        match.submit(command)  # type: ignore[arg-type]  # both are always well formed
        match.run()
