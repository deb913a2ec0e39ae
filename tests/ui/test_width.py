from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from csto_game.ui.width import cell_width, clip_cells, clusters, plain_line


@pytest.mark.parametrize(
    "text,width",
    [
        ("", 0),
        ("Minsk", 5),
        ("Հայաստան", 8),
        ("საქართველო", 10),
        ("中国", 4),
        ("한국", 4),
        ("e\u0301", 1),
        ("ﾆﾎﾝ", 3),
        ("◆ •", 3),
        ("⣿⠀", 2),
    ],
)
def test_widths_are_those_of_the_terminal(text: str, width: int) -> None:
    assert cell_width(text) == width == cell_len(text)


def test_common_scripts_are_as_wide_as_the_interface_thinks() -> None:
    blocks = (range(0x20, 0x7F), range(0xA1, 0x590), range(0x10A0, 0x1100), range(0x2010, 0x2028))
    more = (range(0x2190, 0x2300), range(0x2500, 0x2600), range(0x2800, 0x2900))
    wide = (range(0x3041, 0x3097), range(0x4E00, 0x5000), range(0xAC00, 0xAD00))
    for block in blocks + more + wide:
        for char in map(chr, block):
            if plain_line(char) == char:
                assert cell_width(char) == cell_len(char), hex(ord(char))


@given(st.text())
def test_plain_line_is_one_harmless_line(text: str) -> None:
    line = plain_line(text)
    assert plain_line(line) == line
    assert len(line.splitlines()) <= 1
    assert not set(line) & set("\x00\x1b\x07\u202e\u2066\u200d\ufe0f")


@given(st.text(), st.integers(0, 20))
def test_clipped_text_fits(text: str, width: int) -> None:
    assert cell_width(clip_cells(text, width)) <= width
    assert cell_width(clip_cells(text, width, ellipsis="…")) <= width


@given(st.text())
def test_clusters_keep_the_width(text: str) -> None:
    parts = clusters(text)
    assert sum(width for _, width in parts) == cell_width(plain_line(text))
    assert all(width in {1, 2} for _, width in parts)
