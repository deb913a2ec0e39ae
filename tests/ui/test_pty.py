"""The program on a real terminal line: what it sends, and how it goes."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

COLOR = re.compile(rb"\x1b\[[0-9;]*(?<![0-9])(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?![0-9])[0-9;]*m")
"""A sequence that chooses a color; 39 and 49, the terminal's own, are none."""


class Line:
    """One end of a terminal line; the program is at the other."""

    def __init__(self, descriptor: int, process: subprocess.Popen[bytes]) -> None:
        self.descriptor = descriptor
        self.process = process
        self.heard = b""

    def hear(self, needle: bytes, *, seconds: float = 20.0) -> bytes:
        """Read until the program has sent `needle`; everything since the last time."""
        end = time.monotonic() + seconds
        start = len(self.heard)
        while needle not in self.heard[start:]:
            left = end - time.monotonic()
            assert left > 0, f"{needle!r} never came; last: {self.heard[-400:]!r}"
            if select.select([self.descriptor], [], [], left)[0]:
                self.heard += os.read(self.descriptor, 65536)
        return self.heard[start:]

    def press(self, keys: bytes) -> None:
        os.write(self.descriptor, keys)


@contextmanager
def terminal(home: Path, *arguments: str, **environment: str) -> Iterator[Line]:
    """`csto play` at 80×24."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(ours, (24, 80))
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    command = [sys.executable, "-m", "csto_game", "--home", str(home), "play", *arguments]
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=kept | {"TERM": "xterm-256color", "LANG": "C.UTF-8"} | environment,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Line(ours, process)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(ours)


def test_no_color_sends_no_color(tmp_path: Path) -> None:
    with terminal(tmp_path, "tashkent_1992", "--role", "KAZ", NO_COLOR="1") as line:
        line.hear(b"acts left")
        line.press(b"v")
        line.hear(b"verbs")
        assert not COLOR.findall(line.heard)


def test_without_utf8_only_ascii_is_sent(tmp_path: Path) -> None:
    with terminal(tmp_path, LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii") as line:
        line.hear(b"New game")
        assert line.heard.isascii()


@pytest.mark.parametrize("depth", ["true", "256", "16"])
def test_colors_of_the_chosen_depth(depth: str, tmp_path: Path) -> None:
    with terminal(tmp_path, CSTO_COLOR=depth) as line:
        line.hear(b"New game")
        has = {"true": b"38;2;", "256": b"38;5;"}
        for name, mark in has.items():
            assert (mark in line.heard) == (name == depth)
        assert COLOR.findall(line.heard)


def test_leaving_gives_the_terminal_back(tmp_path: Path) -> None:
    with terminal(tmp_path) as line:
        line.hear(b"New game")
        line.press(b"Q")
        line.hear(b"\x1b[?1049l")
        assert line.process.wait(10) == 0
