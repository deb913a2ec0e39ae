"""How far a simulation is: a bar on a terminal, else a line each tenth."""

from __future__ import annotations

from typing import TextIO

from csto_game.text.catalog import say

WIDTH = 30


class Progress:
    """Told how many are done; writes to ``out`` (standard error)."""

    def __init__(self, out: TextIO | None) -> None:
        self.out = out
        self.is_terminal = out is not None and out.isatty()
        self.tenth = 0

    def __call__(self, done: int, of: int) -> None:
        if self.out is None:
            return
        if self.is_terminal:
            self._bar(done, of)
        elif done * 10 // of > self.tenth:
            self.tenth = done * 10 // of
            self.out.write(say("sim.line", done=done, games=of) + "\n")
        self.out.flush()

    def _bar(self, done: int, of: int) -> None:
        assert self.out is not None
        filled = WIDTH * done // of
        bar = "#" * filled + "." * (WIDTH - filled)
        text = say("sim.line", done=done, games=of)
        self.out.write(f"\r[{bar}] {text}" + ("\r\x1b[K" if done == of else ""))
