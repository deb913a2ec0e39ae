"""Where the tiles of a board stand: on given squares, or in a ring round the first."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, ceil, sqrt

from attrs import frozen

Square = tuple[int, int]  # column, row
Size = tuple[int, int]  # width, height in cells

_WIDTHS = (16, 14, 12, 9, 7)  # of a tile; the widest with which all tiles fit is taken
_MOST_LINES = 3
_GAP_X, _GAP_Y = 3, 1


@frozen
class Place:
    """A tile's square, first cell and size, and the air between it and the next tiles."""

    square: Square
    x: int
    y: int
    width: int
    height: int
    air: Size

    @property
    def center(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    @property
    def lane_above(self) -> int:
        return self.y - self.air[1] + self.air[1] // 2

    @property
    def lane_below(self) -> int:
        return self.y + self.height + self.air[1] // 2

    @property
    def lane_left(self) -> int:
        return self.x - self.air[0] + self.air[0] // 2


def ring(count: int, columns: int, rows: int) -> list[Square]:
    """Squares for `count` tiles: the middle for the first, then round it, clockwise from the left.

    At most `columns` by `rows` squares are used; tiles beyond that have no square.
    """
    count = min(count, columns * rows)
    if count <= 0:
        return []
    wide = min(columns, max(ceil(count / rows), ceil(sqrt(count))))
    high = ceil(count / wide)
    middle_x, middle_y = (wide - 1) / 2, (high - 1) / 2
    squares = [(column, row) for row in range(high) for column in range(wide)]
    squares.sort(key=lambda s: (abs(s[0] - middle_x) + abs(s[1] - middle_y), s[1], s[0]))
    first, others = squares[0], squares[1:count]
    others.sort(key=lambda s: (atan2(s[1] - first[1], s[0] - first[0]), s))
    return [first, *others]


def placed(wishes: Sequence[Square | None], columns: int, rows: int) -> list[Square | None]:
    """A square for each tile: as wished if all wish different ones that fit, else a ring."""
    wished = [wish for wish in wishes if wish is not None]
    if len(wished) == len(wishes) == len(set(wished)):
        left = min((column for column, _ in wished), default=0)
        top = min((row for _, row in wished), default=0)
        moved = [(column - left, row - top) for column, row in wished]
        if all(column < columns and row < rows for column, row in moved):
            return list(moved)
    squares: list[Square | None] = list(ring(len(wishes), columns, rows))
    return squares + [None] * (len(wishes) - len(squares))


def arrange(
    wishes: Sequence[Square | None], lines: int, width: int, height: int
) -> list[Place | None]:
    """The largest tiles that all fit; where even the smallest do not, the last have no place.

    `lines` is how many lines the fullest tile holds.
    """
    for tile_height in range(2 + min(_MOST_LINES, max(1, lines)), 0, -1):
        for tile_width in _WIDTHS:
            columns = (width + _GAP_X) // (tile_width + _GAP_X)
            rows = (height + _GAP_Y) // (tile_height + _GAP_Y)
            is_smallest = (tile_height, tile_width) == (1, _WIDTHS[-1])
            if columns * rows >= len(wishes) or is_smallest:
                squares = placed(wishes, columns, rows)
                return _spread(squares, (tile_width, tile_height), (width, height))
    return [None] * len(wishes)


def _spread(squares: list[Square | None], size: Size, panel: Size) -> list[Place | None]:
    """The squares in the middle of the panel, with some air between them."""
    used = [square for square in squares if square is not None]
    columns = 1 + max((column for column, _ in used), default=0)
    rows = 1 + max((row for _, row in used), default=0)
    step_x = size[0] + min(12, max(_GAP_X, (panel[0] - columns * size[0]) // columns))
    step_y = size[1] + min(3, max(_GAP_Y, (panel[1] - rows * size[1]) // rows))
    left = max(0, (panel[0] - columns * step_x + step_x - size[0]) // 2)
    top = max(0, (panel[1] - rows * step_y + step_y - size[1]) // 2)
    return [
        square
        and Place(
            square=square,
            x=left + square[0] * step_x,
            y=top + square[1] * step_y,
            width=size[0],
            height=size[1],
            air=(step_x - size[0], step_y - size[1]),
        )
        for square in squares
    ]
