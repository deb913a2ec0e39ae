"""The file of settings: read strictly, written whole, and never the end of a game."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from csto_game.content.render import render
from csto_game.machine.choosing import Asked, choose
from csto_game.machine.own_file import MOST_BYTES
from csto_game.machine.settings import CHOICES, FILE, USUAL, Settings
from csto_game.machine.settings_file import changed
from csto_game.machine.settled import change, read_settings
from csto_game.model.refusal import GameError


def written(folder: Path, text: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_no_file_is_no_complaint(tmp_path: Path) -> None:
    found = read_settings(tmp_path / "nowhere")
    assert (found.settings, found.problems) == (USUAL, ())


def test_what_is_right_counts_and_what_is_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    text = 'theme = "paper"\ncolour = "256"\nmouse = "no"\nhints = false\nlanguage = "Russian"\n'
    found = read_settings(written(tmp_path, text))
    assert found.settings == Settings(theme="paper", hints=False)
    places = [(problem.line, problem.column) for problem in found.problems]
    assert places == [(2, 1), (3, 9), (5, 12)]
    assert "try: color" in render(found.problems[0])
    assert "true, false" in render(found.problems[1])


@pytest.mark.parametrize(
    "text",
    [
        "theme = ",
        "theme = 'dark",
        b"theme = \xff",
        'theme = "dark"\ntheme = "paper"',
        'theme = "dark\x1b[31m"',
        'theme = "da\u202erk"',
        "x = " + "[" * 5000,
        "x = 1" + "0" * 9000,
        b"#" * (MOST_BYTES + 1),
        b"\x00\x01\x02",
        "[theme]\nname = 1",
        '[[theme]]\nname = 1\n[color]\n"\\u001b" = 2',
        '"\\u202e" = 1',
        f'{"k" * 3000} = "v"',
        "mouse = 1",
        "mouse = 1979-05-27",
        "difficulty = {a = {b = [1, 2]}}",
    ],
    ids=range(17),
)
def test_whatever_the_file_holds_the_game_begins(text: str | bytes, tmp_path: Path) -> None:
    found = read_settings(written(tmp_path, text))
    assert found.settings == USUAL
    assert found.problems
    for problem in found.problems:
        said = render(problem)
        assert said.replace("\n", "").isprintable()
        assert FILE in said
        assert len(said) < 1500


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert read_settings(tmp_path).problems[0].code == "own-file"
    (tmp_path / FILE).rmdir()
    os.mkfifo(tmp_path / FILE)
    assert read_settings(tmp_path).problems[0].code == "own-file"
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).symlink_to("/dev/zero")
    assert read_settings(tmp_path).problems[0].code == "own-file"
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).symlink_to(tmp_path / FILE)
    assert read_settings(tmp_path).problems[0].code == "own-file"


def test_a_change_keeps_everything_else_of_the_file(tmp_path: Path) -> None:
    text = '# mine\ncolor = "16"  # an old terminal\n\nmouse = true'
    settled = change(read_settings(written(tmp_path, text)), "color", "256")
    settled = change(settled, "hints", False)
    assert (tmp_path / FILE).read_text() == (
        '# mine\ncolor = "256"  # an old terminal\n\nmouse = true\nhints = false\n'
    )
    assert settled.settings == Settings(color="256", hints=False)
    assert not settled.problems


def test_the_first_change_makes_the_file(tmp_path: Path) -> None:
    settled = change(read_settings(tmp_path / "new"), "theme", "paper")
    assert settled.settings.theme == "paper"
    assert read_settings(tmp_path / "new").settings.theme == "paper"
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE]


@pytest.mark.parametrize("text", ["theme = ", "[theme]\na = 1\n", "theme.a = 1\n", b"\xff"])
def test_a_damaged_file_is_not_written_over(text: str | bytes, tmp_path: Path) -> None:
    settled = read_settings(written(tmp_path, text))
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(GameError, match="not written over"):
        change(settled, "theme", "paper")
    assert (tmp_path / FILE).read_bytes() == before


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = written(tmp_path / "dotfiles", 'theme = "dark"\n')
    (tmp_path / FILE).symlink_to(folder / FILE)
    change(read_settings(tmp_path), "theme", "mono")
    assert (tmp_path / FILE).is_symlink()
    assert (folder / FILE).read_text() == 'theme = "mono"\n'


@pytest.mark.parametrize("name", CHOICES)
def test_each_value_can_be_written_and_read(name: str, tmp_path: Path) -> None:
    for value in CHOICES[name]:
        settled = change(read_settings(tmp_path), name, value)
        assert getattr(settled.settings, name) == value
        assert not settled.problems


def test_a_line_goes_before_the_first_table() -> None:
    assert changed("[a]\nb = 1\n", "mouse", value=True) == "mouse = true\n[a]\nb = 1\n"


# ── who has the last word ──


def test_the_command_line_wins_then_variables_then_no_color_then_the_file() -> None:
    file = Settings(theme="paper", color="256", glyphs="basic")
    terminal = {"TERM": "xterm", "COLORTERM": "truecolor"}
    chosen = choose(file, Asked(environment=terminal))
    assert (chosen.theme, chosen.depth, chosen.glyphs) == ("paper", "256", "basic")
    assert not chosen.forced
    chosen = choose(file, Asked(environment=terminal | {"NO_COLOR": "1"}))
    assert (chosen.depth, chosen.forced) == ("none", {"color": "NO_COLOR"})
    chosen = choose(file, Asked(environment={"NO_COLOR": "1", "CSTO_COLOR": "16"}))
    assert (chosen.depth, chosen.forced) == ("16", {"color": "CSTO_COLOR"})
    flags = {"color": "true", "theme": "mono", "mouse": "off"}
    chosen = choose(file, Asked(flags, {"NO_COLOR": "1", "CSTO_COLOR": "16", "CSTO_THEME": "dark"}))
    assert (chosen.depth, chosen.theme, chosen.mouse) == ("true", "mono", False)
    assert chosen.forced == {"color": "--color", "theme": "--theme", "mouse": "--no-mouse"}


def test_without_a_word_the_terminal_decides() -> None:
    chosen = choose(USUAL, Asked(environment={"TERM": "xterm-256color", "LANG": "C"}))
    assert (chosen.theme, chosen.depth, chosen.glyphs) == ("dark", "256", "ascii")
    assert "xterm-256color" in chosen.reasons["color"]


@pytest.mark.parametrize(
    "settled,measured,cells",
    [("auto", None, 1), ("auto", 2, 2), ("narrow", 2, 1), ("wide", 1, 2), ("auto", 1, 1)],
)
def test_ambiguous_width(settled: str, measured: int | None, cells: int) -> None:
    chosen = choose(Settings(ambiguous=settled), Asked(measured=measured))
    assert chosen.ambiguous == cells
    assert chosen.glyphs == ("ascii" if cells == 2 else "full")


@pytest.mark.parametrize("name", ["theme", "color", "glyphs"])
def test_what_cannot_be_is_refused_and_names_what_can(name: str) -> None:
    with pytest.raises(GameError, match=CHOICES[name][1]):
        choose(USUAL, Asked({name: "fancy"}))
    with pytest.raises(GameError, match=f"CSTO_{name.upper()}"):
        choose(USUAL, Asked(environment={f"CSTO_{name.upper()}": "fancy"}))
