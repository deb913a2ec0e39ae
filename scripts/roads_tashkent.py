"""Opposite roads to victory in the campaign of 1992, and how a union state comes about."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from csto_game.lab.roads import Journey, Road, journey
from csto_game.model.scenario import Scenario
from csto_game.model.tree import ActorNamed, Const, Op, Read, Scoped, Value
from csto_game.session.worlds import open_world

SIX = ("ARM", "BLR", "KAZ", "KGZ", "TJK", "UZB")
FORM = Read("form", "number")


def _own(stat: str) -> Read:
    return Read(stat, "number", Scoped("self"))


def _tie(power: str) -> Read:
    return Read("tie", "number", Scoped("self"), ActorNamed(power))


def _times(value: Value, by: int) -> Value:
    return Op("*", value, Const(by), "number")


def _sum(one: Value, other: Value) -> Value:
    return Op("+", one, other, "number")


LOYAL = Road("with Moscow", _times(_own("bond"), 10), {"leave": -400})
ALONE = Road("with nobody", _sum(_times(_own("bond"), -25), _times(_own("own_will"), 15)))
ROADS: Mapping[str, tuple[Road, Road]] = {
    "RUS": (Road("closer", _times(FORM, 50)), Road("looser", _times(FORM, -50))),
    "ARM": (LOYAL, Road("west", _sum(_times(_own("bond"), -15), _times(_tie("WST"), 25)))),
    "BLR": (LOYAL, ALONE),
    "KAZ": (LOYAL, ALONE),
    "KGZ": (Road("open", _times(_own("open"), 12)), Road("court", _times(_own("elite"), 12))),
    "TJK": (
        Road("guarantee", _times(_own("faith"), 30), {"base_hub": 60}),
        Road("army", _times(_own("ready"), 30), {"base_hub": -60}),
    ),
    "UZB": (LOYAL, Road("out", _times(_own("bond"), -25), {"leave": 150})),
}
"""Two opposite roads of each seat, after the objective that says so."""

UNION = Road("union", _sum(_times(_own("bond"), 10), _times(FORM, 80)), {"leave": -400})


def rows(scenario: Scenario, games: int, first: int, seats: Sequence[str]) -> Iterator[str]:
    """The table, a line for each seat and road; then the endings where all draw the Union closer."""
    seeds = range(first, first + games)
    yield "| Seat | Road | Won | Median points | At the end |"
    yield "|---|---|---|---|---|"
    for seat in seats:
        watch = ("alliance.form",) if seat == "RUS" else (f"{seat}.alliance.share",)
        for road in ROADS[seat]:
            yield _row(journey(scenario, {seat: road}, seat, seeds, (*watch, f"{seat}.membership")))


def unions(scenario: Scenario, games: int, first: int) -> Iterator[str]:
    """Endings where Russia alone, and where all seats draw the Union closer."""
    seeds = range(first, first + games)
    for name, seats in (("Russia", ("RUS",)), ("all", ("RUS", *SIX))):
        found = journey(
            scenario, dict.fromkeys(seats, UNION), "RUS", seeds, ("alliance.form", "world.deep")
        )
        endings = ", ".join(f"{end} {n}" for end, n in Counter(found.endings).most_common())
        form = dict(found.ends)["alliance.form"]
        yield f"| {name} for the Union | {games} games | form {form:.0f} | {endings} |"


def _row(found: Journey) -> str:
    ends = ", ".join(f"{path} {value:.0f}" for path, value in found.ends)
    percent = f"{100 * found.won / found.games:.0f} %"
    return f"| {found.seat} | {found.road} | {percent} | {found.points:.0f} | {ends} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", help="folder of the scenario")
    parser.add_argument("--games", type=int, default=10)
    parser.add_argument("--first", type=int, default=3001, help="first seed")
    parser.add_argument("--only", choices=("roads", "unions"), default=None)
    parser.add_argument("--seats", default=",".join(ROADS), help="of the roads")
    given = parser.parse_args()
    scenario = open_world(given.scenario, ()).book.scenario
    if given.only != "unions":
        for row in rows(scenario, given.games, given.first, given.seats.split(",")):
            print(row, flush=True)
    if given.only != "roads":
        for row in unions(scenario, given.games, given.first):
            print(row, flush=True)


if __name__ == "__main__":
    main()
