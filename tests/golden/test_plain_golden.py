"""A game in line mode as a transcript that a person can read: `make golden` writes it anew."""

from __future__ import annotations

import io
import os
from pathlib import Path

from tests.hansa import quiet

from csto_game import plain

FOLDER = Path(__file__).resolve().parent / "plain"


class _Echo(io.StringIO):
    """Input that is written into the transcript as it is read."""

    def __init__(self, text: str, out: io.StringIO) -> None:
        super().__init__(text)
        self.out = out

    def readline(self, *_: object) -> str:
        line = super().readline()
        self.out.write(f"> {line}" if line else "")
        return line


def test_hansa_in_line_mode_is_as_it_was(tmp_path: Path) -> None:
    script = (FOLDER / "hansa.in").read_text(encoding="utf-8")
    out = io.StringIO()
    match = quiet(tmp_path)
    assert plain.play(match, _Echo(script, out), out, out) == 0
    golden = FOLDER / "hansa.txt"
    if os.environ.get("CSTO_GOLDEN") == "write":
        golden.write_text(out.getvalue(), encoding="utf-8")
    assert out.getvalue() == golden.read_text(encoding="utf-8")
