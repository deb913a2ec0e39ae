"""The lesson on the screens: followed by its own keys to the verdict, left out, switched off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from attrs import evolve
from tests.ui.driving import check_rows, lines, opened, page, press, settled, shown, until
from tests.ui.fakes import NASTY
from tests.ui.test_real import home
from textual.pilot import Pilot

from csto_game import places
from csto_game.model.command import Command
from csto_game.model.tree import Tally
from csto_game.model.view import Preview, StepRow
from csto_game.rules.walk import nodes
from csto_game.session.coach import Lesson
from csto_game.session.match import Match
from csto_game.session.worlds import open_world
from csto_game.ui.app import CstoApp, Wish
from csto_game.ui.coaching import Light, first_page, light, ways
from csto_game.ui.draw.box import box
from csto_game.ui.draw.coach import Told, coach_rows, hint_rows
from csto_game.ui.draw.edges import key_row
from csto_game.ui.glyphs import LEVELS
from csto_game.ui.hints import HINTS, Hints
from csto_game.ui.keys import load_keys
from csto_game.ui.look import make_look
from csto_game.ui.playing import Playing
from csto_game.ui.rows import row_text, row_width
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.screens.verbs import VerbsPage
from csto_game.ui.shelf import HomeShelf

TUTORIAL = "tutorial"
PANELS = ("map", "table", "cards", "verbs", "council")
"""Of the campaign, and those headings of its plans that are always there."""
_PRESSED = {"Esc": "escape", "Enter": "enter"}


@asynccontextmanager
async def taught(
    folder: Path, size: tuple[int, int] = (80, 24), *, seed: int = 3
) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    """The first turn of the lesson, begun as the command line begins it: nothing is chosen."""
    wish = Wish(scenario=TUTORIAL, seed=seed)
    async with opened(size, shelf=HomeShelf(home(folder)), wish=wish) as (app, pilot):
        await until(app, pilot, "campaign")
        yield app, pilot


def present(app: CstoApp) -> Lesson:
    lesson = app.sitting.coach.lesson
    assert lesson is not None
    return lesson


async def check_laid_out(app: CstoApp, size: tuple[int, int]) -> None:
    """What makes room for the coach is laid out at the app's next idle moment."""
    for _ in range(200):
        if [strip.text for strip in app.screen._compositor.render_strips()] == lines(app):
            break
        await asyncio.sleep(0.01)
    check_rows(app, size)


def verb_of(app: CstoApp) -> str:
    """The verb that the present step waits for."""
    assert isinstance(app.sitting.match, Playing)
    scenario, lesson = app.sitting.match.match.book.scenario, present(app)
    step = next(c for c in scenario.chapters.values() if c.name == lesson.chapter).steps[
        lesson.step.id
    ]
    tallies = [node for node in nodes(step.done) if isinstance(node, Tally)]
    return next(t.thing.partition(".")[2] for t in tallies if t.thing.startswith("verb."))


async def order(app: CstoApp, pilot: Pilot[int]) -> None:
    """On the page of verbs: down to the one that is asked for, and give the order."""
    wanted, here = verb_of(app), page(app)
    assert isinstance(here, VerbsPage)
    assert wanted in [verb.id for verb in here.found]
    assert here.verb
    assert here.verb.id == wanted, "what is new is marked"
    while here.verb and here.verb.id != wanted:
        await press(app, pilot, "down")
    await press(app, pilot, "enter")


def check_lit(app: CstoApp) -> None:
    """What the step points at is lit: its key in the bar, the panel or the page itself."""
    here, heavy = page(app), app.look.glyphs.heavy
    assert isinstance(here, GamePage)
    barred = [key for key in here.bar_keys() if key.id in here.light.keys and key.label]
    for key in barred:
        assert f"{app.look.glyphs.cursor} {key.shown} {key.label} " in lines(app)[-1]
    is_framed = here.light.is_here or here.light.panel in PANELS
    assert is_framed == (heavy[0] in shown(app))
    assert is_framed or barred or present(app).step.points_at == "report"


