from __future__ import annotations

import pytest
from tests.ui.map.scenes import MEMBERS, SIZES, eurasia, scene

from csto_game.ui.map import LEVELS, WINDOWS, Direction, Level, map_picture, neighbor, owner_at
from csto_game.ui.map.terrain import asset_terrain

CITIES = {
    "RUS": (37.62, 55.75),
    "BLR": (27.56, 53.9),
    "KAZ": (71.43, 51.13),
    "TJK": (68.78, 38.56),
    "ARM": (44.51, 40.18),
    "TUR": (32.85, 39.93),
    "IRN": (51.42, 35.69),
    "UKR": (30.52, 50.45),
    "CHN": (87.6, 43.8),
}
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "left", "right")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("level", LEVELS)
def test_a_click_on_a_capital_finds_its_state(size: tuple[int, int], level: Level) -> None:
    picture = map_picture(eurasia(), scene(markers=()), *size, level=level)
    terrain = asset_terrain(eurasia(), *size, WINDOWS["all"])
    for owner, at in CITIES.items():
        cell = terrain.cell_of(at)
        assert cell is not None
        assert owner_at(picture, *cell) == owner


def test_a_click_on_water_or_outside_finds_nothing() -> None:
    picture = map_picture(eurasia(), scene(), 76, 20)
    sea = asset_terrain(eurasia(), 76, 20, WINDOWS["all"]).cell_of((34.3, 43.3))
    assert sea is not None
    assert owner_at(picture, *sea) is None
    for cell in ((-1, 0), (0, -1), (76, 0), (0, 20)):
        assert owner_at(picture, *cell) is None


@pytest.mark.parametrize("size", SIZES)
def test_a_click_on_a_label_finds_its_state(size: tuple[int, int]) -> None:
    picture = map_picture(eurasia(), scene(), *size)
    for label in picture.labels:
        assert {owner_at(picture, label.x + n, label.y) for n in range(label.width)} == {
            label.owner
        }


@pytest.mark.parametrize(
    "start,direction,goal",
    [
        ("ARM", "left", "TUR"),
        ("ARM", "right", "AZE"),
        ("ARM", "up", "GEO"),
        ("KGZ", "right", "CHN"),
        ("TJK", "up", "KGZ"),
        ("KGZ", "down", "TJK"),
        ("RUS", "down", "KAZ"),
    ],
)
def test_arrow_keys_go_to_the_nearest_state_there(
    start: str, direction: Direction, goal: str
) -> None:
    assert neighbor(map_picture(eurasia(), scene(), 118, 34), start, direction) == goal


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("window", WINDOWS)
def test_every_named_state_can_be_reached_with_arrow_keys(
    size: tuple[int, int], window: str
) -> None:
    picture = map_picture(eurasia(), scene(), *size, window=window)
    start = neighbor(picture, None, "up")
    assert start is not None
    reached, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for direction in DIRECTIONS:
            found = neighbor(picture, here, direction)
            if found is not None and found not in reached:
                reached.add(found)
                waiting.append(found)
    assert reached == set(picture.centers)
    if window == "all":
        assert set(MEMBERS) <= reached


def test_at_the_edge_there_is_nothing_further() -> None:
    picture = map_picture(eurasia(), scene(), 118, 34)
    assert neighbor(picture, "CHN", "right") is None
    assert neighbor(picture, "XXX", "right") in picture.centers
