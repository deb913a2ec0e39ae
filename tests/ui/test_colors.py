"""Colors: readable in every theme, right at every depth, and none where none is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import dist

import pytest
from tests.ui.driving import every_page, page, playing, shown, strips

from csto_game.ui.look import DEPTHS, make_look
from csto_game.ui.map.theme import Rgb
from csto_game.ui.paint import Painter, nearest
from csto_game.ui.theme import THEMES, Theme, load_theme


def luminance(color: Rgb) -> float:
    parts = [one / 255 for one in color]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Rgb, other: Rgb) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_texts_can_be_read(name: str) -> None:
    theme = load_theme(name)
    for role in ("text", "dim", "strong", "accent", "good", "bad"):
        for ground in (theme.panel, theme.background, theme.select):
            assert contrast(getattr(theme, role), ground) >= 4.0, f"{role} in {name}"
    assert contrast(theme.danger, theme.danger_bg) >= 4.5
    assert contrast(theme.on_accent, theme.mark) >= 4.5


@pytest.mark.parametrize("name", ["dark", "paper"])
def test_camps_stand_out_from_the_panel(name: str) -> None:
    theme: Theme = load_theme(name)
    assert min(contrast(camp, theme.panel) for camp in theme.camps) >= 4.0


# Simulation of color vision: Machado, Oliveira and Fernandes 2009, table 1, severity 1.0, linear RGB.
# Distance: CIE 1976, in CIELAB under D65.
VISIONS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(color: Rgb, vision: str) -> tuple[float, float, float]:
    parts = [one / 255 for one in color]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    seen = [min(max(p, 0.0), 1.0) for p in times(VISIONS[vision], linear)]
    ratios = [p / white for p, white in zip(times(XYZ, seen), WHITE, strict=True)]
    x, y, z = (r ** (1 / 3) if r > 0.008856 else 7.787 * r + 16 / 116 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def closest(colors: Sequence[Rgb], vision: str) -> float:
    return min(dist(lab(a, vision), lab(b, vision)) for a, b in combinations(colors, 2))


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("name", ["dark", "paper"])
def test_camps_are_told_apart_with_every_kind_of_color_vision(name: str, vision: str) -> None:
    theme = load_theme(name)
    assert closest(theme.camps[:4], vision) >= 20
    assert closest(theme.camps[:-1], vision) >= 14
    assert closest([theme.good, theme.bad], vision) >= 15


async def test_without_color_no_color_is_sent() -> None:
    async with playing(look=make_look(depth="none")) as (app, pilot):
        async for name in every_page(app, pilot):
            styles = [s.style for strip in strips(app) for s in strip if s.style]
            assert styles, name
            assert not any(style.color or style.bgcolor for style in styles), name


async def test_without_color_the_cursor_is_in_reverse_and_leanings_are_letters() -> None:
    async with playing(look=make_look(depth="none")) as (app, _):
        rows = page(app).rows
        assert any(span.reverse and "Russia" in span.text for row in rows for span in row)
        assert "AAAAA" in shown(app)


@pytest.mark.parametrize("depth", DEPTHS)
def test_colors_fit_the_depth(depth: str) -> None:
    look = make_look(depth=depth)
    painter = Painter(look)
    row = (look.text("a"), look.bad("b"), look.ink("c", (12, 200, 99), (1, 2, 3)))
    for segment in painter.strip(row):
        style = segment.style
        for color in (style.color, style.bgcolor) if style else ():
            if color is None or color.number is None:
                continue
            assert color.number < {"true": 0, "256": 256, "16": 16, "none": 0}[depth]


def test_nearest_finds_the_exact_ones() -> None:
    assert nearest((255, 0, 0), 256) == 196
    assert nearest((8, 8, 8), 256) == 232
    assert nearest((0, 0, 0), 16) == 0
    assert nearest((255, 255, 255), 16) == 15


def test_unknown_names_are_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="dark, paper, mono"):
        make_look(theme="pink")
    with pytest.raises(ValueError, match="full, basic, ascii"):
        make_look(glyphs="fancy")
    with pytest.raises(ValueError, match="depth"):
        make_look(depth="65536")
