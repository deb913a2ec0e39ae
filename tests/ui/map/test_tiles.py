from __future__ import annotations

import pytest
from tests.ui.map.scenes import SIZES, owners, scene, texts, widths

from csto_game.ui.map import (
    LEVELS,
    City,
    Level,
    Link,
    Owner,
    Scene,
    Tile,
    board_picture,
    neighbor,
    owner_at,
    tile_grid,
    tile_picture,
)

GRID = tile_grid(["..EEE", ".LLLL", ".TTT "], {"E": "EST", "L": "LVA", "T": "LTU"})
BALTIC = Scene(
    owners={
        "EST": Owner((100, 140, 180), "Estonia", letter="W", is_member=True),
        "LVA": Owner((100, 140, 180), "Latvia", letter="W", is_member=True),
        "LTU": Owner((150, 90, 70), "Lithuania", letter="H"),
    },
    selected="LVA",
    cities=(City("Tallinn", (2, 0), "EST", 0),),
)
CODES = ("RUS", "BLR", "KAZ", "KGZ", "TJK", "ARM", "UZB", "AZE", "GEO")
TILES = tuple(Tile(code, f"{code} ▲ 54", ("unrest 18", "trust 61")) for code in CODES)
LINKS = (Link("RUS", "BLR", 3), Link("RUS", "KAZ"), Link("ARM", "RUS", 1), Link("RUS", "XXX"))


@pytest.mark.parametrize("size", [*SIZES, (1, 1), (4, 2), (30, 8)])
@pytest.mark.parametrize("level", LEVELS)
def test_every_row_of_tiles_has_its_width(size: tuple[int, int], level: Level) -> None:
    for picture in (
        tile_picture(GRID, BALTIC, *size, level=level),
        board_picture(TILES, LINKS, scene(), *size, level=level),
    ):
        assert len(picture.rows) == size[1]
        assert widths(picture.rows) == {size[0]}


def test_letters_become_squares_in_their_places() -> None:
    rows = texts(tile_picture(GRID, BALTIC, 10, 3, level="ascii").rows)
    assert [row.replace("[EST]", "WWWWW").replace("[LVA]", "WWWWW") for row in rows][1:] == [
        "~~WWWWWWWW",
        "~~[LTU]H  ",
    ]


def test_squares_answer_clicks_and_arrow_keys() -> None:
    picture = tile_picture(GRID, BALTIC, 75, 21)
    assert owner_at(picture, 70, 1) == "EST"
    assert owner_at(picture, 1, 1) is None
    assert owner_at(picture, 74, 20) is None
    assert neighbor(picture, "LVA", "up") == "EST"
    assert neighbor(picture, "LVA", "down") == "LTU"


@pytest.mark.parametrize(
    "rows,words",
    [
        ([], "at least one row"),
        (["AB", "A"], "row 2 of the tile map has 1 letters, the first has 2"),
        (["AX"], "row 1 of the tile map has the letter 'X'"),
    ],
)
def test_faulty_rows_are_refused(rows: list[str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        tile_grid(rows, {"A": "AAA", "B": "BBB"})


def test_the_first_tile_stands_in_the_middle_of_the_ring() -> None:
    picture = board_picture(TILES, LINKS, scene(), 76, 20)
    assert set(picture.centers) == set(CODES)
    x, y = picture.centers["RUS"]
    assert abs(x - 38) <= 2
    assert abs(y - 10) <= 2
    assert owner_at(picture, x, y) == "RUS"


def test_tiles_stand_where_they_are_told() -> None:
    tiles = (Tile("ARM", "ARM", at=(0, 1)), Tile("RUS", "RUS", at=(1, 0)))
    centers = board_picture(tiles, (), scene(), 76, 20).centers
    assert centers["ARM"][0] < centers["RUS"][0]
    assert centers["ARM"][1] > centers["RUS"][1]


def test_a_board_shrinks_its_tiles_before_it_drops_one() -> None:
    assert set(board_picture(TILES, LINKS, scene(), 30, 7).centers) == set(CODES)


def test_a_link_never_passes_behind_a_third_tile() -> None:
    tiles = tuple(Tile(c, c, at=(n % 3, n // 3)) for n, c in enumerate(CODES))
    for first in CODES:
        for second in CODES:
            bare = board_picture(tiles, (), scene(), 76, 20)
            drawn = board_picture(tiles, (Link(first, second),), scene(), 76, 20)
            new = [
                (x, y)
                for y, (old_row, row) in enumerate(
                    zip(texts(bare.rows), texts(drawn.rows), strict=True)
                )
                for x, (old, sign) in enumerate(zip(old_row, row, strict=True))
                if old != sign
            ]
            assert all(owner_at(drawn, x, y) is None for x, y in new)
            touched = {
                owner_at(drawn, x + dx, y + dy)
                for x, y in new
                for dx, dy in ((0, 1), (0, -1), (1, 0), (-1, 0))
                if _points_at(texts(drawn.rows)[y][x], dx, dy)
            }
            assert touched - {None} <= {first, second}


def _points_at(sign: str, dx: int, dy: int) -> bool:
    arms = {(0, -1): "│┤╰╯├┴┼", (0, 1): "│┤╭╮├┬┼", (-1, 0): "─┤╮╯┬┴┼", (1, 0): "─├╭╰┬┴┼"}
    return sign in arms[dx, dy]


def test_links_show_their_strength() -> None:
    signs = "".join(texts(board_picture(TILES, LINKS, scene(), 76, 20).rows))
    assert "━" in signs
    assert "╌" in signs


def test_hostile_tiles_keep_their_rows() -> None:
    bad = "\x1b[31m中国\n[b]" * 9
    tiles = tuple(Tile(code, bad, (bad, bad, bad, bad)) for code in CODES)
    assert widths(board_picture(tiles, (), scene(owners=owners()), 46, 14).rows) == {46}
