"""Lines of play as a tree: a row for each line, a sign for each turn, joined where they part."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.ui.archive import LineRow
from csto_game.ui.look import Look
from csto_game.ui.map.theme import Rgb
from csto_game.ui.rows import Row, Span, has_wide, join, split, tagged
from csto_game.ui.width import cell_width

_WIDEST_STEP = 6
_DENSE = 2
"""With fewer cells for a turn, only turns where something parts or ends have a sign."""

Cell = tuple[str, Rgb | None]


def arranged(rows: Sequence[LineRow]) -> tuple[LineRow, ...]:
    """Each line after the one it left, the latest to leave first: then no two lines cross."""
    known = {row.name for row in rows}
    found: list[LineRow] = []

    def add(parent: str) -> None:
        children = [row for row in rows if (row.parent if row.parent in known else "") == parent]
        for row in sorted(children, key=lambda row: (-row.left, row.name)):
            if row not in found:
                found.append(row)
                add(row.name)

    add("")
    return (*found, *(row for row in rows if row not in found))


@frozen
class Scale:
    """Cells of a turn, and the first turn that is shown."""

    step: int
    first: int
    room: int

    def x(self, turn: int) -> int:
        return (turn - self.first) * self.step


def scale_for(last: int, turn: int, room: int) -> Scale:
    """As wide as there is room; if there is too little, a window round the marked turn."""
    step = min(_WIDEST_STEP, max(1, (room - 1) // max(last - 1, 1)))
    shown = (room - 1) // step + 1
    first = min(max(1, turn - shown * 2 // 3), max(1, last - shown + 1))
    return Scale(step, first, room)


def axis(dates: Sequence[str], scale: Scale, look: Look) -> Row:
    """As many dates as there is room for."""
    text = ""
    for turn in range(scale.first, len(dates) + 1):
        x, date = scale.x(turn), dates[turn - 1]
        if (not text or x >= cell_width(text) + 2) and x + cell_width(date) <= scale.room:
            text += " " * (x - cell_width(text)) + date
    return (look.dim(text),)


def tracks(
    rows: Sequence[LineRow], at: int, turn: int, scale: Scale, look: Look
) -> list[tuple[Row, Row]]:
    """The lines, arranged already, each with what joins it to those above it, for a row between; the
    marked turn of row ``at`` stands out.
    """
    own = _way_here(rows)
    grid: list[list[Cell]] = [[(" ", None)] * scale.room for _ in rows]
    for y, row in enumerate(rows):
        _track(grid[y], row, own.get(row.name, 0), _partings(rows, row), scale, look)
    for y, row in enumerate(rows):
        _join(grid, rows, y, row, scale, look)
    made = [
        (_above(cells, row, scale, look), _spans(cells))
        for cells, row in zip(grid, rows, strict=True)
    ]
    if rows:
        made[at] = (made[at][0], _marked(grid[at], scale.x(turn), look))
    return made


TURN = "turn"
"""What a click on a line means: which line, and which turn of it."""
_MOST_TURNS = 100_000


def by_turn(track: Row, place: int, scale: Scale) -> Row:
    """A line's track, each turn of it to be clicked on."""
    if has_wide(track):
        return track
    count = -(-scale.room // scale.step)
    pieces = split(track, [scale.step] * count)
    return join(
        *(
            tagged(piece, TURN, place * _MOST_TURNS + scale.first + n)
            for n, piece in enumerate(pieces)
        )
    )


def line_and_turn(hit: int) -> tuple[int, int]:
    """What was clicked on."""
    return divmod(hit, _MOST_TURNS)


def _above(cells: Sequence[Cell], row: LineRow, scale: Scale, look: Look) -> Row:
    """The ways down to a row's own beginning and past it."""
    glyphs, color = look.glyphs, look.theme.dim
    begin = scale.x(row.left) if row.left else -1
    ways = (glyphs.trunk, glyphs.last, glyphs.branch)
    return _spans(
        [
            (glyphs.trunk, color) if sign in ways or x == begin else (" ", None)
            for x, (sign, _) in enumerate(cells)
        ]
    )


def _way_here(rows: Sequence[LineRow]) -> dict[str, int]:
    """For each line that led to where we are: the last turn of it that did."""
    named = {row.name: row for row in rows}
    here = next((row for row in rows if row.is_here), None)
    found: dict[str, int] = {}
    last = here.turn if here else 0
    while here and here.name not in found:
        found[here.name] = last
        last, here = here.left, named.get(here.parent)
    return found


def _partings(rows: Sequence[LineRow], row: LineRow) -> frozenset[int]:
    return frozenset(one.left for one in rows if one.parent == row.name)


def _track(
    cells: list[Cell],
    row: LineRow,
    own: int,
    partings: frozenset[int],
    scale: Scale,
    look: Look,
) -> None:
    """From where the line begins to where it stands; the way that led here is bright."""
    theme, glyphs = look.theme, look.glyphs
    begin = max(row.left, 1)
    for turn in range(begin, row.turn + 1):
        color = theme.accent if turn <= own else theme.dim
        has_sign = scale.step >= _DENSE or turn in partings
        _put(cells, scale.x(turn), glyphs.done if has_sign else glyphs.line, color)
        if turn < row.turn:
            reaches = theme.accent if turn + 1 <= own else theme.dim
            for x in range(scale.x(turn) + 1, scale.x(turn + 1)):
                _put(cells, x, glyphs.line, reaches)
    sign, color = end_sign(row, look)
    _put(cells, scale.x(max(row.turn, begin)), sign, color)


def end_sign(row: LineRow, look: Look) -> tuple[str, Rgb]:
    """How a line ends, told by sign and by color."""
    theme, glyphs = look.theme, look.glyphs
    if row.trouble:
        return glyphs.alert[:1], theme.danger
    if row.ended:
        return (glyphs.yes, theme.good) if row.won else (glyphs.no, theme.bad)
    return (glyphs.now, theme.mark) if row.is_here else (glyphs.todo, theme.text)


def _join(
    grid: list[list[Cell]], rows: Sequence[LineRow], y: int, row: LineRow, scale: Scale, look: Look
) -> None:
    """From the line that was left down to the one that left it."""
    above = next((n for n, one in enumerate(rows) if one.name == row.parent), None)
    if above is None or above >= y or not row.left:
        return
    x, glyphs = scale.x(row.left), look.glyphs
    color = look.theme.dim
    for between in range(above + 1, y):
        if 0 <= x < scale.room:
            old = grid[between][x][0]
            turned = {" ": glyphs.trunk, glyphs.last: glyphs.branch}
            grid[between][x] = (turned.get(old, old), color)
    if row.turn > row.left:
        _put(grid[y], x, glyphs.last, color)


def _put(cells: list[Cell], x: int, sign: str, color: Rgb) -> None:
    if 0 <= x < len(cells):
        cells[x] = (sign, color)


def _spans(cells: Sequence[Cell]) -> Row:
    spans: list[Span] = []
    for sign, color in cells:
        if spans and spans[-1].fg == color:
            spans[-1] = Span(spans[-1].text + sign, color)
        else:
            spans.append(Span(sign, color))
    return tuple(spans)


def _marked(cells: Sequence[Cell], x: int, look: Look) -> Row:
    """The row with the marked turn in a box of its own."""
    if not 0 <= x < len(cells):
        return _spans(cells)
    sign = cells[x][0] if cells[x][0] != look.glyphs.line else look.glyphs.done
    theme = look.theme
    mark = Span(sign, theme.on_accent, theme.accent, bold=True, reverse=look.is_colorless)
    return (*_spans(cells[:x]), mark, *_spans(cells[x + 1 :]))
