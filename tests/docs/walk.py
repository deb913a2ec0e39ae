"""A page walked from top to bottom in an empty folder, as its reader would."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.console import replayed
from tests.docs.markdown import Block, blocks, settle


def walk(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the files that the page tells to write, run its commands, compare what they say.

    A file that is there already must hold what the page shows of it.
    """
    monkeypatch.setenv("CSTO_HOME", str(folder / ".home"))
    monkeypatch.setenv("CSTO_LANG", "en")
    monkeypatch.chdir(folder)
    told: list[tuple[Block, str]] = []
    for block in blocks(page):
        if block.file:
            _file(folder / block.file, block)
        elif block.kind == "console":
            told.append((block, replayed(block.body, monkeypatch)))
    settle(page, told)


def _file(path: Path, block: Block) -> None:
    if path.exists():
        assert block.text.strip("\n") in path.read_text(encoding="utf-8"), (path, block.body)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")
