"""Several persons at one machine: a curtain between them, each told what happened to it."""

from __future__ import annotations

import io
from pathlib import Path

from tests.hansa import begin, play_on

from csto_game import plain
from csto_game.plain.telling import SCREEN
from csto_game.session.match import Match


def play(match: Match, text: str, *, only: str = "") -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    assert plain.play(match, io.StringIO(text), out, err, jobs=0, only=only) == 0
    return out.getvalue(), err.getvalue()


def two(folder: Path | None = None) -> Match:
    return begin(folder, LUB="human", HAM="human")


def test_curtain_falls_between_persons_and_hides_what_was_shown() -> None:
    out, _ = play(two(), "\nlook LUB\nend\n\nlook HAM\nend\n")
    first, curtain, rest = out.partition("press Enter, Hamburg.")
    assert curtain
    assert first.rstrip("\n").split("\n")[-1].startswith("It is the turn of Hamburg.")
    assert "\n" * SCREEN in first
    assert "You are" not in rest.split("\n")[0]


def test_alone_there_is_no_curtain() -> None:
    out, _ = play(begin(None), "end\nend\n")
    assert "press Enter" not in out


def test_lines_behind_the_curtain_are_no_commands() -> None:
    match = two()
    out, err = play(match, "end\n")
    assert "press Enter, Lübeck" in out
    assert err == ""
    assert match.waiting_for == "LUB"
    assert match.table.state.ended == ()


def test_each_person_gets_the_report_of_the_turn() -> None:
    lines = []
    for _ in range(12):
        lines += ["", "end", "vote abstain"]
    out, _ = play(two(), "\n".join(lines) + "\n")
    parts = out.split("press Enter, ")
    for name in ("Lübeck", "Hamburg"):
        mine = [part for part in parts if part.startswith(name)]
        assert any("Report, " in part for part in mine[1:]), name


def test_end_of_input_at_the_curtain_leaves_and_saves(tmp_path: Path) -> None:
    match = two(tmp_path)
    out, _ = play(match, "\nend\n")
    assert out.endswith("Saved as hansa-lub-ham-1.\n")


def test_by_mail_nothing_of_others_is_shown() -> None:
    match = two()
    match.run()
    out, _ = play(match, "end\nlook\n", only="LUB")
    assert "It is the turn of Hamburg now." in out
    assert "Hamburg (HAM)" not in out
    assert match.waiting_for == "HAM"


def test_at_the_end_everybody_at_the_machine_is_told_what_came_of_it() -> None:
    match = two()
    play_on(match)
    assert match.over
    out, err = play(match, "debrief HAM\ndebrief zzz\n")
    told = [line for line in out.splitlines() if line.startswith("Debrief:")]
    roles = {code: actor.name for code, actor in match.book.scenario.actors.items()}
    roles |= {role.plays: role.name for role in match.book.scenario.roles.values()}
    assert len(told) == 3
    for line, seat in zip(told, ("LUB", "HAM", "HAM"), strict=True):
        assert roles[seat] in line
    assert "There is no seat zzz" in err


def test_by_mail_only_who_opened_the_file_is_told() -> None:
    match = two()
    play_on(match)
    out, _ = play(match, "", only="HAM")
    assert out.count("Debrief:") <= 1
