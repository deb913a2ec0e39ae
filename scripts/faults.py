"""What a game survives: `make faults`. Processes are killed at random moments, disks are full, files are
cut, flipped or foreign. Nothing that was answered may be lost, and nothing may end in a traceback.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from csto_game.model.command import Command
from csto_game.model.refusal import GameError
from csto_game.rules import fingerprint
from csto_game.session.match import Match
from csto_game.session.recover import recover
from csto_game.session.worlds import finder, open_world

ROOT = Path(__file__).resolve().parents[1]
WORLD = ROOT / "tests" / "worlds" / "hansa"
SEAT = "LUB"
WORDS = ("feast HAM", "feast RIG", "lend RIG 4", "end")
MOST_ANSWERS = 6
LONGEST_S = 0.012
"""A child is killed after up to so many answers and so many seconds more: in the middle of anything."""

Deed = Callable[[Match, int], None]
"""Done by a child: the game, and where it says how often it was answered."""


class LostError(Exception):
    """Something answered was lost."""


# ── in a child ──


def play(match: Match, out: int) -> None:
    """Play as fast as it goes; each command that was answered is a byte in the pipe."""
    dice = random.Random(os.getpid())
    match.run()
    while match.waiting_for:
        command = _command(match, dice)
        if isinstance(match.submit(command), tuple):
            os.write(out, b"x")
        match.run()


def play_on_a_small_disk(match: Match, out: int) -> None:
    """The same where files may grow by some bytes only: a real refusal of the system."""
    assert match.path is not None, "this game has a save"
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    most = match.path.stat().st_size + random.Random(os.getpid()).randrange(400)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    before = state_of(match)
    try:
        while True:
            match.run()
            before = state_of(match)
            command = _command(match, random.Random(0))
            if isinstance(match.submit(command), tuple):
                os.write(out, b"x")
            before = state_of(match)
    except GameError:
        if state_of(match) != before and match.waiting_for:
            os._exit(3)  # a refused command has changed the game


def _command(match: Match, dice: random.Random) -> Command:
    is_plan = match.view(match.own).phase == "plan"
    words = dice.choice(WORDS) if is_plan else "vote abstain"
    parsed = match.parse(words)
    return parsed if isinstance(parsed, Command) else Command(match.own, "end")


def state_of(match: Match) -> str:
    """The state's mark."""
    return fingerprint(match.table.state)


def child(match: Match, deed: Deed) -> tuple[int, int]:
    """Fork: (process, the end of the pipe that can be read)."""
    out, into = os.pipe()
    process = os.fork()
    if process:
        os.close(into)
        return process, out
    status = 1
    try:
        os.close(out)
        deed(match, into)
        status = 0
    finally:
        os._exit(status)


def answers(out: int, most: int | None = None) -> int:
    """How often the child was answered: all there is once it is gone, or until it was so often."""
    count = 0
    while (most is None or count < most) and (found := os.read(out, 65536)):
        count += len(found)
    return count


# ── the faults ──


def kills(folder: Path, count: int, dice: random.Random, found: Counter[str]) -> None:
    """Kill a game, take it up again, kill it …; a new one when it is over."""
    match = _new(folder, 0)
    for number in range(count):
        before = _count(match)
        process, out = child(match, play)
        told = answers(out, dice.randrange(MOST_ANSWERS + 1))
        time.sleep(dice.uniform(0, LONGEST_S))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        told += answers(out)
        os.close(out)
        assert match.path is not None, "this game has a save"
        match = Match.resume(match.path, finder(()))
        kept = _count(match) - before
        # One more may be on the disk: killed between writing it down and saying so.
        if not told <= kept <= told + 1:
            raise LostError(f"kill {number}: {told} answered, {kept} kept")
        found["killed"] += 1
        found["answered before a kill"] += told
        found["written, not yet answered"] += kept - told
        if match.over or match.turn > 8:
            match = _new(folder, number + 1)


def full_disks(folder: Path, count: int, found: Counter[str]) -> None:
    """A file that may not grow."""
    for number in range(count):
        match = _new(folder, 10_000 + number)
        match.run()
        process, out = child(match, play_on_a_small_disk)
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        told = answers(out)
        os.close(out)
        assert match.path is not None, "this game has a save"
        kept = _count(Match.resume(match.path, finder(())))
        if status != 0 or kept != told:
            raise LostError(f"full disk {number}: status {status}, {told} answered, {kept} kept")
        found["disks full"] += 1
        found["answered before a disk was full"] += told


def damages(folder: Path, count: int, dice: random.Random, found: Counter[str]) -> None:
    """Cut, flip or replace bytes of a whole save: it is recovered, or refused with a sentence."""
    saves = sorted(folder.glob("*.csto"), key=lambda path: -path.stat().st_size)
    whole = saves[0].read_bytes()
    place = folder / "damaged"
    place.mkdir()
    for number in range(count):
        kind = dice.choice(("cut", "flipped", "foreign"))
        path = place / f"{kind}{number}.csto"
        path.write_bytes(_damaged(whole, kind, dice))
        for do in (lambda p: Match.resume(p, finder(())), lambda p: recover(p, finder(()))):
            try:
                do(path)
                found[f"{kind}: read"] += 1
            except GameError:
                found[f"{kind}: refused with a sentence"] += 1
        for file in place.iterdir():
            file.unlink()


def _damaged(whole: bytes, kind: str, dice: random.Random) -> bytes:
    if kind == "cut":
        return whole[: dice.randrange(len(whole))]
    if kind == "flipped":
        at = dice.randrange(len(whole))
        return whole[:at] + bytes([whole[at] ^ 1 << dice.randrange(8)]) + whole[at + 1 :]
    return dice.randbytes(dice.randrange(4000))


def _new(folder: Path, seed: int) -> Match:
    book = open_world(str(WORLD), ()).book
    seats = dict.fromkeys(book.scenario.actors, "idle")
    del seats["BRU"], seats["VIT"]
    return Match.new(book, seats | {SEAT: "human"}, seed, folder=folder, place=str(WORLD))


def _count(match: Match) -> int:
    """Commands of the person in the save."""
    assert match.path is not None, "this game has a save"
    text = match.path.read_text(encoding="utf-8")
    return sum(line.count(f"{SEAT}: ") for line in text.splitlines() if not line.startswith("#"))


def main() -> int:
    """Do it all and print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--disks", type=int, default=200)
    parser.add_argument("--damages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    dice, found = random.Random(given.seed), Counter[str]()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        kills(folder, given.kills, dice, found)
        full_disks(folder, given.disks, found)
        damages(folder, given.damages, dice, found)
    for what, count in found.items():
        sys.stdout.write(f"{count:6d}  {what}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