async def step_on(app: CstoApp, pilot: Pilot[int]) -> None:
    """Press what the coach says, and no more than that."""
    here, lesson = page(app).kind, present(app)
    is_vote = app.sitting.view.phase == "council"
    key = ways(lesson, here, app.keys, is_vote=is_vote)[0].split()[0]
    assert f" {key} " in shown(app), "the key is shown"
    check_lit(app)
    if here == "verbs" and lesson.step.points_at == "verbs":
        await order(app, pilot)
    elif here == "card" and lesson.step.points_at == "incident":
        await press(app, pilot, "2", "enter")  # fair rations, and a word that is not sold
    else:
        await press(app, pilot, _PRESSED.get(key, key))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_whoever_follows_the_coach_comes_to_the_verdict(
    size: tuple[int, int], tmp_path: Path
) -> None:
    met: dict[tuple[str, str], int] = {}
    async with taught(tmp_path, size) as (app, pilot):
        for _ in range(300):
            if page(app).kind == "ask":
                await press(app, pilot, "y")
            if page(app).kind == "verdict":
                break
            lesson = present(app)
            met[lesson.chapter, lesson.step.id] = app.sitting.view.turn
            await check_laid_out(app, size)
            await step_on(app, pilot)
            await settled(app, pilot)
        assert page(app).kind == "verdict"
        ended = app.sitting.view.ended
        assert ended is not None
        assert ended.name in shown(app)
        assert isinstance(app.sitting.match, Playing)
        chapters = app.sitting.match.match.book.scenario.chapters.values()
    assert list(met) == [(c.name, step) for c in chapters for step in c.steps], (
        "each step in its order"
    )
    assert sorted(set(met.values())) == list(range(1, 9)), "something new in every turn"


async def test_what_a_step_points_at_is_lit_and_nothing_else(tmp_path: Path) -> None:
    async with taught(tmp_path) as (app, pilot):
        heavy = app.look.glyphs.heavy
        assert f"{heavy[0]}{heavy[4]} ▸ members {heavy[4]}" in shown(app)
        assert shown(app).count(heavy[0]) == 1
        await press(app, pilot, "enter")
        assert f"{heavy[0]}{heavy[4]} ▸ figures {heavy[4]}" in shown(app)
        assert "▸ Esc back" in lines(app)[-1]
        await press(app, pilot, "escape", "N", "N")
        assert present(app).step.id == "end"
        assert heavy[0] not in shown(app), "the end of a turn is no panel"
        assert "▸ e end turn" in lines(app)[-1]
        await press(app, pilot, "v")
        assert heavy[0] not in shown(app)
        assert "▸ Esc back" in lines(app)[-1]
        await press(app, pilot, "T")
        assert "▸ Esc back" not in lines(app)[-1], "the coach was sent away"


async def test_a_step_about_a_page_gives_way_there_to_the_next_about_it(tmp_path: Path) -> None:
    async with taught(tmp_path) as (app, pilot):
        coach = app.sitting.coach
        steps = (
            StepRow("look", "Open it.", looked="council", points_at="council", chapter="c"),
            StepRow("table", "Table it.", done=False, points_at="council", chapter="c"),
        )
        coach.watch(evolve(app.sitting.view, steps=steps))
        assert present(app).step.id == "look"
        await press(app, pilot, "l")
        assert present(app).step.id == "look"
        await press(app, pilot, "escape", "c")
        assert present(app).step.id == "table"
        assert "Table it." in shown(app)


async def test_verbs_of_later_chapters_stay_unheard_of_when_no_act_is_left(tmp_path: Path) -> None:
    async with taught(tmp_path) as (app, pilot):
        await press(app, pilot, "v", "enter", "enter")
        here = page(app)
        assert isinstance(here, VerbsPage)
        assert app.sitting.view.acts_left == 0
        assert [verb.id for verb in here.found] == ["fuel"]


def test_what_is_promised_is_foreseen_in_words() -> None:
    book = open_world(TUTORIAL, (Path(places.scenarios()),)).book
    match = Match.new(book, {"ARM": "human"}, 3, folder=None)
    while match.turn < 4:
        match.submit(Command("ARM", "end"))
        match.run()
    word = next(verb for verb in match.view("ARM").verbs if verb.id == "give_word")
    found = Playing(match, "ARM").preview(word.commands[0])
    assert isinstance(found, Preview)
    assert any("Twelve doctors" in note for note in found.notes)
    assert not any("promise.doctors" in note for note in found.notes)


