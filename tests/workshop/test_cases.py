"""`csto test`: scripts are read with their places, played, and explained where they fail."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest
from tests.hansa import HANSA, hansa

from csto_game.cli.main import main
from csto_game.content.page import Page
from csto_game.content.problem import Report
from csto_game.workshop.testing.case import Case, Outcome
from csto_game.workshop.testing.odds import leaves, may_fail
from csto_game.workshop.testing.read import Cases, cases_of
from csto_game.workshop.testing.report import lines
from csto_game.workshop.testing.run import kinds_of, run_case
from csto_game.workshop.testing.world import book_of


def read(play: str, more: str = "") -> Cases:
    text = f"[test.one]\n{more}\nplay = '''\n{play}\n'''\n"
    return cases_of((Page("tests/one.toml", text),), hansa().scenario, Report())


def case(play: str, more: str = "") -> Case:
    found = read(play, more)
    assert [p.message for p in found.problems if p.severity == "error"] == []
    return found.cases[0]


def run(play: str, more: str = "") -> Outcome:
    one = case(play, more)
    return run_case(book_of(hansa().scenario, [one]), one)


def said(play: str) -> str:
    return "\n".join(lines(run(play)))


@pytest.mark.parametrize(
    "play",
    [
        "LUB: feast HAM\nexpect HAM.LUB.esteem = 61\nrefused LUB: feast HAM\nend\nexpect world.turn = 2",
        "RIG: feast HAM\nLUB: feast HAM\nexpect HAM.LUB.esteem >= HAM.RIG.esteem",
        "do set HAM.sulky\nexpect HAM has sulky and since(HAM.sulky) = 0",
        'do LUB.silver = 90  because "found # under a floor"  # says nothing\nexpect LUB.silver = 90',
        "do start incident.guilds for LUB\nLUB: option pay\nexpect happened(incident.guilds.option.pay, LUB) = 1",
        "expect world.turn = 1 and\n   world.year = 1390",
        "LUB: table bind\nLUB: vote yes\nHAM: vote yes\nRIG: vote yes\nend\nexpect happened(motion.bind) = 1",
        "refused LUB: vote yes",
        "LUB: table bind\nrefused DNK: vote yes",
        "end 7\nexpect world.turns_left = 0",
    ],
)  # fmt: skip
def test_what_holds_holds(play: str) -> None:
    assert run(play).passed, said(play)


@pytest.mark.parametrize(
    "play, part",
    [
        ("LUB: feast HAM\nexpect HAM.LUB.esteem = 99", "HAM.LUB.esteem is 61"),
        ("LUB: feast HAM\nexpect HAM.LUB.esteem = 99", "up 6"),
        ("expect world.turn = 1 and LUB has blood", "does not hold: LUB has blood"),
        ("LUB: feats HAM", "did you mean “feast”?"),
        ("refused LUB: feats HAM", "did you mean “feast”?"),
        ("refused LUB: feast HAM", "was not refused"),
        ("end 40\nexpect world.turn = 1", "the game is over"),
        ("LUB: option guilds guard", "No card"),
        ("expect alliance.passing = p67", "alliance.passing is majority"),
        ("expect alliance.alderman = DNK", "alliance.alderman is"),
    ],
)
def test_what_fails_says_why(play: str, part: str) -> None:
    assert not run(play).passed
    assert part in said(play)


@pytest.mark.parametrize(
    "play, place, message",
    [
        ("LUBB: feast HAM", (4, 1), 'there is no country or power "LUBB"'),
        ("foo", (4, 1), "this is no line of a test"),
        ("do LUB.silverr + 1", (4, 8), 'there is no stat "silverr"'),
        ("end 0", (4, 5), "end takes a number of turns"),
        ("expect LUB.silver", (4, 8), "not a yes or no"),
        ("do self.silver + 1", (4, 4), "self"),
        ("expect", (4, 1), "expect says nothing"),
    ],
)
def test_mistakes_have_places(play: str, place: tuple[int, int], message: str) -> None:
    problem = read(play).problems[0]
    assert (problem.line, problem.column) == place
    assert message in problem.message


def test_seeds_and_percent_belong_together() -> None:
    assert read("end", "seeds = 5").errors == 1
    assert read("end", 'percent = "1..2"').errors == 1


def test_share_of_games_is_counted() -> None:
    play = "do LUB.murmur = 60\ndo start incident.guilds for LUB\nLUB: option guard\nexpect LUB has blood"
    outcome = run(play, 'seeds  = 200\npercent = "35..65"')
    assert outcome.games == 200
    assert outcome.passed
    assert outcome.failure


def test_interval_too_narrow_for_chance_is_told() -> None:
    found = read("end", 'seeds = 600\npercent = "25..35"')
    assert [(p.severity, p.code) for p in found.problems] == [("warning", "narrow")]
    assert not read("end", 'seeds = 1500\npercent = "25..35"').problems
    assert not read("end", 'seeds = 600\npercent = "25..35"\nquiet = ["narrow"]').problems


def test_luck_is_reckoned() -> None:
    assert leaves(10, (0, 100), 0.5) < 1e-9
    assert abs(leaves(2, (100, 100), 0.5) - 0.75) < 1e-9
    assert not may_fail(10, (0, 5))


def test_seats_named_in_play_are_scripted() -> None:
    one = case("LUB: feast HAM", 'seats = { others = "random" }')
    kinds = kinds_of(hansa(), one)
    assert kinds["LUB"] == "idle"
    assert kinds["HAM"] == "random"


def test_the_package_passes_its_tests(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(HANSA)]) == 0
    assert "1 of 1 tests hold." in capsys.readouterr().out


def test_exit_codes_and_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in HANSA.glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "tests").mkdir()
    test = tmp_path / "tests" / "a.toml"
    test.write_text("[test.a]\nplay = 'expect world.turn = 2'\n", encoding="utf-8")
    assert main(["test", str(tmp_path), "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is False
    assert document["tests"][0]["failure"]["line"] == 2
    test.write_text("[test.a]\nplay = 'nonsense'\n", encoding="utf-8")
    assert main(["test", str(tmp_path)]) == 2


MOD = """\
[package]
id      = "salt"
kind    = "mod"
format  = 1
version = "1.0.0"
name    = "Salt"
extends = ["hansa"]

