"""What the screen costs, measured at the other end of a terminal line: how long a key waits for its frame,
how much is written for it, and how much memory a campaign takes. `make bench` prints it.

The line answers as a terminal that draws frames whole, so that each frame says where it ends.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import define, field, frozen

ROOT = Path(__file__).resolve().parents[1]
SIZES = ((80, 24), (120, 36), (200, 60))
DOWN, UP, ENTER, ESC = b"\x1b[B", b"\x1b[A", b"\r", b"\x1b"
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[6n": b"\x1b[1;2R"}
"""What a terminal is asked: whether it draws frames whole, and where its cursor is."""
_END = b"\x1b[?2026l"
_ROW = re.compile(rb"\x1b\[(\d+);\d+H")


@frozen
class Frame:
    """What a key took, in seconds, and the bytes that were written for it.

    `wait` is by the clock, `free` without waiting for a core that another program held, `work` processor time.
    """

    wait: float
    free: float
    work: float
    size: float


@define
class Terminal:
    """A program on a terminal line of its own."""

    child: int
    line: int
    written: int = 0
    tail: bytes = field(default=b"", repr=False)

    def listen(self, seconds: float) -> bytes:
        if not select.select([self.line], [], [], seconds)[0]:
            return b""
        try:
            came = os.read(self.line, 65536)
        except OSError:
            raise RuntimeError(f"the program has ended: {self.tail[-500:]!r}") from None
        for question, answer in _ANSWERS.items():
            if question in self.tail[1 - len(question) :] + came:
                os.write(self.line, answer)
        self.written += len(came)
        self.tail = (self.tail + came)[-200_000:]
        return came

    def press(self, keys: bytes) -> None:
        os.write(self.line, keys)

    def rest(self, seconds: float = 0.3) -> None:
        """Until nothing has come for a while."""
        while self.listen(seconds):
            pass

    def until(self, *signs: str, seconds: float = 120) -> str:
        """Until one of the texts has been written since this was asked, and nothing more comes; which."""
        end, self.tail = time.monotonic() + seconds, b""
        while time.monotonic() < end:
            quiet = not self.listen(0.1)
            found = next((sign for sign in signs if sign.encode() in self.tail), "")
            if found and quiet:
                return found
        raise RuntimeError(f"none of {signs} in {seconds} s: {self.tail[-2000:]!r}")

    def frame(self, keys: bytes, *, seconds: float = 5) -> Frame | None:
        """From a key to the end of the first frame that draws below the strip at the top.

        The strip alone changes while others play.
        """
        begun, queued, work, came = time.perf_counter(), self.queued(), self.processor(), b""
        self.press(keys)
        while time.perf_counter() - begun < seconds:
            came += self.listen(0.05)
            while _END in came:
                drawn, _, came = came.partition(_END)
                rows = {int(row) for row in _ROW.findall(drawn)} - {1}
                if rows:
                    wait = time.perf_counter() - begun
                    free = wait - (self.queued() - queued)
                    return Frame(wait, free, self.processor() - work, len(drawn) + len(_END))
        return None

    def processor(self) -> float:
        """Seconds of processor time of the program so far; 0 where the system does not tell."""
        total = 0
        for task in Path(f"/proc/{self.child}/task").glob("*/schedstat"):
            with suppress(OSError, ValueError, IndexError):
                total += int(task.read_text().split()[0])
        return total / 1e9

    def queued(self) -> float:
        """Seconds that its first thread, which draws, has waited so far for a core that others held."""
        with suppress(OSError, ValueError, IndexError):
            path = Path(f"/proc/{self.child}/task/{self.child}/schedstat")
            return int(path.read_text().split()[1]) / 1e9
        return 0.0

    def memory(self) -> float:
        """Megabytes that the program has in memory; 0 where the system does not tell."""
        with suppress(OSError):
            for row in Path(f"/proc/{self.child}/status").read_text().splitlines():
                if row.startswith("VmRSS"):
                    return int(row.split()[1]) / 1024
        return 0.0


@contextmanager
def terminal(command: list[str], size: tuple[int, int]) -> Iterator[Terminal]:
    child, line = pty.fork()
    if child == 0:
        for name in ("NO_COLOR", "COLUMNS", "LINES"):
            os.environ.pop(name, None)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
        os.chdir(ROOT)
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execv(command[0], command)  # noqa: S606  # a terminal of its own is what is measured
    try:
        yield Terminal(child, line)
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(line)


@contextmanager
def campaign(size: tuple[int, int], *, seed: int = 7, is_read: bool = False) -> Iterator[Terminal]:
    """The shipped campaign in its first quarter, on a home of its own; with ``is_read`` not the first there."""
    home = tempfile.mkdtemp()
    words = ["tashkent_1992", "--role", "KAZ", "--seed", str(seed)]
    ours = [sys.executable, "-m", "csto_game", "--home", home]
    command = [*ours, "play", *words]
    if is_read:
        (Path(home) / "settings").mkdir()
        (Path(home) / "settings" / "settings.toml").touch()  # nothing is asked first
        with terminal([*ours, "play"], size) as line:
            line.until(" scenarios")  # which have all been read by then, mods too
    try:
        with terminal(command, size) as line:
            line.until("Spring 1992")
            line.rest()
            line.press(ESC)  # a role may begin with another page
            line.rest()
            yield line
    finally:
        shutil.rmtree(home, ignore_errors=True)


# ── keys ────────────────────────────────────────────────────────────


def medians(frames: list[Frame]) -> Frame | None:
    if not frames:
        return None
    middle = statistics.median
    return Frame(
        middle(one.wait for one in frames),
        middle(one.free for one in frames),
        middle(one.work for one in frames),
        middle(one.size for one in frames),
    )


def keys(line: Terminal, presses: Iterator[bytes], *, pause: float = 0.03) -> list[Frame]:
    """One key after the other, each when the line has been quiet for a while."""
    found: list[Frame] = []
    for key in presses:
        line.rest(pause)
        frame = line.frame(key)
        if frame is not None:
            found.append(frame)
    return found


def up_and_down(count: int) -> Iterator[bytes]:
    for place in range(count):
        yield DOWN if place % 8 < 4 else UP


def planning(size: tuple[int, int], count: int = 40) -> list[Frame]:
    """The cursor in the members' table while nothing else goes on."""
    with campaign(size) as line:
        keys(line, up_and_down(8))
        return keys(line, up_and_down(count))


