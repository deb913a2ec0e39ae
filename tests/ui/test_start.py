"""Making ready: what is imported before the first frame, what the terminal is asked, who has the last word."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.ui.test_pty import COLOR, terminal

HEAVY = ("csto_game.rules", "csto_game.content", "csto_game.model.scenario", "csto_game.ui.mapping")


def test_the_title_needs_no_rules() -> None:
    code = "import sys, csto_game.ui.start, csto_game.ui.app, csto_game.ui.screens.title as t\n"
    code += "print(*[name for name in sys.modules if name.startswith('csto_game')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & set(HEAVY)


def test_a_terminal_with_wide_signs_is_asked_and_believed(tmp_path: Path) -> None:
    with terminal(tmp_path) as line:
        line.hear(b"\x1b[6n")
        line.press(b"\x1b[1;3R")
        line.see("C S T O")
        line.press(b"d")
        line.see("cells: 2 (measured)")


def test_what_is_settled_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.toml").write_text('ambiguous = "narrow"\n')
    with terminal(tmp_path) as line:
        line.hear(b"New game")
        assert b"\x1b[6n" not in line.heard


def test_the_command_line_wins_over_no_color_and_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.toml").write_text('color = "none"\nmouse = false\n')
    with terminal(tmp_path, NO_COLOR="1") as line:
        line.hear(b"New game")
        assert not COLOR.findall(line.heard)
        assert b"\x1b[?1003h" not in line.heard, "the mouse is left to the terminal"
    with terminal(tmp_path, "--color", "256", NO_COLOR="1") as line:
        line.hear(b"New game")
        assert b"38;5;" in line.heard


def test_the_mouse_is_switched_while_the_game_runs(tmp_path: Path) -> None:
    with terminal(tmp_path) as line:
        line.hear(b"New game")
        assert b"\x1b[?1003h" in line.heard
        line.press(b"s")
        line.see("ambiguous width")
        line.press(b"\x1b[B" * 5)
        line.see("mouse")
        line.press(b"\x1b[C")
        line.hear(b"\x1b[?1003l")
        line.see("mouse: off")
        line.press(b"\x1b[C")
        line.hear(b"\x1b[?1003h")


def test_depth_grows_while_the_game_runs(tmp_path: Path) -> None:
    with terminal(tmp_path, TERM="xterm") as line:
        line.hear(b"New game")
        assert b"38;2;" not in line.heard
        line.press(b"s")
        line.see("ambiguous width")
        line.press(b"\x1b[B\x1b[C")
        line.hear(b"38;2;")


def test_the_language_of_the_settings_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.toml").write_text('language = "ru"\n')
    with terminal(tmp_path) as line:
        line.see("Настройки")
    with terminal(tmp_path, CSTO_LANG="en") as line:
        line.see("Settings")
