"""Two lines of play side by side: where they part, how they stand, what happened in one only."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.archive import Contrast
from csto_game.ui.draw.box import box
from csto_game.ui.draw.gaps import gap_rows
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.look import Look
from csto_game.ui.rows import Row, Span, beside, cell, clip, join, stack, wrap
from csto_game.ui.words import say


def contrast_page(
    found: Contrast | None, at: int, width: int, height: int, look: Look, trouble: str = ""
) -> list[Row]:
    """``at`` is the marked number."""
    title = say("two lines")
    if found is None:
        text = trouble or say("The other line is played again, to see how it stands.")
        return box(title, [(look.note(f" {text}"),)], width, height, look)
    head = _head(found, width - 2, look)
    first = box(f"{found.here} | {found.there}", head, width, len(head) + 2, look)
    room = height - len(first)
    left = width // 2 if width >= 100 else width * 11 // 20
    numbers = _numbers(found, at, left - 2, look)
    scroll = scroll_to(at, room - 3, len(numbers) - 1)
    name = say("turn {turn}, {date}", turn=found.at, date=found.at_date)
    second = box(
        name, numbers[1:], left, room, look,
        focused=True, scroll=scroll, head=numbers[0], panel="numbers",
    )  # fmt: skip
    upper = room // 2
    third = _only(found.here, found.only_here, width - left, upper, look)
    fourth = _only(found.there, found.only_there, width - left, room - upper, look)
    return stack(first, beside(second, stack(third, fourth)))


def _head(found: Contrast, width: int, look: Look) -> list[Row]:
    if not (found.did_here or found.did_there):
        return [(look.note(f" {say('They are the same line so far.')}"),)]
    parting = say("They part in turn {turn}, {date}.", turn=found.turn, date=found.date)
    rows: list[Row] = [(look.strong(f" {parting}"),)]
    for name, did in ((found.here, found.did_here), (found.there, found.did_there)):
        text = did or say("nothing yet")
        row = (*cell((look.dim(f" {name}"),), min(34, width // 3)), look.text(f" {text}"))
        rows.append(clip(row, width, ellipsis=look.glyphs.more))
    every = [value for row in found.points for value in row[1:]]
    bounds = (min(every, default=0), max(every, default=0))
    for n, name in enumerate((found.here, found.there)):
        head = say("points") if n == 0 else ""
        rows.append(_course(head, name, [row[1 + n] for row in found.points], bounds, width, look))
    return rows


def _course(
    head: str,
    name: str,
    points: Sequence[int],
    bounds: tuple[int, int],
    width: int,
    look: Look,
) -> Row:
    """Points turn by turn as heights between the least and the greatest, and the last as a number."""
    heights, (low, high) = look.glyphs.spark, bounds
    names = min(34, width // 3)
    room = max(4, width - names - 8)
    step = max(1, min(4, room // max(len(points), 1)))
    shown = points[-(room // step) :]
    text = "".join(
        heights[(one - low) * (len(heights) - 1) // max(high - low, 1)] * step for one in shown
    )
    last = str(points[-1]) if points else look.glyphs.dash
    return join(
        cell((look.dim(f" {head}"),), 9),
        cell(clip((look.text(name),), names - 10, ellipsis=look.glyphs.more), names - 9),
        (Span(" "), look.ink(text, look.theme.bar), Span(" "), look.strong(last)),
    )


def _numbers(found: Contrast, at: int, width: int, look: Look) -> list[Row]:
    if not found.gaps:
        return [(look.note(f" {say('No shown number differs.')}"),)]
    return gap_rows(found.gaps, (say("1st"), say("2nd")), width, look, at)


def _only(name: str, told: Sequence[str], width: int, height: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    for text in told:
        lines = wrap(text, width - 6)
        rows += [
            (look.dim(f" {look.glyphs.mild} " if n == 0 else "   "), look.text(line))
            for n, line in enumerate(lines)
        ]
    rows = rows or [(look.note(f" {say('nothing of note')}"),)]
    return box(say("only in {name}", name=name), rows, width, height, look)