def busy(line: Terminal, count: int) -> list[Frame]:
    """Without waiting for quiet: others are at work, and the line never is."""
    found: list[Frame] = []
    for key in up_and_down(count):
        frame = line.frame(key, seconds=0.7)
        if frame is not None:
            found.append(frame)
        end = time.monotonic() + 0.04
        while (left := end - time.monotonic()) > 0:
            line.listen(left)
    return found


def others_playing(size: tuple[int, int], turns: int = 4) -> list[Frame]:
    """The same while a turn ends: leaders think for some 0.2 s, and the report opens."""
    found: list[Frame] = []
    with campaign(size) as line:
        for _ in range(turns):
            line.press(b"e")
            line.rest(0.15)
            line.press(b"y")
            found += busy(line, 8)
            _to_next_turn(line)
    return found


def _to_next_turn(line: Terminal) -> bool:
    """Vote yes on everything, read the report, and be back in the campaign; whether the game is over instead."""
    for _ in range(60):
        line.rest(0.4)
        if b"verdict" in line.tail:
            return True
        if b"what happened" in line.tail:
            break
        line.press(b"y")
    line.press(ESC)
    line.rest(0.4)
    line.tail = b""
    return False


def forecasting(size: tuple[int, int], count: int = 16) -> list[Frame]:
    """The cursor on the forecast page while games are imagined."""
    with campaign(size) as line:
        line.press(b"f")
        line.until("/100")
        return busy(line, count)


# ── the first frame ─────────────────────────────────────────────────


EMPTY = "from textual.app import App\nApp().run()"
OURS = "import sys\nfrom csto_game.cli import main\nsys.exit(main(sys.argv[1:]))"
"""What `csto` itself is."""
SCREENFUL = 1500
"""Bytes after which a program has drawn, and not only asked the terminal who it is."""


