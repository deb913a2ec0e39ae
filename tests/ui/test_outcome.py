"""What stands below a preview where there is room: the number it moves most, and whom it is for."""

from __future__ import annotations

from attrs import evolve
from tests.ui.driving import page, playing, press, shown
from tests.ui.fakes import a_view

from csto_game.model.command import Command
from csto_game.model.view import Preview, Range
from csto_game.ui.draw.outcome import outcome_rows
from csto_game.ui.draw.partner import partner_rows
from csto_game.ui.look import make_look
from csto_game.ui.rows import row_text, row_width

LOOK, VIEW = make_look(), a_view()


def preview(*sure: Range) -> Preview:
    return Preview(Command(VIEW.seat, "verb", "aid"), "Aid", (), sure, (), (), ())


def test_the_chart_is_of_what_always_matters_and_ends_where_the_order_leads() -> None:
    own = next(one for one in VIEW.members if one.code == VIEW.seat).figures
    found = preview(
        Range("ARM.loyalty", "Loyalty", 38, 90, 90),
        Range(f"{VIEW.seat}.unrest", "Unrest", own["unrest"].value, 50, 60),
    )
    rows = outcome_rows(VIEW, found, 70, 14, LOOK)
    text = [row_text(row) for row in rows]
    assert len(rows) <= 14
    assert max(row_width(row) for row in rows) <= 70
    assert text[2].split() == ["UNREST", str(own["unrest"].value), LOOK.glyphs.arrow, "55"]
    assert any(line.rstrip().endswith(LOOK.glyphs.point) for line in text[3:])


def test_nothing_is_drawn_of_others_of_what_is_not_known_or_without_room() -> None:
    other = preview(Range("ARM.loyalty", "Loyalty", 38, 90, 90))
    assert outcome_rows(VIEW, other, 70, 14, LOOK) == []
    assert outcome_rows(VIEW, None, 70, 14, LOOK) == []
    own = preview(Range(f"{VIEW.seat}.unrest", "Unrest", 14, 50, 60))
    assert outcome_rows(VIEW, own, 70, 8, LOOK) == []


def test_a_partner_is_told_with_our_ties_first_and_without_zeros() -> None:
    rows = partner_rows(VIEW, "ARM", 70, 20, LOOK)
    text = "\n".join(row_text(row) for row in rows)
    assert "ARMENIA" in text
    assert "Loyalty" in text
    power = VIEW.powers[0]
    some = next(iter(VIEW.world.values()))
    figures = {"might": evolve(some, label="Might", value=80, shown="80", change=0),
               "drive": evolve(some, label="Drive", value=0, shown="0", change=0)}  # fmt: skip
    view = evolve(VIEW, powers=(evolve(power, figures=figures), *VIEW.powers[1:]))
    told = "\n".join(row_text(row) for row in partner_rows(view, power.code, 70, 20, LOOK))
    assert "Might" in told
    assert "Drive" not in told
    assert len(partner_rows(VIEW, "ARM", 70, 6, LOOK)) <= 6
    assert partner_rows(VIEW, "", 70, 20, LOOK) == []


async def test_a_high_page_has_a_wide_map_the_table_and_what_happened_beside_it() -> None:
    async with playing((200, 60)) as (app, pilot):
        await press(app, pilot, "o")
        rows = page(app).rows
        side = ["".join(span.text for span in row)[120:] for row in rows]
        places = [
            next(n for n, text in enumerate(side) if name in text)
            for name in ("map", "members", "what happened")
        ]
        assert places == sorted(places)
        assert places[1] < 32, "the map is no higher than the world is"
        await press(app, pilot, "escape", "R")
        assert "objectives" in shown(app), "what happened is the page itself"
