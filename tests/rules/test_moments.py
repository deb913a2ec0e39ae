"""What a seat has seen last, and what is shown as changed since."""

from __future__ import annotations

from pathlib import Path

from csto_game.content.load import load
from csto_game.players import choose, make
from csto_game.rules import Book, new_game, seats, step, view
from csto_game.rules.game import Step

HANSA = Path(__file__).parents[1] / "worlds" / "hansa"


def test_changes_are_counted_from_what_was_seen_when_planning_began() -> None:
    scenario = load(HANSA).scenario
    assert scenario is not None
    book = Book.of(scenario)
    state = new_game(book, 4).state
    players = {seat: make("random", book, seat, 4) for seat in seats(book)}
    seen: dict[int, dict[str, int]] = {}
    while state.phase != "over":
        first = state.phase == "plan" and state.turn not in seen
        if first:
            seat = seats(book)[0]
            shown = view(book, state, seat)
            figures = [f for member in shown.members for f in member.figures.values() if f.known]
            seen[state.turn] = {f.path: f.value for f in figures}
            if state.turn > 1:
                before = seen[state.turn - 1]
                wrong = [
                    f.path
                    for f in figures
                    if f.path in before
                    and f.value - f.change != before[f.path]
                    and book.layout.stats[f.stat].holds == "number"
                ]
                assert wrong == []
        done = step(book, state, choose(players[book.layout.codes[state.active]], state))
        assert isinstance(done, Step)
        state = done.state
    assert len(seen) > 5
