"""The program in a multiplexer: detached and attached at another size, stopped and woken."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.ui.test_pty import home_of_hansa

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")
pytestmark = pytest.mark.skipif(
    not (shutil.which("tmux") and shutil.which("bash")),
    reason="there is no tmux here, or no shell that gives a terminal back as it was",
)

PROMPT = "READY>"


class Session:
    """One window with a shell in it, on a server of its own."""

    def __init__(self, name: str) -> None:
        self.name = name

    def tmux(self, *words: str) -> str:
        command = ["tmux", "-L", self.name, "-f", os.devnull, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", "-t", "s", *keys)

    def type(self, line: str) -> None:
        self.tmux("send-keys", "-t", "s", "-l", line)
        self.press("Enter")

    @property
    def shown(self) -> str:
        return self.tmux("capture-pane", "-p", "-t", "s")

    def see(self, text: str, *, seconds: float = 40) -> str:
        """Wait until a text is on the screen."""
        end = time.monotonic() + seconds
        while text not in (shown := self.shown):
            assert time.monotonic() < end, f"{text!r} never came:\n{shown}"
            time.sleep(0.05)
        return shown

    def see_no(self, text: str, *, seconds: float = 40) -> None:
        end = time.monotonic() + seconds
        while text in (shown := self.shown):
            assert time.monotonic() < end, f"{text!r} never went:\n{shown}"
            time.sleep(0.05)

    @contextmanager
    def attached(self, columns: int, rows: int) -> Iterator[None]:
        """A terminal of that size looks at the session."""
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (rows, columns))
        client = subprocess.Popen(
            ["tmux", "-L", self.name, "-f", os.devnull, "attach", "-t", "s"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=os.environ | {"TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(theirs)
        reader = threading.Thread(target=_drain, args=(ours,))
        reader.start()
        try:
            yield
        finally:
            client.terminate()
            client.wait(20)
            reader.join()
            os.close(ours)

    def see_size(self, columns: int, rows: int, *, seconds: float = 40) -> None:
        """Wait until every row is as wide as that, and there are so many."""
        end = time.monotonic() + seconds
        while True:
            lines = self.shown.splitlines()
            found = (max(map(len, lines), default=0), len(lines))
            if found == (columns, rows):
                return
            assert time.monotonic() < end, (found, lines)
            time.sleep(0.05)


def _drain(line: int) -> None:
    """Take what a terminal is sent, as long as somebody sends."""
    with suppress(OSError):
        while os.read(line, 65536):
            pass


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session(f"csto-{os.getpid()}-{tmp_path.name}"[:60])
    made.tmux("new-session", "-d", "-s", "s", "-x", "120", "-y", "36", "bash --norc --noprofile")
    made.tmux("set", "-g", "default-size", "120x36")
    made.tmux("set", "-g", "focus-events", "on")
    made.tmux("set", "-g", "status", "off")
    try:
        home = home_of_hansa(tmp_path)
        words = (sys.executable, "-m", "csto_game", "--home", str(home), "play", "hansa")
        made.type(f"PS1='{PROMPT} '; stty -a > {tmp_path}/before; clear")
        command = shlex.join((*words, "--role", "lubeck", "--seed", "7"))
        made.type(f"PYTHONPATH={shlex.quote(os.environ.get('PYTHONPATH', ''))} {command}")
        made.see("Spring 1390")
        yield made
    finally:
        socket = Path(made.tmux("display", "-p", "#{socket_path}").strip())
        made.tmux("kill-server")
        socket.unlink(missing_ok=True)


def process(session: Session) -> int:
    """The number of the program, the child of the window's shell."""
    shell = session.tmux("display", "-p", "-t", "s", "#{pane_pid}").strip()
    found = subprocess.run(["pgrep", "-P", shell], capture_output=True, text=True, check=True)
    return int(found.stdout.split()[0])


def test_attached_again_at_another_size(session: Session) -> None:
    for columns, rows in ((120, 36), (80, 24), (200, 60), (90, 25)):
        with session.attached(columns, rows):
            session.press("v")
            session.see("gives the order")
            session.press("Escape")
            session.see("end turn")
            session.see_size(columns, rows)
    with session.attached(60, 18):
        session.see("at least 72×20")
    with session.attached(120, 36):
        session.see("end turn")


def test_stopped_with_a_key_and_gone_on_with_at_another_size(session: Session) -> None:
    session.press("C-z")
    session.see(PROMPT)
    session.tmux("resize-window", "-t", "s", "-x", "80", "-y", "24")
    session.type("fg")
    session.see("end turn")
    session.see_size(80, 24)
    session.press("v")
    session.see("gives the order")


def test_woken_from_any_sleep_it_leaves_the_terminal_as_it_was(
    session: Session, tmp_path: Path
) -> None:
    number = process(session)
    threads = Path(f"/proc/{number}/task")
    count = len(list(threads.iterdir())) if threads.exists() else 0
    for _ in range(3):
        os.kill(number, signal.SIGCONT)
        time.sleep(0.3)  # what is typed while it begins anew is thrown away, as after any stop
        session.press("v")
        session.see("gives the order")
        session.press("Escape")
        session.see("end turn")
    os.kill(number, signal.SIGSTOP)
    session.see(PROMPT)
    session.type("bg")
    session.type("fg")
    session.see_no(PROMPT)
    session.see("end turn")
    if count:
        assert len(list(threads.iterdir())) <= count, "keys are read by one thread"
    session.press("C-q")
    session.see(PROMPT)
    session.see_no("end turn")
    session.type(f"stty -a > {tmp_path}/after; echo DO'NE'")
    session.see("DONE")
    assert (tmp_path / "after").read_text() == (tmp_path / "before").read_text()
