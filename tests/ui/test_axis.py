"""Axes and small charts: round numbers, the right rows, nothing where there is no room."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.ui.fakes import SEAT, a_view

from csto_game.model.view import DueRow
from csto_game.ui.draw.coming import coming_rows
from csto_game.ui.draw.dues import due_spans
from csto_game.ui.draw.pictures.axis import ticks
from csto_game.ui.draw.pictures.number import LEAST, number_rows
from csto_game.ui.look import make_look
from csto_game.ui.names import turn_name
from csto_game.ui.rows import row_text, row_width

LOOK = make_look()
DATES = ("Spring 1992", "Summer 1992", "Autumn 1992", "Winter 1993")


@pytest.mark.parametrize(
    "low,high,most,found",
    [
        (0, 100, 6, (0, 20, 40, 60, 80, 100)),
        (17, 59, 6, (20, 30, 40, 50)),
        (75, 82, 4, (76, 78, 80, 82)),
        (-40, 25, 6, (-40, -20, 0, 20)),
        (5, 5, 3, (5,)),
        (96, 1400, 5, (500, 1000)),
    ],
)
def test_ticks_are_round_and_few(low: int, high: int, most: int, found: tuple[int, ...]) -> None:
    assert ticks(low, high, most) == found


def test_a_chart_has_numbers_at_its_left_and_dates_below() -> None:
    rows = number_rows((10, 30, None, 50), DATES, 60, 12, LOOK, ends=(0, 100), mark=4)
    text = [row_text(row) for row in rows]
    assert len(rows) == 12
    assert max(row_width(row) for row in rows) <= 60
    assert [line.split("┤")[0].strip() for line in text if "┤" in line] == [
        "50",
        "40",
        "30",
        "20",
        "10",
    ]
    assert text[-1].split()[:2] == ["Spring", "1992"]
    assert text[-1].split()[-2:] == ["Winter", "1993"]
    assert LOOK.glyphs.point in text[0] + text[1] + text[2]


def test_a_chart_without_room_or_numbers_is_none() -> None:
    assert number_rows((1, 2), DATES, 60, LEAST - 1, LOOK, ends=(0, 9)) == []
    assert number_rows((None, None), DATES, 60, 12, LOOK, ends=(0, 9)) == []


def test_what_comes_at_one_time_for_one_reason_stands_in_one_row() -> None:
    due = DueRow(6, 1, f"{SEAT}.coin", 1, "the first class")
    view = evolve(a_view(), dues=(due, due, evolve(due, because="another")), promises=())
    told = [row_text(row).strip() for row in coming_rows(view, 60, LOOK)]
    assert told == [
        "this turn  Treasury +0.2  the first class",
        "this turn  Treasury +0.1  another",
    ]


def test_what_comes_later_is_told_in_words_not_as_a_path() -> None:
    view = a_view()
    due = DueRow(8, 1, "KAZ.unaligned.share", 10, "a table with seven sides")
    told = row_text(due_spans(view, due, LOOK))
    assert told == "Kazakhstan: leaning to nobody +1.0 %  a table with seven sides"
    assert row_text(due_spans(view, due, LOOK, about="KAZ")).startswith("leaning to nobody")
    unshown = DueRow(8, 1, f"{view.seat}.KAZ.heard", 1, "", "Evidence kept")
    assert row_text(due_spans(view, unshown, LOOK)) == "Kazakhstan: evidence kept +1"
    own = DueRow(8, 1, f"{view.seat}.coin", 1, "")
    assert row_text(due_spans(view, own, LOOK)) == "Treasury +0.1"
    assert turn_name(view, 6) == view.date
    assert turn_name(view, 400) == "turn 400"
