"""Rows of spans: cutting, padding, wrapping, and finding what has changed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment

from csto_game.ui.canvas import changed_cells, changed_stretch
from csto_game.ui.draw.box import box
from csto_game.ui.look import make_look
from csto_game.ui.paint import Painter
from csto_game.ui.rows import Span, cell, clip, fit, row_text, row_width, split, spread, wrap

RED, BLUE = (255, 0, 0), (0, 0, 255)
TEXTS = st.text(alphabet=st.sampled_from("ab 中文é\u0301\u200d\u202e\x1b[/]👍🏽\n"), max_size=40)


@given(TEXTS, st.integers(0, 30))
def test_fit_is_exact(text: str, width: int) -> None:
    look = make_look()
    assert row_width(fit((look.text(text), look.dim("x")), width)) == width


@given(TEXTS, st.integers(1, 30))
def test_clip_never_exceeds(text: str, width: int) -> None:
    assert row_width(clip((make_look().text(text),), width, ellipsis="…")) <= width


@given(TEXTS, st.integers(2, 30))
def test_wrap_keeps_every_word_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(row_width((Span(line),)) <= width for line in lines)
    assert "".join("".join(lines).split()).count("b") == text.count("b")


@given(TEXTS, TEXTS, st.integers(0, 40))
def test_spread_is_exact(left: str, right: str, width: int) -> None:
    look = make_look()
    assert row_width(spread((look.text(left),), (look.text(right),), width)) == width


@given(TEXTS, st.integers(8, 50), st.integers(2, 9))
def test_a_box_is_a_rectangle(text: str, width: int, height: int) -> None:
    look = make_look()
    rows = box(text, [(look.text(text),)] * 5, width, height, look, focused=True, right=text)
    assert len(rows) == height
    assert {row_width(row) for row in rows} == {width}


def test_a_wide_character_that_would_be_halved_is_left_out() -> None:
    assert row_text(fit((Span("中文"),), 3)) == "中 "


@given(st.lists(st.text("ab ", max_size=7), max_size=6), st.lists(st.integers(0, 9), max_size=6))
def test_split_cuts_at_the_widths(texts: list[str], widths: list[int]) -> None:
    row = tuple(Span(text) for text in texts)
    whole = "".join(texts)
    pieces = [row_text(piece) for piece in split(row, widths)]
    assert "".join(pieces) == whole[: sum(widths)]
    assert all(len(piece) <= width for piece, width in zip(pieces, widths, strict=True))


def test_cells_align() -> None:
    assert row_text(cell((Span("7"),), 3, "right")) == "  7"


@pytest.mark.parametrize(
    "old,new,found",
    [
        ("abcdef", "abcdef", []),
        ("abcdef", "abXdef", [(2, 1)]),
        ("abcdef", "XbcdeX", [(0, 6)]),
        ("a..................b", "X..................Y", [(0, 20)]),
        (f"a{'.' * 60}b", f"X{'.' * 60}Y", [(0, 1), (61, 1)]),
        ("中x", "文x", [(0, 2)]),
        ("ab", "abc", [(0, 3)]),
    ],
)
def test_only_changed_cells_are_found(old: str, new: str, found: list[tuple[int, int]]) -> None:
    assert list(changed_cells((Span(old),), (Span(new),))) == found


@pytest.mark.parametrize(
    "old,new,found",
    [
        (("ab", "cd", "ef"), ("ab", "XX", "ef"), (2, 2)),
        (("ab", "cd", "ef"), ("ab", "X", "Y", "ef"), (2, 2)),
        (("ab", "cd", "ef"), ("ab", "X", "ef"), (2, 4)),
        (("ab",), ("ab", "c"), (2, 1)),
        (("中", "x"), ("中", "y"), (2, 1)),
    ],
)
def test_a_stretch_holds_all_that_differs(
    old: tuple[str, ...], new: tuple[str, ...], found: tuple[int, int]
) -> None:
    assert changed_stretch(tuple(map(Span, old)), tuple(map(Span, new))) == found


def test_a_change_of_style_is_a_change() -> None:
    assert list(changed_cells((Span("ab"),), (Span("ab", bold=True),))) == [(0, 2)]


def test_how_a_row_is_cut_into_spans_does_not_matter() -> None:
    assert not list(changed_cells((Span("ab"),), (Span("a"), Span("b"))))


def test_what_moved_behind_a_change_is_drawn_anew() -> None:
    assert list(changed_cells((Span("a"), Span("x")), (Span("ab"), Span("x")))) == [(0, 3)]


def test_the_color_of_a_blank_is_no_change_but_its_ground_is() -> None:
    old = (Span("ab  c", RED), Span(" ", RED, BLUE))
    new = (Span("ab", RED), Span("  ", BLUE, bold=True), Span("c", RED), Span(" ", None, BLUE))
    assert not list(changed_cells(old, new))
    assert list(changed_cells(old, (*new[:-1], Span(" ", RED, RED)))) == [(5, 1)]
    assert list(changed_cells((Span(" "),), (Span(" ", reverse=True),))) == [(0, 1)]


COLORS = st.sampled_from((None, RED, BLUE))
SPANS = st.builds(
    Span,
    st.text(alphabet="ab  中", max_size=4),
    COLORS,
    COLORS,
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(SPANS, max_size=6), st.sampled_from(("true", "none")))
def test_joining_spans_changes_nothing_that_is_seen(row: list[Span], depth: str) -> None:
    painter = Painter(make_look(depth=depth))
    joined = painter.strip(tuple(row))
    apart = [segment for span in row for segment in painter.strip((span,))]
    assert _seen(joined) == _seen(apart)
    assert joined.cell_length == row_width(tuple(row))
    assert len(joined._segments) <= len(row)


def _seen(segments: Iterable[Segment]) -> list[tuple[object, ...]]:
    """Each character with all of its look that can be seen: of a blank, its ground."""
    seen: list[tuple[object, ...]] = []
    for segment in segments:
        style = segment.style
        assert style is not None
        whole = (style.color, style.bgcolor, style.bold, style.italic, style.reverse)
        for sign in segment.text:
            blank = sign == " " and not style.reverse
            seen.append((sign, style.bgcolor) if blank else (sign, *whole))
    return seen


def test_a_box_says_where_it_cuts_words_and_not_where_it_cuts_blanks() -> None:
    look = make_look()
    rows = box("", [(look.text("a word too many"),), (look.text("short" + " " * 90),)], 12, 4, look)
    assert row_text(rows[1]) == "│a word to…│"
    assert row_text(rows[2]) == "│short     │"
