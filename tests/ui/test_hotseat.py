"""Several persons at one machine: a curtain between them, and behind it nothing of the last one's."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from attrs import define, field
from tests.hansa import HANSA, begin, play_on
from tests.ui.driving import (
    SIZES,
    begun,
    check_rows,
    kinds,
    lines,
    opened,
    page,
    press,
    shown,
    until,
)
from tests.ui.fakes import FakeShelf
from textual.pilot import Pilot

from csto_game.cli.seating import begin as begin_as_asked
from csto_game.places import Home
from csto_game.session.match import Match
from csto_game.ui.app import CstoApp
from csto_game.ui.keys import load_keys
from csto_game.ui.look import make_look
from csto_game.ui.offers import Opened
from csto_game.ui.shelf import opened_at

STAYS = ("choose", "back", "help", "leave", "quit", "sleep")
"""What the curtain answers to."""


@define
class Shared(FakeShelf):
    """The small world, shared by Lübeck and Hamburg."""

    real: Match = field(factory=lambda: begin(None, LUB="human", HAM="human"))

    def resume(self, path: Path) -> Opened:
        return opened_at(self.real)


@contextlib.asynccontextmanager
async def shared(
    size: tuple[int, int] = (80, 24), shelf: Shared | None = None
) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    async with opened(size, shelf=shelf or Shared()) as (app, pilot):
        await press(app, pilot, "c")
        await until(app, pilot, "curtain")
        yield app, pilot


async def end_turn(app: CstoApp, pilot: Pilot[int]) -> None:
    """Leave all as it is, until another one is asked or the turn is over."""
    await press(app, pilot, "e")
    if page(app).kind == "ask":
        await press(app, pilot, "y")
    for _ in range(20):
        if page(app).kind != "council":
            return
        await press(app, pilot, "a")


def said(app: CstoApp) -> list[str]:
    """The words on the curtain; cloth and frames are none."""
    cloth = make_look().glyphs
    drop = str.maketrans(dict.fromkeys(cloth.shadow + cloth.box, " "))
    return [" ".join(line.translate(drop).split()) for line in lines(app) if line.strip()]


# ── the curtain ──


async def test_what_one_person_began_to_type_no_other_sees() -> None:
    async with shared() as (app, pilot):
        await press(app, pilot, "enter")
        await begun(app, pilot)
        await press(app, pilot, "v", "slash", *"secret", "escape", "slash")
        assert "/ secret" in shown(app)
        await press(app, pilot, "escape", "escape")
        await end_turn(app, pilot)
        await press(app, pilot, "enter")
        await begun(app, pilot)
        assert app.sitting.seat == "HAM"
        await press(app, pilot, "v", "slash")
        assert "secret" not in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_curtain_says_whose_turn_it_is_and_nothing_else(size: tuple[int, int]) -> None:
    async with shared(size) as (app, pilot):
        check_rows(app, size)
        await press(app, pilot, "enter")
        await begun(app, pilot)
        assert app.sitting.seat == "LUB"
        await press(app, pilot, "y", "m", "right")  # a layer, the map, another country
        app.tell("The salt is poisoned.")
        await end_turn(app, pilot)
        assert kinds(app) == ["title", "curtain"]
        check_rows(app, size)
        assert [text for text in said(app) if text] == [
            "CSTO",
            "It is the turn of Hamburg.",
            "When nobody else looks, press Enter.",
            "Enter sit down Esc leave ? help",
        ]


async def test_behind_the_curtain_nothing_of_the_last_one_is_left() -> None:
    async with shared() as (app, pilot):
        await press(app, pilot, "enter")
        await begun(app, pilot)
        await press(app, pilot, "y", "m", "right")
        before = app.sitting
        before.why("LUB.coin")
        app.tell("The salt is poisoned.")
        app.transcript.append(("told", "secret = 7"))
        await end_turn(app, pilot)
        assert not app.is_seated
        assert before.is_left, "what was asked for still is answered to nobody"
        assert app.messages == ()
        assert app.transcript == []
        assert app.mapper.picture is None
        await press(app, pilot, "enter")
        await begun(app, pilot)
        now = app.sitting
        assert (page(app).kind, now.seat, now.view.seat) == ("campaign", "HAM", "HAM")
        assert now.known_why("LUB.coin") is None
        assert now.undone == ()
        assert "poisoned" not in shown(app)
        await press(app, pilot, "L")
        assert "poisoned" not in shown(app)
        await press(app, pilot, "escape", "u")
        assert "HAM" in {order.seat for order in app.sitting.match.taken} or not now.orders
        assert app.sitting.match.waiting_for == "HAM", "the last one's commands stay"


async def test_on_the_curtain_keys_lead_nowhere_but_on_or_out() -> None:
    async with shared() as (app, pilot):
        for key in load_keys().on("curtain"):
            if key.id not in STAYS:
                await press(app, pilot, *key.keys)
                assert kinds(app) == ["title", "curtain"], key.id
        await press(app, pilot, "escape")
        assert kinds(app) == ["title", "curtain", "ask"]
        assert "Leave the game?" in shown(app)
        await press(app, pilot, "escape")
        assert kinds(app) == ["title", "curtain"]
        app.close_page()  # a second Esc that came too late
        assert kinds(app) == ["title", "curtain"]
        await press(app, pilot, "escape", "y")
        assert kinds(app) == ["title"]
        assert not app.is_playing


async def test_each_person_reads_the_report_of_the_turn() -> None:
    async with shared() as (app, pilot):
        read = set()
        for _ in range(12):
            if page(app).kind != "curtain":
                break
            await press(app, pilot, "enter")
            if page(app).kind == "report":
                read.add(app.sitting.seat)
                await press(app, pilot, "escape")
            if page(app).kind == "council":
                await press(app, pilot, *"aaa")
            else:
                await begun(app, pilot)
                await end_turn(app, pilot)
            if page(app).kind == "report":  # the last of the turn is told at once
                read.add(app.sitting.seat)
                await press(app, pilot, "escape", "escape")
                await end_turn(app, pilot)
        assert read == {"LUB", "HAM"}


async def test_a_saved_game_of_several_persons_begins_with_the_curtain(tmp_path: Path) -> None:
    match = begin(tmp_path, LUB="human", HAM="human")
    match.run()
    match.submit(match.parse("end"))  # type: ignore[arg-type]  # well formed
    async with shared(shelf=Shared(real=match)) as (app, pilot):
        assert "It is the turn of Hamburg." in shown(app)
        await press(app, pilot, "enter")
        assert app.sitting.seat == "HAM"


async def test_who_sits_alone_sees_no_curtain() -> None:
    async with opened(shelf=Shared(real=begin(None))) as (app, pilot):
        await press(app, pilot, "c")
        await begun(app, pilot)
        assert "curtain" not in kinds(app)


async def test_a_game_that_is_over_has_no_curtain(tmp_path: Path) -> None:
    match = begin(tmp_path, LUB="human", HAM="human")
    while not match.over:
        match.run()
        if match.waiting_for:
            is_plan = match.view(match.waiting_for).phase == "plan"
            match.submit(match.parse("end" if is_plan else "vote abstain"))  # type: ignore[arg-type]  # so
    async with opened(shelf=Shared(real=match)) as (app, pilot):
        await press(app, pilot, "c")
        await until(app, pilot, "verdict")


# ── who plays ──


async def test_roles_are_marked_for_persons() -> None:
    shelf = FakeShelf()
    async with opened(shelf=shelf) as (app, pilot):
        await press(app, pilot, "n", "enter", "space")
        assert "Space person" in lines(app)[-1]
        assert "Russia" in next(line for line in lines(app) if "a person" in line)
        await press(app, pilot, "down", "down", "space", "up", "space", "space", "down", "enter")
        assert "persons: 2" in shown(app)
        assert "Begin with 2 persons" in shown(app)
        assert "Russia, Kazakhstan." in shown(app)
        await press(app, pilot, "enter")
        assert [row[:2] for row in shelf.begun] == [("pivot", "RUS+KAZ")]


async def test_enter_on_another_role_seats_a_person_there_too() -> None:
    shelf = FakeShelf()
    async with opened(shelf=shelf) as (app, pilot):
        await press(app, pilot, "n", "enter", "space", "down", "enter", "enter")
        assert [row[1] for row in shelf.begun] == ["RUS+BLR"]


async def test_another_scenario_forgets_who_plays() -> None:
    async with opened() as (app, pilot):
        await press(app, pilot, "n", "enter", "space", "escape", "down")
        assert "persons:" not in shown(app)


def test_role_given_twice_seats_two_persons(tmp_path: Path) -> None:
    asked = Namespace(
        scenario=str(HANSA), mods=[], seed=3, difficulty=None, iron=False,
        role=None, hotseat=None,
    )  # fmt: skip
    home = Home(tmp_path / "saves", tmp_path / "set", tmp_path / "packages", tmp_path / "cache")
    asked.role = ["DZG", "LUB", "DZG"]
    assert set(begin_as_asked(asked, home).persons) == {"DZG", "LUB"}
    asked.role, asked.hotseat = ["LUB"], "DZG"
    assert set(begin_as_asked(asked, home).persons) == {"DZG", "LUB"}
    asked.role = asked.hotseat = None
    assert len(begin_as_asked(asked, home).persons) == 1


# ── the end ──


async def test_once_it_is_over_each_person_sees_how_it_ended_for_them() -> None:
    match = begin(None, LUB="human", HAM="human")
    play_on(match)
    roles = {code: actor.name for code, actor in match.book.scenario.actors.items()}
    roles |= {role.plays: role.name for role in match.book.scenario.roles.values()}
    async with opened((120, 36), shelf=Shared(real=match)) as (app, pilot):
        await press(app, pilot, "c")
        assert page(app).kind == "verdict"
        first = app.sitting.seat
        other = {"LUB": "HAM", "HAM": "LUB"}[first]
        assert roles[first] in lines(app)[1]
        assert "→ next person" in lines(app)[-1]
        await press(app, pilot, "right")
        assert app.sitting.seat == other
        assert roles[other] in lines(app)[1]
        await press(app, pilot, "d")
        assert page(app).kind == "debrief"
        assert roles[other] in lines(app)[1]
        await press(app, pilot, "left")
        assert roles[first] in lines(app)[1]
        while page(app).kind == "debrief":
            await press(app, pilot, "escape")
        assert page(app).kind == "verdict"
        assert roles[first] in lines(app)[1], "the verdict below it is the same person's"


async def test_while_the_game_goes_on_nobody_looks_as_another() -> None:
    async with shared() as (app, pilot):
        await press(app, pilot, "enter")
        seat = app.sitting.seat
        await press(app, pilot, "S", "right")
        assert app.sitting.seat == seat
        assert "next person" not in lines(app)[-1]
