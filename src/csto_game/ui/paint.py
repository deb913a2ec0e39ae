"""Spans become what Textual prints: colors at the terminal's depth, characters at its level."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from csto_game.ui.look import Look
from csto_game.ui.map.glyphs import ascii_text
from csto_game.ui.map.span import Span
from csto_game.ui.map.theme import Rgb
from csto_game.ui.rows import Row, row_width
from csto_game.ui.theme import SIXTEEN


class Painter:
    """Turns rows into strips for one look; styles are made once each."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._ground = look.theme.background
        # A screen has some hundred; those of maps that were shown earlier are made again.
        self._style = lru_cache(maxsize=1024)(self._make_style)
        self._color = lru_cache(maxsize=1024)(self._make_color)
        self._is_ascii = look.glyphs.level == "ascii" and not look.is_wide

    def strip(self, row: Row) -> Strip:
        """One segment for all neighbours that look alike: each costs some 40 bytes on the line.

        A blank looks like any text on its ground, so that words and what is between them go together.
        """
        style, segments = self._style, []
        text, shown = "", None
        for span in row:
            is_blank = not span.reverse and (span.text.isspace() or not span.text)
            if shown is None:
                text, shown, blank = span.text, span, is_blank
            elif _alike(shown, span) or (is_blank and _same_ground(shown, span)):
                text, blank = text + span.text, blank and is_blank
            elif blank and _same_ground(shown, span):
                text, shown, blank = text + span.text, span, is_blank
            else:
                segments.append(Segment(self._text(text), style(*_look(shown))))
                text, shown, blank = span.text, span, is_blank
        if shown is not None:
            segments.append(Segment(self._text(text), style(*_look(shown))))
        return Strip(segments, row_width(row))

    def _text(self, text: str) -> str:
        return ascii_text(text) if self._is_ascii else text

    def _make_style(self, fg: Rgb | None, bg: Rgb | None, *flags: bool) -> Style:
        bold, italic, reverse = flags
        if self.look.depth == "none":
            return Style(bold=bold or None, italic=italic or None, reverse=reverse or None)
        return Style(
            color=self._color(fg) if fg else None,
            bgcolor=self._color(bg or self._ground),
            bold=bold or None,
            italic=italic or None,
            reverse=reverse or None,
        )

    def _make_color(self, rgb: Rgb) -> Color:
        """At 256 and 16 colors the theme's own have their places; others go to the nearest."""
        theme, depth = self.look.theme, self.look.depth
        triplet = ColorTriplet(*rgb)
        if depth == "true":
            return Color.from_triplet(triplet)
        known = (theme.indexed if depth == "256" else theme.ansi).get(rgb)
        if known is None:
            return Color.from_ansi(nearest(rgb, 256 if depth == "256" else 16))
        return Color.default() if known < 0 else Color.from_ansi(known)


def _look(span: Span) -> tuple[Rgb | None, Rgb | None, bool, bool, bool]:
    return span.fg, span.bg, span.bold, span.italic, span.reverse


def _alike(one: Span, other: Span) -> bool:
    return _look(one) == _look(other)


def _same_ground(one: Span, other: Span) -> bool:
    return one.bg == other.bg and not one.reverse and not other.reverse


_LEVELS = (0, 95, 135, 175, 215, 255)


def nearest(rgb: Rgb, depth: int) -> int:
    """The index of the color nearest to `rgb` among the 16, or in the cube and greys of the 256."""
    if depth == 16:
        return min(range(16), key=lambda place: (_distance(rgb, SIXTEEN[place]), place))
    steps = [min(range(6), key=lambda i: abs(_LEVELS[i] - one)) for one in rgb]
    cube = tuple(_LEVELS[step] for step in steps)
    grey = min(23, max(0, (sum(rgb) // 3 - 3) // 10))
    shade = 8 + 10 * grey
    if _distance(rgb, (shade, shade, shade)) < _distance(rgb, (cube[0], cube[1], cube[2])):
        return 232 + grey
    return 16 + 36 * steps[0] + 6 * steps[1] + steps[2]


def _distance(one: Rgb, other: Rgb) -> int:
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    return 2 * red * red + 4 * green * green + 3 * blue * blue
