"""What the game costs here: `make bench`. Every figure also in turns of one fixed loop, run beside it,
so that two machines, or one machine on two days, can be compared.

Work is measured in processor time, so other programs disturb little; what a player waits for (starting, the
first frame) by the clock, and keys without the time in which another program held the core.
Nothing here is asserted by tests.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from attrs import field, frozen
from bench_packages import costs

from csto_game.content.load import load
from csto_game.lab.game import play_game
from csto_game.lab.seating import Seating
from csto_game.lab.sim import Task, simulate
from csto_game.model.tree import Const, Op, Read, Scoped
from csto_game.rules import Book, new_game, seats
from csto_game.rules.draft import Draft
from csto_game.session.forecast import Forecaster
from csto_game.session.replay import load as load_save

with contextlib.suppress(ImportError):  # Windows has no such lines
    import bench_screen

ROOT = Path(__file__).resolve().parents[1]
TURNS = 40
LOOP = 100_000
"""Rounds of the reference loop that are counted as one."""

WARM = {"random": 5, "greedy": 2, "planner": 1}
"""Games before it counts."""

TARGETS = {
    # Whole games of seven seats a minute and core; the later goal is 4,000, 1,000 and 100.
    "random": 1500,
    "greedy": 400,
    "planner": 40,
}


@frozen
class Row:
    name: str
    reached: float
    unit: str
    target: float | None = None
    more_is_better: bool = False
    loops: float | None = None

    @property
    def verdict(self) -> str:
        if self.target is None:
            return ""
        met = self.reached >= self.target if self.more_is_better else self.reached <= self.target
        return "met" if met else "missed"


# ── the reference ───────────────────────────────────────────────────


@frozen
class _Record:
    numbers: dict[str, int] = field(factory=dict)
    turn: int = 0


def reference() -> float:
    """Seconds of processor time for LOOP rounds of reading and writing dicts and attributes."""
    record = _Record({f"stat{n}": n for n in range(25)}, 3)
    keys = list(record.numbers)
    begun = time.process_time()
    total = 0
    for n in range(LOOP):
        key = keys[n % 25]
        value = record.numbers[key] + record.turn
        record.numbers[key] = value if value < 100 else 0
        total += value
    return time.process_time() - begun


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of processor time of the quickest of some rounds."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


# ── what is measured ────────────────────────────────────────────────


def games(book: Book, kind: str, count: int) -> Row:
    """Whole games, after some for warming up: what a world's rules cost to compile is none of a game's."""
    all_seats = dict.fromkeys(seats(book), kind)
    for seed in range(WARM[kind]):
        play_game(book, all_seats, 1000 + seed, turns=TURNS)
    begun, turns = time.process_time(), 0
    for seed in range(count):
        turns += play_game(book, all_seats, seed, turns=TURNS).turns
    # Games that ended early count by the turns they had.
    a_game = (time.process_time() - begun) / max(1, turns) * TURNS
    name = f"games of {TURNS} turns a minute and core, {kind}"
    return Row(name, 60 / a_game, "/min", TARGETS[kind], more_is_better=True, loops=a_game)


def forecasts(book: Book) -> Row:
    """100 forks over 8 turns: processor time, shared by two cores."""
    state = new_game(book, 1).state
    forecaster = Forecaster(book, jobs=0)
    seat = next(iter(book.roles))
    forecaster.ask(state, seat, forks=5)
    begun = time.process_time()
    forecaster.ask(state, seat, forks=25)
    seconds = (time.process_time() - begun) * 100 / 20 / 2
    return Row("forecast of 100 forks, of each of two cores", seconds, "s", 3, loops=seconds)


def loading(folder: Path) -> list[Row]:
    loaded = load(folder).scenario
    assert loaded is not None, "a broken scenario cannot be measured"
    compiled = best(lambda: new_game(Book.of(loaded), 1), 2)
    return [
        *(
            Row(name, reached, unit, goal, loops=seconds)
            for name, reached, unit, goal, seconds in costs(folder, best)
        ),
        Row("compile it and begin a game", compiled * 1000, "ms", loops=compiled),
    ]


def condition(book: Book) -> list[Row]:
    """A condition of two comparisons, compiled, and the same as a bare lambda on a dict."""
    own = next(
        s for s in book.scenario.stats.values() if s.owner == ("country",) and s.formula is None
    )
    shared = next(
        s for s in book.scenario.stats.values() if s.owner == ("world",) and s.formula is None
    )
    tree = Op(
        "and",
        Op(">=", Read(own.id, "number", Scoped("self")), Const(own.min), "yes"),
        Op("<=", Read(shared.id, "number"), Const(shared.max), "yes"),
        "yes",
    )
    test, draft = book.test(tree), Draft(book, new_game(book, 1).state, log=False)
    numbers = {"own": 30, "shared": 19}
    bare: Callable[[dict[str, int]], bool] = lambda n: n["own"] >= 0 and n["shared"] <= 100  # noqa: E731

    def compiled() -> None:
        for _ in range(LOOP):
            test(draft, 0, 1, 1, 0)

    def plain() -> None:
        for _ in range(LOOP):
            bare(numbers)

    ours, theirs = best(compiled, 3), best(plain, 3)
    return [
        Row("one compiled condition", ours / LOOP * 1e6, "µs", loops=ours / LOOP),
        Row("  against a bare lambda", ours / theirs, "×", 6),
    ]


def saves(book: Book, folder: Path) -> list[Row]:
    """A game of greedy leaders, saved, and played again from its save."""
    with tempfile.TemporaryDirectory() as place:
        seating = Seating(seats(book), ("greedy",))
        task = Task(str(folder), seating, 1, 1, TURNS, saves=place)
        simulate(task, book)
        save = next(Path(place).iterdir())
        size = save.stat().st_size
        begun = time.process_time()
        played = load_save(save, lambda _: book).played
        seconds = time.process_time() - begun
    return [
        Row(
            "commands replayed a second",
            played / seconds,
            "/s",
            1000,
            more_is_better=True,
            loops=seconds / played,
        ),
        Row(f"save of a game of {TURNS} turns", size / 1024, "kB", 30),
    ]


def starting() -> list[Row]:
    """Python alone, and `csto --help`."""
    alone = waited([sys.executable, "-c", "pass"])
    helped = waited([sys.executable, "-m", "csto_game", "--help"])
    return [Row("csto --help, beyond Python alone", (helped - alone) * 1000, "ms", 150)]


def waited(command: list[str]) -> float:
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - begun)
    return min(times)


def frames() -> list[Row]:
    """From starting the program to its first frame on a terminal, and an empty Textual program beside it."""
    ours, against, work = bench_screen.firsts()
    return [
        Row("first frame", ours * 1000, "ms", 600),
        Row("  against an empty Textual program", against, "×", 1.5),
        Row("  the same in processor time", work, "×", 1.5),
    ]


def screens(turns: int) -> list[Row]:
    """Keys at three sizes, while nothing else goes on, while leaders think and while games are imagined."""
    rows: list[Row] = []
    for size, wait, written in zip(bench_screen.SIZES, WAITS, WRITTEN, strict=True):
        shown = f"{size[0]}×{size[1]}"
        for about, kind in SCREENS.items():
            found = bench_screen.medians(kind(size))
            if found is None:
                continue
            name = f"{shown} key to frame{about} ({found.wait * 1000:.0f} by clock)"
            rows.append(Row(name, found.free * 1000, "ms", wait))
            if not about:
                rows.append(Row(f"{shown}   processor time of it", found.work * 1000, "ms"))
                rows.append(Row(f"{shown}   written for it", found.size / 1000, "kB", written))
        opened, closed, most = bench_screen.turning(size)
        rows.append(Row(f"{shown} written for a page that opens", opened / 1000, "kB"))
        rows.append(Row(f"{shown}   and for one that closes", closed / 1000, "kB"))
        rows.append(Row(f"{shown}   frames of either, at most", most, ""))
    (*_, (_, last)) = bench_screen.remembered(turns)
    return [*rows, Row(f"memory of a campaign after {turns} turns", last, "MB", 90)]


WAITS = (20, 25, 50)
WRITTEN = (5, 10, 21)
SCREENS = {
    "": bench_screen.planning,
    ", as a turn ends": bench_screen.others_playing,
    ", forecast": bench_screen.forecasting,
}


# ── the table ───────────────────────────────────────────────────────


def table(rows: list[Row], loop: float) -> str:
    lines = [f"{'':44}{'reached':>14}{'target':>12}          {'in loops':>10}"]
    for row in rows:
        target = f"{row.target:,.0f}" if row.target is not None else ""
        loops = f"{row.loops / loop:,.4g}" if row.loops is not None else ""
        reached = f"{row.reached:,.1f} {row.unit}"
        lines.append(f"{row.name:44}{reached:>14}{target:>12}  {row.verdict:8}{loops:>10}")
    lines.append(
        f"\nOne loop: {LOOP:,} rounds of dict and attribute work, {loop * 1000:.2f} ms of processor time here."
        f"\nPython {sys.version.split()[0]}, {os.cpu_count()} cores."
    )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="tashkent_1992")
    parser.add_argument("--games", type=int, default=6, help="games of each kind of program")
    parser.add_argument("--turns", type=int, default=8, help="turns after which memory is measured")
    options = parser.parse_args()
    folder = ROOT / "scenarios" / options.scenario
    scenario = load(folder).scenario
    if scenario is None:
        sys.stderr.write(f"{folder} has mistakes; csto check says which\n")
        return 2
    book, loops = Book.of(scenario), [reference()]
    rows = [games(book, kind, options.games) for kind in ("random", "greedy", "planner")]
    loops.append(reference())
    rows += [forecasts(book), *loading(folder), *condition(book), *saves(book, folder), *starting()]
    if "bench_screen" in globals():
        rows += [*frames(), *screens(options.turns)]
    loops.append(reference())
    sys.stdout.write(table(rows, min(loops)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
