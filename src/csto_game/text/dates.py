"""Dates of the game: the step of the year and the year."""

from __future__ import annotations

from csto_game.model.scenario import Clock


def date(clock: Clock, turn: int) -> str:
    """``Spring 1992``; years before the first are counted backwards, for there is no year 0."""
    past, step = divmod(clock.step - 1 + turn - 1, len(clock.steps))
    year = clock.year + past
    if clock.year < 0 <= year:
        year += 1
    name = clock.steps[step]
    return f"{name[:1].upper()}{name[1:]} {year}" if year > 0 else f"{name[:1].upper()}{name[1:]} {-year} BC"
