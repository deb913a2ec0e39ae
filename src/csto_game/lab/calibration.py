"""Do forecasts keep their word? Whole games are played; at some turns a seat asks for a forecast, and
what then happened is looked for in the band. Eight bands in ten should hold it.

``python -m csto_game.lab.calibration SCENARIO --games 40`` prints the table of docs/FORECASTS.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from csto_game import places
from csto_game.model.rng import mix
from csto_game.model.state import State
from csto_game.rules import Book, new_game, seats
from csto_game.rules.draft import Draft
from csto_game.rules.game import apply
from csto_game.rules.standing import score_row
from csto_game.session.forecast import AHEAD, Forecaster
from csto_game.session.leaders import Leaders
from csto_game.session.numbers import find, value
from csto_game.session.outlook import POINTS, Forecast
from csto_game.session.programs import choice_on
from csto_game.session.worlds import open_world

USUAL = "planner"
LEAST, MOST = 75, 85
"""Per cent of bands that should hold the truth."""


@frozen
class Trial:
    """One number of one forecast, so many turns ahead: was the truth below the band, in it or above?"""

    stat: str
    turn: int
    ahead: int
    side: int


@frozen
class Chance:
    """A forecast chance of winning, in per cent, and whether the seat then stood at its mark."""

    said: int
    came: bool


@frozen
class Report:
    trials: tuple[Trial, ...]
    chances: tuple[Chance, ...]

    def held(self, trials: Iterable[Trial] | None = None) -> tuple[int, int, int, int]:
        """(trials, per cent below, in and above the band)."""
        sides = [trial.side for trial in (self.trials if trials is None else trials)]
        count = max(1, len(sides))
        below, inside, above = (round(100 * sides.count(side) / count) for side in (-1, 0, 1))
        return len(sides), below, inside, above


def calibrate(
    book: Book,
    *,
    games: int,
    seed: int = 1,
    kind: str = USUAL,
    forks: int = 40,
    every: int = 8,
    jobs: int = 0,
) -> Report:
    """Play games and put forecasts to the test; each game asks for another seat."""
    forecaster = Forecaster(book, jobs=jobs, kinds=dict.fromkeys(seats(book), kind))
    trials: list[Trial] = []
    chances: list[Chance] = []
    roles = [code for code in seats(book) if code in book.roles]
    for game in range(games):
        seat = roles[game % len(roles)]
        openings = _openings(book, dict.fromkeys(seats(book), kind), seed + game)
        first = 1 + mix(seed + game) % every
        for turn in range(first, len(openings), every):
            said = forecaster.ask(openings[turn - 1], seat, forks=forks)
            trials += _trials(book, said, openings)
            chances.append(_chance(book, said, openings))
    forecaster.close()
    return Report(tuple(trials), tuple(chances))


def _openings(book: Book, kinds: dict[str, str], seed: int) -> list[State]:
    """The states in which the turns of a game began, and the last one."""
    draft = Draft(book, new_game(book, seed).state, log=False)
    leaders = Leaders(book, kinds, seed)
    found = [_moment(draft)]
    while draft.phase != "over":
        apply(draft, choice_on(leaders, draft, book.layout.codes[draft.active]))
        if draft.turn > len(found) or draft.phase == "over":
            found.append(_moment(draft))
    return found


def _moment(draft: Draft) -> State:
    """The State now. The Draft goes on counting: without a tally of its own the State would know the future."""
    return evolve(draft.freeze(), tally=dict(draft.tally))


def _at(openings: Sequence[State], turn: int) -> State:
    return openings[min(turn, len(openings)) - 1]


def _trials(book: Book, said: Forecast, openings: Sequence[State]) -> Iterator[Trial]:
    for band in said.bands:
        for turn, low, _, high in band.rows:
            found = _value(book, _at(openings, turn), band.path, said.seat)
            side = (found > high) - (found < low)
            yield Trial(band.path.rpartition(".")[2], said.turn, turn - said.turn, side)


def _value(book: Book, state: State, path: str, seat: str) -> int:
    if path != POINTS:
        return value(book, state, find(book, path))
    if state.verdict:
        return dict(state.verdict.scores)[seat]
    row = score_row(Draft(book, state, log=False), seat)
    return row.points if row else 0


def _chance(book: Book, said: Forecast, openings: Sequence[State]) -> Chance:
    state = _at(openings, said.turn + said.ahead)
    if state.verdict:
        return Chance(said.winning, said.seat in state.verdict.won)
    row = score_row(Draft(book, state, log=False), said.seat)
    return Chance(said.winning, row is not None and row.won)


# ── telling ──


def table(report: Report) -> list[str]:
    """The report as rows of a Markdown table: all, by turns ahead, by number; then the chances."""
    trials = report.trials
    rows = ["| | forecasts | below | in the band | above |", "|---|---|---|---|---|"]
    rows.append(_row("all", report.held()))
    rows += [
        _row(f"{ahead} ahead", report.held(t for t in trials if t.ahead == ahead))
        for ahead in range(1, AHEAD + 1)
    ]
    rows += [
        _row(stat, report.held(t for t in trials if t.stat == stat))
        for stat in dict.fromkeys(trial.stat for trial in trials)
    ]
    rows += ["", "| chance of winning said | forecasts | came true |", "|---|---|---|"]
    for low, high in ((0, 20), (20, 40), (40, 60), (60, 80), (80, 101)):
        came = [chance.came for chance in report.chances if low <= chance.said < high]
        if came:
            share = f"{round(100 * sum(came) / len(came))} %"
            rows.append(f"| {low}–{min(high, 100)} % | {len(came)} | {share} |")
    return rows


def _row(name: str, held: tuple[int, int, int, int]) -> str:
    count, below, inside, above = held
    return f"| {name} | {count} | {below} % | {inside} % | {above} % |"


def main() -> int:
    """Print the table; exit code 1 if too few or too many bands hold the truth."""
    parser = argparse.ArgumentParser(prog="python -m csto_game.lab.calibration")
    parser.add_argument("scenario")
    parser.add_argument("--games", type=int, default=14)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forks", type=int, default=40)
    parser.add_argument("--players", default=USUAL)
    parser.add_argument("--jobs", type=int, default=0)
    options = parser.parse_args()
    book = open_world(options.scenario, (places.scenarios(),)).book
    report = calibrate(
        book,
        games=options.games,
        seed=options.seed,
        kind=options.players,
        forks=options.forks,
        jobs=options.jobs,
    )
    sys.stdout.write("\n".join(table(report)) + "\n")
    return 0 if LEAST <= report.held()[2] <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
