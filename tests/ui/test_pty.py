"""The program on a real terminal line: what it sends, and how it goes."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest
import tomli
from tests.hansa import HANSA

from csto_game.places import scenarios

pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

COLOR = re.compile(rb"\x1b\[[0-9;]*(?<![0-9])(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?![0-9])[0-9;]*m")
"""A sequence that chooses a color; 39 and 49, the terminal's own, are none."""


PATIENCE_S = 120.0
"""How long a busy machine may take for anything; a quiet one needs a hundredth of it."""
SIZE = (80, 24)
ENTER, ESC, DOWN = b"\r", b"\x1b", b"\x1b[B"


class Line:
    """One end of a terminal line; the program is at the other."""

    def __init__(self, descriptor: int, process: subprocess.Popen[bytes]) -> None:
        self.descriptor = descriptor
        self.process = process
        self.heard = b""
        self.screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self.screen)

    def hear(self, needle: bytes, *, seconds: float = PATIENCE_S) -> bytes:
        """Read until the program has sent `needle`; everything since the last time."""
        end = time.monotonic() + seconds
        start = len(self.heard)
        while needle not in self.heard[start:]:
            left = end - time.monotonic()
            assert left > 0, f"{needle!r} never came; last: {self.heard[-400:]!r}"
            self._listen(left)
        return self.heard[start:]

    def _listen(self, seconds: float) -> bool:
        """Whether something came in that time; it is on the screen then."""
        if not select.select([self.descriptor], [], [], seconds)[0]:
            return False
        try:
            came = os.read(self.descriptor, 65536)
        except OSError:  # how a terminal line says that nobody is left at its other end
            raise AssertionError(f"the program has ended; last: {self.shown}") from None
        self.heard += came
        self._stream.feed(came)
        return True

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def see(self, *texts: str, seconds: float = PATIENCE_S) -> str:
        """Wait until one of the texts is on the screen, and nothing more comes; which it is."""
        end = time.monotonic() + seconds
        while True:
            quiet = not self._listen(0.1)
            found = next((text for text in texts if text in self.shown), "")
            if found and quiet:
                return found
            assert time.monotonic() < end, f"none of {texts} on the screen:\n{self.shown}"

    def press(self, keys: bytes) -> None:
        os.write(self.descriptor, keys)

    def answered(self, keys: bytes) -> None:
        """Press keys and wait until the program has drawn something because of them.

        Without that, what is on the screen may still be what was there before, and be answered twice.
        """
        self.press(keys)
        assert self._listen(PATIENCE_S), f"no answer to {keys!r}:\n{self.shown}"


def order(line: Line) -> None:
    """From the campaign and back: lend silver to the first who may be lent to."""
    line.press(b"v")
    line.see("Enter gives the order")
    line.press(ENTER)
    line.see("Done: Lend silver to Hamburg")
    line.press(ESC)
    line.see("end turn")


def home_of_hansa(folder: Path) -> Path:
    """A home in whose packages the tests' second world lies."""
    shutil.copytree(HANSA, folder / "packages" / "hansa")
    return folder


@contextmanager
def terminal(
    home: Path, *arguments: str, is_first: bool = False, **environment: str
) -> Iterator[Line]:
    """`csto play` at 80×24; unless `is_first`, something was settled before, and nothing is asked."""
    if not is_first:
        (home / "settings").mkdir(exist_ok=True)
        (home / "settings" / "settings.toml").touch()
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(ours, SIZE[::-1])
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    command = [sys.executable, "-m", "csto_game", "--home", str(home), "play", *arguments]
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=kept | {"TERM": "xterm-256color", "LANG": "C.UTF-8"} | environment,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Line(ours, process)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(ours)


def test_no_color_sends_no_color(tmp_path: Path) -> None:
    with terminal(tmp_path, "tashkent_1992", "--role", "KAZ", NO_COLOR="1") as line:
        line.hear(b"acts left")
        line.press(b"v")
        line.hear(b"verbs")
        assert not COLOR.findall(line.heard)


