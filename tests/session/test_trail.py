"""The way back from a number to its first cause, and why not."""

from __future__ import annotations

import time

import pytest
from tests.hansa import begin, hansa, play_on, quiet

from csto_game.model.command import Command
from csto_game.model.refusal import GameError, Refusal
from csto_game.rules import options
from csto_game.session.match import Match
from csto_game.session.trail import MOST, trail
from csto_game.session.why import why
from csto_game.session.whynot import why_left, why_not

KINDS = ("number", "command", "card", "sent", "start", "secret")


def do(match: Match, words: str) -> None:
    command = match.parse(words)
    assert isinstance(command, Command), command
    assert not isinstance(match.submit(command), Refusal)


@pytest.fixture(scope="module")
def played() -> Match:
    match = begin(None)
    match.run()
    do(match, "feast HAM")
    play_on(match)
    return match


def test_way_back_of_a_verb_ends_at_its_command() -> None:
    match = quiet(None)
    match.run()
    do(match, "feast HAM")
    rows = why(match.table, "LUB.silver", seat="LUB").rows
    row = next(n for n, found in enumerate(rows) if found.thing.startswith("verb.feast"))
    links = trail(match.table, "LUB.silver", seat="LUB", row=row)
    assert [link.kind for link in links] == ["number", "command"]
    assert links[-1].command == "LUB: feast HAM"
    assert (links[-1].by, links[-1].turn) == ("LUB", 1)


def test_way_back_goes_to_a_first_cause_for_every_number(played: Match) -> None:
    for code in ("LUB", "HAM", "RIG"):
        for stat in hansa().scenario.stats.values():
            if stat.owner != ("country",) or stat.holds != "number":
                continue
            for turn in range(1, played.turn + 1):
                links = trail(played.table, f"{code}.{stat.id}", turn)
                assert len(links) <= MOST + 3
                assert all(link.kind in KINDS for link in links)
                turns = [link.turn for link in links]
                assert turns == sorted(turns, reverse=True)


def test_way_back_begins_with_the_cause_that_is_asked_for(played: Match) -> None:
    found = why(played.table, "LUB.silver", seat="LUB")
    for n, row in enumerate(found.rows):
        assert trail(played.table, "LUB.silver", seat="LUB", row=n)[0].row == row


def test_way_back_keeps_secrets(played: Match) -> None:
    for turn in range(1, played.turn + 1):
        for link in trail(played.table, "LUB.murmur", turn, seat="LUB"):
            if link.path:
                owner, _, stat = link.path.partition(".")
                assert owner == "LUB" or hansa().scenario.stats[stat.split(".")[-1]].seen != "owner"
    with pytest.raises(GameError):
        trail(played.table, "LUB.nonsense")


def test_why_takes_ten_milliseconds_at_most_in_a_long_game(played: Match) -> None:
    for stat in hansa().scenario.stats.values():
        if stat.owner == ("country",):
            why(played.table, f"LUB.{stat.id}", seat="LUB")
            begun = time.process_time()
            why(played.table, f"LUB.{stat.id}", seat="LUB")
            assert time.process_time() - begun < 0.010


# ── why not ──


def test_refused_command_says_why_and_a_legal_one_nothing() -> None:
    match = quiet(None)
    match.run()
    assert why_not(match.table, "LUB", "feast LUB").sentence
    assert why_not(match.table, "LUB", "nonsense").sentence
    assert why_not(match.table, "LUB", "feast HAM").sentence == ""


def test_motion_tells_who_is_against_and_what_would_move_them() -> None:
    match = quiet(None)
    match.run()
    for motion in hansa().scenario.motions:
        found = why_not(match.table, "LUB", motion)
        if found.motion is None:
            continue
        votes = {ballot.code: ballot for ballot in found.motion.ballots}
        named = {row.ballot.code for row in found.against}
        assert named == {c for c, b in votes.items() if (b.cast or b.forecast) != "yes"}
        legal = options(hansa(), match.table.state, "LUB")
        for row in found.against:
            for lever in row.levers:
                assert lever.command in legal
                assert lever.after > lever.before


def test_country_that_stayed_has_no_leaving(played: Match) -> None:
    for code in ("XXX", "GTL"):
        with pytest.raises(GameError, match="no country"):
            why_left(played.table, code)
    changed = {
        e.path.partition(".")[0]
        for turn in range(1, played.turn + 1)
        for e in played.events(turn)
        if e.path.endswith(".membership")
    }
    for code, actor in hansa().scenario.actors.items():
        if actor.kind != "country":
            continue
        if code in changed:
            found = why_left(played.table, code)
            assert found.before != found.after
        else:
            with pytest.raises(GameError, match="began with"):
                why_left(played.table, code)
