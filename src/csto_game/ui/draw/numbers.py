"""A list of numbers to ask about, and sentences that answer."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.model.view import Figure, View
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import ROW
from csto_game.ui.figures import all_figures, figure_of, share, worth
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join, tagged, wrap
from csto_game.ui.words import say


@frozen
class Asked:
    """A number that can be asked about: whose it is, and the figure if the View has it."""

    path: str
    label: str
    figure: Figure | None = None


def known_numbers(view: View) -> tuple[Asked, ...]:
    """All that this seat knows: what it sees on top first, then its own, then the others'."""
    seen = {figure.path: figure for figure in (*view.headline, *view.strip, *all_figures(view))}
    return tuple(
        Asked(path, _label(view, figure), figure)
        for path, figure in seen.items()
        if figure.known and "." in path
    )


def some_numbers(view: View, paths: Sequence[str], labels: Sequence[str]) -> tuple[Asked, ...]:
    """These paths, with the words for those that the View does not show."""
    return tuple(
        Asked(path, label, figure_of(view, path)) for path, label in zip(paths, labels, strict=True)
    )


def _label(view: View, figure: Figure) -> str:
    owners = [code for code in figure.path.split(".")[:-1] if code not in ("world", view.seat)]
    names = [
        view.alliance_name if code == "alliance" else actor_name(view, code) for code in owners
    ]
    return ": ".join((*names, figure.label))


def number_rows(asked: Sequence[Asked], at: int, width: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    for place, one in enumerate(asked):
        is_here = place == at
        cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
        path = cell((look.note(one.path),), 26) if width >= 90 else EMPTY
        room = width - 31 - (26 if path else 0)
        name = clip((cursor, look.text(one.label)), room, ellipsis=look.glyphs.more)
        row = join(cell(name, room + 1), path, *_shown(one.figure, look))
        rows.append(tagged(look.chosen(fit(row, width)) if is_here else row, ROW, place))
    return rows or [(look.note(f" {say('No number that you may know.')}"),)]


def _shown(figure: Figure | None, look: Look) -> tuple[Row, ...]:
    if figure is None:
        return ()
    line = parts.bar(share(figure), 8, look, is_bad=worth(figure) < 0)
    return (
        cell((look.strong(figure.shown if figure.known else "?"),), 12, "right"),
        (Span(" "),),
        line,
        (Span(" "),),
        cell(parts.change(figure, look), 7),
    )


def told_rows(lines: Sequence[str] | None, width: int, look: Look) -> list[Row]:
    """Sentences, each with a mark; those that begin with spaces belong to the one above."""
    if lines is None:
        return [(look.dim(f" {look.glyphs.more}"),)]
    rows: list[Row] = []
    for text in lines:
        depth = len(text) - len(text.lstrip(" "))
        sign = look.key(f" {look.glyphs.cursor} ") if depth == 0 else Span(" " * (3 + depth))
        paint = look.text if depth == 0 else look.dim
        for n, line in enumerate(wrap(text.strip(), max(width - 5 - depth, 10))):
            rows.append((sign if n == 0 else Span(" " * (3 + depth)), paint(line)))
        if depth == 0:
            rows.append(EMPTY)
    return rows
