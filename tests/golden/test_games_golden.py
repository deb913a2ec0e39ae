"""Complete games of programs: their fingerprints, and one of them told in words.

`make golden` writes the files anew. A change of a rule, a scenario or a program changes them; read
the diff and keep it if it is what was meant.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.contract.worlds import MIX, book, play

from csto_game.model.event import Event
from csto_game.model.state import Verdict
from csto_game.rules import Book, fingerprint
from csto_game.rules.texts import date

FOLDER = Path(__file__).parent / "games"
KINDS = {"random": ("random",), "greedy": ("greedy",), "planner": ("planner",), "mixed": MIX}
GAMES = {
    "hansa": [(kind, seed) for kind in KINDS for seed in (1, 2, 3)],
    "tashkent_1992": [("random", 1), ("greedy", 2), ("planner", 3), ("mixed", 1), ("mixed", 2), ("mixed", 3)],
}  # fmt: skip
EVERY = 4
"""Turns between two fingerprints of a game, so that a difference can be found."""


def compare(name: str, lines: Sequence[str]) -> None:
    path = FOLDER / name
    text = "".join(f"{line}\n" for line in lines)
    if os.environ.get("CSTO_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), "make golden, and read the diff"


# ── fingerprints ────────────────────────────────────────────────────


def told(world: str, kind: str, seed: int) -> str:
    """``mixed 2: 40 turns, ten_years, KAZ 61 RUS 40, won KAZ`` and fingerprints on the way."""
    marks, commands, done = [], -1, None
    for _, _, done in play(book(world), seed, KINDS[kind]):
        commands += 1
        if done.state.turn > EVERY * len(marks):
            marks.append(fingerprint(done.state))
    assert done is not None
    verdict = done.state.verdict
    assert verdict is not None
    scores = " ".join(f"{seat} {points}" for seat, points in verdict.scores)
    way = " ".join((*marks, fingerprint(done.state)))
    return (
        f"{kind} {seed}: {verdict.turn} turns, {commands} commands, {verdict.ending}; {scores}; "
        f"won {' '.join(verdict.won) or 'nobody'}\n    {way}"
    )


@pytest.mark.parametrize("world", GAMES)
def test_complete_games_are_as_they_were(world: str) -> None:
    compare(f"{world}.txt", [told(world, kind, seed) for kind, seed in GAMES[world]])


# ── one game in words ───────────────────────────────────────────────

LARGEST = 6
FLAG = 1000
"""Changes as large as this are turns in which flags end, not numbers."""
_FACTS = ("dealt", "befell", "lapsed", "outcome", "passed", "failed", "opened", "raised", "lowered", "closed",
          "promised", "kept", "broken", "lifted", "sent", "returned", "unmet", "news", "chapter", "ended",
          "limit")  # fmt: skip


def story(here: Book, seed: int) -> Iterator[str]:
    """Turn by turn: every command, what began or ended, and the largest changes with their reasons."""
    turn, happened = 0, []
    for _, command, done in play(here, seed):
        if command.kind not in ("", "end"):
            yield f"  {command}"
        for event in done.events:
            if event.turn != turn:
                yield from largest(happened)
                turn, happened = event.turn, []
                yield f"\n== turn {turn}, {date(here.scenario.clock, turn)}"
            happened.append(event)
            if event.kind in _FACTS:
                yield f"    {event.kind} {names(event)}{event.text}"
        verdict: Verdict | None = done.state.verdict
    yield from largest(happened)
    assert verdict is not None
    yield f"\n{verdict.ending}: {dict(verdict.scores)}, won {', '.join(verdict.won) or 'nobody'}"


def names(event: Event) -> str:
    who = [name for name in (event.by, event.to) if name not in ("", "none")]
    return " → ".join(dict.fromkeys(who)) + " " if who else ""


def largest(happened: list[Event]) -> Iterator[str]:
    changes = [e for e in happened if e.kind == "change" and e.cause.thing != "alignment"]
    changes = [e for e in changes if abs(e.after - e.before) < FLAG]
    changes.sort(key=lambda e: (-abs(e.after - e.before), e.path))
    for event in changes[:LARGEST]:
        held = f", held from {event.asked}" if event.asked != event.after else ""
        reason = event.because or event.cause.thing
        yield f"    {event.path} {event.before} → {event.after}{held} ({reason}; {event.phase})"


def test_a_game_in_words_is_as_it_was() -> None:
    compare("hansa-mixed-4.txt", list(story(book("hansa"), 4)))
