"""Why of every number on every screen, why not, the way back; and what is typed into the palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from tests.hansa import begin, hansa, play_on
from tests.ui.driving import SIZES, check_rows, opened, page, playing, press, shown
from tests.ui.fakes import SEAT, FakeMatch, FakeShelf, a_view, event

from csto_game.model.event import Cause
from csto_game.ui.asks import is_answerable
from csto_game.ui.atlas import load_atlas
from csto_game.ui.draw.member import FIGURES, LEANS, page_paths
from csto_game.ui.draw.numbers import known_numbers
from csto_game.ui.draw.report import moved_by
from csto_game.ui.figures import all_figures
from csto_game.ui.mapping import Mapper
from csto_game.ui.offers import Opened
from csto_game.ui.playing import Playing
from csto_game.ui.screens.why import WhyPage
from csto_game.ui.sitting import Sitting

VIEW = a_view()


def asked(app: object) -> str:
    here = page(app)  # type: ignore[arg-type]  # the app of the test
    assert isinstance(here, WhyPage), here.kind
    return here.path


@pytest.mark.parametrize("size", SIZES)
async def test_every_known_number_is_in_the_list_and_can_be_asked(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "W")
        check_rows(app, size)
        await press(app, pilot, "/", *"kaz unrest", "enter", "enter")
        assert asked(app) == "KAZ.unrest"


def test_the_list_leaves_out_only_what_is_not_known() -> None:
    listed = {one.path for one in known_numbers(VIEW)}
    assert listed == {figure.path for figure in all_figures(VIEW) if figure.known}
    assert "RUS.secret" in listed
    assert "KAZ.secret" not in listed


async def test_the_countrys_page_asks_of_figures_pairs_and_leanings() -> None:
    async with playing((120, 36)) as (app, pilot):
        await press(app, pilot, "3", "enter")
        paths = page_paths(VIEW, VIEW.members[2])
        assert paths[LEANS][-1] == "KAZ.unaligned.share"
        await press(app, pilot, "tab", "end", "w")
        assert asked(app) == "KAZ.unaligned.share"
        await press(app, pilot, "escape", "up", "w")
        assert asked(app) == "KAZ.WST.share"


async def test_the_country_says_how_it_came_to_its_place() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "6", "enter", "q")
        assert "ARM was member and is suspended" in shown(app)


async def test_a_voter_is_asked_by_what_its_leaning_rests_on() -> None:
    ballots = VIEW.motions[0].ballots
    rests = tuple(evolve(one, reasons=(("KAZ.trust", -9), ("", 3))) for one in ballots)
    motion = evolve(VIEW.motions[0], ballots=rests)
    async with playing(match=FakeMatch(evolve(VIEW, motions=(motion,)))) as (app, pilot):
        await press(app, pilot, "c", "w")
        assert asked(app) == "KAZ.trust"
        await press(app, pilot, "escape", "q")
        assert "Not mission ARM: nobody answers." in shown(app)
        assert "[bold]not markup[/]" in shown(app), "hostile words stay words"


async def test_a_refused_verb_says_why_not_and_an_open_one_what_it_moves() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "v", "w")
        assert page(app).kind == "numbers"
        await press(app, pilot, "enter")
        assert asked(app) == "ARM.loyalty"
        await press(app, pilot, "escape", "escape", "/", *"recognise", "enter", "w")
        assert "Not recognise: nobody answers." in shown(app)


async def test_crises_promises_cards_objectives_and_the_charter_can_be_asked() -> None:
    async with playing() as (app, pilot):
        for keys in (("x",), ("o",), ("i",), ("S",)):
            await press(app, pilot, *keys, "w")
            if page(app).kind == "numbers":
                await press(app, pilot, "enter")
            assert asked(app)
            while page(app).kind != "campaign":
                await press(app, pilot, "escape")
        await press(app, pilot, "S", "end", "w")
        assert asked(app) == VIEW.strip[1].path, "the last of our numbers"
        await press(app, pilot, "escape", "escape", "l", "end", "w")
        assert asked(app) == "alliance.cohesion"


async def test_the_report_asks_of_what_an_event_moved() -> None:
    cause = Cause("incident.quota", "quota", "a.toml", 3)
    told = evolve(event("news", "A quarrel."), cause=cause)
    moved = evolve(event("change", "quota", path="KAZ.trust", before=52, after=47), cause=cause)
    view = evolve(VIEW, news=(told, moved, event("change", "else", path="BLR.trust")))
    assert moved_by(view, told) == ("KAZ.trust",)
    assert moved_by(view, moved) == ("KAZ.trust",)
    engine = Cause("deck")
    for text in ("incident.quota", "incident.quota.outcome.none"):
        came = evolve(event("befell", text), cause=engine)
        assert moved_by(view, came) == ("KAZ.trust",), "what the card itself moved"
    assert moved_by(view, evolve(event("befell", "incident.quo"), cause=engine)) == ()
    async with playing(match=FakeMatch(view)) as (app, pilot):
        await press(app, pilot, "R", "w")
        assert asked(app) == "KAZ.trust"


async def test_a_cause_leads_back_and_to_other_turns() -> None:
    async with playing((120, 36)) as (app, pilot):
        await press(app, pilot, "w", "down", "t")
        assert "by cause 1" in shown(app)
        await press(app, pilot, "escape", "-")
        here = page(app)
        assert isinstance(here, WhyPage)
        assert here.turn == 5
        assert "Winter 1993" in shown(app)
        await press(app, pilot, "+", "enter", "enter")
        assert page(app).kind == "numbers", "two numbers entered this cause"
        assert "ARM.trust" in shown(app)


async def test_the_palette_answers_as_plain_mode_does() -> None:
    match = FakeMatch()
    async with playing((120, 36), match=match) as (app, pilot):
        await press(app, pilot, "colon", *"why kaz.unrest", "enter")
        assert asked(app) == "kaz.unrest", "the match says what is meant"
        await press(app, pilot, "escape", "colon", *"why not visit ARM", "enter")
        assert "Not visit ARM: nobody answers." in shown(app)
        await press(app, pilot, "escape", "colon", *"why left arm", "enter")
        assert "ARM was member" in shown(app)
        await press(app, pilot, "escape", "colon", *"compare ../soft", "enter")
        assert "only in soft" in shown(app)
        await press(app, pilot, "escape", "colon", *"save calm", "enter")
        assert match.archive.done == ["keep calm"]
        await press(app, pilot, "colon", *"debrief", "enter")
        assert "when it is over" in shown(app)
        await press(app, pilot, "colon", *"branch calm 4", "enter")
        assert match.branched == [("calm", 4)]


def test_words_that_say_nothing_alone_are_no_answer() -> None:
    assert not is_answerable("why")
    assert not is_answerable("")
    assert not is_answerable("visit ARM")
    assert is_answerable("timeline")


class Played(FakeShelf):
    """The small world after three turns."""

    def resume(self, path: Path) -> Opened:
        match = begin(None)
        play_on(match, turns=3)
        sitting = Sitting.at(Playing(match, "LUB", jobs=0), "LUB")
        return Opened(sitting, Mapper(load_atlas(hansa().scenario)))


async def test_every_number_of_a_real_game_has_its_causes() -> None:
    """All that the list offers, all shares, all that enters aims and crises: none is refused."""
    async with opened(shelf=Played()) as (app, pilot):
        await press(app, pilot, "c")
        sitting = app.sitting
        view, match = sitting.view, sitting.match
        paths = [one.path for one in known_numbers(view)]
        for member in view.members:
            boxes = page_paths(view, member)
            paths += boxes[FIGURES] + boxes[LEANS]
        for goal in view.score.objectives if view.score else ():
            paths += match.entering(f"objective.{goal.id}", view.seat)
        for crisis in view.crises:
            paths += match.entering(f"crisis.{crisis.crisis}", crisis.by, crisis.to)
        hidden = {f.path for member in view.members for f in member.figures.values() if not f.known}
        hidden |= {f.path for m in view.members for p in m.pairs.values() for f in p if not f.known}
        for path in dict.fromkeys(paths):
            if path in hidden or path.endswith(".share"):
                continue
            found = match.why(path)
            assert found is not None, path
            assert found.formula or found.before + sum(r.amount for r in found.rows) == found.after
        assert len(paths) > 50
        assert SEAT not in paths


def test_what_enters_is_read_from_the_files() -> None:
    match = begin(None)
    match.run()
    playing_ = Playing(match, "LUB")
    view = match.view("LUB")
    assert view.score is not None
    found = {g.id: playing_.entering(f"objective.{g.id}", "LUB") for g in view.score.objectives}
    assert any(found.values())
    assert not playing_.entering("objective.no_such", "LUB")
    assert not playing_.entering("nothing.at_all", "LUB")
