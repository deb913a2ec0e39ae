"""Making ready: what is imported before the first frame, what the terminal is asked, who has the last word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.test_pty import COLOR, terminal

HEAVY = (
    # Our own: what a game, its rules and its scenarios need.
    "csto_game.content",
    "csto_game.lab",
    "csto_game.plain",
    "csto_game.players",
    "csto_game.rules",
    "csto_game.session",
    "csto_game.workshop",
    "csto_game.cli.crash",
    "csto_game.cli.seating",
    "csto_game.machine.doctor",
    "csto_game.machine.finding",
    "csto_game.machine.own_file",
    "csto_game.model.command",
    "csto_game.model.scenario",
    "csto_game.model.tree",
    "csto_game.model.view",
    "csto_game.ui.atlas",
    "csto_game.ui.coaching",
    "csto_game.ui.draw.campaign",
    "csto_game.ui.map.asset",
    "csto_game.ui.map.compose",
    "csto_game.ui.mapping",
    "csto_game.ui.offers",
    "csto_game.ui.shelf",
    "csto_game.ui.sitting",
    # Others': what the game uses later, or not on the screen.
    "argcomplete",
    "cattrs",
    "hashlib",
    "multiprocessing",
    "tomllib",
    "zipfile",
)
"""Packages and modules without which the title is painted. Each costs a start time, and memory for good."""
MOST_MODULES = 90
"""Of our own, on the first frame."""
FIRST_FRAME = """
import sys
from csto_game.ui.app import CstoApp

def ready(app):
    modules.extend(sys.modules)
    app.exit(0)

modules = []
CstoApp.on_ready = ready
from csto_game.cli import main
main(["--home", sys.argv[1], "play"])
print(*modules)
"""


def test_the_first_frame_needs_no_game(tmp_path: Path) -> None:
    """Nor the strict reader of the player's own files, when they are sound."""
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.toml").write_text('plain = false\ntheme = "dark"\n')
    driver = "textual.drivers.headless_driver:HeadlessDriver"
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"TEXTUAL_DRIVER": driver},
    )
    loaded = done.stdout.split()
    assert "csto_game.ui.draw.title" in loaded, "the title was painted"
    heavy = [
        one for one in loaded if any(one == name or one.startswith(f"{name}.") for name in HEAVY)
    ]
    assert not heavy
    assert sum(one.startswith("csto_game.") for one in loaded) < MOST_MODULES


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
