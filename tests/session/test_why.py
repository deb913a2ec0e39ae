"""Causes add up exactly, for every number, in every turn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.hansa import begin, hansa, play_on

from csto_game.model.refusal import GameError
from csto_game.model.view import View, Why
from csto_game.rules.draft import Draft
from csto_game.rules.texts import shown as shown_by_rules
from csto_game.session.match import Match
from csto_game.session.numbers import find, own_path, value
from csto_game.session.why import UNLOGGED, why
from csto_game.text.numbers import shown
from csto_game.text.why import why_lines


@pytest.fixture(scope="module")
def match() -> Match:
    match = begin(None)
    play_on(match)
    return match


def paths(view: View) -> Iterator[str]:
    for figures in (view.world, view.alliance):
        yield from (figure.path for figure in figures.values())
    for member in view.members:
        yield from (figure.path for figure in member.figures.values())
        yield from (figure.path for row in member.pairs.values() for figure in row)
        yield from (f"{member.code}.{pole}.share" for pole, _ in member.lean.shares)
    for power in view.powers:
        yield from (figure.path for figure in power.figures.values())


def is_exact(found: Why) -> bool:
    return found.before + sum(row.amount for row in found.rows) == found.after


def test_every_number_of_every_turn_adds_up(match: Match) -> None:
    known = list(paths(match.view("LUB")))
    assert len(known) > 150
    for path in known:
        for turn in (None, *range(1, match.turn + 1)):
            found = why(match.table, path, turn)
            assert is_exact(found), (path, turn)


def test_turns_follow_on_one_another(match: Match) -> None:
    for path in ("LUB.silver", "HAM.safety", "alliance.standing", "world.gales"):
        ends = [why(match.table, path, turn) for turn in range(1, match.turn + 1)]
        assert [w.after for w in ends[:-1]] == [w.before for w in ends[1:]]
        assert ends[-1].after == value(match.book, match.table.state, find(match.book, path))


def test_kept_numbers_have_no_change_that_no_event_tells_of(match: Match) -> None:
    for path in paths(match.view("LUB")):
        if find(match.book, path).is_derived or path.startswith("world."):
            continue
        for turn in range(1, match.turn + 1):
            things = [row.thing for row in why(match.table, path, turn).rows]
            assert UNLOGGED not in things, (path, turn)


def test_derived_number_names_the_causes_of_its_parts(match: Match) -> None:
    found = why(match.table, "alliance.standing", 2)
    assert found.formula.startswith("root(sum(member.silver")
    assert "alliance.concord" in dict(found.parts)
    assert any(row.file for row in found.rows)


def test_rows_are_sorted_by_size_and_each_has_a_place(match: Match) -> None:
    found = why(match.table, "LUB.silver", 2)
    sizes = [abs(row.amount) for row in found.rows]
    assert sizes == sorted(sizes, reverse=True)
    assert all(row.file and row.line and row.thing and row.because for row in found.rows)


def test_start_number_tells_its_sources(match: Match) -> None:
    row = why(match.table, "LUB.silver", 1).rows[-1]
    assert row.amount == 0
    assert (row.file, row.line) == ("cities.toml", 18)
    assert row.cite == "A counting-house ledger that never was, The dreams of a town clerk"
    assert "the salt of 1389" in why(match.table, "HAM.LUB.debt", 1).rows[-1].because


def test_without_a_turn_it_is_the_change_that_views_show(match: Match) -> None:
    for figure in match.view("LUB").members[0].figures.values():
        if find(match.book, figure.path).stat.holds == "number":
            found = match.why(figure.path)
            assert found.after - found.before == figure.change, figure.path
            assert found.after == figure.value


def test_history_begins_with_the_start_number(match: Match) -> None:
    history = match.why("LUB.silver").history
    assert history[0] == (0, 60)
    assert [turn for turn, _ in history] == list(range(match.turn + 1))


def test_hidden_number_is_refused_and_its_moves_are_unnamed() -> None:
    match = begin(None)
    play_on(match, turns=3)
    with pytest.raises(GameError, match="not known to LUB"):
        match.why("RIG.plot")
    assert is_exact(why(match.table, "RIG.plot"))
    assert is_exact(match.why("RIG.silver"))


@pytest.mark.parametrize(
    "path, near",
    [("LUB.slver", "LUB.silver"), ("world.gale", "world.gales"), ("alliance.concrd", "concord")],
)
def test_unknown_number_is_refused_with_the_nearest(match: Match, path: str, near: str) -> None:
    with pytest.raises(GameError, match=near):
        match.why(path)


@pytest.mark.parametrize(
    "path",
    ["", "silver", "LUB", "LUB.", ".silver", "XXX.silver", "world.silver", "LUB.gales", "LUB.esteem",
     "LUB.XXX.esteem", "LUB.HAM.DZG.esteem", "place.steelyard", "place.x.owner", "LUB.silver.x"],
)  # fmt: skip
def test_what_is_no_number_is_refused(match: Match, path: str) -> None:
    with pytest.raises(GameError, match="There is no number"):
        match.why(path)


def test_turn_that_was_not_played_is_refused(match: Match) -> None:
    with pytest.raises(GameError, match="has not been played"):
        match.why("LUB.silver", 99)


@pytest.mark.parametrize(
    "word, path",
    [
        ("silver", "LUB.silver"),
        ("gales", "world.gales"),
        ("concord", "alliance.concord"),
        ("ham.silver", "HAM.silver"),
        ("world.gales", "world.gales"),
        ("lub.ham.esteem", "LUB.HAM.esteem"),
        ("ham.alliance.share", "HAM.alliance.share"),
        ("murmuring", "LUB.murmur"),
        ("ham.Murmuring", "HAM.murmur"),
        ("common_chest", "alliance.chest"),
    ],
)
def test_short_words_mean_ones_own_numbers(word: str, path: str) -> None:
    assert own_path(hansa(), word, "LUB") == path


def test_misspelt_number_is_told_the_nearest_name(match: Match) -> None:
    with pytest.raises(GameError, match="did you mean murmuring"):
        match.why("murmurings")


def test_place_has_an_owner_that_can_be_asked(match: Match) -> None:
    found = match.why("place.steelyard.owner")
    assert "Lübeck" in why_lines(match.book.scenario, found)[0]


def test_every_why_can_be_told(match: Match) -> None:
    for path in paths(match.view("LUB")):
        try:
            found = match.why(path)
        except GameError:
            continue
        lines = why_lines(match.book.scenario, found)
        assert lines
        assert "{" not in "".join(lines), lines


def test_values_are_shown_as_the_rules_show_them(match: Match) -> None:
    draft = Draft(match.book, match.table.state, log=False)
    for stat in match.book.scenario.stats.values():
        for number in (0, 1, 3, 15):
            ours = shown(match.book.scenario, stat, number)
            theirs = shown_by_rules(draft, stat, number)
            assert ours == theirs or stat.holds != "number"


def test_command_is_named_only_where_it_is_the_cause(match: Match) -> None:
    for path in paths(match.view("LUB")):
        for row in why(match.table, path, match.turn - 1).rows:
            if row.command:
                kind, id = row.thing.split(".")[:2]
                assert kind in ("verb", "incident", "motion")
                words = row.command.partition(": ")[2].split()
                assert words[0] == "option" if kind == "incident" else id in words


def test_share_that_walks_names_the_pulls_and_where_they_are_written(match: Match) -> None:
    scenario = match.book.scenario
    assert scenario.alignment
    rows = [
        row
        for turn in range(1, match.turn + 1)
        for code in match.book.layout.codes[: match.book.layout.countries]
        for row in why(match.table, f"{code}.alliance.share", turn).rows
        if row.thing == "alignment"
    ]
    assert rows
    assert {(row.file, row.line) for row in rows} == {
        (scenario.alignment.spot.file, scenario.alignment.spot.line)
    }
    assert all("%" in row.because for row in rows)
