"""What reading packages costs: the campaign, a world of 20,000 lines, and the most that a package may hold.

For `bench.py`, which puts these rows into its table.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from csto_game.content.cache import Way, read
from csto_game.content.entry import FILE_BYTES, TABLE_BYTES
from csto_game.content.load import Loaded, load

LINES = 20_000
COPIES = 9
Best = Callable[[Callable[[], object], int], float]

_MOST = """\
[package]
id = "most"
format = 1
version = "1.0.0"
name = "Most"
[clock]
year = 1
steps = ["year"]
[country.AAA]
name = "A"
membership = "member"
[stat.calm]
owner = "country"
name = "Calm"
"""


def costs(folder: Path, best: Best) -> list[tuple[str, float, str, float, float | None]]:
    """Rows as (name, reached, unit, goal, seconds)."""
    loading = best(lambda: _sound(load(folder, warn=False)), 5)
    again = _again(folder, best)
    checking = best(lambda: _sound(load(folder)), 3)
    with tempfile.TemporaryDirectory() as place:
        large = _large(folder, Path(place) / "large")
        most = _most(Path(place) / "most")
        long = best(lambda: _sound(load(large)), 2)
        full = best(lambda: _sound(load(most)), 2)
        megabytes = _memory(most)
    return [
        ("load the scenario to play it, as it is kept", again * 1000, "ms", 150, again),
        ("  the first time, from its files", loading * 1000, "ms", 150, loading),
        ("check it", checking * 1000, "ms", 300, checking),
        (f"check a world of {LINES:,} lines", long * 1000, "ms", 3000, long),
        ("check as many tables as there may be", full * 1000, "ms", 2000, full),
        ("  memory for it", megabytes, "MB", 200, None),
    ]


def _sound(loaded: Loaded) -> None:
    assert loaded.scenario is not None, loaded.problems[:3]


def _again(folder: Path, best: Best) -> float:
    """Seconds to load what was loaded before."""
    with tempfile.TemporaryDirectory() as place:
        way = Way((), "en", Path(place))
        _sound(read(folder, (), way))
        return best(lambda: _sound(read(folder, (), way)), 5)


def _large(folder: Path, to: Path) -> Path:
    """The scenario, its cards again and again under other names until there are lines enough."""
    to.mkdir()
    lines = 0
    cards = []
    for file in sorted(folder.glob("*.toml")):
        text = file.read_text(encoding="utf-8")
        (to / file.name).write_text(text, encoding="utf-8")
        lines += text.count("\n")
        if file.name.startswith("incidents"):
            # Constants at the head of a file stand once.
            cards.append((file.name, text[text.index("[incident.") :]))
    for copy in range(COPIES):
        for name, text in cards:
            if lines < LINES:
                again = text.replace("[incident.", f"[incident.{'bcdefghij'[copy]}_")
                (to / f"{copy}_{name}").write_text(again, encoding="utf-8")
                lines += text.count("\n")
    return to


def _most(to: Path) -> Path:
    """Rules of which none is like another, as many as fit."""
    to.mkdir()
    (to / "scenario.toml").write_text(_MOST, encoding="utf-8")
    left, number, part = TABLE_BYTES - len(_MOST), 0, 0
    while left > 0:
        page, size = [], 0
        while size < min(left, FILE_BYTES) - 4_000:
            page.append(_card(number))
            size += len(page[-1])
            number += 1
        (to / f"f{part}.toml").write_text("".join(page), encoding="utf-8")
        left -= size + 4_000
        part += 1
    return to


def _card(number: int) -> str:
    lines = "".join(
        f'self.calm + {row} if self.calm > {row} and AAA.calm < {number % 90 + 9} because "{number} {row}"\n'
        for row in range(30)
    )
    return (
        f"[incident.i{number}]\nby = 'member where self.calm > {number % 90}'\n"
        f"name = 'N'\ntext = 'T'\ndo = '''\n{lines}'''\n"
    )


def _memory(package: Path) -> float:
    """The most memory that `csto check` needs for a package."""
    command = [sys.executable, "-m", "csto_game", "check", str(package)]
    subprocess.run(command, check=False, capture_output=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