[change.verb.feast]
name = "Salt for {target.name}"

[add.verb.feast]
do = "self.murmur - 1"
"""


def test_a_mods_tests_run_on_base_and_mod_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copytree(HANSA, tmp_path / "hansa")
    (tmp_path / "salt" / "tests").mkdir(parents=True)
    (tmp_path / "salt" / "scenario.toml").write_text(MOD, encoding="utf-8")
    test = "[test.salted]\nplay = '''\nLUB: feast HAM\nexpect LUB.murmur = 24\n'''\n"
    (tmp_path / "salt" / "tests" / "a.toml").write_text(test, encoding="utf-8")
    assert main(["test", str(tmp_path / "salt")]) == 0
    out = capsys.readouterr().out
    assert "holds  salted" in out
    assert "feasts_warm_both" not in out


def test_tests_in_a_zip_file_are_run(tmp_path: Path) -> None:
    file = tmp_path / "hansa.zip"
    assert main(["pack", str(HANSA), "--to", str(file)]) == 0
    assert main(["test", str(file)]) == 0


def test_check_looks_at_tests_but_does_not_run_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copytree(HANSA, tmp_path / "hansa")
    test = tmp_path / "hansa" / "tests" / "more.toml"
    test.write_text("[test.a]\nplay = 'expect world.turn = 5'\n", encoding="utf-8")
    assert main(["check", "--strict", str(tmp_path / "hansa")]) == 0
    test.write_text("[test.a]\nseeds = 9\npercent = '30..31'\nplay = 'end'\n", encoding="utf-8")
    assert main(["check", "--strict", str(tmp_path / "hansa")]) == 1
    test.write_text("[test.a]\nplay = 'ned'\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "hansa")]) == 2
    assert "tests/more.toml:2:9: error" in capsys.readouterr().err
