"""Esc leaves a line that is being typed, and loses nothing of it."""

from __future__ import annotations

from tests.ui.driving import lines, opened, page, playing, press, shown
from tests.ui.fakes import FakeMatch, FakeShelf
from tests.ui.fakes.archive import FakeArchive
from textual.events import Paste

from csto_game.ui.app import CstoApp

HINT = "Ctrl+U empties the line"


def typed(app: CstoApp) -> str:
    entry = page(app).entry
    assert entry is not None
    return entry.text


async def test_a_filter_left_by_esc_shows_all_and_is_there_again() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "v")
        whole = shown(app)
        await press(app, pilot, "slash", *"zzz")
        assert HINT not in shown(app)
        assert (nothing := page(app).rows[1:-2]) != whole
        await press(app, pilot, "escape")
        assert page(app).entry is None
        assert shown(app) == whole
        await press(app, pilot, "slash")
        assert typed(app) == "zzz"
        assert page(app).rows[1:-2] == nothing, "it filters, too"
        assert HINT in lines(app)[-2]
        await press(app, pilot, "ctrl+u")
        assert typed(app) == ""
        assert HINT not in shown(app)
        await press(app, pilot, "escape", "slash")
        assert typed(app) == "", "what was emptied stays away"


async def test_a_filter_is_kept_where_its_page_is_closed_and_not_on_another() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "v", "slash", *"ai", "escape", "escape", "W", "slash")
        assert page(app).kind == "numbers"
        assert typed(app) == ""
        await press(app, pilot, "escape", "escape", "v", "slash", "d", "enter")
        assert "/aid" in shown(app)
        await press(app, pilot, "slash")
        assert typed(app) == "aid"
        assert HINT not in shown(app), "it is the filter that is on"


async def test_a_memo_left_by_esc_is_there_again_for_the_same_line_only() -> None:
    archive = FakeArchive()
    async with playing(match=FakeMatch(archive=archive)) as (app, pilot):
        await press(app, pilot, "s", "m", *"mild", "escape")
        assert not archive.done
        await press(app, pilot, "down", "down", "m")
        assert "mild" not in typed(app)
        await press(app, pilot, "escape", "up", "up", "m")
        assert typed(app) == "mild"
        await press(app, pilot, "backspace", "n", "t", "enter")
        assert archive.done == ["memo a milnt"]
        await press(app, pilot, "m")
        assert typed(app) != "milnt", "what was written is not unfinished"


async def test_a_name_and_a_seed_are_kept() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "s", "n", *"calm", "escape", "n")
        assert typed(app) == "calm"
    async with opened() as (app, pilot):
        await press(app, pilot, "n", "enter", "enter", "up", "enter", *"123", "escape", "enter")
        assert typed(app) == "123"


async def test_a_pasted_line_is_kept_too() -> None:
    async with opened(shelf=FakeShelf()) as (app, pilot):
        await press(app, pilot, "l", "slash")
        app.post_message(Paste("a long name"))
        await press(app, pilot, "escape", "slash")
        assert typed(app) == "a long name"


async def test_the_palette_begins_afresh_and_up_brings_the_line_back() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "colon", *"verbs", "escape", "colon")
        assert typed(app) == ""
        await press(app, pilot, "down", "up")
        assert typed(app) == ""
        await press(app, pilot, "up")
        assert typed(app) == "verbs"
        assert HINT in lines(app)[-2]
        await press(app, pilot, "enter")
        assert page(app).kind == "verbs"
