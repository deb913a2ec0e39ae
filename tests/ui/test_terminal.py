"""What is told from the environment alone."""

from __future__ import annotations

import pytest

from csto_game.machine.terminal import detect, is_too_small


@pytest.mark.parametrize(
    "environment,depth",
    [
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, "true"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "screen"}, "16"),
        ({}, "16"),
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "none"),
        ({"NO_COLOR": "", "COLORTERM": "24bit"}, "true"),
    ],
)
def test_color_depth(environment: dict[str, str], depth: str) -> None:
    assert detect(environment).depth == depth


@pytest.mark.parametrize(
    "environment,encoding,glyphs",
    [
        ({}, "utf-8", "full"),
        ({"LANG": "ru_RU.UTF-8"}, "utf-8", "full"),
        ({"LANG": "ru_RU.KOI8-R"}, "utf-8", "ascii"),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, "utf-8", "ascii"),
        ({}, "cp866", "ascii"),
        ({"TERM": "linux"}, "utf-8", "basic"),
    ],
)
def test_glyph_level(environment: dict[str, str], encoding: str, glyphs: str) -> None:
    assert detect(environment, encoding=encoding).glyphs == glyphs


def test_the_smallest_window() -> None:
    assert not is_too_small(72, 20)
    assert is_too_small(71, 20)
    assert is_too_small(72, 19)
