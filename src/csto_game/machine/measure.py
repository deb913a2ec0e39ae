"""How many cells this terminal gives to a character of ambiguous width: it is asked where its cursor went.

The question is sent before the slow part of the start and the answer fetched after it, so that it
costs no time where there is an answer.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from attrs import define, field

SIGN = "■"
_ASK = f"\r{SIGN}\x1b[6n\r\x1b[K"
_ANSWER = re.compile(rb"\x1b\[\d{1,4};(\d{1,4})R")
PATIENCE_S = 0.1
"""How long is waited for an answer that has not come by the time it is wanted."""
_MOST = 4096


@define
class Question:
    """Asked once; ``answer`` is how many cells, or None where nobody answers."""

    descriptor: int = -1
    answer: int | None = None
    _heard: bytes = field(default=b"", init=False)

    def fetch(self, patience: float = PATIENCE_S) -> None:
        """Wait for the answer, no longer than so many seconds."""
        end = time.monotonic() + patience
        while self.descriptor >= 0 and len(self._heard) < _MOST:
            left = max(0.0, end - time.monotonic())
            if not select.select([self.descriptor], [], [], left)[0]:
                return
            came = os.read(self.descriptor, 256)
            self._heard += came
            found = _ANSWER.search(self._heard)
            if found:
                cells = int(found[1]) - 1
                self.answer = cells if cells in (1, 2) else None
                return
            if not came:
                return


@contextmanager
def asking(source: TextIO | None, out: TextIO | None) -> Iterator[Question]:
    """Ask the terminal; inside, its answer is not echoed. On what is no terminal, nothing happens."""
    question = Question()
    try:
        import termios  # noqa: PLC0415  # not everywhere
        import tty  # noqa: PLC0415
    except ImportError:
        yield question
        return
    if not _is_terminal(source, out) or source is None or out is None:
        yield question
        return
    descriptor = source.fileno()
    try:
        before = termios.tcgetattr(descriptor)
        tty.setcbreak(descriptor, termios.TCSANOW)
    except termios.error:
        yield question
        return
    try:
        with suppress(OSError, UnicodeEncodeError):
            out.write(_ASK)
            out.flush()
            question.descriptor = descriptor
        yield question
    finally:
        with suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSANOW, before)


def measured(source: TextIO | None = None, out: TextIO | None = None) -> int | None:
    """Ask and wait."""
    with asking(source or sys.stdin, out or sys.stdout) as question:
        question.fetch()
    return question.answer


def _is_terminal(*streams: TextIO | None) -> bool:
    with suppress(ValueError, OSError, AttributeError):
        return (
            all(stream is not None and stream.isatty() for stream in streams)
            and os.environ.get("TERM", "") not in ("", "dumb")
            and _is_utf8(streams[-1])
        )
    return False


def _is_utf8(stream: TextIO | None) -> bool:
    encoding = (stream.encoding if stream else "") or ""
    return encoding.lower().replace("-", "") == "utf8"
