"""Every trap is refused with its message, in bounded time and memory, and never shown raw.

The bound of time is the limit that `gauge` sets on each check, twice what is promised, so that a slow machine
fails no test; `make bench` tells what the largest of them takes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.traps import TRAPS

from csto_game.content.characters import REFUSED

GAUGE = Path(__file__).with_name("gauge.py")
MEGABYTES = 200.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are POSIX")


@pytest.fixture(scope="module")
def gauge() -> Iterator[subprocess.Popen[str]]:
    """One process that has everything imported and forks for each trap."""
    with subprocess.Popen(
        [sys.executable, str(GAUGE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        assert process.stdin
        process.stdin.close()


def measured(gauge: subprocess.Popen[str], path: Path) -> dict[str, Any]:
    assert gauge.stdin
    assert gauge.stdout
    gauge.stdin.write(f"{path}\n")
    gauge.stdin.flush()
    found: dict[str, Any] = json.loads(gauge.stdout.readline())
    return found


@pytest.mark.parametrize("name", TRAPS)
def test_it_is_refused_at_once_and_shown_safely(
    name: str, tmp_path: Path, gauge: subprocess.Popen[str]
) -> None:
    lay, says = TRAPS[name]

    found = measured(gauge, lay(tmp_path))

    assert says in found["text"]
    assert found["code"] == 2
    assert "Traceback" not in found["text"]
    assert "went wrong in the game itself" not in found["text"]
    assert not REFUSED.search(found["text"].replace("\n", ""))
    assert found["mb"] < MEGABYTES


def test_there_are_enough_traps() -> None:
    broken = len(list((Path(__file__).parent / "toml").glob("*.toml")))
    assert len(TRAPS) + broken >= 120
