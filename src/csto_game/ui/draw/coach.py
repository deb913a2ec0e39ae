"""The coach: what a lesson would have one do next, in the rows above the message."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.ui.look import Look
from csto_game.ui.rows import Row, Span, cell, fit, join, row_width, spread, wrap
from csto_game.ui.words import say

_WIDEST = 120
"""Cells that a line of the coach uses at most."""
_SHORT = 30
"""Rows from which on there is room for a line of its own over the text."""


@frozen
class Told:
    """What the coach says: ``keys`` lead there, pressed one after the other; ``skip`` and ``off`` are the
    coach's own two keys. A ``hint`` has its own line.
    """

    chapter: str
    text: str
    number: int
    count: int
    keys: Sequence[str] = ()
    hint: str = ""
    skip: str = ""
    off: str = ""


def coach_rows(told: Told, width: int, height: int, look: Look) -> list[Row]:
    """Two or three rows on a small screen; on a larger one a head with the progress over the text."""
    inner = min(width - 4, _WIDEST)
    head = _head if height >= _SHORT else _brief
    rows = [fit(row, width, look.theme.panel) for row in head(told, inner, look)]
    if told.hint:
        hint = [(Span("   "), look.note(line)) for line in wrap(told.hint, inner - 2)]
        rows += [fit(row, width, look.theme.panel) for row in hint]
    return rows


def hint_rows(text: str, off: str, width: int, look: Look) -> list[Row]:
    """A hint for a screen that is open for the first time; its own key sends all of them away."""
    left = (Span(" "), look.key(look.glyphs.cursor), Span(" "), look.note(text))
    right = (look.key(off), look.dim(f" {say('no hints')} ")) if off else ()
    return [fit(spread(left, right, width), width, look.theme.panel)]


def _head(told: Told, inner: int, look: Look) -> list[Row]:
    progress = say("step {number} of {count}", number=told.number, count=told.count)
    left = (
        look.key(f" {look.glyphs.cursor} "),
        look.strong(told.chapter),
        look.dim(f"  {progress}  "),
        *_beads(told, look),
    )
    rows: list[Row] = [spread(left, _own_keys(told, look), inner + 4)]
    return rows + _text(told, inner, look)


def _brief(told: Told, inner: int, look: Look) -> list[Row]:
    """The progress in front of the text, the coach's own keys at the end of the last line."""
    rows = _text(told, inner - 4, look, first=f"{told.number}/{told.count} ")
    keys = _own_keys(told, look)
    if row_width(rows[-1]) + row_width(keys) + 1 <= inner + 4:
        rows[-1] = spread(rows[-1], keys, inner + 4)
    else:
        rows.append(spread((), keys, inner + 4))
    return rows


def _text(told: Told, inner: int, look: Look, first: str = "") -> list[Row]:
    """The text, wrapped; the keys stand behind its last word, where they fit."""
    sign = look.key(first or "   ")
    lines = wrap(told.text, inner - 2)
    rows: list[Row] = []
    for n, line in enumerate(lines):
        margin = cell((Span(" " if first else ""), sign), 5 if first else 3)
        rows.append(
            join(margin if n == 0 else (Span(" " * row_width(margin)),), (look.text(line),))
        )
    if told.keys:
        keys = _keys(told, look)
        if row_width(rows[-1]) + row_width(keys) <= inner:
            rows[-1] = join(rows[-1], keys)
        else:
            rows.append(join((Span(" " * (5 if first else 3)),), keys[1:]))
    return rows


def _keys(told: Told, look: Look) -> Row:
    spans: list[Span] = [Span("  ")]
    for n, key in enumerate(told.keys):
        spans += [look.dim(f" {say('then')} ")] if n else []
        spans.append(look.mark(f" {key} "))
    return tuple(spans)


def _beads(told: Told, look: Look) -> Row:
    glyphs = look.glyphs
    marks = [glyphs.done] * (told.number - 1) + [glyphs.now]
    marks += [glyphs.todo] * (told.count - told.number)
    return tuple(look.dim(f"{mark} ") for mark in marks)


def _own_keys(told: Told, look: Look) -> Row:
    named = ((told.skip, say("skip")), (told.off, say("off")))
    return join(*((look.key(key), look.dim(f" {name}  ")) for key, name in named if key))
