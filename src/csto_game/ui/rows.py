"""Rows of spans: cut to a width, laid side by side, put in boxes. Pure, and blind to the game."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrs import evolve

from csto_game.ui.map.span import Hit, Row, Span
from csto_game.ui.map.theme import Rgb
from csto_game.ui.width import cell_width, clip_cells, clusters, plain_line

__all__ = [
    "EMPTY",
    "Hit",
    "Row",
    "Span",
    "beside",
    "block",
    "cell",
    "clip",
    "fit",
    "has_wide",
    "hit_at",
    "join",
    "row_of",
    "row_text",
    "row_width",
    "shade",
    "split",
    "spread",
    "stack",
    "tagged",
    "wrap",
]

EMPTY: Row = ()


def row_width(row: Row) -> int:
    return sum(cell_width(span.text) for span in row)


def row_text(row: Row) -> str:
    return "".join(span.text for span in row)


def clip(row: Row, width: int, *, ellipsis: str = "") -> Row:
    """The beginning of `row` that fits into `width` cells; `ellipsis` marks a cut."""
    if row_width(row) <= width:
        return row
    room = width - cell_width(ellipsis)
    kept: list[Span] = []
    for span in row:
        taken = cell_width(span.text)
        if taken > room:
            text = clip_cells(span.text, max(room, 0)) + clip_cells(ellipsis, width)
            return (*kept, evolve(span, text=text)) if text else tuple(kept)
        kept.append(span)
        room -= taken
    return tuple(kept)


def shade(row: Row, bg: Rgb | None, *, reverse: bool = False) -> Row:
    """`row` on a ground of one color; spans with a ground of their own keep it."""
    return tuple(
        Span(
            s.text,
            s.fg,
            s.bg or bg,
            bold=s.bold,
            italic=s.italic,
            reverse=s.reverse or reverse,
            hit=s.hit,
        )
        for s in row
    )


def tagged(row: Row, kind: str, place: int | str) -> Row:
    """`row` as something to click on; spans that mean something already keep it."""
    hit = (kind, place)
    return tuple(
        Span(s.text, s.fg, s.bg, bold=s.bold, italic=s.italic, reverse=s.reverse, hit=s.hit or hit)
        for s in row
    )


def row_of(rows: Sequence[Row], kind: str, place: int) -> int:
    """The first of the rows that is tagged so; 0 if none is."""
    hit = (kind, place)
    return next((n for n, row in enumerate(rows) if any(s.hit == hit for s in row)), 0)


def hit_at(row: Row, x: int) -> Hit | None:
    """What a click on a cell of the row means."""
    for span in row:
        x -= cell_width(span.text)
        if x < 0:
            return span.hit
    return None


def fit(row: Row, width: int, bg: Rgb | None = None) -> Row:
    """`row` at exactly `width` cells, on a ground."""
    cut = clip(row, width)
    missing = width - row_width(cut)
    padded = (*cut, Span(" " * missing)) if missing > 0 else cut
    return padded if bg is None else shade(padded, bg)


def cell(row: Row, width: int, align: str = "left") -> Row:
    """`row` as a table cell: cut or padded to `width`, aligned ``left`` or ``right``."""
    cut = clip(row, width)
    missing = width - row_width(cut)
    if missing <= 0:
        return cut
    pad = Span(" " * missing)
    return (pad, *cut) if align == "right" else (*cut, pad)


def has_wide(row: Row) -> bool:
    """Whether some character takes two cells, or none."""
    return any(not s.text.isascii() and cell_width(s.text) != len(s.text) for s in row)


def split(row: Row, widths: Sequence[int]) -> list[Row]:
    """`row` cut into pieces of these widths; none of its characters may be wide."""
    pieces: list[Row] = []
    spans = iter(row)
    rest: Span | None = None
    for width in widths:
        piece: list[Span] = []
        room = width
        while room and (span := rest or next(spans, None)):
            text, rest = span.text, None
            if len(text) > room:
                rest = evolve(span, text=text[room:])
                span = evolve(span, text=text[:room])
            piece.append(span)
            room -= len(span.text)
        pieces.append(tuple(piece))
    return pieces


def join(*rows: Row) -> Row:
    return tuple(span for row in rows for span in row)


def spread(left: Row, right: Row, width: int) -> Row:
    """`left` and `right` at the two ends of `width` cells; `left` gives way."""
    ending = clip(right, width)
    room = width - row_width(ending)
    if not ending:
        return fit(left, width)
    return (*fit(left, max(room - 1, 0)), *((Span(" "),) if room else ()), *ending)


def block(
    rows: Iterable[Row], width: int, height: int, bg: Rgb | None = None, *, ellipsis: str = ""
) -> list[Row]:
    """`rows` cut and padded to a rectangle; `ellipsis` marks where words were cut, not blanks."""
    made = [
        fit(_cut(row, width, ellipsis) if ellipsis else row, width, bg)
        for row, _ in zip(rows, range(height), strict=False)
    ]
    blank = fit(EMPTY, width, bg)
    return made + [blank] * (height - len(made))


def _cut(row: Row, width: int, ellipsis: str) -> Row:
    kept = clip(row, width)
    if kept is row or not row_text(row)[len(row_text(kept)) :].strip():
        return kept
    return clip(row, width, ellipsis=ellipsis)


def beside(*blocks: Sequence[Row]) -> list[Row]:
    """Blocks of the same height, left to right."""
    return [join(*rows) for rows in zip(*blocks, strict=True)]


def stack(*blocks: Sequence[Row]) -> list[Row]:
    return [row for rows in blocks for row in rows]


@lru_cache(maxsize=2048)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """`text` as lines of at most `width` cells, broken at spaces, or inside words that are longer."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines += _wrap_line(plain_line(paragraph), max(width, 2))
    return tuple(lines)


def _wrap_line(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if cell_width(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width)
        lines += full
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, width: int) -> list[str]:
    """A word in pieces of at most `width` cells; the last may be shorter."""
    pieces, room = [""], width
    for part, taken in clusters(word):
        if taken > room:
            pieces.append("")
            room = width
        pieces[-1] += part
        room -= taken
    return pieces
