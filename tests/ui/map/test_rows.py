from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tests.ui.map.scenes import MAPS, SIZES, eurasia, owners, scene, texts, widths

from csto_game.ui.map import (
    DARK,
    LEVELS,
    PAPER,
    WINDOWS,
    Arrow,
    City,
    LegendEntry,
    Level,
    Marker,
    Owner,
    Scene,
    Sea,
    Window,
    map_picture,
    map_rows,
)
from csto_game.ui.map.paint import mark_edges
from csto_game.ui.map.palette import LIT

HOSTILE = (
    "中国人民共和国",
    "e\u0301\u0301\u0301\u0327" * 9,
    "[bold red]x[/] [@click=app.quit]q[/]",
    "\x1b[31mred\x1b[0m\r\n\tx",
    "\u202eright to left\u2066",
    "👩\u200d👩\u200d👧\ufe0f🏽",
    "\u0300\u0301",
    "x" * 500,
    "",
)


@pytest.mark.parametrize("size", [*SIZES, (1, 1), (3, 2), (30, 8), (20, 50)])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("window", [*WINDOWS, Window(69, 39, 74, 42)])
def test_every_row_has_the_width_asked_for(
    size: tuple[int, int], level: Level, window: str | Window
) -> None:
    rows = map_rows(eurasia(), scene(), *size, window=window, level=level)
    assert len(rows) == size[1]
    assert widths(rows) == {size[0]}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("level", LEVELS)
def test_hostile_text_never_breaks_a_row(text: str, level: Level) -> None:
    hostile = scene(
        owners={c: Owner(o.color, text, text, text, o.is_member) for c, o in owners().items()},
        cities=(City(text, (37.6, 55.7), "RUS", 0), City(text, (86.9, 43.8), "CHN", 1)),
        seas=(Sea(text, (34.3, 43.3)),),
        markers=(Marker("ARM", text, (255, 0, 0)),),
        title=text,
        legend=(LegendEntry(text, (1, 2, 3), text),),
    )
    for width, height in ((46, 14), (118, 34)):
        rows = map_rows(eurasia(), hostile, width, height, level=level)
        assert widths(rows) == {width}
        assert not set("".join(texts(rows))) & set("\x1b\r\n\t\u202e\u2066\u200d")


def test_text_stays_text() -> None:
    name = "[b]x[/b]"
    known = owners() | {"KAZ": Owner((1, 2, 3), name, is_member=True)}
    rows = map_rows(eurasia(), scene(owners=known), 118, 34)
    assert "[B]X[/B]" in "\n".join(texts(rows))


@pytest.mark.parametrize("level", ["braille", "ascii"])
def test_levels_without_color_send_none(level: Level) -> None:
    for row in map_rows(eurasia(), scene(), 76, 20, level=level):
        assert all(span.fg is None and span.bg is None for span in row)


@pytest.mark.parametrize("level", ["full", "basic"])
def test_levels_with_color_fill_every_cell(level: Level) -> None:
    for row in map_rows(eurasia(), scene(), 76, 20, level=level):
        assert all(span.bg is not None and not span.reverse for span in row)


def test_the_ascii_level_is_ascii() -> None:
    arrows = (Arrow("RUS", "ARM", (1, 2, 3)),)
    rows = map_rows(eurasia(), scene(title="Türkiye ‼", arrows=arrows), 76, 20, level="ascii")
    assert "\n".join(texts(rows)).isascii()


def test_the_basic_level_has_no_quadrants_and_no_braille() -> None:
    rows = map_rows(
        eurasia(), scene(arrows=(Arrow("RUS", "ARM", (1, 2, 3)),)), 76, 20, level="basic"
    )
    signs = set("".join(texts(rows)))
    assert "▀" in signs
    assert not signs & set("▘▝▖▌▞▛▗▚▐▜▄▙▟█")
    assert not any("\u2800" <= sign <= "\u28ff" for sign in signs)


@pytest.mark.parametrize("level", LEVELS)
def test_the_selection_can_be_seen_at_every_level(level: Level) -> None:
    chosen = map_rows(eurasia(), scene(selected="KAZ"), 76, 20, level=level)
    assert chosen != map_rows(eurasia(), scene(selected=None), 76, 20, level=level)


