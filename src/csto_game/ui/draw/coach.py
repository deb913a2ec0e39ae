"""The coach: what a lesson would have one do next, in the rows above the message."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join, row_width, spread, wrap
from csto_game.ui.words import say

_WIDEST = 120
"""Cells that a line of the coach uses at most."""
_LINES = 2
"""Lines that a text has room for without the rest of the screen moving."""
_MARGIN = " " * 5
_MOST_BEADS = 12
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
    """Three rows, more only for a longer text or a hint: what is above them should not jump at each step.

    A large screen has the keys in a head over the text, a small one below it.
    """
    inner = min(width - 4, _WIDEST)
    lines = list(wrap(told.text, inner - 4))
    lines += [""] * (_LINES - len(lines))
    if height >= _SHORT:
        rows = [_head(told, inner + 4, look), *_text(lines, "", look)]
    else:
        place = f"{told.number}/{told.count}"
        left = join((Span(_MARGIN),), _keys(told, look))
        rows = [*_text(lines, place, look), spread(left, _own_keys(told, look), inner + 4)]
    if told.hint:
        rows += [(Span(_MARGIN), look.note(line)) for line in wrap(told.hint, inner - 4)]
    return [fit(row, width, look.theme.panel) for row in rows]


def hint_rows(text: str, off: str, width: int, look: Look) -> list[Row]:
    """A hint for a screen that is open for the first time; its own key sends all of them away."""
    right = (look.key(off), look.dim(f" {say('no hints')} ")) if off else EMPTY
    signs = (f" {look.glyphs.cursor} ", "   ")
    lines = wrap(text, min(width, _WIDEST) - row_width(right) - 5)
    rows = [(look.key(signs[min(n, 1)]), look.note(line)) for n, line in enumerate(lines)]
    return [
        fit(spread(row, right if n == len(lines) - 1 else EMPTY, width), width, look.theme.panel)
        for n, row in enumerate(rows)
    ]


def _head(told: Told, width: int, look: Look) -> Row:
    """The chapter's name gives way to the progress and the keys."""
    progress = say("step {number} of {count}", number=told.number, count=told.count)
    place = (look.dim(f"  {progress}  "), *_beads(told, look), Span(" "), *_keys(told, look))
    own = _own_keys(told, look)
    sign = (look.key(f" {look.glyphs.cursor} "),)
    room = width - row_width(join(sign, place, own)) - 1
    name = clip((look.strong(told.chapter),), room, ellipsis=look.glyphs.more)
    return spread(join(sign, name, place), own, width)


def _text(lines: Sequence[str], place: str, look: Look) -> list[Row]:
    """The text behind a margin, with the step's place before its first line."""
    first = cell((Span(" "), look.key(place)), len(_MARGIN))
    return [
        (*(first if n == 0 else (Span(_MARGIN),)), look.text(line)) for n, line in enumerate(lines)
    ]


def _keys(told: Told, look: Look) -> Row:
    spans: list[Span] = []
    for n, key in enumerate(told.keys):
        spans += [look.dim(f" {say('then')} ")] if n else []
        spans.append(look.mark(f" {key} "))
    return tuple(spans)


def _beads(told: Told, look: Look) -> Row:
    glyphs = look.glyphs
    if told.count > _MOST_BEADS:
        return EMPTY
    marks = [glyphs.done] * (told.number - 1) + [glyphs.now]
    marks += [glyphs.todo] * (told.count - told.number)
    return tuple(look.dim(f"{mark} ") for mark in marks)


def _own_keys(told: Told, look: Look) -> Row:
    named = ((told.skip, say("skip")), (told.off, say("off")))
    return join(*((look.key(key), look.dim(f" {name}  ")) for key, name in named if key))
