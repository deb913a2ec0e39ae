"""Which objectives programs reach in sampled games: those that nobody or everybody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from csto_game.lab.game import play_out
from csto_game.lab.seating import Seating
from csto_game.rules import Book, new_game, seats
from csto_game.rules.draft import Draft
from csto_game.rules.standing import score_row
from csto_game.session.leaders import SKILL, Leaders

GAMES = 50
KINDS = ("planner", "greedy", "random")
"""They take turns over the seats: what none of them reaches, hardly anybody does."""


@frozen
class Reached:
    """In how many of the games an objective of a role held at the end."""

    role: str
    objective: str
    held: int
    games: int


def sample(
    book: Book, *, games: int = GAMES, tell: Callable[[int, int], None] | None = None
) -> tuple[Reached, ...]:
    """Play games with seeds 1, 2, … and count; the same world gives the same counts."""
    seating = Seating(tuple(seats(book)), KINDS)
    counts: dict[tuple[str, str], int] = {}
    for game in range(games):
        for role, objective, holds in _end(book, seating, game):
            counts[role, objective] = counts.get((role, objective), 0) + holds
        if tell:
            tell(game + 1, games)
    return tuple(Reached(*names, held, games) for names, held in counts.items())


def _end(book: Book, seating: Seating, game: int) -> Iterator[tuple[str, str, bool]]:
    seed = game + 1
    draft = Draft(book, new_game(book, seed).state, log=False)
    leaders = Leaders(book, seating.of(game), seed, SKILL)
    play_out(draft, leaders, turns=book.scenario.clock.turns)
    for seat in book.roles:
        score = score_row(draft, seat)
        if score is not None:
            yield from ((score.role, row.id, row.holds) for row in score.objectives)
