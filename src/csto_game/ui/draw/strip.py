"""The rows at the top of a game: the strip and the news."""

from __future__ import annotations

from csto_game.model.view import Figure, View
from csto_game.ui.draw.parts import change
from csto_game.ui.figures import short_label, worth
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, clip, fit, join, row_width, spread, tagged
from csto_game.ui.sight import STAGES, Sight, stage, strip_figures
from csto_game.ui.words import say

STRIP, CRISES = "strip", "crises"
"""What a click on a figure of the strip means, and on the count of crises."""


def strip_row(view: View, sight: Sight, width: int, look: Look) -> Row:
    """Mark, date, stage of the turn; at the right the figures that always matter."""
    gap = (Span(" "),)
    left = join((look.mark(" CSTO "),), gap, (look.strong(view.date),), gap)
    left = join(left, _stepper(view, sight, width, look))
    ends = _ends(view, sight, look, is_narrow=width < 100)
    room = width - row_width(left) - row_width(ends) - 2
    figures = _figures(view, sight, room, look)
    return fit(spread(left, join(figures, ends), width), width, look.theme.background)


def _stepper(view: View, sight: Sight, width: int, look: Look) -> Row:
    here, glyphs = stage(view, sight), look.glyphs
    if sight.thinking and width < 160:
        return (look.key(f"{glyphs.now} "), look.strong(_thinking(sight)))
    name = say(STAGES[here])
    if width < 100:
        return (look.key(f"{glyphs.now} {name}"),)
    marks = [glyphs.done] * here + [glyphs.now] + [glyphs.todo] * (4 - here)
    row: list[Span] = []
    for place, sign in enumerate(marks):
        paint = look.key if place == here else look.dim
        label = say(STAGES[place]) if place == here or width >= 160 else ""
        shown = f"{_thinking(sight)}" if place == here and sight.thinking else label
        row += [paint(f"{sign} {shown}" if shown else sign), look.dim(f" {glyphs.line} ")]
    return tuple(row[:-1])


def _thinking(sight: Sight) -> str:
    now = sight.thinking
    if now is None:
        return ""
    return say("{name} thinks {done}/{of}", name=now.name, done=now.done, of=now.of)


def _figures(view: View, sight: Sight, room: int, look: Look) -> Row:
    """As many as fit, the first ones first; those before the marked one give way to it."""
    figures = strip_figures(view)
    at = min(sight.figure, len(figures) - 1) if sight.panel == "strip" else -1
    made = [_marked(one, look) if n == at else _figure(one, look) for n, one in enumerate(figures)]
    cells = [tagged((*one, Span("  ")), STRIP, n) for n, one in enumerate(made)]
    start = 0
    while start < at and sum(map(row_width, cells[start : at + 1])) > room:
        start += 1
    shown: Row = EMPTY
    for one in cells[start:]:
        if row_width(one) + row_width(shown) <= room:
            shown = join(shown, one)
    return shown


def _marked(figure: Figure, look: Look) -> Row:
    """Under the cursor: by a sign, too, where there is no color."""
    return look.chosen(join((look.key(look.glyphs.cursor),), _figure(figure, look)))


def _figure(figure: Figure, look: Look) -> Row:
    paint = look.bad if worth(figure) < 0 else look.strong
    moved = change(figure, look, quiet=True)
    text = paint(figure.shown if figure.known else "?")
    return join(
        (look.dim(f"{short_label(figure)} "), text), (Span(" "),) if moved else EMPTY, moved
    )


def _ends(view: View, sight: Sight, look: Look, *, is_narrow: bool) -> Row:
    row: list[Span] = []
    if view.crises:
        label = f"{look.glyphs.alert} " if is_narrow else say("crises") + " "
        count = (look.dim(label), look.danger(f" {len(view.crises)} "), Span("  "))
        row += tagged(count, CRISES, 0)
    if sight.is_saved:
        row.append(look.good(look.glyphs.done))
        row += [] if is_narrow else [look.dim(f" {say('saved')}")]
    return (*row, Span(" "))


def news_row(view: View, news: str, width: int, look: Look) -> Row:
    """The last thing the world has heard, or where we are in the story."""
    bar = look.ink(look.glyphs.news, look.theme.mark)
    text = news or view.chapter[1] or view.chapter[0]
    row = clip((Span(" "), bar, look.text(f" {text}")), width - 1, ellipsis=look.glyphs.more)
    return fit(row, width, look.theme.background)
