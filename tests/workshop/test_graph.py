"""`csto graph`: threads are found, drawn without overlap, and names cannot break the drawing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.hansa import HANSA, hansa

from csto_game.cli.main import main
from csto_game.content.load import load
from csto_game.workshop.graph.layers import groups, places
from csto_game.workshop.graph.mermaid import write_mermaid
from csto_game.workshop.graph.svg import write_svg
from csto_game.workshop.graph.text import write_text
from csto_game.workshop.graph.threads import Thread, around, ends, threads


@cache
def found() -> tuple[Thread, ...]:
    return threads(hansa().scenario)


def test_what_an_organ_asks_is_a_thread(tmp_path: Path) -> None:
    text = (
        '[package]\nid = "t"\nformat = 1\nversion = "1.0.0"\nname = "T"\n'
        '[clock]\nyear = 1\nsteps = ["year"]\n'
        '[charter.organ.diet]\nname = "Diet"\nseats = "member"\nwhen = "alliance has met"\n'
        '[rule.meet]\ndo = "set alliance.met"\n'
    )
    (tmp_path / "scenario.toml").write_text(text, encoding="utf-8")
    scenario = load(tmp_path).scenario
    assert scenario
    asked = Thread("flag.alliance.met", "reads", "charter.organ.diet", "charter.organ.diet")
    assert asked in threads(scenario)


def tie(begin: str, end: str) -> Thread:
    return Thread(begin, "starts", end, begin)


@pytest.mark.parametrize(
    "begin, how, end, part",
    [
        ("incident.guilds", "starts", "incident.funeral", "incident.guilds.option.guard.outcome.blood"),
        ("incident.guilds", "sets", "flag.actor.blood", "incident.guilds.option.guard.outcome.blood"),
        ("incident.funeral", "clears", "flag.actor.blood", "incident.funeral.option.kneel"),
        ("flag.actor.blood", "reads", "incident.funeral", "incident.funeral.option.banish"),
        ("verb.press", "raises", "crisis.blockade", "verb.press"),
        ("incident.pirates", "starts", "motion.hunt", "incident.pirates.option.council"),
    ],
)  # fmt: skip
def test_threads_are_found(begin: str, how: str, end: str, part: str) -> None:
    assert Thread(begin, how, end, part) in found()


def test_setting_is_not_reading() -> None:
    assert not [t for t in found() if t.how == "reads" and t.end == "incident.guilds"]


def test_near_threads_can_be_picked() -> None:
    near = around(found(), "incident.funeral", steps=1)
    assert set(ends(near)) == {"incident.funeral", "incident.guilds", "flag.actor.blood"}


def test_text_names_everything_once() -> None:
    rows = write_text(found()).splitlines()
    heads = [row for row in rows if not row.startswith(" ")]
    assert sorted(heads) == sorted(ends(found()))


def test_no_two_things_stand_in_one_place() -> None:
    placed = places(found())
    assert len(set(placed.values())) == len(placed) == len(ends(found()))


def test_what_leads_somewhere_stands_left_of_it_unless_in_a_circle() -> None:
    placed = places((tie("a", "b"), tie("b", "c"), tie("a", "c"), tie("c", "a")))
    assert [placed[end][0] for end in "abc"] == [0, 1, 2]


def test_long_chains_and_circles_are_drawn() -> None:
    chain = tuple(tie(f"x{n}", f"x{(n + 1) % 3000}") for n in range(3000))
    assert len(places(chain)) == 3000
    assert len(groups(chain)) == 1


def test_drawings_are_well_formed() -> None:
    root = ET.fromstring(write_svg(found()))  # noqa: S314  # our own text
    boxes = [e for e in root.iter() if e.tag.endswith("rect")]
    assert len(boxes) == len(ends(found()))
    hostile = write_svg((tie('a"><script>', "b&c"),))
    assert "<script>" not in hostile
    ET.fromstring(hostile)  # noqa: S314  # the same
    assert '"a"]' not in write_mermaid((tie('a"]; x', "b"),))


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(HANSA), "--format", "mermaid"]) == 0
    assert capsys.readouterr().out.startswith("flowchart LR\n")
    file = tmp_path / "a.svg"
    assert main(["graph", str(HANSA), "--format", "svg", "--to", str(file)]) == 0
    assert file.read_text(encoding="utf-8").startswith("<svg")
    assert main(["graph", str(HANSA), "--around", "incident.guild"]) == 2
    assert "incident.guilds" in capsys.readouterr().err
