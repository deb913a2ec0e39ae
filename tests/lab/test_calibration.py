"""Calibration counts right; what it measures of whole games stands in docs/FORECASTS.md."""

from __future__ import annotations

from tests.hansa import hansa

from csto_game.lab.calibration import Report, Trial, calibrate, table
from csto_game.session.spread import stretched


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


def test_bands_are_stretched_by_a_fifth_within_bounds() -> None:
    assert stretched((40, 50, 55)) == (38, 50, 56)
    assert stretched((7, 7, 7)) == (7, 7, 7)
    assert stretched((1, 11, 99), (0, 100)) == (0, 11, 100)
