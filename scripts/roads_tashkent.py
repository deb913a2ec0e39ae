"""Opposite roads to victory in the campaign of 1992, and how a union state comes about."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from csto_game.lab.roads import Journey, Road, journey
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Const, Op, Pole, Read, Scoped, Value
from csto_game.session.worlds import open_world

SIX = ("ARM", "BLR", "KAZ", "KGZ", "TJK", "UZB")
SHARE = Read("share", "number", Scoped("self"), Pole("alliance"))
FORM = Read("form", "number")


def _times(value: Value, by: int) -> Value:
    return Op("*", value, Const(by), "number")


LOYAL = Road("loyal", _times(SHARE, 4), {"leave": -400, "distance_hub": -100, "base_hub": 40})
LEAVING = Road("leaving", _times(SHARE, -4), {"leave": 400, "distance_hub": 60, "base_hub": -100})
CLOSER = Road("closer", _times(FORM, 50))
LOOSER = Road("looser", _times(FORM, -50))
UNION = Road("union", Op("+", _times(SHARE, 4), _times(FORM, 80), "number"), {"leave": -400})


def rows(scenario: Scenario, games: int, first: int) -> Iterator[str]:
    """The table, a line for each seat and road; then the endings where all draw the Union closer."""
    seeds = range(first, first + games)
    yield "| Seat | Road | Won | Median points | At the end |"
    yield "|---|---|---|---|---|"
    for road in (CLOSER, LOOSER):
        watch = ("alliance.form", "alliance.exits")
        yield _row(journey(scenario, {"RUS": road}, "RUS", seeds, watch))
    for seat in SIX:
        for road in (LOYAL, LEAVING):
            watch = (f"{seat}.alliance.share", f"{seat}.membership")
            yield _row(journey(scenario, {seat: road}, seat, seeds, watch))


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
    given = parser.parse_args()
    scenario = open_world(given.scenario, ()).book.scenario
    if given.only != "unions":
        for row in rows(scenario, given.games, given.first):
            print(row, flush=True)
    if given.only != "roads":
        for row in unions(scenario, given.games, given.first):
            print(row, flush=True)


if __name__ == "__main__":
    main()