def test_the_light_follows_the_way() -> None:
    keys = load_keys()

    def lit(page: str, *, is_vote: bool = False, **step: str) -> Light:
        return light(Lesson("", StepRow("s", "", **step), 1, 2), page, keys, is_vote=is_vote)

    assert lit("campaign", points_at="why") == Light("table", frozenset(["why"]))
    assert lit("campaign", points_at="undo") == Light("verbs", frozenset(["undo"]))
    assert lit("ledger", points_at="verbs") == Light("", frozenset(["back"]))
    assert lit("member", points_at="verbs") == Light("", frozenset(["verbs"]))
    assert lit("verbs", points_at="verbs") == Light("", frozenset(["choose"]), is_here=True)
    assert lit("why", looked="why") == Light("", frozenset(["back"]), is_here=True)
    assert lit("report", looked="report").keys == frozenset(["choose"]), "Enter goes on from there"
    votes = frozenset(["vote_yes", "vote_no", "vote_abstain"])
    assert lit("council", points_at="end", is_vote=True) == Light("", votes, is_here=True)
    assert lit("campaign", points_at="end", is_vote=True) == Light("council", votes)
    assert lit("campaign") == Light()


@pytest.mark.parametrize("glyphs", LEVELS)
@pytest.mark.parametrize("depth", ["true", "16", "none"])
def test_a_lit_frame_is_told_by_its_lines(glyphs: str, depth: str) -> None:
    look = make_look("dark", glyphs, depth)

    def frame(**more: bool) -> str:
        return "\n".join(row_text(row) for row in box("a panel", (), 20, 4, look, **more))

    assert frame(lit=True) != frame()
    assert set(look.glyphs.heavy) <= set(frame(lit=True))
    lit = evolve(look, is_lit=True)
    assert row_text(box("a panel", (), 20, 4, lit, focused=True)[0])[0] == look.glyphs.heavy[0]
    assert row_text(box("a panel", (), 20, 4, lit)[0])[0] == look.glyphs.box[0]


def test_a_lit_key_has_its_room_before_others() -> None:
    look, keys = make_look(), load_keys().on("campaign")
    bar = row_text(key_row(keys, 60, look, lit=("timeline",)))
    assert "▸ s saves" in bar
    assert "saves" not in row_text(key_row(keys, 60, look))
    assert row_width(key_row(keys, 60, look, lit=("timeline",))) == 60


async def test_steps_are_left_out_and_never_hold_anything_up(tmp_path: Path) -> None:
    async with taught(tmp_path) as (app, pilot):
        assert present(app).number == 1
        await press(app, pilot, "N")
        assert present(app).number == 2
        await press(app, pilot, "e", "y")  # far from the last step: the turn ends all the same
        await until(app, pilot, "report")
        assert app.sitting.view.turn == 2
        assert present(app).chapter == app.sitting.view.chapter[0], (
            "the next turn has its own lesson"
        )
        for _ in range(9):
            await press(app, pilot, "N")
        assert app.sitting.coach.lesson is None


async def test_a_game_taken_up_again_goes_on_at_its_step(tmp_path: Path) -> None:
    async with taught(tmp_path) as (app, pilot):
        await press(app, pilot, "enter", "escape")
        assert present(app).step.id == "why", "the page was looked at"
        await press(app, pilot, "N")
        assert present(app).step.id == "fuel"
        await press(app, pilot, "Q", "y")
        await until(app, pilot, "title")
        await press(app, pilot, "enter")
        await until(app, pilot, "campaign")
        assert present(app).step.id == "fuel"
    async with opened(shelf=HomeShelf(home(tmp_path))) as (app, pilot):
        await press(app, pilot, "enter")
        await until(app, pilot, "campaign")
        assert present(app).step.id == "fuel", "another evening"


async def test_a_new_game_begins_its_lesson_at_the_beginning(tmp_path: Path) -> None:
    for _ in range(2):  # of the same luck and the same day: nothing but the name differs
        async with taught(tmp_path) as (app, pilot):
            assert present(app).number == 1
            await press(app, pilot, "N", "N")
            assert present(app).number == 3


async def test_the_coach_goes_when_told_and_comes_back(tmp_path: Path) -> None:
    async with taught(tmp_path) as (app, pilot):
        text = present(app).step.text[:30]
        assert text in shown(app)
        await press(app, pilot, "T")
        assert text not in shown(app)
        await check_laid_out(app, (80, 24))
        await press(app, pilot, "T")
        assert text in shown(app)


async def test_a_hint_comes_to_who_waits(tmp_path: Path) -> None:
    async with taught(tmp_path) as (app, pilot):
        hint = present(app).step.hint
        assert hint
        assert hint[:30] not in shown(app)
        app.coaching.patience_s = 0.01
        await press(app, pilot, "N")
        await pilot.pause(0.05)
        await settled(app, pilot)
        assert present(app).step.hint[:30] in shown(app)


