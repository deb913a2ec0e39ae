"""One problem as text: place, sentence and code; the line with a caret; why, try, at."""

from __future__ import annotations

import unicodedata

from csto_game.content.characters import shown
from csto_game.content.problem import Problem

WIDEST = 160
"""Columns of a quoted line; a longer one is cut around the caret."""


def render(problem: Problem) -> str:
    """The problem in the form of the manual, without a newline at the end."""
    p = problem
    place = f"{shown(p.file)}:{p.line}:{p.column}" if p.line else shown(p.file)
    # What has no line says by itself how grave it is, unless it is less than an error.
    grave = f"{p.severity}: " if p.line or p.severity != "error" else ""
    rows = [f"{place}: {grave}{shown(p.message)}  [{p.code}]"]
    if p.source:
        rows += _quote(p)
    if p.why:
        rows.append(f" why: {shown(p.why)}")
    if p.hint:
        rows.append(f" try: {shown(p.hint)}")
    rows += [f"  at: {shown(a.file)}:{a.line}:{a.column}: {shown(a.message)}" for a in p.also]
    return "\n".join(rows)


def _quote(p: Problem) -> list[str]:
    start, end = p.column - 1, max(p.column, p.end_column - 1)
    source = p.source + " " * (end - len(p.source))
    low, high = _window(len(source), start, end)
    before = ("… " if low else "") + shown(source[low:start])
    marked = shown(source[start : min(end, high)])
    after = shown(source[min(end, high) : high]) + (" …" if high < len(source) else "")
    gutter = " " * (len(str(p.line)) + 1)
    line = f"{before}{marked}{after}".rstrip()
    return [
        f" {p.line} | {line}",
        f"{gutter} | {' ' * _cells(before)}{'^' * max(1, _cells(marked))}",
    ]


def _window(length: int, start: int, end: int) -> tuple[int, int]:
    if length <= WIDEST:
        return 0, length
    low = max(0, min(start - WIDEST // 4, length - WIDEST))
    return low, min(length, max(low + WIDEST, min(end, start + 1)))


def _cells(text: str) -> int:
    """Screen cells: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
