"""Lines of play: any past turn opens as a new one, nothing is lost, two compare side by side."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from attrs import evolve
from tests.hansa import begin, hansa, play_on, quiet

from csto_game.model.command import Command
from csto_game.model.refusal import GameError, Refusal
from csto_game.rules import fingerprint
from csto_game.session.comparison import compare
from csto_game.session.header import header_text
from csto_game.session.iron import proof
from csto_game.session.match import Match
from csto_game.session.replay import load
from csto_game.session.save import read_save
from csto_game.session.timeline import branch, timeline


def do(match: Match, words: str) -> None:
    command = match.parse(words)
    assert isinstance(command, Command), command
    assert not isinstance(match.submit(command), Refusal)


@pytest.fixture
def played(tmp_path: Path) -> Match:
    match = begin(tmp_path)
    match.run()
    do(match, "feast HAM")
    play_on(match, turns=4)
    return match


def test_any_past_turn_opens_as_a_line_and_the_old_one_stays(played: Match) -> None:
    assert played.path
    before = played.path.read_bytes()
    for turn in range(1, played.turn + 1):
        other = branch(played, f"from_{turn}", turn)
        assert other.turn == turn
        assert fingerprint(other.table.state) == fingerprint(played.table.log.opening(turn))  # type: ignore[arg-type]  # it was
        play_on(other, turns=1)
        assert other.path
        assert load(other.path, lambda _: hansa()).difference is None
    assert played.path.read_bytes() == before


def test_line_from_this_moment_holds_everything_up_to_it(played: Match) -> None:
    other = branch(played, "now")
    assert other.path
    assert fingerprint(other.table.state) == fingerprint(played.table.state)
    assert load(other.path, lambda _: hansa()).table.state == played.table.state
    again = Match.resume(other.path, lambda _: hansa())
    play_on(again, turns=1)
    assert load(other.path, lambda _: hansa()).difference is None


def test_line_after_an_undo_is_the_same_moment(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    do(match, "lend RIG 10")
    match.undo()
    play_on(match, turns=2)
    for turn in (1, 2):
        other = branch(match, f"line{turn}", turn)
        assert other.path
        assert load(other.path, lambda _: hansa()).difference is None


def test_save_names_its_parent_and_the_turn(played: Match) -> None:
    other = branch(played, "calm", 2)
    assert other.path
    assert read_save(other.path).header.parent == f"{played.path.stem if played.path else ''} 2"
    third = branch(other, "calmer", 1)
    assert third.path
    found = timeline(third.path)
    assert [(line.name, line.depth) for line in found] == [
        ("hansa-lub-1", 0),
        ("calm", 1),
        ("calmer", 2),
    ]
    assert [line.left for line in found] == [0, 2, 1]
    assert [line.is_here for line in found] == [False, False, True]


def test_other_games_and_broken_files_are_not_in_the_timeline(played: Match) -> None:
    assert played.path
    begin(played.path.parent, seed=4)
    (played.path.parent / "broken.csto").write_text("csto save 1\n", encoding="utf-8")
    assert [line.name for line in timeline(played.path)] == ["hansa-lub-1"]


def test_line_whose_parent_is_gone_still_stands(played: Match) -> None:
    other = branch(played, "calm", 2)
    assert played.path
    assert other.path
    played.path.unlink()
    assert [line.name for line in timeline(other.path)] == ["calm"]


def test_taken_name_unknown_turn_and_bad_name_are_refused(played: Match) -> None:
    branch(played, "calm", 2)
    for name, turn in (("calm", 2), ("new", 99), ("new", 0), ("../out", 1)):
        with pytest.raises(GameError):
            branch(played, name, turn)


def test_branch_without_a_save_has_none(tmp_path: Path) -> None:
    match = quiet(None)
    play_on(match, turns=2)
    other = branch(match, "calm", 1)
    assert other.path is None
    assert other.turn == 1


def test_undo_and_branch_take_a_tenth_of_a_second_at_most(played: Match) -> None:
    begun = time.process_time()
    branch(played, "quick", 2)
    assert time.process_time() - begun < 0.1
    other = quiet(None)
    other.run()
    do(other, "lend RIG 10")
    begun = time.process_time()
    assert not isinstance(other.undo(), Refusal)
    assert time.process_time() - begun < 0.1


# ── comparing ──


def test_lines_compare_from_where_they_part(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play_on(match, turns=2)
    other = branch(match, "feast")
    do(other, "feast HAM")
    for one in (match, other):
        play_on(one, turns=2)
    assert other.path
    found = compare(match, other.path)
    assert (found.here, found.there) == ("hansa-lub-1", "feast")
    assert found.turn == 3
    assert (found.did_here, found.did_there) == ("LUB: end", "LUB: feast HAM")
    assert found.at == 5
    assert "LUB.silver" in {row.path for row in found.numbers}
    assert any("Feast" in text or "feast" in text for text in found.only_there)
    assert [turn for turn, _, _ in found.points] == [3, 4, 5]
    assert match.path
    back = compare(other, match.path)
    assert (back.did_here, back.did_there) == (found.did_there, found.did_here)
    assert back.only_here == found.only_there
    assert [(r.path, r.there, r.here) for r in back.numbers] == [
        (r.path, r.here, r.there) for r in found.numbers
    ]


def test_same_line_does_not_differ(played: Match) -> None:
    other = branch(played, "twin")
    assert other.path
    found = compare(played, other.path)
    assert (found.did_here, found.did_there, found.numbers) == ("", "", ())
    assert found.only_here == found.only_there == ()


def test_another_game_is_not_compared(played: Match) -> None:
    assert played.path
    other = begin(played.path.parent, seed=9)
    assert other.path
    with pytest.raises(GameError, match="another game"):
        compare(played, other.path)


# ── iron ──


def iron(folder: Path) -> Match:
    return Match.new(hansa(), {"LUB": "human"}, 3, folder=folder, name="iron", iron=True)


def test_iron_game_has_one_line_and_is_proved_untouched(tmp_path: Path) -> None:
    match = iron(tmp_path)
    match.run()
    do(match, "lend RIG 10")
    assert not isinstance(match.undo(), Refusal)
    play_on(match, turns=2)
    with pytest.raises(GameError, match="iron"):
        branch(match, "other", 1)
    assert match.path
    found = proof(load(match.path, lambda _: hansa()))
    assert (found.is_iron, found.untouched) == (True, True)


def test_hand_on_an_iron_game_shows(tmp_path: Path) -> None:
    match = iron(tmp_path)
    play_on(match, turns=2)
    assert match.path
    good = match.path.read_text(encoding="utf-8")
    header = read_save(match.path).header
    for changed in (evolve(header, difficulty="calm_sea"), evolve(header, parent="x 2")):
        match.path.write_text(header_text(changed) + good.partition("---\n")[2], encoding="utf-8")
        try:
            assert not proof(load(match.path, lambda _: hansa())).untouched
        except GameError:
            continue
    match.path.write_text(good.replace("LUB: end", "LUB: feast HAM; end", 1), encoding="utf-8")
    assert not proof(load(match.path, lambda _: hansa())).untouched


def test_usual_game_cannot_be_declared_iron(played: Match) -> None:
    assert played.path
    text = played.path.read_text(encoding="utf-8")
    for seal in ("yes", "0" * 16):
        played.path.write_text(text.replace("start:", f"iron: {seal}\nstart:"), encoding="utf-8")
        found = proof(load(played.path, lambda _: hansa()))
        assert (found.is_iron, found.untouched) == (True, False)
