"""README and licence of a package, read from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csto_game.content.papers import Paper
from csto_game.ui.draw.box import rule
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, cell, wrap
from csto_game.ui.words import say

_NAMES: Mapping[str, str] = {
    "id": "package",
    "version": "version",
    "authors": "by",
    "licence": "licence",
    "home": "home",
}
_HEADING = "#"
_WIDEST = 96
"""Cells of a line of text at most."""


def package_rows(
    papers: Sequence[Paper] | None, imprint: Sequence[tuple[str, str]], width: int, look: Look
) -> list[Row]:
    """What the package says of itself in its manifest, then each file under its name."""
    if papers is None:
        return [(look.note(f" {look.glyphs.more}"),)]
    room = min(width - 2, _WIDEST)
    rows: list[Row] = []
    for key, text in imprint:
        first, *rest = wrap(text, room - 12) or ("",)
        rows.append((*cell((look.dim(f" {say(_NAMES[key])}"),), 12), look.text(first)))
        rows += [(look.text(" " * 12 + line),) for line in rest]
    for paper in papers:
        rows += [EMPTY] if rows else []
        rows += [(look.key(f" {paper.name}"),), rule(width, look)]
        rows += _text(paper, room, look)
    if not papers:
        rows += [EMPTY, (look.note(f" {say('It brings neither a README nor a licence.')}"),)]
    return rows


def _text(paper: Paper, room: int, look: Look) -> list[Row]:
    if paper.trouble:
        return [(look.warn(f" {line}"),) for line in wrap(paper.trouble, room)]
    rows: list[Row] = []
    for line in paper.lines:
        paint = look.strong if line.startswith(_HEADING) else look.text
        indent = " " * min(len(line) - len(line.lstrip()), room // 2)
        rows += [(paint(f" {indent}{part}"),) for part in wrap(line.strip(), room - len(indent))]
    if paper.is_cut:
        rows.append((look.note(f" {say('It goes on; the rest is in the file.')}"),))
    return rows
