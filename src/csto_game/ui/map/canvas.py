"""The cells of a picture while it is being made, and which of them already carry a sign."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from csto_game.ui.map.glyphs import COLORED, Level, ascii_text
from csto_game.ui.map.paint import Cell, Style
from csto_game.ui.map.span import Row, Span
from csto_game.ui.map.theme import MapTheme, Rgb, text_color
from csto_game.ui.width import cell_width, clusters, plain_line

_SIGN, _STYLE = itemgetter(0), itemgetter(1)
BLANK: Style = (None, None, False, False, False)


class Canvas:
    """Text is written only where it fits and nothing was written before; all else is refused."""

    def __init__(
        self,
        cells: list[list[Cell]],
        grounds: tuple[bytes, ...],
        fill: tuple[Rgb, ...],
        level: Level,
        theme: MapTheme,
    ) -> None:
        self.cells = cells
        self.grounds = grounds  # the owner code of each cell, and the color by code
        self.fill = fill
        self.level = level
        self.theme = theme
        self.height = len(cells)
        self.width = len(cells[0])
        self.taken = [bytearray(self.width) for _ in cells]

    def fit(self, text: str) -> str:
        """`text` as this level can show it, without anything that could break a row."""
        line = ascii_text(plain_line(text)) if self.level == "ascii" else text
        return "".join(part for part, _ in clusters(line)).strip()  # no mark without a carrier

    def is_free(self, x: int, y: int, width: int, *, margin: int = 0) -> bool:
        """Whether the cells lie on the canvas and neither they nor `margin` beside are taken."""
        if x < 0 or y < 0 or y >= self.height or x + width > self.width:
            return False
        return not any(self.taken[y][max(0, x - margin) : x + width + margin])

    def write(
        self,
        x: int,
        y: int,
        text: str,
        *,
        fg: Rgb,
        plate: Rgb | None = None,
        bold: bool = False,
        italic: bool = False,
        reverse: bool = False,
    ) -> bool:
        """Put fitted text on its ground (or on a `plate`); False, and nothing, if not free."""
        width = cell_width(text)
        if width == 0 or not self.is_free(x, y, width):
            return False
        row = self.cells[y]
        grounds: list[Rgb] = []
        if self.level in COLORED:
            codes = self.grounds[y][x : x + width]
            grounds = [plate] * width if plate else [self.fill[code] for code in codes]
            fg = text_color(self.theme, grounds, fg)
        left = x
        for part, part_width in clusters(text):
            style: Style = (None, None, bold, italic, reverse)
            if grounds:
                style = (fg, grounds[x - left], bold, italic, False)
            row[x] = (part, style)
            if part_width == 2:
                row[x + 1] = ("", style)
            x += part_width
        self.taken[y][left:x] = b"\1" * width
        return True

    def rows(self) -> tuple[Row, ...]:
        """Cells of equal style joined to spans."""
        return tuple(_join(row) for row in self.cells)


def _join(row: list[Cell]) -> Row:
    runs = groupby(row, key=_STYLE)
    return tuple(_span("".join(map(_SIGN, cells)), style) for style, cells in runs)


@lru_cache(maxsize=4096)
def _span(text: str, style: Style) -> Span:
    # Pictures repeat most of their spans, and looking one up costs a third of making it.
    return Span(text, *style)
