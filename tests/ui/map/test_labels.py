from __future__ import annotations

import pytest
from tests.ui.map.scenes import MEMBERS, SIZES, eurasia, owners, scene, texts

from csto_game.ui.map import (
    LEVELS,
    WINDOWS,
    Level,
    Owner,
    map_picture,
    owner_at,
)
from csto_game.ui.map.frame import find_window
from csto_game.ui.map.ground import make_ground
from csto_game.ui.map.terrain import asset_terrain


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("level", LEVELS)
def test_labels_stay_inside_their_own_land(
    size: tuple[int, int], window: str, level: Level
) -> None:
    ground = make_ground(asset_terrain(eurasia(), *size, find_window(window)), scene())
    picture = map_picture(eurasia(), scene(), *size, window=window, level=level)
    assert picture.labels
    for label in picture.labels:
        assert label.x >= 0
        assert label.x + label.width <= size[0]
        if label.is_inside:
            under = ground.cells[label.y][label.x : label.x + label.width]
            assert {ground.names[code] for code in under} == {label.owner}
        else:
            assert label.owner in MEMBERS


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("level", LEVELS)
def test_every_member_is_named_on_the_whole_map(size: tuple[int, int], level: Level) -> None:
    picture = map_picture(eurasia(), scene(), *size, level=level)
    assert set(MEMBERS) <= {label.owner for label in picture.labels}


def test_labels_are_written_where_they_say() -> None:
    picture = map_picture(eurasia(), scene(), 118, 34)
    rows = texts(picture.rows)
    for label in picture.labels:
        assert rows[label.y][label.x : label.x + label.width] == label.text


def test_names_shorten_as_room_shrinks() -> None:
    def armenia(width: int, height: int, window: str) -> str:
        picture = map_picture(eurasia(), scene(), width, height, window=window)
        return next(label.text for label in picture.labels if label.owner == "ARM")

    assert armenia(76, 20, "all") == "ARM"
    assert armenia(76, 20, "caucasus") == "ARMENIA"


def test_a_wide_name_is_measured_in_cells() -> None:
    known = owners() | {"CHN": Owner((90, 80, 60), "中华人民共和国")}
    picture = map_picture(eurasia(), scene(owners=known), 118, 34)
    label = next(label for label in picture.labels if label.owner == "CHN")
    assert label.width == 2 * len(label.text)


def test_without_color_members_carry_their_camp_letter() -> None:
    picture = map_picture(eurasia(), scene(), 118, 34, level="braille")
    labels = {label.owner: label.text for label in picture.labels}
    assert labels["KAZ"] == "KAZAKHSTAN h"
    assert labels["UZB"] == "UZBEKISTAN"


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("size", [(46, 14), (76, 20)])
def test_no_unit_vanishes_in_its_own_zoom(size: tuple[int, int], level: Level) -> None:
    known = owners() | {"ONE": Owner((200, 0, 0), "One", is_member=True)}
    for unit, window in _zooms(size):
        alone = scene(owners=known, owner_of={unit: "ONE"})
        picture = map_picture(eurasia(), alone, *size, window=window, level=level)
        assert "ONE" in picture.centers, unit
        assert owner_at(picture, *picture.centers["ONE"]) == "ONE", unit


def _zooms(size: tuple[int, int]) -> list[tuple[str, str]]:
    """Each unit with the smallest shipped window whose panel holds it."""
    found = []
    for place, unit in enumerate(eurasia().units):
        for window in ("caucasus", "centre", "west", "all"):
            terrain = asset_terrain(eurasia(), *size, WINDOWS[window])
            if terrain.unit_cell(place) is not None:
                found.append((unit.id, window))
                break
    return found


def test_units_too_small_to_see_get_a_sign_where_they_have_an_owner_of_their_own() -> None:
    leased = scene(owner_of={"KAZ.BAI": "RUS"})
    picture = map_picture(eurasia(), leased, 46, 14)
    assert "▪" in "".join(texts(picture.rows))
    plain = map_picture(eurasia(), scene(markers=(), owner_of={"MDA.TRA": "MDA"}), 198, 56)
    assert "▪" not in "".join(texts(plain.rows))


def test_islands_of_a_camp_whose_land_is_seen_have_no_sign() -> None:
    isles = {"LUX": "TUR", "XNC": "TUR", "CYP": "TUR"}
    found = [
        "".join(texts(map_picture(eurasia(), scene(markers=(), owner_of=land), 46, 14).rows))
        for land in ({}, isles)
    ]
    assert found[0].count("▪") == found[1].count("▪")


def test_names_of_seas_stand_on_water() -> None:
    for size in SIZES:
        picture = map_picture(eurasia(), scene(), *size)
        for y, row in enumerate(texts(picture.rows)):
            x = row.find("Black Sea")
            for column in range(x, x + 9) if x >= 0 else ():
                assert owner_at(picture, column, y) is None
