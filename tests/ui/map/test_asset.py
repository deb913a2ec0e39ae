from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.ui.map.scenes import MAPS, eurasia, places

from csto_game.ui.map import MapAssetError, load_asset, load_cities
from csto_game.ui.map.asset import parse_asset


def small_map() -> dict[str, Any]:
    """Two squares that share a border: arc 1."""
    return {
        "format": "csto-map/1",
        "bbox": [30, 40, 50, 50],
        "scale": [0.1, 0.1],
        "translate": [30, 40],
        "units": {
            "AAA": {"n": "Left", "o": "AAA", "r": [[0, 1]]},
            "BBB": {"n": "Right", "o": "BBB", "r": [[2, -2]]},
        },
        "arcs": [
            [100, 100, -100, 0, 0, -100, 100, 0],
            [100, 0, 0, 100],
            [100, 0, 100, 0, 0, 100, -100, 0],
        ],
    }


def refusal(document: object) -> str:
    with pytest.raises(MapAssetError) as caught:
        parse_asset(json.dumps(document).encode(), "mods/x/maps/small.json")
    return str(caught.value)


def test_the_shipped_map_is_sound() -> None:
    asset = eurasia()
    assert len(asset.units) == 95
    assert len(asset.lakes) == 23
    assert {"RUS", "ARM", "AZE.KAR", "KAZ.BAI"} <= set(asset.index)


def test_the_shipped_cities_belong_to_states_of_the_map() -> None:
    cities, seas = places()
    owners = {unit.owner for unit in eurasia().units}
    assert len(cities) == 46
    assert {city.owner for city in cities} <= owners
    assert "Black Sea" in {sea.name for sea in seas}


def test_a_shared_arc_is_the_same_line_for_both_sides() -> None:
    asset = parse_asset(json.dumps(small_map()).encode(), "small.json")
    left, right = (set(unit.shape.rings[0]) for unit in asset.units)
    assert len(left & right) == 2


def test_the_anchor_of_a_unit_lies_in_its_box() -> None:
    for unit in eurasia().units:
        x, y = unit.anchor
        assert unit.shape.west < x < unit.shape.east, unit.id
        assert unit.shape.south < y < unit.shape.north, unit.id


@pytest.mark.parametrize(
    "key,value,words",
    [
        ("format", "csto-map/9", '"format" must be "csto-map/1"'),
        ("bbox", [50, 40, 30, 50], '"bbox" must be [west, south, east, north]'),
        ("bbox", [0, 0, 1], '"bbox" must be a list of 4 numbers'),
        ("scale", [0.1, "x"], '"scale" must be a list of 2 numbers'),
        ("scale", [float("nan"), 0.1], '"scale" must be a list of 2 numbers'),
        ("arcs", {}, '"arcs" must be a list'),
        ("arcs", [[0, 0, 1]], "arc 0 must be a list of two or more x, y pairs"),
        ("arcs", [[0, 0, 1.5, 1]], "arc 0 holds something that is no whole number"),
        ("arcs", [[0, 0, 10**400, 1]], "arc 0 holds something that is no whole number"),
        ("arcs", [[0, 0, 900, 1]], 'arc 0 leaves the "bbox"'),
        ("units", {}, '"units" must be a table with at least one unit'),
        ("units", {"A": {"n": "A", "o": "A", "r": [[7]]}}, 'unit "A" refers to arc 7'),
        ("units", {"A": {"n": "A", "r": [[0]]}}, 'unit "A" needs "n" (name) and "o" (owner)'),
        ("units", {"A": {"n": "A", "o": "A", "r": []}}, 'unit "A" has no rings'),
        ("lakes", {"L": [[-9]]}, 'lake "L" refers to arc -9'),
    ],
)
def test_a_faulty_map_is_refused_in_one_sentence(key: str, value: object, words: str) -> None:
    message = refusal(small_map() | {key: value})
    assert message.startswith("mods/x/maps/small.json: ")
    assert words in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_map_without_a_key_is_refused() -> None:
    document = small_map()
    del document["translate"]
    assert 'the key "translate" is missing' in refusal(document)


def test_too_many_points_or_units_or_bytes_are_refused() -> None:
    document = small_map()
    assert "more than 20000 points" in refusal(document | {"arcs": [[0, 0] * 20_001]})
    unit = document["units"]["AAA"]
    assert "more than 126 units" in refusal(
        document | {"units": {f"U{n}": unit for n in range(127)}}
    )
    assert "larger than 256 KB" in refusal(document | {"source": "x" * 300_000})


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"{", b"[]", b"[" * 100_000, b"9" * 5000])
def test_what_is_no_json_object_is_refused(raw: bytes) -> None:
    with pytest.raises(MapAssetError, match=r"^small\.json: .*\.$"):
        parse_asset(raw, "small.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for load in (load_asset, load_cities):
        with pytest.raises(MapAssetError, match=r"nowhere\.json.*No such file"):
            load(tmp_path / "nowhere.json")


def test_a_faulty_city_is_numbered(tmp_path: Path) -> None:
    path = tmp_path / "cities.json"
    path.write_text('{"format": "csto-cities/1", "cities": [["A", 1, 2, "AAA", 7]]}')
    with pytest.raises(MapAssetError, match="city 1 must be"):
        load_cities(path)


def test_the_maps_say_whose_work_they_are() -> None:
    assert "Natural Earth" in (MAPS / "README.md").read_text(encoding="utf-8")
