"""One heap for all threads, where the system can."""

from __future__ import annotations

import ctypes
import platform
import subprocess
import sys

import pytest

from csto_game.machine.heap import share_one_heap

_THREADS = """
import sys, threading
from csto_game.machine.heap import share_one_heap
if "share" in sys.argv:
    share_one_heap()
held, barrier = [], threading.Barrier(4)
def work():
    barrier.wait()
    held.extend(bytes(5000) for _ in range(200))
    barrier.wait()
threads = [threading.Thread(target=work) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
ranges = [row.split()[0].split("-")[0] for row in open("/proc/self/maps")]
print(sum(int(start, 16) % (64 << 20) == 0 for start in ranges))
"""
"""Counts maps that begin at a multiple of 64 MB: glibc puts the heaps of threads there."""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another allocator")
def test_threads_get_no_heaps_of_their_own() -> None:
    def heaps(*words: str) -> int:
        command = [sys.executable, "-c", _THREADS, *words]
        return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)

    assert heaps() > 0
    assert heaps("share") == 0


@pytest.mark.parametrize("error", [OSError, AttributeError, TypeError])
def test_another_allocator_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def refuse(name: None) -> None:
        raise error

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert share_one_heap() is False
