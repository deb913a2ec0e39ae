"""The chart of a forecast: a line from the past through now, on a band without holes."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.ui.fakes import a_view

from csto_game.ui.draw.course import Past, band_color, course_rows
from csto_game.ui.draw.forecast import past_of
from csto_game.ui.look import make_look
from csto_game.ui.outlook import Reach
from csto_game.ui.rows import row_text, row_width

REACH = Reach(
    "RUS.coin", "Treasury", 40, "40", ((35, 42, 50), (30, 45, 60), (20, 50, 70)), ("", "", "")
)
DATES = ("Winter 1996", "Spring 1996", "Summer 1996", "Autumn 1996")
PAST = Past((("Summer 1995", 30), ("Autumn 1995", 35)))


@pytest.mark.parametrize("depth", ["true", "256", "16", "none"])
def test_the_chart_is_as_large_as_asked_for(depth: str) -> None:
    look = make_look(depth=depth)
    rows = course_rows(REACH, None, DATES, 90, 16, look, PAST)
    assert len(rows) == 16
    assert max(row_width(row) for row in rows) <= 90


def test_the_line_of_the_middle_runs_on_the_band() -> None:
    look = make_look()
    rows = course_rows(REACH, None, DATES, 90, 16, look)
    band = band_color(look)
    line = [span for row in rows for span in row if span.fg == look.theme.accent]
    inside = [span for span in line if span.bg == band]
    assert sum(len(span.text) for span in inside) > 60, "most of the line has the band behind it"
    assert {span.bg for span in line} <= {band, None}


def test_the_past_stands_before_now() -> None:
    look = make_look()
    rows = course_rows(REACH, None, DATES, 90, 16, look, PAST)
    assert row_text(rows[-1]).split()[:2] == ["Summer", "1995"]
    assert row_text(rows[-2]).count(look.glyphs.up) == 1, "now is marked"
    assert not any(span.bg == band_color(look) for row in rows for span in row[:3]), (
        "nothing is foretold of the past"
    )
    without = course_rows(REACH, None, DATES, 90, 16, look)
    assert look.glyphs.up not in row_text(without[-2])


def test_numbers_at_the_left_are_round() -> None:
    rows = course_rows(REACH, None, DATES, 90, 16, make_look(), PAST)
    found = [int(row_text(row)[:7]) for row in rows if row_text(row)[:7].strip()]
    assert found == [70, 60, 50, 40, 30, 20]


def test_the_past_begins_with_the_first_turn_at_the_earliest() -> None:
    view = a_view()
    own = next(one for one in view.members if one.code == view.seat).figures["unrest"]
    long = evolve(own, trend=tuple(range(9)))
    members = tuple(
        evolve(one, figures={**one.figures, "unrest": long}) if one.code == view.seat else one
        for one in view.members
    )
    reach = evolve(REACH, path=own.path)
    for turn, count in ((6, 5), (2, 1), (1, 0)):
        found = past_of(evolve(view, turn=turn, members=members), reach).values
        assert len(found) == count
        assert [date for date, _ in found] == list(view.calendar[turn - 1 - count : turn - 1])
