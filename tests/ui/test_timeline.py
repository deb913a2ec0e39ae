"""Saves and timeline: going along the lines, branching, comparing, keeping; on the fake and for real."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.hansa import begin, hansa, play_on
from tests.ui.driving import (
    SIZES,
    check_rows,
    kinds,
    lines,
    opened,
    page,
    playing,
    press,
    settled,
    shown,
    until,
)
from tests.ui.fakes import NASTY, FakeArchive, FakeMatch, FakeShelf, a_view, some_lines
from textual.pilot import Pilot

from csto_game.places import Home
from csto_game.session.match import Match
from csto_game.session.timeline import branch, timeline
from csto_game.ui.app import CstoApp, Wish
from csto_game.ui.atlas import load_atlas
from csto_game.ui.draw.timeline import Sightline, timeline_page
from csto_game.ui.draw.tree import arranged, scale_for, tracks
from csto_game.ui.look import make_look
from csto_game.ui.mapping import Mapper
from csto_game.ui.offers import Opened
from csto_game.ui.playing import Playing
from csto_game.ui.rows import row_text, row_width
from csto_game.ui.screens.timeline import TimelinePage
from csto_game.ui.shelf import HomeShelf
from csto_game.ui.sitting import Sitting


async def glanced(app: CstoApp, pilot: Pilot[int]) -> None:
    """Until the cursor has rested and the marked turn has been looked at."""
    async with asyncio.timeout(20):
        while here(app).seen.glance is None:  # noqa: ASYNC110  # a timer, then a thread
            await asyncio.sleep(0.01)
    await settled(app, pilot)


def here(app: object) -> TimelinePage:
    found = page(app)  # type: ignore[arg-type]  # the app of the test
    assert isinstance(found, TimelinePage)
    return found


# ── pure drawing ──


def test_a_line_stands_below_the_one_it_left_the_latest_first() -> None:
    names = [row.name for row in arranged(some_lines().rows)]
    assert names == ["pivot-rus-1", "just-now", "soft", "answered", "two-fronts", "torn"]


def test_no_way_down_crosses_a_sign() -> None:
    look, rows = make_look(), arranged(some_lines().rows)
    scale = scale_for(12, 6, 60)
    for y, row in enumerate(rows):
        above = next((n for n, one in enumerate(rows) if one.name == row.parent), y)
        for between in range(above + 1, y):
            _, track = tracks(rows, 0, 1, scale, look)[between]
            assert row_text(track)[scale.x(row.left)] in look.glyphs.trunk + look.glyphs.branch


@pytest.mark.parametrize("last", [1, 2, 20, 40, 300])
@pytest.mark.parametrize("room", [24, 41, 90])
def test_the_marked_turn_is_always_seen(last: int, room: int) -> None:
    for turn in (1, last // 2 + 1, last):
        scale = scale_for(last, turn, room)
        assert 0 <= scale.x(turn) < room


@pytest.mark.parametrize("turn", [1, 6, 12])
def test_a_page_is_as_large_as_its_room(turn: int) -> None:
    seen = Sightline(some_lines(NASTY), 3, turn, trouble=NASTY)
    for width, height in ((72, 17), (80, 21), (120, 33), (132, 57)):
        rows = timeline_page(seen, width, height, make_look())
        assert {row_width(row) for row in rows} == {width}
        assert len(rows) == height


# ── on the fake ──


@pytest.mark.parametrize("size", SIZES)
async def test_all_lines_are_drawn_and_the_cursor_begins_here(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "s")
        check_rows(app, size)
        text = shown(app)
        for name in ("soft", "answered", "two-fronts", "damaged", "Time is up", "you are here"):
            assert name in text
        assert here(app).seen.turn == 6
        await press(app, pilot, "down", "down", "pageup", "end")
        check_rows(app, size)
        row = here(app).seen.row
        assert row is not None
        assert row.name == "soft"


async def test_back_over_a_beginning_goes_on_along_the_line_that_was_left() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "s", *["down"] * 4)
        assert here(app).seen.row == some_lines().rows[3]
        await press(app, pilot, *["left"] * 4)
        seen = here(app).seen
        assert seen.row is not None
        assert (seen.row.name, seen.turn) == ("answered", 4)
        await press(app, pilot, "home")
        seen = here(app).seen
        assert seen.row is not None
        assert (seen.row.name, seen.turn) == ("pivot-rus-1", 1)


async def test_a_past_turn_opens_as_a_new_line() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "s", "left", "left", "b")
        assert "name: rus-turn4" in lines(app)[-2]
        await press(app, pilot, *["backspace"] * 20, *"calm", "enter")
        assert match.branched == [("calm", 4)]
        assert match.has_left, "the line that was left is put away"
        assert page(app).kind == "campaign"
        assert app.sitting.view.turn == 4
        assert "now the line calm" in shown(app)


async def test_another_line_is_gone_on_with_or_branched_from() -> None:
    shelf = FakeShelf()
    async with opened(shelf=shelf) as (app, pilot):
        await press(app, pilot, "c", "s", "down", "down", "left", "enter", "enter")
        assert shelf.branched == [("soft", "rus-turn8", 8)]
        await press(app, pilot, "s", "down", "down", "enter")
        assert page(app).kind == "campaign"


async def test_enter_where_we_are_goes_back_to_the_game() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "s", "enter")
        assert kinds(app) == ["title", "campaign"]


async def test_a_damaged_line_says_what_is_lost() -> None:
    shelf = FakeShelf()
    async with opened(shelf=shelf) as (app, pilot):
        await press(app, pilot, "c", "s", *["down"] * 9)
        assert "line 41" in shown(app)
        await press(app, pilot, "enter", "y")
        assert shelf.mended == [Path("b")]


async def test_lines_are_kept_named_put_away_and_written_out(tmp_path: Path) -> None:
    archive = FakeArchive()
    async with playing(match=FakeMatch(archive=archive)) as (app, pilot):
        await press(app, pilot, "s", "n", *"calm", "enter")
        assert "Kept as calm" in shown(app)
        await press(app, pilot, "d")
        assert "being played stays" in lines(app)[-2]
        await press(app, pilot, "m", *"mild", "enter")
        assert archive.done.pop() == "memo a mild"
        assert "Noted." in lines(app)[-2]
        await press(app, pilot, "down", "down", "r", *["backspace"] * 9, *"mild", "enter")
        await press(app, pilot, "d", "enter")
        assert archive.done[1:] == ["rename soft mild"], "the safe answer is marked"
        await press(app, pilot, "d", "y")
        await press(app, pilot, "x", *["backspace"] * 120, *"away", "enter")
        assert archive.done == ["keep calm", "rename soft mild", "trash soft", "export soft away"]
        await press(app, pilot, "n", "é", "enter")
        assert "may hold letters" in lines(app)[-2]


async def test_the_trash_is_emptied_only_of_what_is_old_and_only_after_a_yes() -> None:
    archive = FakeArchive(old=["stale", "mouldy"])
    async with playing(match=FakeMatch(archive=archive)) as (app, pilot):
        await press(app, pilot, "s", "D")
        assert page(app).kind == "ask"
        assert "2 saves have lain there for 30 days or longer" in shown(app).replace("│", "")
        assert "stale, mouldy" in shown(app)
        await press(app, pilot, "n")
        assert archive.old == ["stale", "mouldy"]
        await press(app, pilot, "D", "y")
        assert archive.old == []
        assert "Deleted: 2 saves." in shown(app)
        await press(app, pilot, "D")
        assert page(app).kind == "timeline"
        assert "nothing to delete" in shown(app)


async def test_two_lines_compare_and_either_may_be_the_other() -> None:
    async with playing((120, 36)) as (app, pilot):
        await press(app, pilot, "s", "down", "down", "c")
        assert page(app).kind == "compare"
        assert "only in soft" in shown(app)
        assert "only in a" in shown(app), "the fake's own line is the file a"
        await press(app, pilot, "down", "w")
        assert page(app).kind == "why"
        await press(app, pilot, "escape", "escape", "space", "down", "c")
        assert "only in answered" in shown(app)
        assert "only in soft" in shown(app)


async def test_an_iron_game_has_one_line() -> None:
    match = FakeMatch(archive=FakeArchive(is_iron=True), is_iron=True, no_undo="undo/chance")
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "s", "left", "b")
        assert "one line only" in lines(app)[-2]
        await press(app, pilot, "escape", "u")
        assert page(app).kind == "campaign", "no branch is offered that cannot be"
        assert not match.branched


async def test_what_is_taken_back_can_be_done_again() -> None:
    match = FakeMatch()
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "v", "enter", "escape", "u")
        assert not match.commands
        await press(app, pilot, "s")
        assert "to redo" in shown(app)
        assert "Promise a gas price" in shown(app)
        await press(app, pilot, "U")
        assert [command.words for command in match.commands] == ["promise_gas BLR small"]
        assert "Done again" in lines(app)[-2]
        await press(app, pilot, "U")
        assert "Nothing was taken back" in lines(app)[-2]
        await press(app, pilot, "u", "escape", "v", "down", "enter", "escape", "U")
        assert len(match.commands) == 1, "another order ends what could be done again"


async def test_behind_what_was_revealed_a_branch_is_offered() -> None:
    match = FakeMatch(no_undo="undo/chance")
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "u")
        assert page(app).kind == "ask"
        assert "Not now: undo/chance" in shown(app)
        assert "Begin turn 6 anew" in shown(app)
        await press(app, pilot, "enter")
        assert not match.branched, "the safe answer is marked"
        await press(app, pilot, "u", "y")
        assert match.branched == [("rus-turn6", 6)]


async def test_once_others_have_acted_the_turn_before_can_begin_anew() -> None:
    match = FakeMatch(no_undo="undo/others")
    async with playing(match=match) as (app, pilot):
        await press(app, pilot, "u", "y")
        assert match.branched == [("rus-turn5", 5)]


async def test_the_report_leads_to_the_turn_it_tells_of() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "R", "b")
        assert here(app).seen.turn == 5


async def test_hostile_names_and_texts_stay_texts() -> None:
    archive = FakeArchive(text=NASTY)
    async with playing((120, 36), match=FakeMatch(a_view(), archive=archive)) as (app, pilot):
        await press(app, pilot, "s", "down", "down")
        await glanced(app, pilot)
        check_rows(app, (120, 36))
        assert "[bold]not markup[/]" in shown(app)
        await press(app, pilot, "c")
        check_rows(app, (120, 36))
        assert "[bold]not markup[/]" in shown(app)


# ── for real ──


class Branched(FakeShelf):
    """The small world with a branch, saved in a folder of the test."""

    folder: Path = Path()

    def resume(self, path: Path) -> Opened:
        match = begin(self.folder)
        play_on(match, turns=4)
        other = branch(match, "soft", 2)
        other.run()
        feast = next(c for v in other.view("LUB").verbs for c in v.commands)
        other.submit(feast)
        play_on(other, turns=5)
        return _at(match)


def _at(match: Match) -> Opened:
    sitting = Sitting.at(Playing(match, "LUB", jobs=0), "LUB")
    return Opened(sitting, Mapper(load_atlas(hansa().scenario)))


@pytest.mark.parametrize("size", SIZES)
async def test_real_lines_compare_and_branch(size: tuple[int, int], tmp_path: Path) -> None:
    shelf = Branched()
    shelf.folder = tmp_path
    async with opened(size, shelf=shelf) as (app, pilot):
        await press(app, pilot, "c")
        await until(app, pilot, "campaign")
        await press(app, pilot, "s")
        await glanced(app, pilot)
        check_rows(app, size)
        assert "from the beginning" in shown(app)
        await press(app, pilot, "down", "c")
        await until(app, pilot, "compare")
        check_rows(app, size)
        assert "They part in turn 2" in shown(app)
        await press(app, pilot, "escape", "home", "right", "b", "enter")
        await until(app, pilot, "campaign")
        assert app.sitting.view.turn == 2
        path = app.sitting.match.archive.path
        assert path is not None
        assert path.stem == "lub-turn2"
        assert [line.name for line in timeline(path)].count("lub-turn2") == 1


async def test_a_real_turn_that_met_chance_begins_anew_as_another_line(tmp_path: Path) -> None:
    """The shipped campaign: ended turns are behind undo, and a branch goes there."""
    home = Home(
        tmp_path / "saves", tmp_path / "settings", tmp_path / "packages", tmp_path / "cache"
    )
    wish = Wish(scenario="tashkent_1992", role="KGZ", seed=7)
    async with opened(shelf=HomeShelf(home), wish=wish) as (app, pilot):
        await until(app, pilot, "campaign")
        first = app.sitting.view
        await press(app, pilot, "e", "y")
        for _ in range(12):
            if page(app).kind != "council":
                break
            await press(app, pilot, "y")
        await until(app, pilot, "report")
        await press(app, pilot, "escape", "escape", "u")
        assert "Begin turn 1 anew" in shown(app)
        await press(app, pilot, "y")
        await until(app, pilot, "campaign")
        again = app.sitting.view
        assert (again.turn, again.date, again.headline) == (1, first.date, first.headline)
        await press(app, pilot, "s")
        check_rows(app, (80, 24))
        assert "2 lines" in shown(app)
        assert "kgz-turn1" in shown(app)
