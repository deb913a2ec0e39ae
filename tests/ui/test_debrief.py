"""The debrief: quick facts at once, the decisions that mattered in the background; on the fake and for real."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from attrs import evolve
from tests.hansa import begin, hansa, play_on
from tests.i18n.speaking import speaking
from tests.ui.driving import SIZES, check_rows, kinds, opened, page, playing, press, shown, until
from tests.ui.fakes import NASTY, FakeArchive, FakeMatch, FakeShelf, a_view, looked, score
from textual.events import Key

from csto_game.model.view import Ended
from csto_game.ui.atlas import load_atlas
from csto_game.ui.draw.debrief import Hindsight, debrief_page
from csto_game.ui.draw.history import history_rows
from csto_game.ui.look import make_look
from csto_game.ui.mapping import Mapper
from csto_game.ui.offers import Opened
from csto_game.ui.playing import Playing
from csto_game.ui.rows import row_text, row_width
from csto_game.ui.screens.debrief import DebriefPage
from csto_game.ui.sitting import Sitting


def over(archive: FakeArchive | None = None) -> FakeMatch:
    """A game that has ended."""
    ended = Ended("time", "Time is up", "A smaller alliance, and a truer one.", (score(),))
    now = evolve(a_view(), ended=ended, phase="over", cards=(), active="", motions=())
    return FakeMatch(now, over=True, waiting_for=None, archive=archive or FakeArchive())


def test_headings_of_other_languages_do_not_touch_what_stands_beside_them() -> None:
    with speaking("ru"):
        rows = debrief_page(Hindsight(looked()), 120, 50, make_look(), lambda code: code)
    told = "\n".join(row_text(row) for row in rows)
    assert " никогда " in told


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_is_shown_and_each_panel_scrolls(size: tuple[int, int]) -> None:
    async with opened(size, shelf=FakeShelf(over())) as (app, pilot):
        await press(app, pilot, "c")
        assert page(app).kind == "verdict"
        await press(app, pilot, "enter")
        assert page(app).kind == "debrief"
        check_rows(app, size)
        text = shown(app)
        for words in ("60 points, 50 to win", "WON", "Turn 7", "+6.2", "±1.9", "1 kept"):
            assert words in text, words
        for _ in range(4):
            await press(app, pilot, "tab", *["down"] * 12)
            check_rows(app, size)
        await press(app, pilot, "shift+tab", *["down"] * 2)
        check_rows(app, size)


async def test_what_may_be_chance_says_so() -> None:
    async with opened((120, 36), shelf=FakeShelf(over())) as (app, pilot):
        await press(app, pilot, "c", "d")
        assert "Lend to Kazakhstan (may as well be chance)" in shown(app)
        assert "47 points" in shown(app)
        assert "usual: 47" in shown(app)


async def test_esc_stops_the_imagined_games_and_keeps_what_there_is() -> None:
    shelf = FakeShelf(over(FakeArchive(game_s=0.02)))
    async with opened((120, 36), shelf=shelf) as (app, pilot):
        await press(app, pilot, "c")
        app.post_message(Key("d", "d"))
        here = None
        for _ in range(300):
            await asyncio.sleep(0.01)
            here = page(app)
            if isinstance(here, DebriefPage) and here.seen.done > 3:
                break
        assert isinstance(here, DebriefPage)
        assert "Esc stops" in shown(app)
        assert "60 points, 50 to win" in shown(app), "what is quick is there already"
        await press(app, pilot, "escape")
        assert kinds(app)[-1] == "debrief"
        assert not here.seen.is_running
        await press(app, pilot, "escape")
        assert kinds(app)[-1] == "verdict"


async def test_a_branch_leaves_where_the_marked_decision_was_made() -> None:
    match = over()
    async with opened(shelf=FakeShelf(match)) as (app, pilot):
        await press(app, pilot, "c", "d", "down", "b")
        assert page(app).kind == "timeline"
        assert page(app).seen.turn <= 12  # type: ignore[attr-defined]  # it is the timeline
        await press(app, pilot, "escape", "h")
        assert page(app).kind == "chronicle"


async def test_a_finished_save_opens_its_debrief_from_the_title() -> None:
    async with opened((120, 36), shelf=FakeShelf(over())) as (app, pilot):
        await press(app, pilot, "l", "end")
        assert "iron touched torn" in shown(app)
        await press(app, pilot, "d")
        assert kinds(app) == ["title", "campaign", "verdict", "debrief"]
        await press(app, pilot, "enter")
        assert kinds(app) == ["title"]


async def test_a_game_that_goes_on_has_no_debrief() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "S", "d")
        assert page(app).kind == "verdict"
        await press(app, pilot, "escape", "Q", "y", "l", "d")
        assert "not over" in shown(app)


async def test_hostile_texts_stay_texts() -> None:
    shelf = FakeShelf(over(FakeArchive(text=NASTY)))
    for size in SIZES:
        async with opened(size, shelf=shelf) as (app, pilot):
            await press(app, pilot, "c", "d")
            check_rows(app, size)
            assert "[bold]not markup[/]" in shown(app)


@pytest.mark.parametrize("count", [1, 7, 40, 400])
@pytest.mark.parametrize("width", [30, 77, 130])
def test_the_course_of_points_fits_its_room(count: int, width: int) -> None:
    values = [n % 101 for n in range(count)]
    dates = [f"Turn {n}" for n in range(1, count + 1)]
    rows = history_rows(values, dates, width, 9, make_look(), usual=50, marks=(1, count))
    assert len(rows) == 9
    assert max(row_width(row) for row in rows) <= width
    shown_marks = row_text(rows[-2]).count(make_look().glyphs.up)
    has_all = 1 < count <= width - 6
    assert shown_marks == (2 if has_all else 1), "each marked turn that is shown"


def test_looked_has_a_path_for_every_aim() -> None:
    assert all(aim.path for aim in looked().debrief.aims)


class Finished(FakeShelf):
    """The small world, played to its end."""

    folder: Path = Path()

    def resume(self, path: Path) -> Opened:
        match = begin(self.folder)
        match.run()
        feast = next(c for v in match.view("LUB").verbs for c in v.commands)
        match.submit(feast)
        play_on(match)
        sitting = Sitting.at(Playing(match, "LUB", jobs=0), "LUB")
        return Opened(sitting, Mapper(load_atlas(hansa().scenario)))


async def test_a_real_game_is_looked_back_on(tmp_path: Path) -> None:
    shelf = Finished()
    shelf.folder = tmp_path
    async with opened((120, 36), shelf=shelf) as (app, pilot):
        await press(app, pilot, "c")
        await until(app, pilot, "verdict")
        await press(app, pilot, "d")
        await until(app, pilot, "debrief")
        check_rows(app, (120, 36))
        here = page(app)
        assert isinstance(here, DebriefPage)
        assert here.seen.turning is not None
        assert here.seen.turning.games
        assert "Programs reach" in shown(app)
        assert "points, turn by turn" in shown(app)
