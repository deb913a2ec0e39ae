"""Calibration counts right; what it measures of whole games stands in docs/FORECASTS.md."""

from __future__ import annotations

from tests.hansa import hansa

from csto_game.lab.calibration import Report, Trial, _openings, calibrate, table
from csto_game.rules import seats


def test_report_counts_below_in_and_above() -> None:
    sides = (-1, 0, 0, 0, 0, 0, 0, 0, 1, 1)
    report = Report(tuple(Trial("oil", 1, 1 + n % 2, side) for n, side in enumerate(sides)), ())
    assert report.held() == (10, 10, 70, 20)
    assert "| all | 10 | 10 % | 70 % | 20 % |" in table(report)
    assert Report((), ()).held() == (0, 0, 0, 0)


def test_small_world_is_measured_the_same_way_each_time() -> None:
    report = calibrate(hansa(), games=2, forks=9, every=4, kind="greedy")
    assert len(report.trials) > 50
    assert {trial.side for trial in report.trials} <= {-1, 0, 1}
    assert max(trial.ahead for trial in report.trials) <= 8
    assert all(0 <= chance.said <= 100 for chance in report.chances)
    assert calibrate(hansa(), games=2, forks=9, every=4, kind="greedy") == report


def test_a_moment_of_a_game_does_not_know_what_came_after_it() -> None:
    """Forecasts begin in these states: what has happened later must not stand in their tallies."""
    here = hansa()
    openings = _openings(here, dict.fromkeys(seats(here), "greedy"), 3)
    assert len(openings) > 4
    for state in openings:
        assert all(last <= state.turn for _, last in state.tally.values())
    assert len(openings[1].tally) < len(openings[-1].tally)
