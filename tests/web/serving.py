"""`csto serve` as a person starts it, in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen
from tests.hansa import ROOT

# A shell may have told its children to pass over Ctrl+C, and that is inherited.
_START = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from csto_game.cli import main
sys.exit(main())
"""
_AT = re.compile(r"http://[^ ]+")


@frozen
class Served:
    address: str
    process: subprocess.Popen[str]
    said: tuple[str, ...]

    @property
    def host(self) -> str:
        """With the port, as in the Host header."""
        return self.address.split("/")[2]

    @property
    def token(self) -> str:
        return self.address.partition("?token=")[2]

    def end(self) -> int:
        """Ctrl+C, and the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@contextmanager
def served(home: Path, *arguments: str, **environment: str) -> Iterator[Served]:
    command = [sys.executable, "-c", _START, "serve", f"--home={home}", "--port=0"]
    process = subprocess.Popen(
        [*command, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"LANG": "C.UTF-8", "CSTO_LANG": "en"} | environment,
    )
    try:
        assert process.stdout
        said: list[str] = []
        for line in process.stdout:
            said.append(line.rstrip())
            if found := _AT.search(line):
                yield Served(found[0], process, tuple(said))
                break
        else:
            raise AssertionError(said)
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def games(process: subprocess.Popen[str]) -> list[int]:
    """The processes of games that a server has begun (Linux only)."""
    task = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(child) for child in task.read_text(encoding="utf-8").split()]