def test_without_utf8_only_ascii_is_sent(tmp_path: Path) -> None:
    with terminal(tmp_path, LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii") as line:
        line.hear(b"New game")
        assert line.heard.isascii()


@pytest.mark.parametrize("depth", ["true", "256", "16"])
def test_colors_of_the_chosen_depth(depth: str, tmp_path: Path) -> None:
    with terminal(tmp_path, CSTO_COLOR=depth) as line:
        line.hear(b"New game")
        has = {"true": b"38;2;", "256": b"38;5;"}
        for name, mark in has.items():
            assert (mark in line.heard) == (name == depth)
        assert COLOR.findall(line.heard)


def test_leaving_gives_the_terminal_back(tmp_path: Path) -> None:
    with terminal(tmp_path) as line:
        line.hear(b"New game")
        line.press(b"Q")
        line.hear(b"\x1b[?1049l")
        assert line.process.wait(PATIENCE_S) == 0


ENDED = ("Three seals broken", "A league with teeth", "The diet adjourns")
SIGNS = {
    **dict.fromkeys(ENDED, b""),
    "what happened": ENTER,
    "End this turn?": b"y",
    "council meets": b"y",
    "Esc back": ESC,
    "end turn": b"e",
}
"""What tells where one is, and the key that leads on from there, the surest first."""
_ENDINGS = scenarios() / "tashkent_1992" / "endings.toml"


def test_a_whole_game_from_the_title_to_the_verdict(tmp_path: Path) -> None:
    with terminal(home_of_hansa(tmp_path)) as line:
        line.see(" scenarios")
        line.press(b"n")
        line.see("The Steelyard and the Sea")
        line.press(b"/")
        line.see(" / ▌")
        line.press(b"steelyard" + ENTER)
        line.see("/steelyard")
        steps = ((ENTER, "2 of 4"), (ENTER, "3 of 4"), (b"k", "▸ seed"), (ENTER, "▌"))
        for keys, sign in steps:
            line.press(keys)
            line.see(sign)
        line.press(b"7" + ENTER)
        line.see("▸ Begin as Lübeck")
        line.press(ENTER)
        line.see("Spring 1390")

        line.press(b"i")
        line.see("incident 1 of 1")
        line.press(b"1" + ENTER)
        line.see("Nothing to answer")
        order(line)
        line.press(b"c")
        line.see("Owe one another cogs")
        line.press(ENTER)
        line.see("Done: Propose")
        line.press(ESC)
        line.see("● Lend silver to Hamburg")
        line.press(b"e")
        assert line.see("council meets", "what happened") == "council meets"
        line.press(b"y")
        line.see("Summer 1390")

        begun = time.monotonic()
        while (sign := line.see(*SIGNS)) not in ENDED:
            assert time.monotonic() - begun < 5 * PATIENCE_S, line.shown
            line.answered(SIGNS[sign])
        assert " points" in line.shown
        line.press(b"Q")
        line.see("Leave the game?")
        line.press(b"y")
        line.see("1 saved game")
        line.press(b"Q")
        line.hear(b"\x1b[?1049l")
        assert line.process.wait(PATIENCE_S) == 0


def test_the_shipped_campaign_from_the_first_quarter_to_the_last(tmp_path: Path) -> None:
    names = [one["name"] for one in tomli.loads(_ENDINGS.read_text())["ending"].values()]
    told = {"turning points": b""} | SIGNS
    seen = set()
    with terminal(tmp_path, "tashkent_1992", "--role", "KAZ", "--seed", "7") as line:
        begun = time.monotonic()
        while (sign := line.see(*told)) != "turning points":
            assert time.monotonic() - begun < 5 * PATIENCE_S, line.shown
            seen.add(sign)
            line.answered(told[sign])
        assert any(name in line.shown for name in names)
        line.press(b"Q")
        line.see("Leave the game?")
        line.press(b"y")
        line.see("1 saved game")
    assert {"what happened", "council meets", "end turn"} <= seen


def test_a_killed_game_goes_on_where_the_player_was(tmp_path: Path) -> None:
    home = home_of_hansa(tmp_path)
    with terminal(home, "hansa", "--role", "lubeck", "--seed", "7") as line:
        line.see("Spring 1390")
        line.press(b"i")
        line.see("incident 1 of 1")
        line.press(b"1" + ENTER)
        line.see("Nothing to answer")
        order(line)
        line.see("1 act left")
        before = line.screen.display[:-2]
        line.process.send_signal(signal.SIGKILL)
        assert line.process.wait(PATIENCE_S) == -signal.SIGKILL
    with terminal(home, "--resume") as line:
        line.see("● Lend silver to Hamburg")
        assert line.screen.display[:-2] == before
        line.press(b"u")
        line.see("2 acts left")
        assert "● Lend silver" not in line.shown
        line.press(b"e")
        line.see("Summer 1390")
