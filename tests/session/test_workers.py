"""Processes that play forks: let go at once, and gone before Python is."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.hansa import HANSA, begin, hansa

from csto_game.session.forks import Course
from csto_game.session.workers import AT_ONCE, Workers, wait_for_leaving


def test_processes_that_were_let_go_can_be_waited_for() -> None:
    before = set(threading.enumerate())
    match = begin(None)
    match.run()
    workers = Workers(hansa(), 2)
    course = Course(match.table.state, "LUB", 1, ())
    forks = workers.play(course, range(1, 33))
    next(forks)
    assert multiprocessing.active_children()
    workers.close()
    workers.close()  # once more does no harm
    wait_for_leaving()
    assert not multiprocessing.active_children()
    left = set(threading.enumerate()) - before
    assert not left, "a pool that is still closing is woken by Python's end, and complains"
    assert len(list(forks)) < AT_ONCE, "nobody wants the rest"


@pytest.mark.parametrize("lines", ["forecast\nquit\n", "forecast\n"])
def test_nothing_is_printed_when_the_program_ends_after_a_forecast(
    lines: str, tmp_path: Path
) -> None:
    words = ["play", str(HANSA), "--plain", "--seed", "3"]
    done = subprocess.run(
        [sys.executable, "-m", "csto_game", f"--home={tmp_path}", *words],
        input=lines,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert "programs" in done.stdout, "a forecast was told"
