"""A plane of dots finer than cells, and lines on it: braille, half blocks, or plain signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import define, field

from csto_game.ui.glyphs import DOTS
from csto_game.ui.look import Look
from csto_game.ui.map.theme import Rgb
from csto_game.ui.rows import Row, Span


@define
class Plot:
    """`width` × `height` cells; a cell has `across` × `down` dots, (0, 0) at the top left.

    A cell shows one color: that of the dot set last.
    """

    width: int
    height: int
    look: Look
    _cells: dict[tuple[int, int], tuple[int, Rgb]] = field(factory=dict, init=False)
    _texts: dict[tuple[int, int], Span] = field(factory=dict, init=False)

    @property
    def across(self) -> int:
        return DOTS[self.look.glyphs.level].across

    @property
    def down(self) -> int:
        return DOTS[self.look.glyphs.level].down

    @property
    def wide(self) -> int:
        """Dots from left to right."""
        return self.width * self.across

    @property
    def high(self) -> int:
        """Dots from top to bottom."""
        return self.height * self.down

    def dot(self, x: int, y: int, color: Rgb) -> None:
        """Set one dot; outside of the plane nothing happens."""
        if not (0 <= x < self.wide and 0 <= y < self.high):
            return
        place = (x // self.across, y // self.down)
        bit = 1 << (y % self.down) * self.across + x % self.across
        before = self._cells.get(place, (0, color))[0]
        self._cells[place] = (before | bit, color)

    def line(self, start: tuple[int, int], end: tuple[int, int], color: Rgb, step: int = 1) -> None:
        """A straight line; of its dots every `step`-th is set."""
        (x, y), (to_x, to_y) = start, end
        length = max(abs(to_x - x), abs(to_y - y), 1)
        for n in range(0, length + 1, step):
            self.dot(_between(x, to_x, n, length), _between(y, to_y, n, length), color)

    def course(self, points: Sequence[tuple[int, int] | None], color: Rgb, step: int = 1) -> None:
        """Lines from each point to the next; None is a gap."""
        for one, other in pairwise(points):
            if one and other:
                self.line(one, other, color, step)
        for place, point in enumerate(points):
            # a point between two gaps would have no line to show it
            if point and not any(
                (*points[max(0, place - 1) : place], *points[place + 1 : place + 2])
            ):
                self.dot(*point, color)

    def write(self, x: int, y: int, span: Span) -> None:
        """A text over the dots, from a cell on; what would stick out is moved to the left."""
        x = max(0, min(x, self.width - len(span.text)))
        for n, char in enumerate(span.text):
            if 0 <= y < self.height and x + n < self.width:
                one = Span(char, span.fg, span.bg, bold=span.bold, reverse=span.reverse)
                self._texts[x + n, y] = one

    def is_free(self, x: int, y: int, length: int) -> bool:
        """Whether no text stands there yet."""
        return not any((x + n, y) in self._texts for n in range(length))

    def sign(self, x: int, y: int) -> tuple[str, Rgb] | None:
        """The dots of a cell as a sign, and its color; None where there are none."""
        found = self._cells.get((x, y))
        return (DOTS[self.look.glyphs.level].signs[found[0]], found[1]) if found else None

    def rows(self) -> list[Row]:
        signs = DOTS[self.look.glyphs.level].signs
        return [self._row(y, signs) for y in range(self.height)]

    def _row(self, y: int, signs: Mapping[int, str]) -> Row:
        """One span for all cells that look alike: a span for each takes most of the time."""
        spans: list[Span] = []
        run, shown = "", _BLANK
        for x in range(self.width):
            text = self._texts.get((x, y))
            if text is not None:
                sign, looks = text.text, (text.fg, text.bg, text.bold, text.reverse)
            else:
                found = self._cells.get((x, y))
                sign = signs[found[0]] if found else " "
                looks = (found[1], None, False, False) if found else _BLANK
            if looks != shown and run:
                spans.append(_span(run, shown))
                run = ""
            run, shown = run + sign, looks
        return (*spans, _span(run, shown))


_Looks = tuple[Rgb | None, Rgb | None, bool, bool]
"""Color, ground, whether bold, whether reversed."""
_BLANK: _Looks = (None, None, False, False)


def _span(text: str, looks: _Looks) -> Span:
    fg, bg, bold, is_reversed = looks
    return Span(text, fg, bg, bold=bold, reverse=is_reversed)


def _between(start: int, end: int, n: int, length: int) -> int:
    """The `n`-th of `length` even steps, rounded to the nearest."""
    return start + (2 * (end - start) * n + length) // (2 * length)
