"""The mouse on every page, and boxes that hold more than they show."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.ui.driving import (
    NARROW,
    OUTER,
    SIZES,
    every_page,
    lines,
    opened,
    page,
    playing,
    press,
    settled,
    shown,
)
from tests.ui.fakes import FakeMatch, FakeShelf, a_view
from tests.ui.test_debrief import over
from textual.events import Click, MouseEvent, MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot

from csto_game.ui.app import CstoApp
from csto_game.ui.draw.box import AT_ONCE, KEY, PANEL
from csto_game.ui.draw.strip import CRISES, STRIP
from csto_game.ui.draw.tree import line_and_turn
from csto_game.ui.rows import Hit, row_width

ACTS = (PANEL, KEY, AT_ONCE, STRIP, CRISES)
"""Kinds of clicks that do something at once, or concern no cursor."""
ELSEWHERE = ("table", "cell", "lever", "target", "turn")


async def arrive(app: CstoApp, pilot: Pilot[int], event: MouseEvent) -> None:
    """The event comes to what is under the mouse, as Textual sends it there, and from there to the page."""
    event._set_forwarded()
    app.screen.get_widget_at(event.screen_x, event.screen_y)[0].post_message(event)
    await settled(app, pilot)


async def click(app: CstoApp, pilot: Pilot[int], x: int, y: int, button: int = 1) -> None:
    event = Click(app.screen, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)
    await arrive(app, pilot, event)


async def wheel(app: CstoApp, pilot: Pilot[int], x: int, y: int, *, down: bool) -> None:
    kind = MouseScrollDown if down else MouseScrollUp
    event = kind(app.screen, x, y, 0, 0, 0, False, False, False, screen_x=x, screen_y=y)
    await arrive(app, pilot, event)


def spot(app: CstoApp, text: str) -> tuple[int, int]:
    """The cell in which a text begins."""
    for y, line in enumerate(lines(app)):
        if text in line:
            return line.index(text), y
    raise AssertionError(f"no {text!r} in\n{shown(app)}")


async def click_on(app: CstoApp, pilot: Pilot[int], text: str) -> None:
    await click(app, pilot, *spot(app, text))


def hits(app: CstoApp) -> dict[Hit, tuple[int, int]]:
    """Everything that can be clicked on, with a cell of it."""
    found: dict[Hit, tuple[int, int]] = {}
    for y, row in enumerate(page(app).rows):
        x = 0
        for span in row:
            width = row_width((span,))
            if span.hit and width:
                found.setdefault(span.hit, (x, y))
            x += width
    return found


def has_cursor(app: CstoApp, hit: Hit) -> bool:
    """Whether something on a ground of its own, or with the sign of the cursor, is that thing."""
    look = page(app).look
    return any(
        span.hit == hit and (look.glyphs.cursor in span.text or span.bg == look.theme.select)
        for row in page(app).rows
        for span in row
    )


# --- a click marks, a second one opens --------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_puts_the_cursor_there_on_every_page(size: tuple[int, int]) -> None:
    tried: set[str] = set()
    async with playing(size) as (app, pilot):
        async for name in every_page(app, pilot):
            for hit in hits(app):
                place = hits(app).get(hit)  # what was clicked before may have moved it
                is_other = hit[0] in ELSEWHERE and name != "campaign"
                if hit[0] in ACTS or is_other or place is None:
                    continue
                await click(app, pilot, *place)
                assert page(app).kind == name, hit
                assert has_cursor(app, hit) or hit[0] == "field", (name, hit, shown(app))
                tried.add(f"{name}.{hit[0]}")
    assert {
        "campaign.table",
        "campaign.cell",
        "campaign.work",
        "card.option",
        "verbs.verb",
    } <= tried
    assert {"council.agenda", "council.votes", "member.figures", "member.leans"} <= tried
    assert {"crises.row", "why.row", "ledger.row", "forces.row", "charter.row"} <= tried
    assert {"verdict.goals", "verdict.numbers", "report.events", "report.countries"} <= tried
    assert {"timeline.lines", "compare.numbers", "forecast.numbers"} <= tried


async def test_a_click_puts_the_cursor_there_before_there_is_a_game() -> None:
    tried: set[str] = set()
    async with opened() as (app, pilot):
        for name, keys in OUTER.items():
            await press(app, pilot, *keys)
            for hit in hits(app):
                place = hits(app).get(hit)
                if hit[0] not in ACTS and place is not None:
                    await click(app, pilot, *place)
                    assert has_cursor(app, hit), (name, hit)
                    tried.add(f"{name}.{hit[0]}")
            while page(app).kind != "title":
                await press(app, pilot, "escape")
    assert {"new_game.scenario", "saves.row", "settings.row", "doctor.row"} <= tried


async def test_role_and_options_of_a_new_game_are_chosen_by_the_mouse() -> None:
    async with opened((120, 36)) as (app, pilot):
        await press(app, pilot, "n")
        await click(app, pilot, *hits(app)["role", 1])
        assert has_cursor(app, ("role", 1))
        await click(app, pilot, *hits(app)["options", 0])
        before = shown(app)
        await click(app, pilot, *hits(app)["options", 0])
        assert shown(app) != before
        assert page(app).kind == "new_game"


async def test_a_real_click_is_one_click() -> None:
    async with playing((120, 36)) as (app, pilot):
        x, y = hits(app)["table", 5]
        await pilot.click(offset=(x + 4, y))
        assert page(app).kind == "campaign"
        assert "▸6 Armenia" in shown(app)
        await pilot.click(offset=(x + 4, y), times=2)
        await settled(app, pilot)
        assert page(app).kind == "member"


async def test_a_second_click_on_a_country_opens_it_and_on_its_number_asks_why() -> None:
    async with playing((120, 36)) as (app, pilot):
        cells = hits(app)
        x, y = cells["table", 5]
        await click(app, pilot, x + 4, y)
        assert page(app).kind == "campaign"
        await click(app, pilot, x + 4, y)
        assert page(app).kind == "member"
        assert "Armenia" in lines(app)[1]
        await press(app, pilot, "escape")
        x, y = cells["cell", 501]
        await click(app, pilot, x, y)
        await click(app, pilot, x, y)
        assert page(app).kind == "why"


async def test_what_was_marked_by_keys_needs_two_clicks_like_anything_else() -> None:
    async with playing((120, 36)) as (app, pilot):
        x, y = hits(app)["table", 0]
        await click(app, pilot, x + 4, y)
        await press(app, pilot, "down")
        await click(app, pilot, x + 4, y)
        assert page(app).kind == "campaign"


async def test_the_strip_the_plans_and_the_causes_can_be_clicked_on() -> None:
    async with playing((120, 36)) as (app, pilot):
        cells = hits(app)
        for hit, kind in (
            ((STRIP, 0), "why"),
            (("work", 0), "card"),
        ):
            await click(app, pilot, *cells[hit])
            assert page(app).kind == "campaign"
            await click(app, pilot, *cells[hit])
            assert page(app).kind == kind
            await press(app, pilot, "escape")
        for hit, kind in (
            ((CRISES, 0), "crises"),
            ((KEY, "cards"), "card"),
            ((KEY, "council"), "council"),
            ((PANEL, "why"), "why"),
            ((KEY, "log"), "log"),
        ):
            await click(app, pilot, *hits(app)[hit])
            assert page(app).kind == kind, hit
            await press(app, pilot, "escape")


async def test_a_country_on_the_map_is_marked_then_opened() -> None:
    async with playing((120, 36)) as (app, pilot):
        x, y = spot(app, "Belarus A82")
        await click(app, pilot, x, y)
        assert "▸2 Belarus" in shown(app)
        await click(app, pilot, x, y)
        assert page(app).kind == "member"


async def test_map_and_table_beside_a_page_change_the_country() -> None:
    async with playing((200, 60)) as (app, pilot):
        await press(app, pilot, "2", "enter")
        await click(app, pilot, *hits(app)["table", 5])
        assert page(app).kind == "member"
        assert "6 Armenia" in lines(app)[1]
        await press(app, pilot, "escape", "o")
        await click(app, pilot, *hits(app)["table", 4])
        assert page(app).kind == "member"


async def test_names_of_keys_buttons_and_tabs_need_one_click() -> None:
    async with playing((120, 36)) as (app, pilot):
        await click(app, pilot, *hits(app)[KEY, "verbs"])
        assert page(app).kind == "verbs"
        await click(app, pilot, *hits(app)[KEY, "back"])
        await press(app, pilot, "d")
        await click(app, pilot, *hits(app)[AT_ONCE, 4])
        assert "▸ votes" in shown(app)
        await press(app, pilot, "escape", "e")
        assert page(app).kind == "ask"
        await click(app, pilot, *hits(app)[AT_ONCE, 1])
        assert page(app).kind == "campaign"
        await press(app, pilot, "colon", *"council")
        await click(app, pilot, *hits(app)[AT_ONCE, 0])
        assert page(app).kind == "council"


async def test_an_answer_is_given_by_the_second_click() -> None:
    match = FakeMatch()
    async with playing((120, 36), match=match) as (app, pilot):
        await press(app, pilot, "i")
        place = hits(app)["option", 1]
        await click(app, pilot, *place)
        assert not match.commands
        await click(app, pilot, *place)
        assert [one.kind for one in match.commands] == ["option"]


async def test_fields_of_an_order_are_chosen_by_the_mouse() -> None:
    async with playing((120, 36)) as (app, pilot):
        await press(app, pilot, "v")
        codes = [hit[1] for hit in hits(app) if hit[0] == "target"]
        assert len(codes) > 1
        await click(app, pilot, *hits(app)["target", codes[-1]])
        assert page(app).draft.target == codes[-1]  # type: ignore[attr-defined]
        before = shown(app)
        await click(app, pilot, *hits(app)["field", "target"])
        await click(app, pilot, *hits(app)["field", "target"])
        assert shown(app) != before


async def test_a_click_on_a_line_of_play_goes_to_its_turn() -> None:
    async with playing((120, 36)) as (app, pilot):
        await press(app, pilot, "s")
        turns = sorted(hit for hit in hits(app) if hit[0] == "turn")
        await click(app, pilot, *hits(app)[turns[2]])
        seen = page(app).seen  # type: ignore[attr-defined]
        assert (seen.at, seen.turn) == line_and_turn(turns[2][1])
        assert seen.turn != seen.rows[seen.at].turn


async def test_the_right_button_goes_back() -> None:
    async with playing() as (app, pilot):
        async for name in every_page(app, pilot):
            await click(app, pilot, 40, 10, button=3)
            assert page(app).kind != name or name == "campaign"


async def test_a_click_on_nothing_does_nothing() -> None:
    async with opened((200, 60)) as (app, pilot):
        await press(app, pilot, "s")
        before = shown(app)
        await click(app, pilot, 0, 30)
        assert shown(app) == before


# --- boxes that hold more than they show ------------------------------------------------


def count_of(app: CstoApp, name: str) -> str:
    """What the frame of a box says of how much it shows."""
    for row in page(app).rows:
        for span in row:
            if span.hit == (PANEL, name) and "/" in span.text and span.text.strip()[-1:].isdigit():
                return span.text
    return ""


@pytest.mark.parametrize("size", SIZES[:2])
async def test_every_box_that_holds_more_says_so_and_is_moved_by_keys_and_wheel(
    size: tuple[int, int],
) -> None:
    tried: list[str] = []
    async with playing(size) as (app, pilot):
        async for name in every_page(app, pilot):
            boxes = page(app)._boxes()
            for box in boxes:
                for _ in range(9):
                    if page(app).scrolls.focus == box:
                        break
                    await press(app, pilot, "tab")
                assert page(app).scrolls.focus == box, (name, box)
                total = count_of(app, box).strip().rpartition("/")[2]
                await press(app, pilot, "end")
                assert f"▲ {total}/{total}" in count_of(app, box), (name, box)
                await press(app, pilot, "home", "j", "k", "pagedown", "pageup")
                assert "▲" not in count_of(app, box)
                before = count_of(app, box)
                x, y = hits(app)[PANEL, box]
                await wheel(app, pilot, x, y + 1, down=True)
                assert count_of(app, box) != before, (name, box)
                await wheel(app, pilot, x, y + 1, down=False)
                assert count_of(app, box) == before
                tried.append(f"{name}.{box}")
    assert tried or size != NARROW, tried


async def test_decisions_of_the_debrief_are_all_reached() -> None:
    async with opened(shelf=FakeShelf(over())) as (app, pilot):
        await press(app, pilot, "c", "enter")
        assert page(app).kind == "debrief"
        total = count_of(app, "decisions").strip().rpartition("/")[2]
        await press(app, pilot, *["j"] * 9)
        assert f"{total}/{total}" in count_of(app, "decisions")


async def test_a_box_that_was_moved_stays_so_and_its_frame_is_bright() -> None:
    async with playing((80, 24)) as (app, pilot):
        await press(app, pilot, "v")
        (focus,) = page(app)._boxes()
        while page(app).scrolls.focus != focus:
            await press(app, pilot, "tab")
        await press(app, pilot, "down")
        assert f"▸ {focus}" in shown(app)
        moved = count_of(app, focus)
        await press(app, pilot, "question_mark", "escape")
        assert count_of(app, focus) == moved
        await press(app, pilot, "shift+tab")
        assert not page(app).scrolls.focus


async def test_a_card_whose_text_is_longer_than_the_screen_is_read_to_its_end() -> None:
    view = a_view()
    long = " ".join(f"word{n}" for n in range(300))
    card = evolve(view.cards[0], text=long)
    match = FakeMatch(evolve(view, cards=(card, *view.cards[1:])))
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "i")
        assert "▼" in lines(app)[-3]
        assert "word299" not in shown(app)
        await wheel(app, pilot, 40, 8, down=True)
        assert "▲" in lines(app)[-3]
        await press(app, pilot, *["pagedown"] * 9)
        assert "word299" in shown(app)
