"""Forces, charter and questions: nothing is said twice, and a question lies on what it is about."""

from __future__ import annotations

from attrs import evolve
from tests.ui.driving import page, playing, press, shown
from tests.ui.fakes import a_view

from csto_game.model.view import ClauseRow, UnitRow
from csto_game.ui.draw.overlay import faint, laid_on
from csto_game.ui.draw.papers import alliance_figures, forces_rows, units_of
from csto_game.ui.look import make_look
from csto_game.ui.rows import Span, row_text, row_width

LOOK, VIEW = make_look(), a_view()


def test_units_that_are_alike_are_one_row_with_their_number() -> None:
    unit = UnitRow("rifles", "Rifles", 2, "KAZ", pledged=False, away=False, fatigue=0)
    tired = evolve(unit, fatigue=40)
    members = tuple(evolve(one, units=()) for one in VIEW.members)
    members = (evolve(members[0], units=(unit, unit, tired, unit)), *members[1:])
    view = evolve(VIEW, members=members)
    assert [count for _, _, count in units_of(view)] == [3, 1]
    text = "\n".join(row_text(row) for row in forces_rows(view, 0, 78, LOOK)[0])
    assert "Rifles ×3" in text
    assert text.count("rested") == 1
    assert text.count("tired") == 1


def test_a_clause_is_not_told_again_among_the_numbers() -> None:
    first = next(iter(VIEW.alliance.values()))
    view = evolve(VIEW, clauses=(ClauseRow("x", first.label, "word", ""),))
    assert first in alliance_figures(VIEW)
    assert first not in alliance_figures(view)


def test_a_question_is_laid_on_a_fainter_page() -> None:
    below = [(LOOK.strong("x" * 30),), (LOOK.text("y" * 30),), (LOOK.text("short"),)]
    rows = laid_on(below, [(LOOK.text("?" * 10),)], 30, 3, LOOK)
    assert [row_width(row) for row in rows] == [30, 30, 30]
    assert sum("?" * 10 in row_text(row) for row in rows) == 1
    assert row_text(rows[2]).strip() in ("", "?" * 10), "a row of another size is left out"
    assert faint((LOOK.strong("x"),), LOOK)[0].fg != LOOK.theme.strong
    sixteen = make_look(depth="16")
    assert faint((Span("x", (1, 2, 3)),), sixteen)[0].fg == sixteen.theme.line


async def test_the_page_asked_about_stays_to_be_seen() -> None:
    async with playing((120, 36)) as (app, pilot):
        await press(app, pilot, "e")
        assert page(app).kind == "ask"
        assert "KAZAKHSTAN" in shown(app).upper()
        assert "Go on planning" in shown(app)
