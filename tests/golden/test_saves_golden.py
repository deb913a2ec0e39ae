"""Saves of this version: every later one must read them and play them again.

`make golden` writes them anew. Before a release that is fine when rules have changed; after it, a
difference means that players' games are lost, and then the rules must keep the old way for old saves.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.rules import Book, options
from csto_game.session.chronicle import article, as_markdown
from csto_game.session.iron import proof
from csto_game.session.mail import begin_mail, pass_on, read_letter, sit_down
from csto_game.session.match import Match
from csto_game.session.recover import recover
from csto_game.session.replay import load
from csto_game.session.save import read_save
from csto_game.session.timeline import branch, timeline
from csto_game.session.worlds import open_world

FOLDER = Path(__file__).resolve().parent / "saves"
FACTS = {
    "finished": {"persons": ("LUB",), "ended": True, "iron": False, "parent": ""},
    "hotseat": {"persons": ("LUB", "HAM"), "ended": False, "iron": False, "parent": ""},
    "iron": {"persons": ("LUB",), "ended": False, "iron": True, "parent": ""},
    "branch": {"persons": ("LUB",), "ended": False, "iron": False, "parent": "finished 4"},
}
WORDS = {"LUB": "salt and herring", "HAM": "beer and wax"}


@cache
def book() -> Book:
    return open_world(str(FOLDER / "world"), ()).book


def sitting(match: Match, turns: int) -> None:
    """Answer, take a command back, act, vote: a bit of everything a save may hold."""
    last = match.turn + turns
    match.run()
    while match.waiting_for and match.turn < last:
        open_ = options(match.book, match.table.state, match.waiting_for)
        cards = [c for c in open_ if c.kind == "option"]
        verbs = [c for c in open_ if c.kind in ("verb", "table")]
        if verbs and not match.table.state.acts:
            match.submit(verbs[match.turn % len(verbs)])
            match.undo()
        acts = verbs[-1:] if not match.table.state.acts else []
        ends = [c for c in open_ if c.kind in ("end", "vote")]
        match.submit((cards or acts or ends)[0])
        match.run()


def write() -> None:
    for old in FOLDER.glob("*.*"):
        old.unlink()
    made = {}
    for name, seats in (("finished", ("LUB",)), ("hotseat", ("LUB", "HAM")), ("iron", ("LUB",))):
        persons = dict.fromkeys(seats, "human")
        made[name] = Match.new(book(), persons, 5, folder=FOLDER, name=name, iron=name == "iron")
        sitting(made[name], 99 if name == "finished" else 3)
    sitting(branch(made["finished"], "branch", 4), 2)
    whole = (FOLDER / "hotseat.csto").read_bytes()
    (FOLDER / "torn.csto").write_bytes(whole[:-20])
    begin_mail(book(), ("LUB", "HAM"), 5, FOLDER / "game.mail", FOLDER / "work")
    post(FOLDER / "work")
    (FOLDER / "work").rmdir()


def post(work: Path) -> None:
    """One turn of whoever is next."""
    file = FOLDER / "game.mail"
    seat = sit_down(file, lambda _: book(), work, lambda code, _: WORDS[code])
    while not seat.is_done:
        words = "end" if seat.match.table.state.phase == "plan" else "vote abstain"
        command = seat.match.parse(words)
        assert isinstance(command, Command)
        assert not isinstance(seat.match.submit(command), Refusal)
        seat.match.run()
    pass_on(seat)


@pytest.fixture(scope="module", autouse=True)
def _written() -> None:
    if os.environ.get("CSTO_GOLDEN") == "write":
        write()


@pytest.mark.parametrize("name", FACTS)
def test_save_of_this_version_is_read(name: str) -> None:
    save = read_save(FOLDER / f"{name}.csto")
    facts = FACTS[name]
    assert save.header.persons == facts["persons"]
    assert bool(save.noted_ending) == facts["ended"]
    assert bool(save.header.iron) == facts["iron"]
    assert save.header.parent == facts["parent"]
    assert len(save.moves) > 20
    assert not save.torn


@pytest.mark.parametrize("name", FACTS)
def test_save_of_this_version_plays_again(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.csto"
    path.write_bytes((FOLDER / f"{name}.csto").read_bytes())
    again = load(path, lambda _: book())
    assert again.difference is None, "rules have changed: see the head of this file"
    assert proof(again).untouched == FACTS[name]["iron"]
    assert as_markdown(article(again.table, again.save.header))
    match = Match.resume(path, lambda _: book())
    assert match.over == FACTS[name]["ended"]


def test_torn_save_of_this_version_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "torn.csto"
    path.write_bytes((FOLDER / "torn.csto").read_bytes())
    assert recover(path, lambda _: book()).kept > 20
    assert Match.resume(path, lambda _: book()).notes


def test_lines_of_this_version_know_each_other() -> None:
    lines = timeline(FOLDER / "branch.csto")
    assert [(line.name, line.depth) for line in lines] == [("finished", 0), ("branch", 1)]


def test_game_by_mail_of_this_version_opens(tmp_path: Path) -> None:
    letter = read_letter(FOLDER / "game.mail")
    assert letter.next == "HAM"
    seat = sit_down(FOLDER / "game.mail", lambda _: book(), tmp_path, lambda code, _: WORDS[code])
    assert seat.match.waiting_for == "HAM"