def first(command: list[str]) -> tuple[float, float]:
    """(seconds, processor time) until a program has drawn: when it had written a screenful."""
    begun = time.perf_counter()
    with terminal(command, SIZES[1]) as line:
        while line.written < SCREENFUL:
            line.listen(0.15)
        return time.perf_counter() - begun, line.processor()


def firsts(pairs: int = 15) -> tuple[float, float, float]:
    """(seconds to the title, that against an empty Textual program, the same in processor time): medians of
    pairs, one after the other, on a home where something was settled. Both are compiled before, as they are
    when installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        kept = os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        settings = Path(folder, "home", "settings")
        settings.mkdir(parents=True)
        (settings / "settings.toml").write_text('theme = "dark"\n')
        ours = [sys.executable, "-c", OURS, "--home", str(settings.parent), "play"]
        empty = [sys.executable, "-c", EMPTY]
        try:
            first(ours), first(empty)
            found = [(*first(ours), *first(empty)) for _ in range(pairs)]
        finally:
            del os.environ["PYTHONPYCACHEPREFIX"]
            if kept is not None:
                os.environ["PYTHONDONTWRITEBYTECODE"] = kept
    return (
        statistics.median(one[0] for one in found),
        statistics.median(one[0] / one[2] for one in found),
        statistics.median(one[1] / one[3] for one in found),
    )


# ── pages ───────────────────────────────────────────────────────────


PAGES = (b"c", b"v", b"i", b",")
"""Keys that open pages from the campaign: council, verbs, a card, diagrams."""


def turning(size: tuple[int, int]) -> tuple[float, float, float]:
    """(bytes for a page that opens, for one that closes, the most frames of either): medians."""
    opens: list[int] = []
    closes: list[int] = []
    most = 0
    with campaign(size) as line:
        for key in PAGES:
            for pressed, found in ((key, opens), (ESC, closes)):
                before, line.tail = line.written, b""
                line.press(pressed)
                line.rest(0.5)
                found.append(line.written - before)
                most = max(most, line.tail.count(_END))
    return statistics.median(opens), statistics.median(closes), most


# ── memory ──────────────────────────────────────────────────────────


EVERY_PAGE = (b"v", b"c", b"x", b"w", b"h", b"d", b"o", b"g", b"l", b"R", b"s", b"S", b"2", b"f")
"""Keys that open all pages of the campaign."""


def remembered(
    turns: int, pages: tuple[bytes, ...] = (), *, is_read: bool = True
) -> Iterator[tuple[int, float]]:
    """(turns played, megabytes) after each turn at 120×36; a campaign that ends is followed by another.

    These ``pages`` are opened in every turn. Unless ``is_read`` it is the very first start of all.
    """
    with campaign(SIZES[1], is_read=is_read) as line:
        for turn in range(1, turns + 1):
            for key in pages:
                for pressed in (key, DOWN, ESC, ESC):
                    line.press(pressed)
                    line.rest(0.2)
            line.press(b"e")
            line.rest(0.15)
            line.press(b"y")
            if _to_next_turn(line):
                _begin_another(line)
            yield turn, line.memory()


def _begin_another(line: Terminal) -> None:
    for pressed in (b"Q", b"y", b"n", b"/", b"tashkent", ENTER, ENTER, ENTER, ENTER):
        line.press(pressed)
        line.rest(0.6)
    line.press(ENTER)
    line.until("Spring 1992")
    line.rest()
    line.press(ESC)
    line.rest()


def main() -> None:
    """By itself it prints what `make bench` puts into its table; with a number, memory over so many turns.

    A second word opens every page in each turn (``pages``), a third begins on a fresh home (``first``).
    """
    if sys.argv[1:]:
        turns, words = int(sys.argv[1]), sys.argv[2:]
        pages = EVERY_PAGE if "pages" in words else ()
        for turn, megabytes in remembered(turns, pages, is_read="first" not in words):
            sys.stdout.write(f"{turn:4} {megabytes:6.1f}\n")
            sys.stdout.flush()
        return
    for size in SIZES:
        for kind in (planning, others_playing, forecasting):
            sys.stdout.write(f"{size} {kind.__name__}: {medians(kind(size))}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
