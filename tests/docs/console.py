"""Console blocks: ``$ csto …`` is run, and what it says is compared with what stands below it.

In a game in lines, ``> words`` are what the player types. A last line ``…`` stands for the rest
of an answer, a first one for what came before.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout

import pytest
from attrs import define, field

from csto_game.cli.main import main

MORE = "…"
_PASSING = re.compile(r"\d+ of \d+ games")
"""Lines that tell of progress."""


@define
class _Typist:
    """Standard input that remembers how much was said before each line was read."""

    out: io.StringIO
    lines: list[str]
    marks: list[int] = field(factory=list)
    _next: Iterator[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._next = iter(self.lines)

    def readline(self) -> str:
        self.marks.append(self.out.tell())
        return next(self._next, "")

    def isatty(self) -> bool:
        return False


def answers(command: str, typed: list[str], monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the command says, before and after each line typed."""
    words = shlex.split(command)
    assert words[0] == "csto", command
    out = io.StringIO()
    typist = _Typist(out, [f"{line}\n" for line in typed])
    monkeypatch.setattr("sys.stdin", typist)
    with redirect_stdout(out), redirect_stderr(out):
        main(words[1:])
    said = out.getvalue()
    marks = typist.marks[: len(typed)]
    ends = [*typist.marks[1 : len(typed) + 1], len(said)] if typed else [len(said)]
    first = marks[0] if typed else len(said)
    pieces = [said[:first], *(said[a:b] for a, b in zip(marks, ends, strict=False))]
    return [_lines(piece) for piece in pieces]


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if not _PASSING.fullmatch(line)]


def fit(shown: list[str], now: list[str]) -> list[str]:
    """As much of an answer as the page shows."""
    if shown == [MORE]:
        return shown
    if shown[-1:] == [MORE]:
        return [*now[: len(shown) - 1], MORE]
    if shown[:1] == [MORE]:
        return [MORE, *now[len(now) - len(shown) + 1 :]]
    return now


def replayed(body: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The block as it reads if its commands are run now."""
    rows: list[str] = []
    for command in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        if command:
            rows += _replayed(command.splitlines(), monkeypatch)
    return "\n".join(rows) + "\n"


def _replayed(lines: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    chunks: list[list[str]] = [[]]
    typed: list[str] = []
    for line in lines[1:]:
        if line.startswith("> ") and " play " in lines[0]:
            typed.append(line[2:])
            chunks.append([])
        else:
            chunks[-1].append(line)
    now = answers(lines[0].removeprefix("$ "), typed, monkeypatch)
    rows = [lines[0], *fit(chunks[0], now[0])]
    for words, shown, said in zip(typed, chunks[1:], now[1:], strict=True):
        rows += [f"> {words}", *fit(shown, said)]
    return rows
