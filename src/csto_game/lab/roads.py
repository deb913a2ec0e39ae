"""Can a seat win by opposite roads? A planner that leans one way plays it, the others as ever.

`scripts/roads_tashkent.py` says which roads of the 1992 campaign, and prints the table of docs/BALANCE.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean, median

from attrs import evolve, frozen

from csto_game.lab.facts import read
from csto_game.lab.game import play_out
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Op, Value
from csto_game.rules import Book, new_game
from csto_game.rules.draft import Draft
from csto_game.rules.standing import score_row
from csto_game.session.leaders import Leaders


@frozen
class Road:
    """A way to lead a country: what counts beside its leader's own aims, and what it likes to do.

    ``value`` is in hundredths of a point, ``likes`` by verb.
    """

    id: str
    value: Value
    likes: Mapping[str, int] = {}


@frozen
class Journey:
    """What came of a road: games, those the seat won, its median points, the mean of watched numbers
    at the end, and the endings.
    """

    seat: str
    road: str
    games: int
    won: int
    points: float
    ends: tuple[tuple[str, float], ...]
    endings: tuple[str, ...]


def led(scenario: Scenario, roads: Mapping[str, Road]) -> Scenario:
    """The world with these seats' leaders on these roads."""
    actors, leaders = dict(scenario.actors), dict(scenario.ai)
    for seat, road in roads.items():
        own = leaders.get(actors[seat].ai) or next(iter(leaders.values()))
        name = f"{own.id}_{seat}_{road.id}"
        leaders[name] = evolve(
            own,
            id=name,
            value=Op("+", own.value, road.value, "number"),
            verbs={**own.verbs, **road.likes},
        )
        actors[seat] = evolve(actors[seat], ai=name)
    return evolve(scenario, actors=actors, ai=leaders)


def journey(
    scenario: Scenario,
    roads: Mapping[str, Road],
    seat: str,
    seeds: Sequence[int],
    watch: Sequence[str] = (),
) -> Journey:
    """Games of planners with these seats on these roads, told for one of them."""
    book = Book.of(led(scenario, roads))
    ends = [_end(book, seed) for seed in seeds]
    verdicts = [end.verdict for end in ends]
    rows = [score_row(end, seat) for end in ends]
    return Journey(
        seat=seat,
        road=roads[seat].id if seat in roads else "",
        games=len(ends),
        won=sum(1 for verdict in verdicts if verdict and seat in verdict.won),
        points=median(row.points if row else 0 for row in rows),
        ends=tuple((path, fmean(read(end, path) for end in ends)) for path in watch),
        endings=tuple(verdict.ending if verdict else "" for verdict in verdicts),
    )


def _end(book: Book, seed: int) -> Draft:
    draft = Draft(book, new_game(book, seed).state, log=False)
    leaders = Leaders(book, {book.layout.codes[seat]: "planner" for seat in book.seats}, seed)
    play_out(draft, leaders, turns=book.scenario.clock.turns)
    return draft
