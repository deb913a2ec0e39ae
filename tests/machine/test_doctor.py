"""The doctor's findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from csto_game import places
from csto_game.machine.choosing import Asked, choose
from csto_game.machine.doctor import examine, report, worst
from csto_game.machine.finding import Finding, Here
from csto_game.machine.settings import USUAL
from csto_game.machine.settled import read_settings
from csto_game.places import Home


@pytest.fixture
def here(tmp_path: Path) -> Here:
    home = Home(*(tmp_path / name for name in ("saves", "settings", "packages", "cache")))
    environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    chosen = choose(read_settings(home.settings).settings, Asked(environment=environment))
    shelves = (places.scenarios(), places.mods(), home.packages)
    return Here(home, shelves, environment, "utf-8", (80, 24), chosen=chosen)


def find(here: Here, name: str) -> Finding:
    return next(one for one in examine(here) if one.name == f"doctor.{name}")


def test_a_sound_machine_has_nothing_to_complain_of(here: Here) -> None:
    findings = examine(here)
    assert worst(findings) == "ok", report(findings)
    assert len({finding.name for finding in findings}) == len(findings)


def test_a_broken_world_is_named_with_file_line_and_column(here: Here) -> None:
    folder = here.home.packages / "torn"
    folder.mkdir(parents=True)
    (folder / "scenario.toml").write_text('[package]\nid = "torn"\nformat = 1\nnam = "Torn"\n')
    found = find(here, "scenarios")
    assert found.state == "note"
    assert found.details[0] == "torn:"
    assert any("scenario.toml:4:1" in line for line in found.details)


def test_a_broken_mod_is_named(here: Here) -> None:
    folder = here.home.packages / "bad_mod"
    folder.mkdir(parents=True)
    text = '[package]\nid = "bad_mod"\nkind = "mod"\nformat = 1\nname = "Bad"\nversion = "1.0.0"\n'
    text += 'extends = ["tashkent_1992"]\n[change.country.XXX]\nname = "None"\n'
    (folder / "scenario.toml").write_text(text)
    found = find(here, "mods")
    assert found.state == "note"
    assert found.details[0] == "bad_mod:"


def test_the_cache_is_told_with_its_place_and_size(here: Here) -> None:
    folder = here.home.cache / "worlds"
    assert find(here, "cache").text == f"{folder}: none"
    folder.mkdir(parents=True)
    for name in ("a.world", "b.world"):
        (folder / name).write_bytes(bytes(1500))
    assert f"{folder}: 2, 3 kB" in find(here, "cache").text
    assert find(here, "cache").state == "ok"


def test_the_doctor_reads_worlds_and_keeps_none(here: Here) -> None:
    examine(here)
    assert not here.home.cache.exists()


def test_no_world_at_all_is_bad(here: Here) -> None:
    bare = evolve(here, shelves=(here.home.packages,))
    assert find(bare, "scenarios").state == "bad"
    assert worst(examine(bare)) == "bad"


def test_saves_that_cannot_be_written_are_bad(here: Here) -> None:
    here.home.saves.write_text("a file in the way")
    assert find(here, "saves").state == "bad"


def test_mistakes_of_settings_are_shown_in_full(here: Here) -> None:
    here.home.settings.mkdir()
    (here.home.settings / "settings.toml").write_text('teme = "dark"\n')
    found = find(evolve(here, settled=read_settings(here.home.settings)), "settings")
    assert found.state == "note"
    assert "settings.toml:1:1" in found.details[0]


@pytest.mark.parametrize(
    "environment,name,state",
    [
        ({"TERM": "linux"}, "letters", "ok"),
        ({"TERM": "xterm", "LANG": "C"}, "letters", "note"),
        ({"TERM": "screen", "TMUX": "tmux,1,0"}, "multiplexer", "note"),
        ({"TERM": "tmux-256color", "TMUX": "x"}, "multiplexer", "ok"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "colours", "ok"),
        ({"TERM": "dumb"}, "terminal", "note"),
    ],
)
def test_the_terminal_by_its_environment(
    here: Here, environment: dict[str, str], name: str, state: str
) -> None:
    chosen = choose(here.settled.settings, Asked(environment=environment))
    assert find(evolve(here, environment=environment, chosen=chosen), name).state == state


def test_a_window_too_small_is_told(here: Here) -> None:
    assert find(evolve(here, size=(60, 18)), "size").state == "note"


@pytest.mark.parametrize("measured, says_so", [(None, True), (1, False), (2, False)])
def test_where_the_terminal_does_not_say_its_widths_the_cure_is_named(
    here: Here, measured: int | None, says_so: bool
) -> None:
    asked = Asked(environment={"TERM": "xterm", "LANG": "C.UTF-8"}, measured=measured)
    found = find(evolve(here, chosen=choose(USUAL, asked)), "ambiguous")
    assert ("two cells" in found.text) == says_so
    assert found.state == ("note" if measured == 2 else "ok")
