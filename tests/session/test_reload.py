"""Files that change while a world is played: the game is played again on them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.hansa import play_on

from csto_game.model.refusal import GameError
from csto_game.rules import Book, fingerprint
from csto_game.session.anew import lines_of
from csto_game.session.asked import ask
from csto_game.session.comparison import compare
from csto_game.session.match import Match
from csto_game.session.reload import Watch, reload
from csto_game.session.replay import load, replay
from csto_game.session.save import read_save
from csto_game.session.timeline import branch, timeline
from csto_game.session.workbench import Workbench, said_in
from csto_game.session.worlds import finder, open_world

HANSA = Path(__file__).parents[1] / "worlds" / "hansa"


@pytest.fixture
def world(tmp_path: Path) -> Path:
    folder = tmp_path / "hansa"
    shutil.copytree(HANSA, folder)
    return folder


@pytest.fixture
def match(world: Path, tmp_path: Path) -> Match:
    """A game of which two turns were played with everybody's programs, Lübeck a person's."""
    opened = open_world(str(world), ())
    made = Match.new(
        opened.book,
        {"LUB": "human"},
        5,
        folder=tmp_path / "saves",
        place=opened.place,
        name="first",
    )
    play_on(made, turns=2)
    return made


def book_of(world: Path) -> Book:
    return open_world(str(world), ()).book


def change_start(world: Path) -> Path:
    cities = world / "cities.toml"
    lines = cities.read_text().splitlines()
    start = next(n for n, line in enumerate(lines) if line.endswith(".start]"))
    name = lines[start + 1].partition("=")[0]
    lines[start + 1] = f"{name}= 1"
    cities.write_text("\n".join(lines))
    return cities


def verified(match: Match) -> None:
    """The save plays again, move for move, to where the match is."""
    assert match.path
    again = load(match.path, finder(()))
    assert again.difference is None
    assert fingerprint(again.table.state) == fingerprint(match.table.state)


# ── watching and playing again ──


def test_watch_sees_what_is_new_changed_and_gone(world: Path) -> None:
    watch = Watch((world,))
    assert watch.changed() == ()
    (world / "new.toml").write_text("")
    (world / "notes.txt").write_text("no file of the world")
    cities = change_start(world)
    assert watch.changed() == (cities, world / "new.toml")
    (world / "new.toml").unlink()
    assert watch.changed() == (world / "new.toml",)
    assert watch.changed() == ()


def test_same_files_give_the_same_game_and_the_same_save(match: Match, world: Path) -> None:
    said = said_in(match)
    again = reload(match.table, book_of(world), match.header, said)
    assert again.is_same(match.table)
    assert (again.said, again.refused, again.moved, again.filled) == (said, (), (), 0)
    assert match.path
    states = [step.state for step in again.table.log.steps]
    written = [line for line in lines_of(match.book, match.header, states, said) if line[0] != "#"]
    there = [str(move) for move in read_save(match.path).moves]
    assert [line.rpartition("# ")[2] for line in written][-1] == there[-1].rpartition("# ")[2]


def test_changed_number_moves_the_game_into_a_save_of_its_own(match: Match, world: Path) -> None:
    bench = Workbench.of(match, ())
    assert bench.renew(match) is None
    assert match.path
    before = match.path.read_bytes()
    cities = change_start(world)
    found = bench.renew(match)
    assert found
    assert found.files == (cities,)
    assert found.again
    sizes = [abs(new - old) for _, old, new in found.again.moved]
    assert sizes == sorted(sizes, reverse=True)
    assert found.match.turn == match.turn
    assert found.match.header.touched == ("reload",)
    assert found.match.path != match.path
    assert match.path.read_bytes() == before
    verified(found.match)
    play_on(found.match, turns=1)
    verified(found.match)


def test_second_change_writes_over_the_touched_save(match: Match, world: Path) -> None:
    bench = Workbench.of(match, ())
    cities = change_start(world)
    first = bench.renew(match)
    cities.write_text(cities.read_text().replace("= 1\n", "= 2\n", 1))
    assert first
    second = bench.renew(first.match)
    assert second
    assert second.match.path == first.match.path
    assert second.match.header.parent == first.match.header.parent
    verified(second.match)


def test_only_texts_leave_the_save_alone(match: Match, world: Path) -> None:
    bench = Workbench.of(match, ())
    (world / "cities.toml").write_text("# a word\n" + (world / "cities.toml").read_text())
    found = bench.renew(match)
    assert found
    assert found.is_same
    assert (found.match.path, found.match.header) == (match.path, match.header)
    play_on(found.match, turns=1)
    verified(found.match)


def test_mistake_leaves_the_game_on_its_rules(match: Match, world: Path) -> None:
    bench = Workbench.of(match, ())
    (world / "bad.toml").write_text("[verb.x]\nby = 'nobodyy'\n")
    found = bench.renew(match)
    assert found
    assert found.problems
    assert found.match is match


def test_verb_that_is_shut_is_refused_and_the_rest_goes_on(match: Match, world: Path) -> None:
    verb = next(
        words.split()[0]
        for _, words in said_in(match)
        if words.split()[0] in match.book.scenario.verbs
    )
    bench = Workbench.of(match, ())
    (world / "shut.toml").write_text(f"[verb.{verb}]\n")
    assert (found := bench.renew(match))
    assert found.problems, "a thing is written once"
    (world / "shut.toml").unlink()
    verbs = world / "verbs.toml"
    rows = verbs.read_text().split("\n")
    begin = rows.index(f"[verb.{verb}]")
    own = next(n for n, row in enumerate(rows[begin:], begin) if row.startswith("by "))
    rows[own] = 'by = "member where self.silver > 99999"'
    verbs.write_text("\n".join(rows))
    found = bench.renew(match)
    assert found
    assert found.again
    assert any(words.split()[0] == verb for (_, words), _ in found.again.refused)
    assert found.match.turn == match.turn
    verified(found.match)


# ── the console ──


def test_question_has_a_value_and_parts(match: Match) -> None:
    answer = ask(match.table, "LUB", "self.silver > 3 and HAM.silver + 1 > 900")
    assert answer.value == "no"
    parts = {(depth, part): value for depth, part, value in answer.parts}
    assert parts[0, "self.silver > 3"] == "yes"
    assert parts[1, "self.silver"].isdigit()
    assert parts[0, "HAM.silver + 1 > 900"] == "no"
    assert ask(match.table, "LUB", "2 + 3").value == "5"
    assert ask(match.table, "LUB", "count(member)").value.isdigit()


def test_mistaken_question_has_the_checkers_message(match: Match) -> None:
    for text in ("self.slver > 3", "target.silver", "self has never_heard_of", "roll(1, 2)", ")"):
        assert ask(match.table, "LUB", text).problems, text


def test_effect_is_a_line_of_a_touched_save(match: Match) -> None:
    bench = Workbench.of(match, ())
    before = match.table.state
    done = bench.shake(match, 'self.silver + 7 because "found; under the bed"')
    made = bench.shake(done.match, "HAM.silver + roll(1, 9) in 1 lasting 3").match
    assert done.events[0].after - done.events[0].before == 7
    assert before == match.table.state
    assert made.header.touched == ("console",)
    assert made.path
    assert 'LUB: ! self.silver + 7 because "found; under the bed"  # ' in made.path.read_text()
    verified(made)
    assert made.undo().code == "undo/nothing"  # type: ignore[union-attr]  # a refusal
    play_on(made, turns=2)
    verified(made)
    resumed = Match.resume(made.path, finder(()))
    assert fingerprint(resumed.table.state) == fingerprint(made.table.state)


def test_effects_survive_branches_and_comparison(match: Match) -> None:
    bench = Workbench.of(match, ())
    made = bench.shake(match, "self.silver + 7").match
    made = bench.shake(made, "self.silver + 1 in 1").match
    play_on(made, turns=1)
    past = branch(made, "past", 2)
    play_on(past, turns=2)
    verified(past)
    late = branch(made, "late")
    late = bench.shake(late, "self.silver - 3").match
    play_on(late, turns=1)
    verified(late)
    assert late.path
    assert made.path
    assert {line.name for line in timeline(late.path)} >= {"first", "past", "late", made.path.stem}
    found = compare(past, late.path)
    assert "LUB.silver" in {row.path for row in found.numbers}


def test_effects_and_changed_files_together(match: Match, world: Path) -> None:
    bench = Workbench.of(match, ())
    made = bench.shake(match, "self.silver + 7").match
    change_start(world)
    found = bench.renew(made)
    assert found
    assert found.match.header.touched == ("console", "reload")
    assert found.match.path == made.path
    verified(found.match)


def test_effects_need_the_mark(match: Match) -> None:
    made = Workbench.of(match, ()).shake(match, "self.silver + 7").match
    assert made.path
    text = made.path.read_text()
    made.path.write_text(text.replace("touched: console\n", ""))
    with pytest.raises(GameError, match="touched"):
        replay(read_save(made.path), match.book)


def test_iron_game_is_not_touched(world: Path, tmp_path: Path) -> None:
    opened = open_world(str(world), ())
    iron = Match.new(
        opened.book, {"LUB": "human"}, 5, folder=tmp_path / "saves", place=opened.place, iron=True
    )
    with pytest.raises(GameError, match="iron"):
        Workbench.of(iron, ())