def test_an_outline_keeps_the_color_of_the_state() -> None:
    color = owners()["KAZ"].color
    filled = map_rows(eurasia(), scene(selected="KAZ"), 76, 20)
    outlined = map_rows(eurasia(), scene(selected="KAZ", outline=True), 76, 20)
    assert not any(span.bg == color for row in filled for span in row)
    assert any(span.bg == color for row in outlined for span in row)
    assert any(DARK.selected in (span.bg, span.fg) for row in outlined for span in row)


def test_an_outline_leaves_lakes_alone() -> None:
    land, lake, sea, other = 2, 1, 0, 3
    rows = tuple(
        bytes(row)
        for row in (
            (sea, sea, sea, sea, sea, other),
            (sea, land, land, land, land, other),
            (sea, land, land, land, land, other),
            (sea, land, land, lake, land, other),
            (sea, land, land, land, land, other),
            (sea, land, land, land, land, other),
            (sea, sea, sea, sea, sea, other),
        )
    )
    lit = [[x for x, pixel in enumerate(row) if pixel == LIT] for row in mark_edges(rows, land)]
    assert lit == [[], [1, 2, 3, 4], [1, 4], [1, 4], [1, 4], [1, 2, 3, 4], []]


def test_selecting_moves_no_label() -> None:
    before = map_picture(eurasia(), scene(selected=None), 118, 34).labels
    assert map_picture(eurasia(), scene(selected="TJK"), 118, 34).labels == before


def test_disputed_land_is_hatched_in_zooms_only() -> None:
    taken = scene(owner_of={"UKR.CRI": "RUS"}, cities=())
    assert "╱" not in "".join(texts(map_rows(eurasia(), taken, 118, 34)))
    assert "╱" in "".join(texts(map_rows(eurasia(), taken, 118, 34, window="west")))
    listed = scene(owner_of={"UKR.CRI": "UKR"}, disputed=("GEO.ABK",), cities=())
    assert "╱" in "".join(texts(map_rows(eurasia(), listed, 118, 34, window="caucasus")))


def test_land_that_changes_hands_changes_its_color() -> None:
    before = map_rows(eurasia(), scene(owner_of={"UKR.CRI": "UKR"}), 118, 34, window="west")
    after = map_rows(eurasia(), scene(owner_of={"UKR.CRI": "RUS"}), 118, 34, window="west")
    assert before != after


@pytest.mark.parametrize("level", LEVELS)
def test_an_arrow_has_its_head_beside_its_goal(level: Level) -> None:
    bare = map_picture(eurasia(), scene(), 118, 34, level=level)
    arrow = scene(arrows=(Arrow("RUS", "TJK", (174, 234, 210)),))
    drawn = texts(map_rows(eurasia(), arrow, 118, 34, level=level))
    head = {"full": "▾", "braille": "▾", "basic": "▼", "ascii": "v"}[level]
    y = next(label.y for label in bare.labels if label.owner == "TJK")
    assert any(head in row for row in drawn[y - 2 : y])


def test_arrows_to_nowhere_are_left_out() -> None:
    arrows = (Arrow("RUS", "XXX", (1, 2, 3)), Arrow((500.0, 99.0), "RUS", (1, 2, 3)))
    assert map_rows(eurasia(), scene(arrows=arrows), 76, 20) == map_rows(eurasia(), scene(), 76, 20)


def test_title_and_legend_stand_in_the_corners() -> None:
    legend = (LegendEntry("▲", (212, 98, 63), "hub"), LegendEntry("◆", (236, 194, 90), "China"))
    rows = texts(map_rows(eurasia(), scene(title="who leans where", legend=legend), 76, 20))
    assert rows[0].startswith(" who leans where ")
    assert rows[-1].endswith(" ▲ hub ◆ China ")


def test_a_theme_changes_the_sea() -> None:
    rows = map_rows(eurasia(), scene(), 76, 20, theme=PAPER)
    assert any(span.bg == PAPER.sea for row in rows for span in row)


def test_a_scene_without_anything_is_a_map() -> None:
    assert widths(map_rows(eurasia(), Scene(owners={}), 76, 20)) == {76}


def test_the_picture_is_the_same_in_every_process() -> None:
    script = (
        "import hashlib, sys; from tests.ui.map.scenes import eurasia, scene;"
        "from csto_game.ui.map import LEVELS, map_rows;"
        "rows = [map_rows(eurasia(), scene(), 76, 20, level=v) for v in LEVELS];"
        "print(hashlib.sha256(repr(rows).encode()).hexdigest())"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"src{os.pathsep}."},
            cwd=MAPS.parent,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1
