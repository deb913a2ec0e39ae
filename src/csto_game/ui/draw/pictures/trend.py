"""One number over all turns, and what moved it."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

from attrs import frozen

from csto_game.ui.draw.parts import plus
from csto_game.ui.draw.pictures.axis import (
    LEFT,
    base_row,
    bounds,
    dates_row,
    ticks,
    with_numbers,
    x_of,
    y_of,
)
from csto_game.ui.draw.pictures.number import rule_off
from csto_game.ui.draw.pictures.plot import Plot
from csto_game.ui.draw.pictures.seen import Seen
from csto_game.ui.figures import decimals
from csto_game.ui.look import Look
from csto_game.ui.rows import Row, Span, cell, clip, join
from csto_game.ui.words import say

_MOST = 10


@frozen
class Note:
    """A turn worth a letter: by how much the number moved, why, and what else happened."""

    turn: int
    amount: int
    because: str
    text: str


def trend_rows(seen: Seen, width: int, height: int, look: Look) -> list[Row]:
    """A chart above, its letters explained below."""
    values = [value for value in seen.course if value is not None]
    if not values:
        return [(look.note(" " + say("We do not know this number, and never did.")),)]
    few = min(_MOST, max(2, (height - 8) // 2))
    found = notes(seen, few)
    told = [_note(seen, letter, note, width, look) for letter, note in lettered(found)]
    tall = max(4, height - len(told) - 3)
    return [*_chart(seen, found, values, width, tall, look), *told]


def notes(seen: Seen, most: int) -> tuple[Note, ...]:
    """The turns that matter most: the largest moves, and the gravest of what happened."""
    figure = seen.figure
    span = max(figure.high - figure.low, 1) if figure else 100
    said = {}
    for mark in sorted(seen.marks(), key=lambda one: one.weight):
        said[mark.turn + 1] = mark
    moved = {move.turn: move for move in seen.moves() if move.turn <= len(seen.course)}
    ranked: list[tuple[int, Note]] = []
    for turn, move in moved.items():
        happened = said.get(turn)
        text = happened.text if happened is not None else ""
        grave = happened.weight // 20 if happened is not None else 0
        weight = abs(move.amount) * 1000 // span + grave
        ranked.append((weight, Note(turn, move.amount, move.because, text)))
    ranked.sort(key=lambda one: (-one[0], one[1].turn))
    return tuple(sorted((note for _, note in ranked[:most]), key=lambda note: note.turn))


def lettered(found: Sequence[Note]) -> list[tuple[str, Note]]:
    return list(zip(ascii_lowercase, found, strict=False))


def _chart(
    seen: Seen, found: Sequence[Note], values: Sequence[int], width: int, tall: int, look: Look
) -> list[Row]:
    wide, count = width - LEFT - 1, len(seen.course)
    figure = seen.figure
    low, high = bounds(values, figure.low if figure else 0, figure.high if figure else 100)
    plot = Plot(wide, tall, look)
    points = [
        None if value is None else (x_of(n, count, plot.wide), y_of(value, low, high, plot.high))
        for n, value in enumerate(seen.course)
    ]
    plot.course(points, look.theme.accent)
    for letter, note in lettered(found):
        point = points[note.turn - 1] if note.turn <= count else None
        if point:
            _letter(plot, letter, point, look)
    steps = ticks(low, high, max(2, tall // 2))
    rule_off(plot, [y_of(value, low, high, plot.high) for value in steps], look)
    labels = [
        (y_of(value, low, high, plot.high) // plot.down, seen.words(value)) for value in steps
    ]
    at = [(x_of(note.turn - 1, count, wide), letter) for letter, note in lettered(found)]
    rows = with_numbers(plot.rows(), labels, look)
    return [*rows, base_row(wide, at, look), dates_row(seen.dates, wide, look)]


def _letter(plot: Plot, letter: str, point: tuple[int, int], look: Look) -> None:
    """Above the line, or below it where there is no room above."""
    x, y = point[0] // plot.across, point[1] // plot.down
    for place in (y - 1, y + 1, y - 2):
        if 0 <= place < plot.height and plot.is_free(x, place, 1):
            plot.write(x, place, look.key(letter))
            return


def _note(seen: Seen, letter: str, note: Note, width: int, look: Look) -> Row:
    figure = seen.figure
    good, places = (figure.good, decimals(figure)) if figure else ("none", 0)
    amount = plus(note.amount, look, places)
    row = join(
        (Span(" "), look.key(letter), Span(" ")),
        cell((look.dim(seen.date_of(note.turn)),), seen.date_cells),
        cell((look.signed(note.amount, amount, good),), 5, "right"),
        (look.text(f"  {note.because}"),),
        (look.dim(f"  {note.text}" if note.text else ""),),
    )
    return clip(row, width, ellipsis=look.glyphs.more)
