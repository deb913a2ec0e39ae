"""The one widget: it shows rows of spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from csto_game.ui.look import Look
from csto_game.ui.paint import Painter
from csto_game.ui.rect import Rect
from csto_game.ui.rows import Row, row_width
from csto_game.ui.width import clusters

_GAP = 48
"""Equal cells between two changes that are repainted with them: cheaper than moving the cursor and naming two
colors once more.
"""


class Canvas(Widget):
    """One part of the screen. `show` takes all rows; what has not changed is not sent again."""

    DEFAULT_CSS = "Canvas { position: absolute; }"
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self.rect = Rect(0, 0, 0, 0)
        self.rows: tuple[Row, ...] = ()
        self._strips: list[Strip] = []
        self._painter: Painter | None = None

    def place(self, rect: Rect) -> bool:
        """Stand there from now on; nowhere if the part is empty. Whether it has moved."""
        if rect == self.rect:
            return False
        self.rect = rect
        self.display = bool(rect.width and rect.height)
        self.styles.offset = (rect.x, rect.y)
        self.styles.width, self.styles.height = rect.width, rect.height
        return True

    def row(self, y: int) -> Row:
        """What is shown in a row of the screen."""
        return self.rows[y - self.rect.y]

    def show(self, rows: Sequence[Row], look: Look) -> None:
        """Show these rows instead of the last ones."""
        if self._painter is None or self._painter.look is not look:
            self._painter, self.rows, self._strips = Painter(look), (), []
        before, self.rows = self.rows, tuple(rows)
        paint = self._painter.strip
        if len(before) != len(self.rows):
            self._strips = [paint(row) for row in self.rows]
            self.refresh()
            return
        changed = [
            y
            for y, (old, new) in enumerate(zip(before, self.rows, strict=True))
            if old is not new and old != new
        ]
        for y in changed:
            self._strips[y] = paint(self.rows[y])
        if changed:  # of which cells, the screen finds out: it knows what stands on the terminal
            self.refresh()

    def render_line(self, y: int) -> Strip:
        if y < len(self._strips):
            return self._strips[y]
        return Strip([Segment(" " * self.size.width)], self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Ready strips, past Textual's styling: it would add grounds and, without color, greys."""
        lines = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width >= self.size.width:
            return lines
        return [line.crop(crop.x, crop.right) for line in lines]


def changed_cells(old: Row, new: Row) -> Iterable[tuple[int, int]]:
    """(first cell, width) of each stretch in which two rows differ; near ones are joined."""
    first, before, after = _differing(old, new)
    if len(before) != len(after):
        yield first, max(row_width(old), row_width(new)) - first
        return
    start = end = -1
    for x, (one, other) in enumerate(zip(before, after, strict=True), first):
        if one == other:
            continue
        if start < 0:
            start = x
        elif x - end > _GAP:
            yield start, end + 1 - start
            start = x
        end = x
    if start >= 0:
        yield start, end + 1 - start


def changed_stretch(old: Row, new: Row) -> tuple[int, int]:
    """(first cell, width) of all in which two rows differ: coarser, for rows that have little in common."""
    first, before, after = _middles(old, new)
    width, other = row_width(after), row_width(before)
    return first, width if width == other else max(row_width(old), row_width(new)) - first


_Cell = tuple[str, tuple[object, ...]]


def _differing(old: Row, new: Row) -> tuple[int, list[_Cell], list[_Cell]]:
    """The cells of what differs, and where they begin."""
    first, before, after = _middles(old, new)
    return first, _cells(before), _cells(after)


def _middles(old: Row, new: Row) -> tuple[int, Row, Row]:
    """The spans between those with which both rows begin and end, and the first cell of them."""
    most, head, tail = min(len(old), len(new)), 0, 0
    while head < most and old[head] == new[head]:
        head += 1
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return row_width(old[:head]), old[head : len(old) - tail], new[head : len(new) - tail]


def _cells(row: Row) -> list[_Cell]:
    """Each cell's sign and look; blanks that look alike are alike, whatever color a letter would have there."""
    cells: list[_Cell] = []
    for span in row:
        style = (span.fg, span.bg, span.bold, span.italic, span.reverse)
        blank = style if span.reverse else (span.bg,)
        text = span.text
        if text.isascii():
            cells += [(char, blank if char == " " else style) for char in text]
            continue
        for part, width in clusters(text):
            cells += [(part, blank if part == " " else style)] * width
    return cells
