"""Every action of the screens in lines: what a person of line mode says instead, or why there is nothing to say."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import pytest
from attrs import frozen
from tests.hansa import play_on, quiet

from csto_game import plain
from csto_game.cli.tree import build
from csto_game.plain.asks import ASKS, TOPICS
from csto_game.session.match import Match
from csto_game.ui.keys import load_keys

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "PLAYING.md"


@frozen
class Say:
    """A line of play that does the same. ``before`` are lines that it needs; ``over`` wants a finished game."""

    line: str
    before: tuple[str, ...] = ()
    over: bool = False


@frozen
class Run:
    """A command of the shell, for what is done before a game or beside it."""

    line: str


@frozen
class No:
    """It is about the screen itself."""

    why: str


_CURSOR = No(
    "lines have no cursor: what is meant is named in the line, as in option 1 or table MOTION"
)
_PANEL = No("a line asks for what a panel shows by its name: look SUBJECT")
_RESUME = Run("csto play --plain --resume hansa-lub-1")
_MOTION = ("table bind", "end")
_LINE = ("end", "branch soft 1")
INSTEAD: dict[str, Say | Run | No] = {
    # before and beside a game
    "continue": Run("csto play --plain --resume"),
    "load": _RESUME,
    "new": Run("csto play --plain asean_1967 --role x --seed 3 --difficulty fair"),
    "learn": Run("csto play --plain tutorial"),
    "toggle": Run("csto play --plain asean_1967 --mod sea --hotseat a,b"),
    "package": Run("csto docs --about asean_1967"),
    "problems": Run("csto check scenarios/asean_1967"),
    "retry": Run("csto check scenarios/asean_1967"),
    "doctor": Run("csto doctor"),
    "copy": Run("csto doctor"),
    "console": Run("csto play --plain --dev asean_1967"),
    "lines": Run("csto play --plain"),
    # the game
    "help": Say("help"),
    "palette": Say("help options"),
    "settings": Say("settings"),
    "leave": Say("quit"),
    "quit": Say("quit"),
    "cards": Say("look cards"),
    "next": Say("look cards"),
    "number": Say("option 1"),
    "verbs": Say("options"),
    "council": Say("look motions"),
    "vote_yes": Say("vote yes", _MOTION),
    "vote_no": Say("vote no", _MOTION),
    "vote_abstain": Say("vote abstain", _MOTION),
    "crises": Say("look crises"),
    "ledger": Say("look promises"),
    "forces": Say("look forces"),
    "charter": Say("look charter"),
    "report": Say("look news"),
    "standing": Say("look score"),
    "undo": Say("undo", ("feast HAM",)),
    "redo": Say("redo", ("feast HAM", "undo")),
    "end": Say("end"),
    # asking
    "why": Say("why silver"),
    "numbers": Say("numbers lub silver"),
    "filter": Say("numbers lub silver"),
    "why_not": Say("why not feast HAM"),
    "way_back": Say("why silver back"),
    "earlier": Say("why silver turn 1", ("end",)),
    "later": Say("why silver turn 2", ("end",)),
    "rule": Say("why silver 1", ("end",)),
    "forecast": Say("forecast 2"),
    "more": Say("forecast 3"),
    "pictures": Say("past"),
    "in_words": Say("past silver"),
    "layer": Say("numbers silver"),
    "chronicle": Say("chronicle"),
    "debrief": Say("debrief", over=True),
    "again": Say("debrief", over=True),
    # saves and lines of play
    "timeline": Say("timeline"),
    "branch": Say("branch soft 1", ("end",)),
    "compare": Say("compare hansa-lub-1", _LINE),
    "mark": Say("compare hansa-lub-1", _LINE),
    "keep": Say("save calm"),
    "rename": Say("rename calm"),
    "memo": Say("memo without loans"),
    "trash": Say("trash hansa-lub-1", _LINE),
    "empty_trash": Say("empty 30"),
    "export": Say("export away.csto"),
    # lessons
    "skip_step": Say("step skip"),
    "coach": Say("step off"),
    # the screen itself
    "back": No("each line is answered at once, and nothing is open that could be closed"),
    "choose": _CURSOR,
    "up": _CURSOR,
    "down": _CURSOR,
    "left": _CURSOR,
    "right": _CURSOR,
    "page_up": _CURSOR,
    "page_down": _CURSOR,
    "first": _CURSOR,
    "last": _CURSOR,
    "next_panel": _PANEL,
    "previous_panel": _PANEL,
    "map_panel": _PANEL,
    "table_panel": _PANEL,
    "work_panel": _PANEL,
    "zoom": No("there is no map to make larger; look says who stands where"),
    "log": No("what was said stays above in the terminal, or in the file it was sent to"),
    "sleep": No("the terminal's own Ctrl-Z does it: lines take no key away from it"),
    "repaint": No("nothing is painted"),
    "yes": No("nothing is asked; what loses something says so, and is done when it is said again"),
    "no": No("nothing is asked; another line is as good as a no"),
}


def play(match: Match, *lines: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    assert plain.play(match, source, out, err, jobs=0) == 0
    return out.getvalue(), " ".join(err.getvalue().split())


def test_every_action_of_the_screens_has_a_line_or_a_reason_and_no_other_has() -> None:
    actions = {key.id for key in load_keys().table}
    assert actions - INSTEAD.keys() == set(), "what does a person of line mode say for these?"
    assert INSTEAD.keys() - actions == set(), "no key does this any more"


@pytest.mark.parametrize("action", [id for id, one in INSTEAD.items() if isinstance(one, Say)])
def test_what_is_said_instead_is_answered(
    action: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = INSTEAD[action]
    assert isinstance(said, Say)
    match = quiet(tmp_path)
    if said.over:
        play_on(match)
    plain_out, _ = play(match, *said.before)
    match = quiet(tmp_path / "again")
    if said.over:
        play_on(match)
    out, err = play(match, *said.before, said.line)
    assert err == ""
    assert said.line == "quit" or len(out) > len(plain_out), "something is told"


@pytest.mark.parametrize("action", [id for id, one in INSTEAD.items() if isinstance(one, Run)])
def test_what_is_run_instead_is_a_command_that_there_is(action: str) -> None:
    said = INSTEAD[action]
    assert isinstance(said, Run)
    program, *words = shlex.split(said.line)
    assert program == "csto"
    assert build(words[0]).parse_args(words)


def test_reasons_are_for_what_no_line_could_do() -> None:
    """An action that there is a word for has no excuse."""
    reasons = {id: one.why for id, one in INSTEAD.items() if isinstance(one, No)}
    assert all(len(why) > 12 for why in reasons.values())
    assert not reasons.keys() & {*ASKS, *TOPICS}


def test_every_word_of_line_mode_stands_for_an_action() -> None:
    """The other way round: what lines can do, the screens can."""
    words = {one.line.split()[0] for one in INSTEAD.values() if isinstance(one, Say)}
    only_here = {
        "preview",  # the page of orders shows it all the time
        "switch",  # Enter on another line of the timeline
    }
    assert ASKS.keys() - words == only_here


def test_the_manual_lists_every_word_of_line_mode() -> None:
    """In its table of lines: a word that is in no row there is found by nobody."""
    rows = [line for line in MANUAL.read_text("utf-8").splitlines() if line.startswith("| `")]
    told = {words.split()[0] for row in rows for words in re.findall(r"`([^`]+)`", row)}
    assert {*ASKS} <= told
