"""Asking the terminal how wide a character is."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from csto_game.machine.measure import asking, measured

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")


def answered(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> tuple[int | None, bytes, bool]:
    """What was measured on a terminal that gives this answer, what it was sent, and whether it is as before."""
    ours, theirs = pty.openpty()
    monkeypatch.setenv("TERM", "xterm")
    sent: list[bytes] = []

    def terminal() -> None:
        while b"\x1b[6n" not in b"".join(sent):
            sent.append(os.read(ours, 100))
        if answer:
            os.write(ours, answer)

    before = termios.tcgetattr(theirs)
    thread = threading.Thread(target=terminal)
    thread.start()
    with (
        os.fdopen(os.dup(theirs), "r") as source,
        os.fdopen(os.dup(theirs), "w", encoding="utf-8") as out,
    ):
        cells = measured(source, out)
    thread.join()
    same = termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)
    return cells, b"".join(sent), same


@pytest.mark.parametrize(
    "answer,cells",
    [
        (b"\x1b[1;2R", 1),
        (b"\x1b[24;3R", 2),
        (b"typed\x1b[7;3R", 2),
        (b"", None),
        (b"\x1b[1;40R", None),
        (b"\x1b[99999;3R", None),
        (b"x" * 200, None),
    ],
)
def test_the_answer_is_heard_and_the_terminal_is_as_it_was(
    answer: bytes, cells: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, _, same = answered(monkeypatch, answer)
    assert found == cells
    assert same


def test_what_has_no_terminal_is_not_asked(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w+", encoding="utf-8") as file:
        with asking(file, file) as question:
            question.fetch()
        assert question.answer is None
        assert file.tell() == 0
