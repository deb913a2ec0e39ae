"""The lesson in lines: followed to the verdict by what it says, left out, switched off."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

from csto_game import places, plain
from csto_game.plain.teaching import PATIENCE
from csto_game.rules import Book
from csto_game.session.bookmarks import Bookmarks
from csto_game.session.coach import Coach
from csto_game.session.match import Match
from csto_game.session.worlds import open_world

SEAT = "ARM"


@cache
def lesson() -> Book:
    return open_world("tutorial", (Path(places.scenarios()),)).book


def begin(seed: int = 3) -> Match:
    return Match.new(lesson(), {SEAT: "human"}, seed, folder=None)


class Newcomer(io.StringIO):
    """Types what the last step says; where it only says where to look, does what is new there."""

    def __init__(self, match: Match, out: io.StringIO) -> None:
        super().__init__()
        self.match, self.out = match, out
        self.steps: list[tuple[int, str]] = []
        """(turn, step) as told."""
        self._verbs: set[str] = set()
        self._asked = ""

    def readline(self, size: int = -1, /) -> str:
        if self.match.over:
            return ""
        text = self.out.getvalue()
        step = re.findall(r"^Step (\d+ of \d+):", text, re.MULTILINE)[-1]
        if (self.match.turn, step) not in self.steps:
            self.steps.append((self.match.turn, step))
            self._asked = ""
        line = re.findall(r"^  Say: (.+)$", text, re.MULTILINE)[-1]
        line, self._asked = self._next(line), line
        return f"{line}\n"

    def _next(self, line: str) -> str:
        view = self.match.view(SEAT)
        if line == "end":
            return "vote yes" if view.phase == "council" else "end"
        if line != self._asked:
            return line
        if line == "look cards":
            return "option 2"
        if line == "look motions":
            return f"table {view.bills[0].motion}"
        new = [verb for verb in view.verbs if verb.commands and verb.id not in self._verbs]
        self._verbs |= {verb.id for verb in new}
        return new[-1].commands[0].words


def test_whoever_follows_the_steps_comes_to_the_verdict() -> None:
    match, out, err = begin(), io.StringIO(), io.StringIO()
    reader = Newcomer(match, out)
    assert plain.play(match, reader, out, err, jobs=1) == 0
    assert match.over, out.getvalue()[-2000:]
    assert err.getvalue() == ""
    chapters = lesson().scenario.chapters.values()
    # The report of the turn is told by itself, so its step is done before it could be.
    due = [
        (turn, f"{n} of {len(chapter.steps)}")
        for turn, chapter in enumerate(chapters, 1)
        for n, step in enumerate(chapter.steps.values(), 1)
        if step.looked != "report"
    ]
    assert reader.steps == due
    ended = match.view(SEAT).ended
    assert ended is not None
    assert ended.name in out.getvalue()


def said(text: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    assert plain.play(begin(), io.StringIO(text), out, err) == 0
    return out.getvalue(), err.getvalue()


def test_a_step_is_told_once_and_again_with_its_hint_when_asked() -> None:
    out, err = said("look score\nlook\n")
    assert out.count("Step 1 of 4") == 1
    assert err == ""
    out, _ = said("step\n")
    hint = lesson().scenario.chapters["candles"].steps["page"].hint
    assert out.count("Step 1 of 4") == 2
    assert hint[:40] in out


def test_a_hint_comes_by_itself_to_who_says_other_things_and_only_once() -> None:
    hint = lesson().scenario.chapters["candles"].steps["page"].hint[:40]
    out, _ = said("look score\n" * (PATIENCE - 1))
    assert hint not in out
    out, _ = said("look score\n" * (PATIENCE + 9))
    assert out.count(hint) == 1
    out, _ = said("step\n" + "look score\n" * 9)
    assert out.count(hint) == 1, "who has asked for it has it"
    out, _ = said("step off\n" + "look score\n" * 9)
    assert hint not in out


def test_steps_are_left_out_switched_off_and_never_hold_anything_up() -> None:
    out, _ = said("step skip\n")
    assert "Step 2 of 4" in out
    out, _ = said("step off\nend\n")
    assert "turn 2 of 8" in out
    assert "of 5" not in out
    out, _ = said("step off\nstep on\n")
    assert out.count("Step 1 of 4") == 2
    _, err = said("step by step\n")
    assert "step skip" in err
    out, _ = said("end\nend\n")
    assert "turn 3 of 8" in out
    assert "Step 1 of 3" in out


def test_a_save_taken_up_again_goes_on_at_its_step(tmp_path: Path) -> None:
    def coach() -> Coach:
        return Coach.of(match.header, Bookmarks(tmp_path / "lessons_read"))

    match, out = begin(), io.StringIO()
    plain.play(match, io.StringIO("look ARM\nstep skip\n"), out, out, own=plain.Own(coach()))
    assert "Step 3 of 4" in out.getvalue()
    out = io.StringIO()
    plain.play(match, io.StringIO("look score\n"), out, out, own=plain.Own(coach()))
    assert "Step 3 of 4" in out.getvalue()
    assert "Step 1 of 4" not in out.getvalue()


def test_the_last_step_of_a_turn_skipped_leaves_nothing_to_say() -> None:
    out, err = said("step skip\n" * 6 + "step\n")
    assert "no step to be taken" in out
    assert err == ""
