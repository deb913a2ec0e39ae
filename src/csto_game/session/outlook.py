"""What a forecast says: bands of numbers, chances of endings."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.session.forks import Fork
from csto_game.session.spread import Driver, Odds, drivers

POINTS = "points"
"""The path of the seat's own score in a forecast."""


@frozen
class Band:
    """One number: ``now``, and (turn, 10 %, 50 %, 90 %) at the start of each turn ahead."""

    path: str
    label: str
    now: int
    rows: tuple[tuple[int, int, int, int], ...]

    @property
    def last(self) -> tuple[int, int, int, int]:
        """The band at the horizon."""
        return self.rows[-1]


@frozen
class Forecast:
    """``n`` of ``asked`` forks were played. ``endings`` are (ending's id, per cent) within the
    horizon, ``""`` for play going on; ``winning`` is the chance in per cent of having won, or of
    standing at or above the mark, at the horizon.
    """

    seat: str
    turn: int
    ahead: int
    n: int
    asked: int
    bands: tuple[Band, ...]
    endings: tuple[Odds, ...]
    winning: int
    command: Command | None = None
    refusal: Refusal | None = None
    forks: tuple[Fork, ...] = field(default=(), repr=False)

    def band(self, path: str) -> Band | None:
        """The band of one number, or None."""
        return next((band for band in self.bands if band.path == path), None)

    def decides(self, path: str, most: int = 3) -> tuple[Driver, ...]:
        """What tells forks apart in which the number ends high and low."""
        paths = [band.path for band in self.bands]
        if path not in paths or not self.forks:
            return ()
        place = paths.index(path)
        ends = [numbers(fork, paths)[-1][place] for fork in self.forks]
        return drivers([fork.facts for fork in self.forks], ends, most)


def numbers(fork: Fork, paths: Sequence[str]) -> list[tuple[int, ...]]:
    """The fork's numbers by turn, in the order of the paths; points come first if they are asked for."""
    if POINTS not in paths:
        return list(fork.rows)
    return [(points, *row) for points, row in zip(fork.points, fork.rows, strict=True)]
