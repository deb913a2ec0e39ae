"""The map without color, as text: changes show as a picture in the diff."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.ui.map.scenes import eurasia, scene, texts

from csto_game.ui.map import WINDOWS, Level, map_rows
from csto_game.ui.map.ascii import ascii_rows
from csto_game.ui.map.braille import braille_rows
from csto_game.ui.map.ground import make_ground
from csto_game.ui.map.terrain import asset_terrain

FOLDER = Path(__file__).parent / "map"


def compare(name: str, lines: list[str]) -> None:
    path = FOLDER / name
    text = "".join(f"{line}|\n" for line in lines)  # a bar keeps blanks at the end of a row
    if os.environ.get("CSTO_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_bare_ascii_map() -> None:
    ground = make_ground(asset_terrain(eurasia(), 64, 17, WINDOWS["all"]), scene())
    compare("ascii-64x17.txt", ascii_rows(ground, scene()))


def test_bare_braille_map() -> None:
    ground = make_ground(asset_terrain(eurasia(), 64, 17, WINDOWS["all"]), scene())
    compare("braille-64x17.txt", list(braille_rows(ground)))


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("level", ["ascii", "braille"])
def test_map_with_its_signs(level: Level, window: str) -> None:
    rows = map_rows(eurasia(), scene(), 76, 20, window=window, level=level)
    compare(f"{level}-76x20-{window}.txt", texts(rows))
