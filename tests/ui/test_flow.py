"""From the title to the verdict, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.driving import kinds, lines, opened, page, playing, press, settled, shown
from tests.ui.fakes import SEAT, FakeMatch, FakeShelf
from textual.events import Paste

from csto_game.ui.app import Wish


async def test_a_new_game_is_begun_with_the_role_and_options_chosen() -> None:
    shelf = FakeShelf()
    async with opened(shelf=shelf) as (app, pilot):
        await press(app, pilot, "n", "enter", "down", "enter", "up", "up", "right")
        await press(app, pilot, "down", "enter", "4", "2", "enter", "enter")
        assert shelf.begun == [("pivot", "BLR", 42, "easy")]
        assert page(app).kind == "campaign"


async def test_from_title_to_verdict() -> None:
    match = FakeMatch(last_turn=7)
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "i", "enter", "enter", "enter")
        assert page(app).kind == "campaign", "answered cards close their page"
        await press(app, pilot, "v", "enter", "escape", "e")
        assert page(app).kind == "council", "the council opens by itself"
        await press(app, pilot, "y", "n")
        assert page(app).kind == "report"
        await press(app, pilot, "enter")
        assert page(app).kind == "card", "the report leads to the first incident"
        await press(app, pilot, "escape", "e", "y", "y", "a")
        assert page(app).kind == "verdict"
        assert "Time is up" in shown(app)
        assert "55 points" in shown(app)
    words = [command.words for command in match.commands]
    assert words[:4] == [
        "option card1 council",
        "option card2 council",
        "option card3 council",
        "promise_gas BLR small",
    ]
    assert "vote no" in words


async def test_ending_a_turn_with_things_left_asks_and_the_safe_answer_is_marked() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "e")
        assert page(app).kind == "ask"
        assert "Border fire at Jermuk" in shown(app)
        await press(app, pilot, "enter")
        assert page(app).kind == "campaign"
        assert not match.commands


async def test_an_order_is_listed_and_undone() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "v", "enter", "escape")
        assert "Promise a gas price" in shown(app)
        await press(app, pilot, "u")
        assert not match.commands
        assert "Promise a gas" not in shown(app)
        await press(app, pilot, "u")
        assert "Not now: undo/nothing" in shown(app)


async def test_a_refused_option_says_why_and_does_nothing() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "i", "3", "enter")
        assert "needs 15" in shown(app)
        assert not match.commands


async def test_escape_leads_back_from_every_page_and_never_out_of_the_game() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "x", "enter", "w", "question_mark")
        assert kinds(app) == ["title", "campaign", "crises", "member", "why", "help"]
        await press(app, pilot, *["escape"] * 8)
        assert kinds(app) == ["title", "campaign"]


async def test_leaving_asks_once_and_goes_to_the_title() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "Q", "y")
        assert kinds(app) == ["title"]
        await press(app, pilot, "c")
        assert page(app).kind == "campaign"


async def test_a_broken_scenario_is_listed_and_shows_its_problems() -> None:
    async with opened() as (app, pilot):
        await press(app, pilot, "n", "down", "down", "enter")
        assert page(app).kind == "problems"
        assert "unknown country" in shown(app)
        assert "csto check" in shown(app)


async def test_a_damaged_save_says_what_is_lost_and_the_rest_can_be_kept() -> None:
    shelf = FakeShelf()
    async with opened(shelf=shelf) as (app, pilot):
        await press(app, pilot, "l", "down", "enter")
        assert "line 3 cannot be read" in lines(app)[-2]
        assert page(app).kind == "ask"
        assert "38 commands are good, up to turn 5" in shown(app)
        assert "From line 41 on 3 lines are lost" in shown(app)
        await press(app, pilot, "enter")
        assert not shelf.mended, "the safe answer is marked"
        await press(app, pilot, "enter", "y")
        assert shelf.mended == [Path("b")]
        assert "b-recovered" in shown(app)


async def test_without_a_save_the_title_offers_no_continue() -> None:
    async with opened(shelf=FakeShelf(saved=False)) as (app, pilot):
        assert "Continue" not in shown(app)
        await press(app, pilot, "c")
        assert page(app).kind == "title"


async def test_the_command_line_can_open_a_game_at_once() -> None:
    shelf = FakeShelf()
    wish = Wish(scenario="pivot", role="kaz", seed=9)
    async with opened(shelf=shelf, wish=wish) as (app, pilot):
        await settled(app, pilot)
        assert shelf.begun == [("pivot", "KAZ", 9, "")]
        assert page(app).kind == "campaign"


@pytest.mark.parametrize(
    "wish, complaint",
    [
        (Wish(scenario="pivot", role="bangkok"), "has no role bangkok."),
        (Wish(scenario="nowhere", role="kaz"), "There is no scenario nowhere."),
        (Wish(scenario="pivot"), ""),
    ],
)
async def test_what_was_asked_for_and_is_not_there_is_said(wish: Wish, complaint: str) -> None:
    async with opened(shelf=FakeShelf(), wish=wish) as (app, pilot):
        await settled(app, pilot)
        assert page(app).kind == "new_game"
        assert app.message[0].endswith(complaint)
        assert app.message[1] == bool(complaint)


async def test_what_is_pasted_goes_into_the_line_that_is_typed_and_is_no_key_elsewhere() -> None:
    async with playing() as (app, pilot):
        app.post_message(Paste("vQ" * 50))
        await pilot.pause()
        assert kinds(app)[-1] == "campaign"
        await press(app, pilot, "v", "slash")
        app.post_message(Paste("  two\nwords \x1b[b] " + "long " * 900))
        await pilot.pause()
        entry = page(app).entry
        assert entry is not None
        assert entry.text.startswith("two words [b] long long")
        assert len(entry.text) <= 120
        await press(app, pilot, "escape")
        assert page(app).entry is None
        assert kinds(app)[-1] == "verbs"


async def test_the_palette_takes_commands_of_plain_mode() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "colon", *"visit ARM", "enter")
        assert [command.words for command in match.commands] == ["visit ARM"]
        assert match.commands[0].seat == SEAT
        await press(app, pilot, "colon", *"xyzzy", "enter")
        assert "unknown_word" in shown(app)
        assert page(app).kind == "palette"


async def test_the_palette_does_actions_of_the_page_below() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "colon", *"charter", "enter")
        assert page(app).kind == "charter"


async def test_an_engine_that_fails_leaves_the_screens_up() -> None:
    class Failing(FakeMatch):
        def submit(self, command: object) -> tuple[()]:
            raise ZeroDivisionError("dust in the wheels")

    async with playing(match=Failing()) as (app, pilot):
        await press(app, pilot, "v", "enter")
        assert "dust in the wheels" in shown(app)
        assert page(app).kind == "verbs"


async def test_mods_are_switched_on_and_broken_ones_say_why_not() -> None:
    shelf = FakeShelf()
    async with opened(shelf=shelf) as (app, pilot):
        await press(app, pilot, "n", "shift+tab", "space")
        assert "on: 1" in shown(app)
        await press(app, pilot, "down", "space")
        assert "Torn has errors and stays off." in shown(app)
        assert "unknown verb" in shown(app)
        await press(app, pilot, "shift+tab", "enter")
        assert page(app).kind == "campaign"
        assert shelf.mods == ("mods/sea",)


async def test_in_council_the_campaign_votes_with_the_same_keys() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "v", "enter", "escape", "e", "y", "escape")
        assert page(app).kind == "campaign"
        assert "yes" in lines(app)[-1]
        await press(app, pilot, "y")
        assert match.commands[-1].words == "vote yes"


async def test_a_voter_against_is_bargained_with() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "c")
        assert "what would move it" in shown(app)
        await press(app, pilot, "1")
        assert [command.words for command in match.commands] == ["visit KAZ"]


async def test_a_second_escape_does_not_leave_the_game() -> None:
    async with playing(match=FakeMatch()) as (app, pilot):
        await press(app, pilot, "v")
        for _ in range(3):
            app.close_page()
        await settled(app, pilot)
        assert page(app).kind == "campaign"


async def test_a_message_is_said_on_one_page_and_kept_in_the_log() -> None:
    async with playing() as (app, pilot):
        app.tell("It is done.")
        assert "It is done." in shown(app)
        await press(app, pilot, "c")
        assert "It is done." not in shown(app), "the council is another page"
        await press(app, pilot, "escape")
        assert "It is done." not in shown(app)
        await press(app, pilot, "L")
        assert "It is done." in shown(app), "the log keeps it"