async def test_the_title_begins_the_lesson_of_who_is_new(tmp_path: Path) -> None:
    async with opened(shelf=HomeShelf(home(tmp_path))) as (app, pilot):
        await press(app, pilot, "enter")
        await until(app, pilot, "campaign")
        assert app.sitting.view.scenario == TUTORIAL
        await press(app, pilot, "Q", "y")
        await until(app, pilot, "title")
        await press(app, pilot, "enter")  # now there is a game to go on with
        await until(app, pilot, "campaign")
        assert app.saves is not None
        assert len(app.saves) == 1
        assert app.sitting.view.scenario == TUTORIAL


def test_a_hint_is_seen_once_and_remembered(tmp_path: Path) -> None:
    file = tmp_path / "settings" / "hints_seen"
    hints = Hints(file)
    assert hints.of("card")
    assert not hints.of("no such screen")
    hints.close("card")
    assert not hints.of("card")
    assert not Hints(file).of("card"), "another evening"
    assert Hints(file).of("verbs")
    file.write_bytes(b"\xff\xfe rubbish")
    assert Hints(file).of("card"), "a damaged file is as good as none"


def test_hints_that_are_off_are_neither_shown_nor_used_up(tmp_path: Path) -> None:
    file = tmp_path / "hints_seen"
    hints = Hints(file, is_on=False)
    assert not hints.of("card")
    hints.close("card")
    assert not file.exists()
    hints.is_on = True
    assert hints.of("card")


async def test_a_screen_says_its_hint_the_first_time_only(tmp_path: Path) -> None:
    wish = Wish(scenario="asean_1967", role="THA", seed=3)
    async with opened(shelf=HomeShelf(home(tmp_path)), wish=wish) as (app, pilot):
        await until(app, pilot, "campaign")
        app.sitting.coach.is_on = False
        app.coaching.hints.is_on = True
        await press(app, pilot, "l", "escape", "v")
        assert "tried on a copy" in shown(app)
        await check_laid_out(app, (80, 24))
        await press(app, pilot, "escape", "v")
        assert "tried on a copy" not in shown(app)


async def test_the_players_settings_decide_about_hints(tmp_path: Path) -> None:
    async with taught(tmp_path) as (app, _):
        app.settle("hints", value=True)
        assert app.coaching.hints.is_on
        app.settle("hints", value=False)
        assert not app.coaching.hints.is_on
        assert present(app).number == 1, "a lesson that was begun goes on"


@pytest.mark.parametrize("width, height", [(72, 20), (80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("glyphs", ["full", "ascii"])
@pytest.mark.parametrize("text", ["Go.", "Look at it, and then at what is behind it. " * 4, NASTY])
def test_the_coach_fits_and_keeps_its_room(width: int, height: int, glyphs: str, text: str) -> None:
    look = make_look("dark", glyphs)
    told = Told(text, text, 2, 4, ("Esc", "v"), skip="N", off="T")
    rows = coach_rows(told, width, height, look)
    assert {row_width(row) for row in rows} == {width}
    assert len(rows) >= 3
    if text == "Go.":
        assert len(rows) == 3, "a short text takes no less, so that nothing jumps"
    shown_text = "\n".join(row_text(row) for row in rows)
    for part in ("N skip", "T off", " Esc ", " v "):
        assert part in shown_text
    assert shown_text.replace("\n", "").isprintable()
    hinted = coach_rows(evolve(told, hint="A hint."), width, height, look)
    assert len(hinted) == len(rows) + 1
    assert {row_width(row) for row in hint_rows(text, "T", width, look)} == {width}


@pytest.mark.parametrize("screen", HINTS)
def test_each_hint_is_read_whole_on_a_small_screen(screen: str) -> None:
    rows = hint_rows(HINTS[screen], "T", 80, make_look())
    words = " ".join(" ".join(row_text(row) for row in rows).split())
    assert HINTS[screen] in words.replace(" T no hints", "")
    assert len(rows) <= 2


def test_a_game_begins_with_the_first_page_its_role_names() -> None:
    assert first_page(("charter", "map")) == "charter"
    assert first_page(("crisis",)) == "crises"
    assert first_page(("map", "charter")) == first_page(("member",)) == first_page(()) == ""
