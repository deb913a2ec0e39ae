from __future__ import annotations

import pytest
from tests.ui.map.scenes import SIZES, eurasia

from csto_game.ui.map import WINDOWS, Window
from csto_game.ui.map.frame import find_window, make_frame
from csto_game.ui.map.projection import project
from csto_game.ui.map.raster import (
    BRAILLE,
    FIRST_UNIT,
    HALF_BLOCK,
    QUADRANT,
    WHOLE_CELL,
    make_raster,
)


@pytest.mark.parametrize("grain", [QUADRANT, HALF_BLOCK, BRAILLE, WHOLE_CELL])
@pytest.mark.parametrize("window", WINDOWS)
def test_a_raster_has_its_size_at_every_grain(grain: tuple[int, int], window: str) -> None:
    frame = make_frame(eurasia(), 46, 14, WINDOWS[window])
    raster = make_raster(eurasia(), frame, grain)
    assert len(raster.rows) == 14 * grain[1]
    assert {len(row) for row in raster.rows} == {46 * grain[0]}
    assert sum(raster.counts) == 46 * 14 * grain[0] * grain[1]


def test_states_have_the_pixels_that_were_measured() -> None:
    asset = eurasia()
    raster = make_raster(asset, make_frame(asset, 76, 20, WINDOWS["all"]), QUADRANT)
    pixels = {unit.id: raster.counts[FIRST_UNIT + n] for n, unit in enumerate(asset.units)}
    measured = {"ARM": 27, "KGZ": 41, "KGZ.SOU": 27, "TJK": 32, "TJK.GBA": 32, "BLR": 39}
    assert {unit: pixels[unit] for unit in measured} == pytest.approx(measured, abs=4)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("window", WINDOWS)
def test_a_window_is_shown_whole_unless_the_panel_is_too_wide(
    size: tuple[int, int], window: str
) -> None:
    box = WINDOWS[window]
    frame = make_frame(eurasia(), *size, box)
    for lon in (box.west, box.east):
        for lat in (box.south, box.north):
            column, row = frame.to_cell(project(lon, lat))
            assert -1 <= column <= size[0] + 1
            assert -1 <= row <= size[1] + 1


def test_the_same_raster_is_made_once() -> None:
    frame = make_frame(eurasia(), 76, 20, WINDOWS["all"])
    assert make_raster(eurasia(), frame, QUADRANT) is make_raster(eurasia(), frame, QUADRANT)


def test_an_unknown_window_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no map window 'moon'; known: all, caucasus"):
        find_window("moon")
    with pytest.raises(ValueError, match="corners swapped"):
        find_window(Window(west=50, south=40, east=30, north=50))


def test_nothing_folds_under_the_lenses() -> None:
    step = 0.5
    for lon in range(10, 110, 2):
        for lat in range(24, 74, 2):
            x, y = project(lon, lat)
            east_x, east_y = project(lon + step, lat)
            north_x, north_y = project(lon, lat + step)
            area = (east_x - x) * (north_y - y) - (east_y - y) * (north_x - x)
            assert area > 0, (lon, lat)
