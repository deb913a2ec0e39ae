"""What a role would see first, and what leaders like to say."""

from __future__ import annotations

import io

import attrs
import pytest
from tests.hansa import begin, hansa

from csto_game import plain
from csto_game.plain.desk import Desk
from csto_game.plain.subjects import tells
from csto_game.text.catalog import say


def test_a_new_game_begins_with_what_the_role_opens() -> None:
    role = next(r for r in hansa().scenario.roles.values() if r.plays == "LUB")
    assert "charter" in role.opens
    match, out, err = begin(None), io.StringIO(), io.StringIO()
    assert match.view("LUB").opens == role.opens
    plain.play(match, io.StringIO("quit\n"), out, err, jobs=1)
    clause = next(iter(match.view("LUB").clauses))
    assert clause.name in out.getvalue()
    assert err.getvalue() == ""


def test_leaders_say_lines_of_their_own() -> None:
    match = begin(None)
    scenario = hansa().scenario
    said = {}
    for member in match.view("HAM").members:
        character = scenario.ai.get(scenario.actors[member.code].ai)
        lines = character.lines if character else ()
        assert bool(member.says) == (bool(lines) and member.code != "HAM")
        assert "{" not in member.says
        said[member.code] = member.says
    assert any(said.values())


def test_a_question_without_its_number_is_cured_with_a_number_of_this_world() -> None:
    match, out, err = begin(None), io.StringIO(), io.StringIO()
    plain.play(match, io.StringIO("why\nquit\n"), out, err, jobs=1)
    first = match.view("LUB").headline[0].stat
    assert f"why {first}" in err.getvalue()


def test_a_part_of_the_situation_is_opened_only_where_it_says_something() -> None:
    match = begin(None)
    desk = Desk(match, io.StringIO(), io.StringIO())
    assert tells(desk, "charter")
    assert not match.view("LUB").crises
    assert not tells(desk, "crises")
    assert not tells(desk, "")


def test_the_table_of_members_is_told_once_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    match, out, err = begin(None), io.StringIO(), io.StringIO()
    view = Desk.view
    monkeypatch.setattr(Desk, "view", lambda desk: attrs.evolve(view(desk), opens=("members",)))
    plain.play(match, io.StringIO("quit\n"), out, err, jobs=1)
    name = match.view("LUB").members[1].name
    assert out.getvalue().count(say("now.members")) == 1
    assert name in out.getvalue()
