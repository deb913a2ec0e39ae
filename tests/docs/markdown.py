"""Pages of the manual: their fenced blocks, and comparing (or writing) what stands in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
MODDING = DOCS / "modding"
TUTORIAL = MODDING / "tutorial"
WRITES = os.environ.get("CSTO_DOCS") == "write"
"""Whether blocks that no longer hold are written anew, to be read as a diff."""

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,4}) (.+)$", re.MULTILINE)
_NAMED = re.compile(r"# ([\w./-]+\.(?:toml|po|md))\n")


@frozen
class Block:
    """A fenced block, the ``number``-th of its page. ``heading`` is the nearest one above it."""

    kind: str
    body: str
    heading: str
    number: int

    @property
    def file(self) -> str:
        """The file that its first line names, "" if it names none."""
        found = _NAMED.match(self.body)
        return found[1] if found else ""

    @property
    def text(self) -> str:
        """The body without the line that names a file."""
        return self.body.split("\n", 1)[1] if self.file else self.body


def blocks(page: Path) -> list[Block]:
    """All fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    bare = _FENCE.sub(lambda found: re.sub("[^\n]", " ", found[0]), text)
    heads = [(found.start(), found[2]) for found in _HEADING.finditer(bare)]
    made = []
    for found in _FENCE.finditer(text):
        above = [name for start, name in heads if start < found.start()]
        made.append(Block(found[1], found[2], above[-1] if above else "", len(made)))
    return made


def settle(page: Path, told: Iterable[tuple[Block, str]]) -> None:
    """Each block must say what was told; with CSTO_DOCS=write it is made to."""
    wrong = [(block, now) for block, now in told if block.body != now]
    if WRITES and wrong:
        _write(page, {block.number: now for block, now in wrong})
        return
    for block, now in wrong:
        said = f"{page.name}, “{block.heading}” (CSTO_DOCS=write makes it anew)"
        pytest.fail(f"{said}\n--- the page\n{block.body}--- the tools\n{now}")


def _write(page: Path, bodies: dict[int, str]) -> None:
    text = page.read_text(encoding="utf-8")
    numbered = list(enumerate(_FENCE.finditer(text)))
    for number, found in reversed(numbered):
        if number in bodies:
            text = text[: found.start(2)] + bodies[number] + text[found.end(2) :]
    page.write_text(text, encoding="utf-8")
